// What an example of a format is expected to give: NAME.expected.jsonl beside the example NAME.
//
//   {"options": {"operation": "update", "columns-of": "../earlier.json"}}
//   {"rule": "club.date", "severity": "error", "line": 3, "column": 9, "field": "joined"}
//
// The first line may hold options of `crosswalk validate`; files they name stand beside the
// example. Every other line is a finding, in order; members that a line leaves out are not
// compared. Test: tests/cli/expectation_test.cc.
#ifndef CROSSWALK_CLI_EXPECTATION_H
#define CROSSWALK_CLI_EXPECTATION_H

#include <string>
#include <string_view>
#include <vector>

#include "crosswalk/finding.h"
#include "crosswalk/result.h"

namespace crosswalk::cli {

/// What is expected of one example.
struct Expectation {
  std::vector<std::string> arguments;  ///< for parse_options()
  std::vector<std::string> findings;   ///< one object a line
};

/// Reads an expectation. `folder` is where the example stands. Errors: kUsage for text that is no
/// expectation, with the line.
Result<Expectation> parse_expectation(std::string_view text, const std::string& folder);

/// How `found` differs from what is expected, in a line; empty if it does not.
std::string difference(const Expectation& expectation, const std::vector<Finding>& found);

}  // namespace crosswalk::cli

#endif  // CROSSWALK_CLI_EXPECTATION_H
