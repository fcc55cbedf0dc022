// See scalar_tests.h.
#include "check/scalar_tests.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>

#include "base/decimal.h"
#include "base/name_table.h"
#include "check/text_format.h"
#include "check/times.h"
#include "text/utf8.h"

namespace crosswalk::check {
namespace {

using base::Decimal;
using json::Kind;

// Saturates.
std::int64_t unix_seconds(std::string_view integer) {
  std::int64_t seconds = 0;
  const auto end = integer.data() + integer.size();
  if (std::from_chars(integer.data(), end, seconds).ec == std::errc()) return seconds;
  constexpr auto kLast = std::numeric_limits<std::int64_t>::max();
  return integer[0] == '-' ? -kLast : kLast;
}

bool has_type(const Instruction& test, const Value& value) {
  if ((test.operand & bit(value.kind)) == 0) return false;
  const bool must_be_whole = value.kind == Kind::kNumber && (test.operand & kWholeNumbers) != 0;
  return !must_be_whole || value.small || Decimal::parse(value.text)->is_integer();
}

// Few texts are told apart by their lengths, mostly.
bool is_chosen_text(const Choice& choice, std::string_view text) {
  constexpr std::size_t kFew = 4;
  if (text.size() > choice.longest_text) return false;
  if (choice.texts.size() > kFew) {
    return std::binary_search(choice.texts.begin(), choice.texts.end(), text);
  }
  return std::any_of(choice.texts.begin(), choice.texts.end(),
                     [&](const std::string& known) { return base::same_name(known, text); });
}

bool is_chosen(const Choice& choice, const Value& value) {
  switch (value.kind) {
    case Kind::kString:
      return is_chosen_text(choice, value.text);
    case Kind::kNumber:
      return std::any_of(choice.numbers.begin(), choice.numbers.end(),
                         [&](const auto& number) { return compare(value, number) == 0; });
    default:
      return (choice.kinds & bit(value.kind)) != 0;
  }
}

bool in_range(const Program::Code& code, const Instruction& test, const Value& value) {
  const Number& limit = code.numbers[test.operand];
  switch (test.op) {
    case Op::kMinimum:
      return compare(value, limit) >= 0;
    case Op::kMaximum:
      return compare(value, limit) <= 0;
    case Op::kExclusiveMinimum:
      return compare(value, limit) > 0;
    case Op::kExclusiveMaximum:
      return compare(value, limit) < 0;
    default:
      return Decimal::parse(value.text)->is_multiple_of(limit.exact);
  }
}

// Code points are one to four bytes each, which tells enough of most texts.
bool has_at_least(std::string_view text, std::uint64_t code_points) {
  constexpr std::size_t kMostBytes = 4;
  const bool is_sure = (text.size() + kMostBytes - 1) / kMostBytes >= code_points;
  return text.size() >= code_points && (is_sure || text::count_code_points(text) >= code_points);
}

bool has_at_most(std::string_view text, std::uint64_t code_points) {
  return text.size() <= code_points || text::count_code_points(text) <= code_points;
}

}  // namespace

bool passes(const Program::Code& code, const Instruction& test, const Value& value) {
  switch (test.op) {
    case Op::kType:
      return has_type(test, value);
    case Op::kConst:
    case Op::kEnum:
      return is_chosen(code.choices[test.operand], value);
    case Op::kFormat:
      return has_format(static_cast<TextFormat>(test.operand), value.text);
    case Op::kPattern:
      return code.patterns[test.operand].matches(value.text);
    case Op::kSpelling:
      return has_spelling(static_cast<format::As>(test.operand), value.text);
    default:
      return in_range(code, test, value);
  }
}

bool is_within(const TimeRange& range, const Value& value, std::int64_t now_unix) {
  std::optional<std::int64_t> time;
  if (range.as == format::As::kDate) {
    if (const auto days = parse_date(value.text)) time = *days * 86400;
  } else if (range.as == format::As::kDateTime) {
    time = parse_date_time(value.text);
  } else if (value.small) {
    time = value.small;
  } else if (is_integer(value.text)) {
    time = unix_seconds(value.text);
  }
  return !time || (*time >= range.from_unix && *time <= now_unix + range.ahead_seconds);
}

bool passes_scalar(const Program::Code& code, const Instruction& test, const Value& value,
                   std::int64_t now_unix) {
  switch (test.op) {
    case Op::kMinLength:
      return has_at_least(value.text, code.sizes[test.operand]);
    case Op::kMaxLength:
      return has_at_most(value.text, code.sizes[test.operand]);
    case Op::kWithin:
      return is_within(code.ranges[test.operand], value, now_unix);
    default:
      return passes(code, test, value) != test.negated;
  }
}

}  // namespace crosswalk::check
