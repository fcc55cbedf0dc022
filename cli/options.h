// The options of all commands: one table, from which they are read and their help is written.
//
// A row says how an option is spelt, what it takes, which commands know it, what it does in plain
// words, and how it changes Options. Rows are taken in the order in which they were given, so that
// of `--ignore a --severity a=error` the later wins.
//   crosswalk validate --fron x   ->   unknown option --fron (did you mean --from?)
// Test: tests/cli/options_test.cc.
#ifndef CROSSWALK_CLI_OPTIONS_H
#define CROSSWALK_CLI_OPTIONS_H

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "crosswalk/run.h"
#include "report/reporter.h"
#include "values.h"

namespace crosswalk::cli {

/// When something is done that fits a terminal only, such as colours.
enum class When : std::uint8_t { kAuto, kAlways, kNever };

/// Everything that a command line says.
struct Options {
  Options() { read.threads = 0; }

  std::vector<std::string> operands;  ///< FILEs, or whatever else the command takes
  std::vector<std::string> file_lists;
  std::vector<std::string> format_folders;
  std::string schema;  ///< empty = none
  ReadOptions read;
  std::string columns_of;
  std::string to;
  std::string output;       ///< empty = standard output
  std::string format_name;  ///< of a drafted format
  std::string map_path;     ///< empty = none
  std::vector<std::string> drops;
  bool allows_loss = false;
  Dedupe dedupe = Dedupe::kNone;
  bool is_dry_run = false;
  std::string missing;
  std::optional<std::vector<std::string>> select;
  bool has_secrets = false;
  std::string output_encoding;  ///< empty = the target's own
  std::optional<char> output_delimiter;
  bool is_unsafe = false;  ///< repairs that guess
  std::string rejects;
  std::optional<RejectLimit> max_rejects;
  std::optional<std::uint64_t> split_bytes;
  std::optional<std::uint64_t> split_records;
  report::ReportFormat report_format = report::ReportFormat::kText;
  std::string report_path;  ///< empty = where the command reports
  std::optional<std::uint64_t> max_findings;
  When color = When::kAuto;
  When progress = When::kAuto;
  bool is_quiet = false;
  std::optional<int> findings_exit;
  bool wants_help = false;
};

/// The commands, as bits: which of them know an option.
enum CommandBit : unsigned {
  kValidate = 1,
  kConvert = 2,
  kDetect = 4,
  kFormats = 8,
  kExplain = 16,
  kRepair = 32,
  kTakesSome = kValidate | kConvert,  // of the records
  kRuns = kTakesSome | kRepair,
  kReads = kRuns | kDetect,
  kAll = kReads | kFormats | kExplain,
};

/// One option.
struct OptionRow {
  const char* spellings;  ///< `-o,--output`
  const char* value;      ///< what it takes, for help; null = a flag
  const char* group;      ///< heading in help
  unsigned commands;      ///< CommandBits
  bool is_repeatable;
  const char* help;
  Status (*take)(Options&, const std::string& value);  ///< Errors: without the option's name
};

/// All options, in the order of help.
std::span<const OptionRow> option_table();

/// Reads the arguments of `command`. Errors: kUsage; kIo for files that options name.
Result<Options> parse_options(CommandBit command, std::span<const std::string> arguments);

}  // namespace crosswalk::cli

#endif  // CROSSWALK_CLI_OPTIONS_H
