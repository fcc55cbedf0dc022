// Help: complete, and no wider than a terminal.
#include "help.h"

#include <gtest/gtest.h>

#include <string>

namespace crosswalk::cli {
namespace {

std::size_t longest_line(const std::string& text) {
  std::size_t longest = 0;
  for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) {
    longest = std::max(longest, text.find('\n', at) - at);
  }
  return longest;
}

TEST(Help, NamesEveryCommand) {
  for (const Command& command : commands()) {
    EXPECT_NE(general_help().find(command.name), std::string::npos);
    EXPECT_EQ(find_command(command.name), &command);
  }
  EXPECT_EQ(find_command("nothing"), nullptr);
}

TEST(Help, ListsExactlyTheOptionsOfACommand) {
  for (const Command& command : commands()) {
    const std::string help = command_help(command);
    for (const OptionRow& row : option_table()) {
      const std::string name =
          std::string(row.spellings).substr(std::string(row.spellings).rfind('-') - 1);
      if ((row.commands & command.bit) != 0) {
        EXPECT_NE(help.find(row.spellings[1] == '-' ? row.spellings : name), std::string::npos)
            << command.name << " " << row.spellings;
      }
    }
  }
  EXPECT_EQ(command_help(*find_command("explain")).find("--from"), std::string::npos);
}

TEST(Help, FitsATerminal) {
  EXPECT_LE(longest_line(general_help()), 90U);
  for (const Command& command : commands()) {
    EXPECT_LE(longest_line(command_help(command)), 90U) << command.name;
  }
}

}  // namespace
}  // namespace crosswalk::cli
