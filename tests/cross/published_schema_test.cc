// A vendor's own schema, as its page prints it, beside our format: ours refuses what the vendor's
// does, and more only where the vendor's prose says so.
//
// The printed schema has a comma too many and a keyword that draft-07 does not have. It asserts
// date-times with an offset, which the page's own example has not; ours warns there.
#include <gtest/gtest.h>

#include <set>

#include "check/reference.h"
#include "cross/customer_tables.h"
#include "cross/vendor_examples.h"
#include "json/parser.h"
#include "support/source_dir.h"

namespace crosswalk::tests {
namespace {

using check::ReferenceVerdict;

constexpr std::string_view kFormat = "wasabi/customer-action:json";

std::string printed_schema() {
  return text_of(source_dir() / "tests/cross/published/customer-actions.schema.json");
}

/// The printed schema without the comma at which strict reading stops.
std::string mended_schema() {
  std::string text = printed_schema();
  std::vector<json::Fault> faults;
  json::Tape tape;
  EXPECT_FALSE(json::parse(text, {}, tape, faults));
  const std::size_t comma = text.rfind(',', faults.at(0).offset);
  return text.erase(comma, 1);
}

/// Rules that our format finds broken, errors and the one deliberate warning.
std::set<std::string> rules_broken_by(const std::string& text) {
  ValidateOptions options;
  options.read.from = kFormat;
  KeptFindings kept;
  const auto source = memory_source(text, "event");
  EXPECT_TRUE(validate(embedded_formats(), *source, options, kept.sink()).ok());
  std::set<std::string> rules;
  for (const Finding& finding : kept.all) {
    const bool is_leniency = finding.rule == "wasabi.datetime-offset-missing";
    if (finding.severity == Severity::kError || is_leniency) rules.insert(finding.rule);
  }
  return rules;
}

TEST(PublishedSchema, HasOneCommaTooMany) {
  json::Tape tape;
  std::vector<json::Fault> faults;
  const std::string text = printed_schema();
  EXPECT_FALSE(json::parse(text, {}, tape, faults));
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].kind, json::FaultKind::kTrailingComma);
  EXPECT_EQ(std::ranges::count(text.substr(0, faults[0].offset), '\n'), 12) << "line 13, column 1";
  EXPECT_EQ(text[faults[0].offset - 1], '\n');
}

TEST(PublishedSchema, RefusesNothingThatOurFormatTakes) {
  // What the prose says, and what the reference engine does not see.
  const std::set<std::string> ours_alone = {"wasabi.event-type", "wasabi.empty-id",
                                            "json.duplicate-key", "schema.format",
                                            "text.spreadsheet-number"};
  const auto published = check::ReferenceEngine::compile(mended_schema(), "");
  ASSERT_TRUE(published.ok()) << published.error().message;
  std::size_t refused = 0;
  for (const VendorExample& example : vendor_examples()) {
    const std::string text = text_of(example.path);
    if (example.source != kFormat || !text.starts_with('{')) continue;
    std::vector<check::ReferenceFailure> failures;
    const bool takes = published.value()->check(text, failures) == ReferenceVerdict::kValid;
    const std::set<std::string> rules = rules_broken_by(text);
    refused += takes ? 0 : 1;
    if (!takes) {
      EXPECT_FALSE(rules.empty()) << example.name();
      continue;
    }
    for (const std::string& rule : rules) {
      EXPECT_TRUE(ours_alone.contains(rule)) << example.name() << ": " << rule;
    }
  }
  EXPECT_GT(refused, 5U);
}

}  // namespace
}  // namespace crosswalk::tests
