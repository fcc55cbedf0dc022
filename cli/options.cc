// Reading a command line by the table of options: see options.h. CLI11 cuts the arguments; values
// are taken by the rows.
#include "options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>

#include "report/message.h"

namespace crosswalk::cli {
namespace {

using Rows = std::map<const CLI::Option*, const OptionRow*>;

Error usage(std::string message) {
  return {ErrorKind::kUsage, std::move(message)};
}

// `--output` of `-o,--output`.
std::string long_name(const OptionRow& row) {
  const std::string spellings = row.spellings;
  return spellings.substr(spellings.rfind(',') + 1);
}

Rows add_options(CLI::App& app, CommandBit command) {
  Rows rows;
  for (const OptionRow& row : option_table()) {
    if ((row.commands & command) == 0) continue;
    CLI::Option* option = nullptr;
    if (row.value == nullptr) {
      option = app.add_flag(row.spellings);
    } else {
      option = app.add_option(std::string(row.spellings));
      option->expected(1)->take_all();
    }
    rows.emplace(option, &row);
  }
  return rows;
}

std::vector<std::string> known_spellings(const Rows& rows) {
  std::vector<std::string> known;
  for (const auto& [option, row] : rows) known.push_back(long_name(*row));
  return known;
}

// What CLI11 did not take: operands, and options that the command does not know.
Status take_operands(const std::vector<std::string>& rest, const Rows& rows, Options& options) {
  for (const std::string& word : rest) {
    if (word.size() > 1 && word.starts_with('-')) {
      const std::string name = word.substr(0, word.find('='));
      return usage("unknown option " + name + report::did_you_mean(name, known_spellings(rows)));
    }
    options.operands.push_back(word);
  }
  return {};
}

// REQUIRES: the option occurs for the `occurrence`-th time, from 0.
Status take_value(const OptionRow& row, const CLI::Option& option, std::size_t occurrence,
                  Options& options) {
  if (occurrence > 0 && !row.is_repeatable && row.value != nullptr) {
    return usage(long_name(row) + " is given twice");
  }
  const std::string value = option.results().at(occurrence);
  if (row.value == nullptr && value != "true") return usage(long_name(row) + " takes no value");
  const Status taken = row.take(options, value);
  if (taken) return {};
  return Error{taken.error().kind, long_name(row) + ": " + taken.error().message};
}

// CLI11 names the option first: "--from: 1 required TEXT missing".
Error missing_value(const CLI::ParseError& error) {
  const std::string what = error.what();
  return usage(what.substr(0, what.find(':')) + " needs a value");
}

}  // namespace

Result<Options> parse_options(CommandBit command, std::span<const std::string> arguments) {
  const auto separator = std::ranges::find(arguments, "--");
  std::vector<std::string> reversed(arguments.begin(), separator);
  std::ranges::reverse(reversed);  // as CLI11 wants them

  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  const Rows rows = add_options(app, command);
  try {
    app.parse(reversed);
  } catch (const CLI::ParseError& error) {
    return missing_value(error);
  }

  Options options;
  if (Status status = take_operands(app.remaining(), rows, options); !status) return status.error();
  std::map<const CLI::Option*, std::size_t> occurrences;
  for (const CLI::Option* option : app.parse_order()) {
    const Status status = take_value(*rows.at(option), *option, occurrences[option]++, options);
    if (!status) return status.error();
  }
  if (separator != arguments.end()) {
    options.operands.insert(options.operands.end(), separator + 1, arguments.end());
  }
  return options;
}

}  // namespace crosswalk::cli
