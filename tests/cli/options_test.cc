// Command lines: what they set, and how wrong ones are refused.
#include "options.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <set>
#include <string>
#include <vector>

namespace crosswalk::cli {
namespace {

using Words = std::vector<std::string>;

Options parsed(const Words& words, CommandBit command = kConvert) {
  auto options = parse_options(command, words);
  EXPECT_TRUE(options) << options.error().message;
  return options ? std::move(options).value() : Options{};
}

std::string refused(const Words& words, CommandBit command = kConvert) {
  const auto options = parse_options(command, words);
  EXPECT_FALSE(options);
  if (options) return {};
  EXPECT_EQ(options.error().kind, ErrorKind::kUsage);
  return options.error().message;
}

TEST(Options, HaveDefaultsWithoutAnyWord) {
  const Options options = parsed({});
  EXPECT_TRUE(options.operands.empty());
  EXPECT_EQ(options.read.max_record_bytes, 8U << 20U);
  EXPECT_EQ(options.report_format, report::ReportFormat::kText);
  EXPECT_FALSE(options.split_bytes.has_value());
  EXPECT_EQ(options.read.threads, 0U);  // as many as there are cores
}

TEST(Options, TakeEverySpelling) {
  for (const Words& words :
       {Words{"-o", "x"}, Words{"-ox"}, Words{"--output", "x"}, Words{"--output=x"}}) {
    EXPECT_EQ(parsed(words).output, "x");
  }
  EXPECT_EQ(parsed({"-o", "-"}).output, "-");
  EXPECT_TRUE(parsed({"-q"}).is_quiet);
}

TEST(Options, KeepOperandsInOrderAmongOptions) {
  EXPECT_EQ(parsed({"a.csv", "--strict", "-", "--take", "5", "[b].csv"}).operands,
            (Words{"a.csv", "-", "[b].csv"}));
  EXPECT_EQ(parsed({"a", "--", "--strict", "-o"}).operands, (Words{"a", "--strict", "-o"}));
}

TEST(Options, SetWhatTheySay) {
  const Options options = parsed({"--from",
                                  "shop/orders:csv",
                                  "--to",
                                  "shop/orders",
                                  "--tolerant",
                                  "--strict",
                                  "--operation",
                                  "update",
                                  "--columns-of",
                                  "old.csv",
                                  "--missing",
                                  "null",
                                  "--rejects",
                                  "r.csv",
                                  "--max-rejects",
                                  "5%",
                                  "--split-bytes",
                                  "32MB",
                                  "--split-records",
                                  "7",
                                  "--take",
                                  "10",
                                  "--skip",
                                  "2",
                                  "--delimiter",
                                  "tab",
                                  "--column-names",
                                  "a, b",
                                  "--report-format",
                                  "jsonl",
                                  "--report",
                                  "f",
                                  "--max-findings",
                                  "0",
                                  "--stop-after",
                                  "3",
                                  "--show-values",
                                  "--max-record-bytes",
                                  "128MiB",
                                  "--max-columns",
                                  "5",
                                  "--max-depth",
                                  "6",
                                  "--memory-limit",
                                  "64MiB",
                                  "--threads",
                                  "3",
                                  "--engine",
                                  "reference",
                                  "--color",
                                  "never",
                                  "--progress",
                                  "always",
                                  "--findings-exit",
                                  "9",
                                  "--formats-dir",
                                  "d",
                                  "--files-from",
                                  "l"});
  EXPECT_EQ(options.read.from, "shop/orders:csv");
  EXPECT_EQ(options.to, "shop/orders");
  EXPECT_TRUE(options.read.tolerant);
  EXPECT_TRUE(options.read.strict);
  EXPECT_EQ(options.read.operation, "update");
  EXPECT_EQ(options.columns_of, "old.csv");
  EXPECT_EQ(options.missing, "null");
  EXPECT_EQ(options.rejects, "r.csv");
  EXPECT_TRUE(options.max_rejects->is_percent);
  EXPECT_EQ(options.split_bytes, 32000000U);
  EXPECT_EQ(options.split_records, 7U);
  EXPECT_EQ(options.read.take, 10U);
  EXPECT_EQ(options.read.skip, 2U);
  EXPECT_EQ(options.read.delimiter, '\t');
  EXPECT_EQ(options.read.column_names, (Words{"a", "b"}));
  EXPECT_EQ(options.report_format, report::ReportFormat::kJsonl);
  EXPECT_EQ(options.report_path, "f");
  EXPECT_EQ(options.max_findings, 0U);
  EXPECT_EQ(options.read.stop_after, 3U);
  EXPECT_TRUE(options.read.show_values);
  EXPECT_EQ(options.read.max_record_bytes, 134217728U);
  EXPECT_EQ(options.read.max_columns, 5U);
  EXPECT_EQ(options.read.max_depth, 6U);
  EXPECT_EQ(options.read.threads, 3U);
  EXPECT_EQ(options.read.memory_limit, 64U << 20U);
  EXPECT_EQ(options.read.engine, Engine::kReference);
  EXPECT_EQ(options.color, When::kNever);
  EXPECT_EQ(options.progress, When::kAlways);
  EXPECT_EQ(options.findings_exit, 9);
  EXPECT_EQ(options.format_folders, (Words{"d"}));
  EXPECT_EQ(options.file_lists, (Words{"l"}));
}

TEST(Options, TakeSeveritiesInTheOrderGiven) {
  const Options options = parsed({"--ignore", "a,b", "--severity", "a=error", "--ignore", "c"});
  using Change = std::pair<std::string, Severity>;
  EXPECT_EQ(options.read.severities, (std::vector<Change>{{"a", Severity::kOff},
                                                          {"b", Severity::kOff},
                                                          {"a", Severity::kError},
                                                          {"c", Severity::kOff}}));
}

TEST(Options, TakeSettingsFromTheEnvironmentAndFromFiles) {
  ::setenv("CROSSWALK_TEST_VALUE", "from outside", 1);
  const std::string path = testing::TempDir() + "crosswalk_setting";
  FILE* file = std::fopen(path.c_str(), "w");
  std::fputs("from a file\n", file);
  std::fclose(file);
  const Options options =
      parsed({"--set", "a=1", "--set-env", "b=CROSSWALK_TEST_VALUE", "--set-file", "c=" + path});
  using Setting = std::pair<std::string, std::string>;
  EXPECT_EQ(options.read.settings,
            (std::vector<Setting>{{"a", "1"}, {"b", "from outside"}, {"c", "from a file"}}));
  EXPECT_EQ(parse_options(kConvert, Words{"--set-file", "c=/no/such/file"}).error().kind,
            ErrorKind::kIo);
}

TEST(Options, RefuseWhatTheyDoNotKnowWithASuggestion) {
  EXPECT_EQ(refused({"--fron", "x"}), "unknown option --fron (did you mean --from or --drop?)");
  EXPECT_EQ(refused({"--fron=secret"}), "unknown option --fron (did you mean --from or --drop?)");
  EXPECT_EQ(refused({"--utterly-else"}), "unknown option --utterly-else");
  EXPECT_EQ(refused({"--to", "x"}, kValidate).substr(0, 19), "unknown option --to");
  EXPECT_EQ(refused({"-x"}), "unknown option -x");
}

TEST(Options, RefuseMissingRepeatedAndWrongValues) {
  EXPECT_EQ(refused({"--from"}), "--from needs a value");
  EXPECT_EQ(refused({"--from", "a", "--from", "b"}), "--from is given twice");
  EXPECT_EQ(refused({"--strict=no"}), "--strict takes no value");
  EXPECT_EQ(refused({"--take", "many"}), "--take: expected a whole number");
  EXPECT_EQ(refused({"--color", "alway"}),
            "--color: expected auto, always or never (did you mean always?)");
  EXPECT_EQ(refused({"--engine", "x"}), "--engine: expected compiled or reference");
  EXPECT_EQ(refused({"--set-env", "a=CROSSWALK_NO_SUCH"}),
            "--set-env: the environment has no variable CROSSWALK_NO_SUCH");
  EXPECT_EQ(refused({"--severity", "a=bad"}),
            "--severity: expected RULE=error, RULE=warning, RULE=info or RULE=off");
  EXPECT_EQ(refused({"--max-record-bytes", "2GiB"}), "--max-record-bytes: expected 1 byte to 1GiB");
}

TEST(OptionTable, SpellsEachOptionOnceAndExplainsIt) {
  std::set<std::string> spellings;
  for (const OptionRow& row : option_table()) {
    EXPECT_TRUE(spellings.insert(row.spellings).second) << row.spellings;
    EXPECT_NE(std::string(row.help), "") << row.spellings;
    EXPECT_NE(row.commands & kAll, 0U) << row.spellings;
  }
}

}  // namespace
}  // namespace crosswalk::cli
