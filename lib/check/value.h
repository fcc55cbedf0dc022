// A value under test: a cell or a token, told alike.
//
// Scalars carry their characters (strings decoded, numbers as found); containers are a token of a
// tape. The kind of a CSV cell comes from its column's `as`, never from guessing:
//   00123 in a column of numbers is text, 123 a number; 123 in a column of texts is text
// Test: tests/check/value_test.cc.
#ifndef CROSSWALK_CHECK_VALUE_H
#define CROSSWALK_CHECK_VALUE_H

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.h"
#include "diagnostics/raw_finding.h"
#include "format/schema.h"
#include "json/tape.h"

namespace crosswalk::check {

/// Kinds as bits, for masks.
using KindBits = std::uint8_t;
inline constexpr KindBits bit(json::Kind kind) {
  return static_cast<KindBits>(1U << static_cast<unsigned>(kind));
}
inline constexpr KindBits kStringKind = bit(json::Kind::kString);
inline constexpr KindBits kNumberKind = bit(json::Kind::kNumber);
inline constexpr KindBits kArrayKind = bit(json::Kind::kArray);
inline constexpr KindBits kObjectKind = bit(json::Kind::kObject);
inline constexpr KindBits kAnyKind = 0x7F;

inline constexpr std::uint32_t kNoToken = 0xFFFFFFFFU;

/// A value. Ownership: a view; text and tape must outlive it.
struct Value {
  json::Kind kind = json::Kind::kString;
  std::string_view text;                ///< strings: decoded; numbers: as found
  std::uint32_t token = kNoToken;       ///< in the run's tape; kNoToken for cells
  std::optional<std::int64_t> small{};  ///< numbers: where it is an integer of up to 18 digits

  [[nodiscard]] bool is_container() const {
    return kind == json::Kind::kArray || kind == json::Kind::kObject;
  }
};

/// The value of an integer of up to 18 digits; nothing for other numbers.
std::optional<std::int64_t> small_integer(std::string_view number);

/// The value of a scalar; reads numbers once, for all comparisons.
inline Value scalar(json::Kind kind, std::string_view text, std::uint32_t token = kNoToken) {
  if (kind != json::Kind::kNumber) return {kind, text, token};
  return {kind, text, token, small_integer(text)};
}

/// The value at a token; an escaped string is decoded into `scratch`.
Value value_at(std::string_view text, const json::Tape& tape, std::uint32_t token,
               std::string& scratch);

/// True if `text` is a number by the grammar of JSON that a double holds (json/number_range.h).
/// Cost: linear.
bool is_number(std::string_view text);
/// True if `text` is an integer by the grammar of JSON: `-7`, not `07`, `7.0` or `7e0`.
bool is_integer(std::string_view text);

/// A number of a schema, ready to be compared. Ownership: a view of the text it was made from.
struct Number {
  base::Decimal exact;
  std::optional<std::int64_t> small;  ///< where it is an integer of up to 18 digits
};

/// The number that `text` is. REQUIRES: is_number(text); `text` outlives the result.
Number make_number(std::string_view text);

/// Compares by value. REQUIRES: `number` is a scalar() of kind kNumber.
std::strong_ordering compare(const Value& number, const Number& limit);

/// True if a number may be spelt like this in a field of class `as`: `1.0` is no flag.
bool has_spelling(format::As as, std::string_view number);

/// kind_of_cell() where text is not all that a cell can be.
json::Kind kind_of_typed_cell(format::As as, std::string_view text);
/// The kind that the text of a CSV cell has in a column of class `as`. Text and flags are most of
/// all cells, so they are decided here.
inline json::Kind kind_of_cell(format::As as, std::string_view text) {
  using format::As;
  if (as == As::kText || as == As::kNone) return json::Kind::kString;
  if (as != As::kFlag) return kind_of_typed_cell(as, text);
  const bool is_flag = text.size() == 1 && (text[0] == '0' || text[0] == '1');
  return is_flag ? json::Kind::kNumber : json::Kind::kString;
}

/// What a value looks like, for findings. `tape` is asked for containers only.
diagnostics::Shape shape_of(const Value& value, const json::Tape* tape);

/// Appends a text that two values share exactly when JSON Schema calls them equal: members sorted,
/// numbers without superfluous zeros. Cost: linear, and sorting per object.
void append_canonical(std::string_view text, const json::Tape& tape, std::uint32_t token,
                      std::string& out);

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_VALUE_H
