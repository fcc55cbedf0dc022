// crosswalk explain: what a rule means.
#include <fmt/format.h>

#include <string>

#include "command.h"
#include "report/message.h"
#include "report/severity_words.h"
#include "terminal.h"

namespace crosswalk::cli {
namespace {

void append(std::string& out, std::string_view heading, std::string_view text) {
  if (text.empty()) return;
  out += fmt::format("\n{}:\n", heading);
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    out += fmt::format("  {}\n", report::line_text(line));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
}

// What shows the rule: a document and the command that reads it, or a command alone.
void append_example(std::string& out, const RuleInfo& rule) {
  for (const auto& [name, text] : rule.beside) append(out, name, text);
  const std::string heading = rule.command.empty()
                                  ? std::string("Example")
                                  : fmt::format("Example (crosswalk {})", rule.command);
  append(out, heading, rule.example);
  append(out, "Mended", rule.mended);
}

std::string explained(const RuleInfo& rule) {
  std::string text = fmt::format("{} ({})\n", rule.name, report::severity_word(rule.severity));
  if (!rule.meaning.empty()) text += "\n" + rule.meaning + "\n";
  append(text, "Why", rule.why);
  append(text, "Source", rule.url.empty() ? rule.source : rule.source + "\n" + rule.url);
  append_example(text, rule);
  append(text, "How to mend it", rule.cure);
  return text;
}

}  // namespace

void run_explain(Session& session) {
  const std::vector<std::string>& operands = session.options().operands;
  if (operands.size() != 1) {
    return session.fail({ErrorKind::kUsage, "name one rule, such as csv.row-width"});
  }
  const auto rule = session.formats().explain(operands.front());
  if (!rule) return session.fail(rule.error());
  const std::string text = explained(rule.value());
  if (const Status printed = print(text); !printed) session.fail(printed.error());
}

}  // namespace crosswalk::cli
