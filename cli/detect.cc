// crosswalk detect: what each file is, and how one can tell.
#include <fmt/format.h>

#include <string>

#include "command.h"
#include "crosswalk/run.h"
#include "inputs.h"
#include "report/message.h"
#include "terminal.h"

namespace crosswalk::cli {
namespace {

// What an input is; several that fit equally well are an ambiguity that only the user can end.
std::string told(Session& session, const std::string& name, const std::vector<Detected>& found) {
  const Detected& best = found.front();
  std::string text = fmt::format("{}: {}\n", report::line_text(name), best.format);
  for (const std::string& sentence : best.evidence) text += fmt::format("    {}\n", sentence);
  for (std::size_t i = 1; i < found.size() && found[i].score == best.score; ++i) {
    text += fmt::format("    it may be {} as well: say which with --from\n", found[i].format);
    session.note(kWrongUse);
  }
  return text;
}

// The format of a folder stands in its manifest.
Result<std::string> judge(Session& session, const Input& input) {
  if (input.manifest) {
    return fmt::format("{}: {}\n    its manifest.json says so\n", report::line_text(input.name),
                       report::line_text(input.manifest->format));
  }
  OpenSources sources;
  if (Status opened = sources.open(input.paths.front()); !opened) return opened.error();
  const auto found = detect(session.formats(), *sources.all.front());
  if (!found) return found.error();
  return found.value().empty() ? std::string() : told(session, input.name, found.value());
}

}  // namespace

void run_detect(Session& session) {
  const auto inputs = collect_inputs(session.options());
  if (!inputs) return session.fail(inputs.error());
  for (const Input& input : inputs.value()) {
    auto text = judge(session, input);
    if (!text) {
      session.fail(text.error());
      continue;
    }
    if (text.value().empty()) {
      session.note(kFound);
      text = report::line_text(input.name) + ": no known format fits\n";
    }
    if (const Status printed = print(text.value()); !printed) session.fail(printed.error());
  }
}

}  // namespace crosswalk::cli
