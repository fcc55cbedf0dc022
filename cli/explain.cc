// crosswalk explain: what a rule means.
#include <fmt/format.h>

#include <string>

#include "command.h"
#include "report/severity_words.h"
#include "terminal.h"

namespace crosswalk::cli {
namespace {

void append(std::string& out, std::string_view heading, std::string_view text) {
  if (text.empty()) return;
  out += fmt::format("\n{}:\n", heading);
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    out += fmt::format("  {}\n", line);
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
}

}  // namespace

void run_explain(Session& session) {
  const std::vector<std::string>& operands = session.options().operands;
  if (operands.size() != 1) {
    return session.fail({ErrorKind::kUsage, "name one rule, such as csv.row-width"});
  }
  const auto rule = session.formats().explain(operands.front());
  if (!rule) return session.fail(rule.error());
  std::string text =
      fmt::format("{} ({})\n", rule.value().name, report::severity_word(rule.value().severity));
  if (!rule.value().meaning.empty()) text += "\n" + rule.value().meaning + "\n";
  append(text, "Example", rule.value().example);
  append(text, "How to mend it", rule.value().cure);
  if (const Status printed = print(text); !printed) session.fail(printed.error());
}

}  // namespace crosswalk::cli
