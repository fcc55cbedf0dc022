// Help texts, made from the tables of commands and options. Test: tests/cli/help_test.cc.
#ifndef CROSSWALK_CLI_HELP_H
#define CROSSWALK_CLI_HELP_H

#include <string>

#include "command.h"

namespace crosswalk::cli {

/// What `crosswalk --help` prints.
std::string general_help();

/// What `crosswalk COMMAND --help` prints.
std::string command_help(const Command& command);

}  // namespace crosswalk::cli

#endif  // CROSSWALK_CLI_HELP_H
