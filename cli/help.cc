// Help texts: see help.h.
#include "help.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

namespace crosswalk::cli {
namespace {

constexpr std::size_t kLineWidth = 80;
constexpr std::size_t kIndent = 2;

// `text` in lines of at most `width` characters, lines after the first indented by `indent`.
std::string wrapped(std::string_view text, std::size_t indent) {
  std::string out;
  std::size_t column = indent;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    if (column > indent && column + 1 + word.size() > kLineWidth) {
      out += "\n" + std::string(indent, ' ');
      column = indent;
    } else if (column > indent) {
      out += ' ';
      ++column;
    }
    out += word;
    column += word.size();
  }
  return out;
}

// `-o, --output OUT`.
std::string spelling(const OptionRow& row) {
  std::string text = row.spellings;
  if (const std::size_t comma = text.find(','); comma != std::string::npos) {
    text.insert(comma + 1, " ");
  } else {
    text.insert(0, "    ");
  }
  return row.value == nullptr ? text : text + " " + row.value;
}

std::string option_lines(CommandBit command) {
  constexpr std::size_t kHelpColumn = 30;
  std::string out;
  std::string_view group;
  for (const OptionRow& row : option_table()) {
    if ((row.commands & command) == 0) continue;
    if (group != row.group) out += fmt::format("\n{}:\n", row.group);
    group = row.group;
    const std::string left = std::string(kIndent, ' ') + spelling(row);
    const bool fits = left.size() + 2 <= kHelpColumn;
    out += fits ? left + std::string(kHelpColumn - left.size(), ' ')
                : left + "\n" + std::string(kHelpColumn, ' ');
    out += wrapped(row.help, kHelpColumn) + "\n";
  }
  return out;
}

std::string indented(std::string_view lines) {
  std::string out(kIndent, ' ');
  for (const char letter : lines) {
    out += letter;
    if (letter == '\n') out += std::string(kIndent, ' ');
  }
  return out + "\n";
}

}  // namespace

std::string general_help() {
  std::string out =
      "crosswalk checks customer data against the formats of the services that receive it,\n"
      "and converts it between them.\n"
      "\n"
      "usage: crosswalk COMMAND [options] [FILE...]\n"
      "\n"
      "Commands:\n";
  for (const Command& command : commands()) {
    out += fmt::format("  {:<10}{}\n", command.name, command.summary);
  }
  out +=
      "\n"
      "crosswalk COMMAND --help tells the options of a command, with examples.\n"
      "crosswalk --version tells the version.\n"
      "\n"
      "Exit codes: 0 no errors; 1 errors were found; 2 wrong use; 3 reading or writing failed;\n"
      "70 a bug in crosswalk; 130, 143 ended by a signal.\n";
  return out;
}

std::string command_help(const Command& command) {
  std::string out =
      fmt::format("usage: crosswalk {} {}\n\n{}\n\nExamples:\n{}", command.name,
                  wrapped(command.usage,
                          std::string_view("usage: crosswalk ").size() + command.name.size() + 1),
                  wrapped(command.description, 0), indented(command.examples));
  return out + option_lines(command.bit);
}

}  // namespace crosswalk::cli
