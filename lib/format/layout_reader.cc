// Layouts: what each kind of them may say.
//
// Each kind has its table of words and its list of events; what an event is called is the format's
// to say, and one that every such layout can have must be called something.
//   {"csv": {"delimiter": [";"], "checks": [...]}}   read
//   {"json": {"delimiter": [";"]}}                   unknown word of a json layout "delimiter"
// Where the records of documents and forms are is told at the root, not here.
// Test: tests/format/definition_reader_test.cc.
#include "format/layout_reader.h"

#include <algorithm>
#include <optional>
#include <span>

#include "format/pointer.h"

namespace crosswalk::format {
namespace {

struct LimitsContext {
  JsonFile& file;
  Limits& limits;
};

constexpr Word<LimitsContext> kLimitWords[] = {
    {"warn", [](LimitsContext& c, TokenId value) { c.limits.warn_bytes = c.file.count(value); }},
    {"refuse",
     [](LimitsContext& c, TokenId value) { c.limits.refuse_bytes = c.file.count(value); }},
    {"records", [](LimitsContext& c, TokenId value) { c.limits.records = c.file.count(value); }},
};

struct LayoutContext {
  SchemaReader& reader;
  JsonFile& file;
  Layout& layout;
  TokenId owner;
};

void read_limits(LayoutContext& context, TokenId value) {
  Limits& limits = context.layout.limits;
  LimitsContext words{context.file, limits};
  read_words(context.file, value, "limit", kLimitWords, words);
  if (limits.refuse_bytes != 0 && limits.warn_bytes > limits.refuse_bytes) {
    context.file.fail(value, "warn is above refuse");
  }
}

/// A delimiter or quote: one printable byte, or a tab.
char read_mark(JsonFile& file, TokenId value) {
  const std::string mark = file.string(value);
  const bool fits = mark.size() == 1 && (mark == "\t" || (mark[0] > ' ' && mark[0] < '\x7f'));
  if (!fits) file.fail(value, "wanted one ASCII character, or a tab");
  return fits ? mark.front() : ',';
}

void read_delimiters(LayoutContext& context, TokenId value) {
  std::vector<char>& delimiters = context.layout.delimiters;
  delimiters.clear();
  for (const TokenId element : context.file.elements(value)) {
    delimiters.push_back(read_mark(context.file, element));
  }
  if (delimiters.empty()) context.file.fail(value, "wanted at least one delimiter");
}

void read_layout_checks(LayoutContext& context, TokenId value) {
  context.layout.checks = read_checks(context.reader, value, context.owner, CheckPlace::kLayout);
}

struct MemberContext {
  JsonFile& file;
  std::string name;
};

/// The name in a pointer such as `/header`.
std::string read_root_member(JsonFile& file, TokenId value) {
  const std::string pointer = file.string(value);
  if (pointer.size() < 2 || pointer.front() != '/' ||
      pointer.find_first_of("/~", 1) != std::string::npos) {
    file.fail(value, "wanted a member of the document, such as /header");
    return {};
  }
  return pointer.substr(1);
}

void read_at(MemberContext& context, TokenId value) {
  context.name = read_root_member(context.file, value);
}

constexpr Word<MemberContext> kMemberWords[] = {{"at", read_at}};

/// The member that `{"at": "/member"}` names.
std::string read_member(JsonFile& file, TokenId value) {
  MemberContext context{file, {}};
  read_words(file, value, "word", kMemberWords, context);
  if (context.name.empty()) file.fail(value, "wanted {\"at\": \"/member\"}");
  return context.name;
}

using Context = LayoutContext;
/// A name of the IANA registry, such as `windows-1250`.
void read_encoding(LayoutContext& context, TokenId value) {
  std::string name = context.file.string(value);
  for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  const bool is_plain =
      !name.empty() &&
      name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") == std::string::npos;
  if (!is_plain) context.file.fail(value, "wanted the name of an encoding, such as windows-1250");
  context.layout.encoding = std::move(name);
}

void read_list_separator(LayoutContext& context, TokenId value) {
  context.layout.list_separator = context.file.string(value);
  if (context.layout.list_separator.empty())
    context.file.fail(value, "wanted at least one character");
}

constexpr Word<LayoutContext> kCsvWords[] = {
    {"delimiter", read_delimiters},
    {"quote", [](Context& c, TokenId value) { c.layout.quote = read_mark(c.file, value); }},
    {"encoding", read_encoding},
    {"list_separator", read_list_separator},
    {"limits", read_limits},
    {"checks", read_layout_checks},
};

constexpr Word<LayoutContext> kJsonWords[] = {
    {"columns",
     [](Context& c, TokenId value) { c.layout.columns_member = read_member(c.file, value); }},
    {"rows",
     [](Context& c, TokenId value) { c.layout.records_member = read_member(c.file, value); }},
    {"limits", read_limits},
    {"checks", read_layout_checks},
};

constexpr Word<LayoutContext> kDelimitedWords[] = {
    {"delimiter", read_delimiters},
    {"limits", read_limits},
    {"checks", read_layout_checks},
};

using Events = std::span<const std::string_view>;
constexpr std::string_view kTableEvents[] = {"row-width", "column-duplicate"};
constexpr std::string_view kLineEvents[] = {"row-width", "column-duplicate", "blank-line",
                                            "delimiter-in-value"};
constexpr std::string_view kFormEvents[] = {"row-width", "column-duplicate", "columns-missing",
                                            "number-form", "number-gap"};
constexpr std::string_view kFormLineEvents[] = {
    "row-width",  "column-duplicate", "columns-missing",   "number-form",
    "number-gap", "blank-line",       "delimiter-in-value"};

/// Each event of `needed` has its rule, and no rule waits for an event that is not in `known`.
void lint_events(LayoutContext& context, TokenId token, Events needed, Events known) {
  const Layout& layout = context.layout;
  for (const std::string_view event : needed) {
    if (layout.check_on(event) != nullptr) continue;
    context.file.fail(token, "a table layout names a rule on \"" + std::string(event) + '"');
  }
  for (const Check& check : layout.checks) {
    if (std::ranges::find(known, check.keyword) != known.end()) continue;
    context.file.fail(token,
                      "the layout " + layout.name + " has no event \"" + check.keyword + '"');
  }
}

void read_csv(LayoutContext& context, TokenId value) {
  context.layout.quote = 0;
  read_words(context.file, value, "word of a csv layout", kCsvWords, context);
  const std::vector<char>& delimiters = context.layout.delimiters;
  if (std::find(delimiters.begin(), delimiters.end(), context.layout.quote) != delimiters.end()) {
    context.file.fail(value, "the quote is also a delimiter");
  }
  lint_events(context, value, kTableEvents, kLineEvents);
}

void read_delimited(LayoutContext& context, TokenId value) {
  context.layout.quote = 0;
  read_words(context.file, value, "word of a delimited layout", kDelimitedWords, context);
  lint_events(context, value, kTableEvents, kLineEvents);
}

void read_json(LayoutContext& context, TokenId value) {
  Layout& layout = context.layout;
  read_words(context.file, value, "word of a json layout", kJsonWords, context);
  if (layout.columns_member.empty() != layout.records_member.empty()) {
    context.file.fail(value, "columns and rows stand together or not at all");
  }
  layout.kind = layout.columns_member.empty() ? LayoutKind::kDocument : LayoutKind::kHeaderData;
  if (layout.kind == LayoutKind::kHeaderData) {
    lint_events(context, value, kTableEvents, kTableEvents);
  } else if (!layout.checks.empty()) {
    context.file.fail(value, "checks of a layout are for tables: this one has no columns");
  }
}

struct NumberedContext {
  JsonFile& file;
  std::string prefix;
};

constexpr Word<NumberedContext> kNumberedWords[] = {
    {"numbered", [](NumberedContext& c, TokenId value) { c.prefix = c.file.string(value); }}};

/// `{"numbered": "header_"}`.
void read_numbered(LayoutContext& context, TokenId value) {
  NumberedContext numbered{context.file, {}};
  read_words(context.file, value, "word", kNumberedWords, numbered);
  if (numbered.prefix.empty()) context.file.fail(value, "wanted {\"numbered\": \"prefix\"}");
  context.layout.columns_prefix = numbered.prefix;
}

void read_delimiter_words(LayoutContext& context, TokenId value) {
  for (const Member& word : context.file.members(value)) {
    context.layout.delimiter_words.emplace_back(word.name, read_mark(context.file, word.value));
  }
  if (context.layout.delimiter_words.empty()) context.file.fail(value, "wanted at least one word");
}

constexpr Word<LayoutContext> kFormDelimiterWords[] = {
    {"at", [](Context& c,
              TokenId value) { c.layout.delimiter_member = read_root_member(c.file, value); }},
    {"words", read_delimiter_words},
};

/// `{"at": "/delimiter", "words": {"pipe": "|"}}`.
void read_form_delimiter(LayoutContext& context, TokenId value) {
  read_words(context.file, value, "word of a form's delimiter", kFormDelimiterWords, context);
  const Layout& layout = context.layout;
  if (layout.delimiter_member.empty() || layout.delimiter_words.empty()) {
    return context.file.fail(value, "wanted {\"at\": \"/member\", \"words\": {...}}");
  }
  context.layout.delimiters.clear();
  for (const auto& [word, mark] : layout.delimiter_words) context.layout.delimiters.push_back(mark);
}

constexpr Word<LayoutContext> kFormWords[] = {
    {"columns", read_numbered},
    {"delimiter", read_form_delimiter},
    {"limits", read_limits},
    {"checks", read_layout_checks},
};

void read_form(LayoutContext& context, TokenId value) {
  Layout& layout = context.layout;
  layout.kind = LayoutKind::kForm;
  layout.quote = 0;
  read_words(context.file, value, "word of a form layout", kFormWords, context);
  if (layout.columns_prefix.empty() || layout.delimiter_member.empty()) {
    context.file.fail(value, "a form has columns and delimiter");
  }
  lint_events(context, value, kFormEvents, kFormLineEvents);
}

void read_attributes(LayoutContext& context, TokenId value) {
  for (const std::string& pointer : context.file.strings(value)) {
    if (!pointer_steps(pointer) || pointer.empty())
      context.file.fail(value, "wanted pointers such as /status");
    context.layout.attributes.insert(pointer);
  }
}

constexpr Word<LayoutContext> kXmlWords[] = {
    {"root", [](Context& c, TokenId value) { c.layout.root = c.file.string(value); }},
    {"attributes", read_attributes},
    {"limits", read_limits},
};

void read_xml(LayoutContext& context, TokenId value) {
  context.layout.kind = LayoutKind::kXml;
  read_words(context.file, value, "word of an xml layout", kXmlWords, context);
  if (context.layout.root.empty()) context.file.fail(value, "an xml layout has a root");
}

constexpr Word<LayoutContext> kJsonpWords[] = {{"limits", read_limits}};

void read_jsonp(LayoutContext& context, TokenId value) {
  context.layout.kind = LayoutKind::kJsonp;
  read_words(context.file, value, "word of a jsonp layout", kJsonpWords, context);
}

constexpr Word<LayoutContext> kNdjsonWords[] = {{"limits", read_limits}};

void read_ndjson(LayoutContext& context, TokenId value) {
  context.layout.kind = LayoutKind::kNdjson;
  read_words(context.file, value, "word of an ndjson layout", kNdjsonWords, context);
}

constexpr Word<LayoutContext> kLayouts[] = {{"csv", read_csv},       {"delimited", read_delimited},
                                            {"form", read_form},     {"json", read_json},
                                            {"ndjson", read_ndjson}, {"xml", read_xml},
                                            {"jsonp", read_jsonp}};

}  // namespace

std::vector<Layout> read_layouts(SchemaReader& reader, TokenId value) {
  JsonFile& file = reader.file();
  std::vector<Layout> layouts;
  for (const Member& member : file.members(value)) {
    Layout layout;
    layout.name = member.name;
    LayoutContext words{reader, file, layout, member.value};
    const auto* const kind =
        std::find_if(std::begin(kLayouts), std::end(kLayouts),
                     [&](const Word<LayoutContext>& word) { return word.name == member.name; });
    if (kind == std::end(kLayouts)) {
      std::vector<std::string_view> known;
      for (const Word<LayoutContext>& word : kLayouts) known.push_back(word.name);
      file.fail_unknown(member.name_token, "layout", known);
      return layouts;
    }
    kind->read(words, member.value);
    layouts.push_back(std::move(layout));
  }
  if (layouts.empty()) file.fail(value, "wanted at least one layout");
  return layouts;
}

const Check* Layout::check_on(std::string_view event) const {
  for (const Check& check : checks) {
    if (check.keyword == event) return &check;
  }
  return nullptr;
}

}  // namespace crosswalk::format
