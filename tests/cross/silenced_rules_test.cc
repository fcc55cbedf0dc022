// Rules that are switched off are told of nowhere, and nothing but they gets quieter.
//
// All rules that speak of an example are switched off, and whatever speaks then (some checks are
// asked only of records without other faults), until it is silent. One rule at a time is switched
// off as well: what else was told of other records is still told.
#include <gtest/gtest.h>

#include <set>

#include "cross/vendor_examples.h"
#include "crosswalk/formats.h"
#include "support/memory_output.h"

namespace crosswalk::tests {
namespace {

using Severities = std::vector<std::pair<std::string, Severity>>;

/// What is told of an example; its counts must be those of its findings.
std::vector<Finding> told_of(const VendorExample& example, const Severities& severities) {
  static const Formats formats = Formats::embedded().value();
  ValidateOptions options;
  options.read.from = example.source;
  options.read.now_unix = 1'700'000'000;
  options.read.severities = severities;
  const std::string text = text_of(example.path);
  const auto source = memory_source(text, "input");
  KeptFindings kept;
  const auto result = validate(formats, *source, options, kept.sink());
  EXPECT_TRUE(result.ok()) << example.name();
  if (!result.ok()) return {};
  const Summary& sum = result.value().summary;
  EXPECT_EQ(sum.errors + sum.warnings + sum.infos, kept.all.size()) << example.name();
  return kept.all;
}

std::set<std::string> rules_of(const std::vector<Finding>& findings) {
  std::set<std::string> rules;
  for (const Finding& finding : findings) rules.insert(finding.rule);
  return rules;
}

TEST(SilencedRules, AreToldOfNowhere) {
  std::size_t silenced = 0;
  for (const VendorExample& example : vendor_examples()) {
    Severities off;
    std::vector<Finding> told = told_of(example, off);
    for (int round = 0; !told.empty() && round < 10; ++round) {
      for (const std::string& rule : rules_of(told)) off.emplace_back(rule, Severity::kOff);
      told = told_of(example, off);
      for (const auto& [rule, severity] : off)
        EXPECT_FALSE(rules_of(told).contains(rule)) << example.name() << ' ' << rule;
    }
    EXPECT_TRUE(told.empty()) << example.name() << ' ' << told.front().rule;
    silenced += off.size();
  }
  EXPECT_GT(silenced, 300U);
}

TEST(SilencedRules, SilenceNoOtherRule) {
  for (const VendorExample& example : vendor_examples()) {
    const std::set<std::string> rules = rules_of(told_of(example, {}));
    for (const std::string& rule : rules) {
      const auto others = rules_of(told_of(example, {{rule, Severity::kOff}}));
      EXPECT_FALSE(others.contains(rule)) << example.name() << ' ' << rule;
      for (const std::string& other : rules)
        EXPECT_TRUE(other == rule || others.contains(other))
            << example.name() << ": " << other << " without " << rule;
    }
  }
}

}  // namespace
}  // namespace crosswalk::tests
