// What a keyword wanted, in words made once when a schema is compiled.
//
//   {"type":["number","null"]}   ->   a number or null
//   {"enum":[0,1,""]}            ->   0, 1 or ""
// They hold text of the schema only, never of the input. Test: tests/check/expected_test.cc.
#ifndef CROSSWALK_CHECK_EXPECTED_H
#define CROSSWALK_CHECK_EXPECTED_H

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "format/schema.h"

namespace crosswalk::check {

/// `a`, `a or b`, `a, b or c`; of more than eleven the first ten.
std::string any_of_words(std::span<const std::string> words);

/// The words for a mask of format::TypeBit.
std::string expected_types(std::uint8_t types);

/// The words for literal values.
std::string expected_values(const format::Schema& schema, std::span<const std::uint32_t> tokens);

/// `at least 3 characters`.
std::string expected_count(std::string_view relation, std::uint64_t count, std::string_view unit);

/// The words for `within`.
std::string expected_time(std::int64_t from_unix, std::int64_t ahead_days);

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_EXPECTED_H
