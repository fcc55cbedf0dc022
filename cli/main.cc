// crosswalk: the command. Finds the command in the table, reads its options, runs it.
#include <exception>
#include <string>
#include <system_error>
#include <vector>

#include "command.h"
#include "crosswalk/version.h"
#include "help.h"
#include "report/message.h"
#include "signals.h"
#include "terminal.h"

namespace crosswalk::cli {
namespace {

int print_and_exit(const std::string& text) {
  const Status printed = print(text);
  if (printed) return kDone;
  complain("", printed.error().message);
  return kFailed;
}

int refuse(std::string_view who, const std::string& what) {
  complain(who, what);
  return kWrongUse;
}

int refuse_command(const std::string& word) {
  std::vector<std::string> names;
  for (const Command& command : commands()) names.emplace_back(command.name);
  const std::string kind = word.starts_with('-') ? "option " : "command ";
  const std::string suggestion = report::did_you_mean(word, names);
  return refuse(
      "", "unknown " + kind + word + (suggestion.empty() ? "; see crosswalk --help" : suggestion));
}

int run_command(const Command& command, std::span<const std::string> arguments) {
  auto options = parse_options(command.bit, arguments);
  if (!options) {
    complain(command.name, options.error().message);
    return code_of(options.error().kind);
  }
  if (options.value().wants_help) return print_and_exit(command_help(command));
  Session session(command.name, std::move(options).value());
  if (const Status loaded = session.load_formats(); !loaded) {
    session.fail(loaded.error());
  } else {
    command.run(session);
  }
  return session.exit_code();
}

int dispatch(const std::vector<std::string>& arguments) {
  if (arguments.empty()) return refuse("", "which command? see crosswalk --help");
  const std::string& word = arguments.front();
  if (word == "--help" || word == "-h" || word == "help") return print_and_exit(general_help());
  if (word == "--version") return print_and_exit("crosswalk " CROSSWALK_VERSION "\n");
  const Command* command = find_command(word);
  if (command == nullptr) return refuse_command(word);
  return run_command(*command, std::span(arguments).subspan(1));
}

}  // namespace
}  // namespace crosswalk::cli

int main(int argc, char** argv) {
  using namespace crosswalk::cli;
  try {
    watch_signals();
    return dispatch(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
  } catch (const std::bad_alloc&) {
    complain_of_memory();
    return kFailed;
  } catch (const std::system_error& error) {
    complain("", std::string("the system refused: ") + error.what());
    return kFailed;
  } catch (const std::exception& error) {
    complain("", std::string("a bug in crosswalk: ") + error.what());
    return kBroken;
  }
}
