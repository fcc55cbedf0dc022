// `rules.json`: the words of rules.
//
//   {"source": {"page": "Members API", "url": "https://club.example/api"},
//    "club.member-number": {"severity": "error", "message": "not a member number: {shape}", ...}}
// Every rule needs a severity, a message and a meaning; the other words may be left out. `line`
// stands for a line of the page that `source` names. Templates are checked for their {words}: a
// misspelt one would be printed as it stands.
//   {"message": "row has {fuond} cells"}   unknown word {fuond} in a message
// Whether an example breaks its rule is not seen here: tests/cli/explain_test.py runs it.
// Test: tests/format/rules_reader_test.cc.
#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "format/json_file.h"
#include "format/loader.h"

namespace crosswalk::format {
namespace {

using diagnostics::Rule;

constexpr std::string_view kSourceName = "source";

/// The page that the rules of a file come from.
struct Page {
  std::string title, url;
};

struct PageContext {
  JsonFile& file;
  Page& page;
};

constexpr Word<PageContext> kPageWords[] = {
    {"page", [](PageContext& c, TokenId value) { c.page.title = c.file.string(value); }},
    {"url", [](PageContext& c, TokenId value) { c.page.url = c.file.string(value); }},
};

struct RuleContext {
  JsonFile& file;
  const Page& page;
  Rule& rule;
};

constexpr Choice<Severity> kSeverities[] = {
    {"error", Severity::kError}, {"warning", Severity::kWarning}, {"info", Severity::kInfo}};

constexpr std::string_view kTemplateWords[] = {"found", "wanted", "shape", "expected",
                                               "name",  "field",  "part"};

/// True for what looks like a word of a template, known or not: `{fuond}`, but not a lone brace.
bool looks_like_word(std::string_view text) {
  return !text.empty() &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos;
}

/// A template's text; every {word} in it must be one that the renderer fills.
std::string read_template(JsonFile& file, TokenId value) {
  std::string text = file.string(value);
  for (std::size_t open = text.find('{'); open != std::string::npos;
       open = text.find('{', open + 1)) {
    const std::size_t close = text.find('}', open);
    if (close == std::string::npos) break;
    const std::string word = text.substr(open + 1, close - open - 1);
    const auto* const known = std::find(std::begin(kTemplateWords), std::end(kTemplateWords), word);
    if (looks_like_word(word) && known == std::end(kTemplateWords)) {
      file.fail(value, "unknown word {" + word + "} in a message");
    }
  }
  return text;
}

void read_line(RuleContext& c, TokenId value) {
  if (c.page.title.empty()) c.file.fail(value, "a line of no page: the file has no \"source\"");
  c.rule.source = c.page.title + ", line " + std::to_string(c.file.count(value));
  c.rule.url = c.page.url;
}

void read_beside(RuleContext& c, TokenId value) {
  for (const Member& member : c.file.members(value)) {
    c.rule.beside.emplace_back(member.name, c.file.string(member.value));
  }
}

using Context = RuleContext;
constexpr Word<RuleContext> kRuleWords[] = {
    {"severity",
     [](Context& c, TokenId value) {
       c.rule.severity = read_choice(c.file, value, "severity", kSeverities);
     }},
    {"once", [](Context& c, TokenId value) { c.rule.once = c.file.boolean(value); }},
    {"message", [](Context& c, TokenId value) { c.rule.message = read_template(c.file, value); }},
    {"hint", [](Context& c, TokenId value) { c.rule.hint = read_template(c.file, value); }},
    {"expected", [](Context& c, TokenId value) { c.rule.expected = c.file.string(value); }},
    {"meaning", [](Context& c, TokenId value) { c.rule.meaning = c.file.string(value); }},
    {"why", [](Context& c, TokenId value) { c.rule.why = c.file.string(value); }},
    {"line", read_line},
    {"try", [](Context& c, TokenId value) { c.rule.command = c.file.string(value); }},
    {"beside", read_beside},
    {"example", [](Context& c, TokenId value) { c.rule.example = c.file.string(value); }},
    {"mended", [](Context& c, TokenId value) { c.rule.mended = c.file.string(value); }},
    {"cure", [](Context& c, TokenId value) { c.rule.cure = c.file.string(value); }},
};

Page read_page(JsonFile& file) {
  Page page;
  if (const auto source = file.find(0, kSourceName)) {
    PageContext context{file, page};
    read_words(file, *source, "word of a source", kPageWords, context);
  }
  return page;
}

}  // namespace

Status load_rules(std::string_view text, std::string_view where, diagnostics::RuleCatalog& rules) {
  JsonFile file(text, where);
  if (file.failed()) return file.error();
  const Page page = read_page(file);
  for (const Member& member : file.members(0)) {
    if (member.name == kSourceName) continue;
    Rule rule;
    rule.name = member.name;
    RuleContext context{file, page, rule};
    read_words(file, member.value, "word of a rule", kRuleWords, context);
    for (const std::string_view word : {"severity", "message", "meaning"}) {
      if (!file.failed() && !file.find(member.value, word)) {
        file.fail(member.name_token, "a rule without " + std::string(word));
      }
    }
    if (file.failed()) return file.error();
    rules.describe(std::move(rule));
  }
  if (file.failed()) return file.error();
  return {};
}

}  // namespace crosswalk::format
