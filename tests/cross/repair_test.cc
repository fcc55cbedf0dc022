// Repairing, over the examples of all vendors and over texts broken on purpose: what a repair
// claims to have mended is mended, a second repair changes nothing, and what needs none stays as it
// is.
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "cross/customer_tables.h"
#include "cross/vendor_examples.h"

namespace crosswalk::tests {
namespace {

constexpr std::int64_t kNow = 1'700'000'000;
constexpr std::size_t kBlockSizes[] = {1, 7, 64};

struct Repaired {
  std::optional<RunResult> result;
  std::vector<Finding> findings;
  std::string output;

  [[nodiscard]] bool is_complete() const { return result && result->complete; }
  [[nodiscard]] std::uint64_t repairs() const { return result->summary.repairs; }
};

Repaired repaired(const std::string& text, const std::string& from,
                  std::size_t block_bytes = std::size_t{256} << 10U) {
  RepairOptions options;
  options.read.from = from;
  options.read.now_unix = kNow;
  options.read.block_bytes = block_bytes;
  options.unsafe = true;
  options.read.time_zone = "+02:00";
  MemoryOutput output;
  KeptFindings kept;
  const auto source = memory_source(text, "input");
  auto result = repair(embedded_formats(), *source, options, output, kept.sink());
  EXPECT_TRUE(result.ok()) << result.error().message;
  Repaired repaired;
  if (result) repaired.result = std::move(result).value();
  repaired.findings = std::move(kept.all);
  if (!output.bodies.empty()) repaired.output = output.bodies.front();
  return repaired;
}

std::vector<Finding> strict_findings(const std::string& text, const std::string& from) {
  ValidateOptions options;
  options.read.from = from;
  options.read.now_unix = kNow;
  KeptFindings kept;
  const auto source = memory_source(text, "output");
  EXPECT_TRUE(validate(embedded_formats(), *source, options, kept.sink()).ok());
  return kept.all;
}

/// Holds a repair to its promises. Returns true if there was something to mend, and it was mended.
bool check_promises(const std::string& text, const std::string& from) {
  const Repaired first = repaired(text, from);
  if (!first.is_complete()) {
    EXPECT_GT(first.result->summary.errors, 0U);
    return false;
  }
  std::set<std::string> mended;
  for (const Finding& finding : first.findings) {
    if (finding.repair) mended.insert(finding.rule);
  }
  for (const Finding& finding : strict_findings(first.output, from)) {
    EXPECT_NE(finding.severity, Severity::kError) << line_of(finding) << '\n' << first.output;
    EXPECT_FALSE(mended.contains(finding.rule)) << line_of(finding) << '\n' << first.output;
  }
  const Repaired second = repaired(first.output, from);
  EXPECT_EQ(second.repairs(), 0U) << first.output;
  EXPECT_EQ(second.output, first.output);
  if (first.repairs() == 0) {
    EXPECT_EQ(first.output, text);
  }
  return first.repairs() > 0;
}

void expect_the_same_at_every_block_size(const std::string& text, const std::string& from) {
  const Repaired whole = repaired(text, from);
  for (const std::size_t block_bytes : kBlockSizes) {
    const Repaired cut = repaired(text, from, block_bytes);
    EXPECT_EQ(cut.is_complete(), whole.is_complete()) << block_bytes;
    if (whole.is_complete()) {
      EXPECT_EQ(cut.output, whole.output) << block_bytes;
    }
    EXPECT_EQ(cut.repairs(), whole.repairs()) << block_bytes;
  }
}

TEST(Repair, KeepsItsPromisesOnEveryExample) {
  std::size_t mended = 0;
  for (const VendorExample& example : vendor_examples()) {
    SCOPED_TRACE(example.name());
    const std::string text = text_of(example.path);
    if (check_promises(text, example.source)) ++mended;
    if (text.size() < 4096) expect_the_same_at_every_block_size(text, example.source);
  }
  EXPECT_GT(mended, 25U);
}

/// A good body with something broken that tolerant reading knows.
std::string broken(std::string text, std::mt19937& random) {
  const auto at_some = [&](std::string_view what) {
    std::vector<std::size_t> places;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1))
      places.push_back(at);
    return places.empty() ? std::string::npos : places[random() % places.size()];
  };
  const auto replace = [&](std::string_view what, std::string_view with) {
    const std::size_t at = at_some(what);
    if (at != std::string::npos) text.replace(at, what.size(), with);
  };
  switch (random() % 7) {
    case 0:
      replace("]", " , ]");
      break;
    case 1:
      replace(",\"\",", ", ,");
      break;
    case 2:
      replace("}", ",}");
      break;
    case 3:
      text.resize(text.find_last_not_of("]}\n ") + 2);
      break;
    case 4:
      text.insert(0, "HTTP/1.1 200 OK\n\n");
      break;
    case 5:
      replace(",1,", ",true,");
      break;
    default:
      replace(",0,", ",0.0,");
  }
  return text;
}

TEST(Repair, KeepsItsPromisesOnBrokenTables) {
  std::mt19937 random(7);
  std::size_t mended = 0;
  for (int round = 0; round < 200; ++round) {
    std::string text = CustomerTable(random, 1 + random() % 5).json();
    const std::size_t defects = 1 + random() % 3;
    for (std::size_t i = 0; i < defects; ++i) text = broken(std::move(text), random);
    SCOPED_TRACE(text);
    if (check_promises(text, "aixon/customers:json")) ++mended;
    expect_the_same_at_every_block_size(text, "aixon/customers:json");
  }
  EXPECT_GT(mended, 60U);
}

TEST(Repair, KeepsItsPromisesOnBrokenLinesAndDocuments) {
  std::mt19937 random(11);
  std::size_t mended = 0;
  for (const VendorExample& example : vendor_examples()) {
    const bool is_json = example.source.ends_with(":json") || example.source.ends_with(":ndjson");
    if (!is_json || example.folder != "pass") continue;
    for (int round = 0; round < 4; ++round) {
      const std::string text = broken(text_of(example.path), random);
      SCOPED_TRACE(example.name() + '\n' + text);
      if (check_promises(text, example.source)) ++mended;
    }
  }
  EXPECT_GT(mended, 40U);
}

/// A good form with something broken in its parameters; bytes of the rows stay.
std::string broken_form(std::string text, std::mt19937& random) {
  const auto replace = [&](std::string_view what, std::string_view with) {
    const std::size_t at = text.find(what);
    if (at != std::string::npos) text.replace(at, what.size(), with);
  };
  const std::string last = "profiles_header_" + std::to_string(1 + random() % 2) + '=';
  switch (random() % 4) {
    case 0:
      replace("%7C%2C%7C", random() % 2 == 0 ? "%2C" : ",");
      break;
    case 1:
      replace("delimiter=pipe", random() % 2 == 0 ? "delimiter=%7C" : "delimiter=PIPE");
      break;
    case 2:
      replace("delimiter=tab", "delimiter=%09");
      break;
    default:
      replace(last, "profiles_header_" + std::to_string(90 + random() % 9) + '=');
  }
  return text;
}

TEST(Repair, KeepsItsPromisesOnBrokenForms) {
  std::mt19937 random(13);
  std::size_t mended = 0;
  for (const VendorExample& example : vendor_examples()) {
    if (!example.source.ends_with(":form") || example.folder != "pass") continue;
    for (int round = 0; round < 12; ++round) {
      std::string text = text_of(example.path);
      const std::size_t defects = 1 + random() % 3;
      for (std::size_t i = 0; i < defects; ++i) text = broken_form(std::move(text), random);
      SCOPED_TRACE(example.name() + '\n' + text);
      if (check_promises(text, example.source)) ++mended;
      expect_the_same_at_every_block_size(text, example.source);
    }
  }
  EXPECT_GT(mended, 20U);
}

TEST(Repair, TellsEachRepairOfAFormOnce) {
  const std::string rest =
      "&Profiles_Data=1%7CAnn%0A2%7CBob&user_id=u&user_password=p&type=customers_batch"
      "&account_id=a&overwrite_duplicates=ignore&campaigns_to_include=";
  const std::string text =
      "delimiter=%7C&profiles_header_0=code&profiles_header_4=first_name" + rest + "1,2%2C3";
  const Repaired repair = repaired(text, "loyalty/customers:form");
  ASSERT_TRUE(repair.is_complete());
  EXPECT_EQ(repair.output, "delimiter=pipe&profiles_header_1=code&profiles_header_2=first_name" +
                               rest + "1%7C%2C%7C2%7C%2C%7C3");
  std::map<std::string, std::uint64_t> places;
  for (const Finding& finding : repair.findings) {
    if (!finding.repair) continue;
    EXPECT_TRUE(places.emplace(finding.rule, finding.place.byte).second);
  }
  EXPECT_EQ(places, (std::map<std::string, std::uint64_t>{
                        {"loyalty.campaigns-separator", text.find("1,2%2C3")},
                        {"loyalty.delimiter-value", text.find("%7C")},
                        {"loyalty.header-gap", text.find("profiles_header_0")}}));
}

}  // namespace
}  // namespace crosswalk::tests
