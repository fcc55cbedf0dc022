// The values that options take, read from their text.
//
//   128MiB -> 134217728     32MB -> 32000000     5% -> at most five in a hundred
// Errors say what is wanted; the caller adds the option's name. Test: tests/cli/values_test.cc.
#ifndef CROSSWALK_CLI_VALUES_H
#define CROSSWALK_CLI_VALUES_H

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "crosswalk/result.h"

namespace crosswalk::cli {

/// How many records may be rejected.
struct RejectLimit {
  std::uint64_t amount = 0;
  bool is_percent = false;

  /// True if `rejected` of `records` are more than the limit.
  [[nodiscard]] bool is_exceeded(std::uint64_t rejected, std::uint64_t records) const;
};

/// A whole number from 0 to `largest`. Errors: kUsage.
Result<std::uint64_t> parse_count(
    std::string_view text, std::uint64_t largest = std::numeric_limits<std::uint64_t>::max());

/// A number of bytes: `8388608`, `32MB`, `128MiB` (kB, MB, GB; KiB, MiB, GiB). Errors: kUsage.
Result<std::uint64_t> parse_size(std::string_view text);

/// `N` or `P%`. Errors: kUsage.
Result<RejectLimit> parse_reject_limit(std::string_view text);

/// One ASCII character, or comma, semicolon, tab, pipe. Errors: kUsage.
Result<char> parse_delimiter(std::string_view text);

/// `NAME=VALUE`. Errors: kUsage, without the value.
Result<std::pair<std::string, std::string>> parse_assignment(std::string_view text);

/// The parts between commas; blanks around them go.
std::vector<std::string> split_list(std::string_view text);

}  // namespace crosswalk::cli

#endif  // CROSSWALK_CLI_VALUES_H
