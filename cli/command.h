// The commands: one file each, one row each in the table that dispatch and help are made from.
#ifndef CROSSWALK_CLI_COMMAND_H
#define CROSSWALK_CLI_COMMAND_H

#include <span>
#include <string_view>

#include "options.h"
#include "session.h"

namespace crosswalk::cli {

/// One command.
struct Command {
  CommandBit bit;
  std::string_view name;
  std::string_view summary;      ///< a few words, for the list of commands
  std::string_view usage;        ///< after `crosswalk NAME`
  std::string_view description;  ///< one or two plain sentences
  std::string_view examples;     ///< lines, each a command
  void (*run)(Session&);         ///< notes failures and exit codes in the session
};

/// All commands, in the order of help.
std::span<const Command> commands();

/// The command called `name`; null if there is none.
const Command* find_command(std::string_view name);

void run_validate(Session& session);
void run_convert(Session& session);
void run_repair(Session& session);
void run_detect(Session& session);
void run_formats(Session& session);
void run_explain(Session& session);

}  // namespace crosswalk::cli

#endif  // CROSSWALK_CLI_COMMAND_H
