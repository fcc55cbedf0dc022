// Where the parts of a text begin, as simdjson finds them, and what stands there.
//
// A place is the first byte of a value, name, bracket, comma or colon; behind the last one stands
// the text's size. That what begins at a place is JSON is seen here: a string ends at the last
// quote before the next place, since nothing but blanks may stand between.
//   {"a":[1]}   places 0 1 4 5 6 7 8 and 9
//   "a"x        refused: x is a place of its own, and what follows a name must be a colon
// Test: through its users, tests/json/fast_reader_test.cc and tests/json/outlines_test.cc.
#ifndef CROSSWALK_JSON_PLACE_CURSOR_H
#define CROSSWALK_JSON_PLACE_CURSOR_H

#include <cstdint>
#include <string_view>

#include "json/escape.h"
#include "json/events.h"
#include "json/scan.h"

namespace crosswalk::json {

/// A position among the places of a text.
/// Ownership: text and places must outlive it.
class PlaceCursor {
 public:
  /// `end` points to the place behind the last, which holds the text's size.
  PlaceCursor(std::string_view text, const std::uint32_t* begin, const std::uint32_t* end)
      : text_(text),
        place_(begin),
        end_(end),
        may_escape_(text.find('\\') != std::string_view::npos) {}

  [[nodiscard]] bool is_at_end() const { return place_ == end_; }
  /// The byte at this place. REQUIRES: not is_at_end(); so do all that follow.
  [[nodiscard]] char here() const { return text_[*place_]; }
  [[nodiscard]] std::uint32_t offset() const { return *place_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  void skip() { ++place_; }

  /// The string that begins here, quotes included, and moves behind it; `escaped`: it holds
  /// escapes. Returns false if it is none.
  bool take_string(Span& span, bool& escaped) {
    const std::uint32_t begin = *place_++;
    const char* end = text_.data() + *place_;
    while (is_blank(end[-1])) --end;
    const char* const first = text_.data() + begin + 1;
    if (end <= first || end[-1] != '"') return false;
    if (may_escape_ && !check_escapes(first, end - 1, escaped)) return false;
    span = {begin, static_cast<std::uint32_t>(end - text_.data())};
    return true;
  }
  /// The same for a number. REQUIRES: a minus sign or a digit is here.
  bool take_number(Span& span) {
    const char* p = text_.data() + *place_;
    return scan_number(p, text_.data() + text_.size()) == NumberEnd::kGood && take_plain(p, span);
  }
  /// The same for `true`, `false` or `null`.
  bool take_literal(std::string_view word, Span& span) {
    return text_.substr(*place_).starts_with(word) &&
           take_plain(text_.data() + *place_ + word.size(), span);
  }

 private:
  static bool check_escapes(const char* p, const char* end, bool& escaped) {
    for (;;) {
      p = find_string_stop(p, end);
      if (p == end) return true;
      escaped = true;
      p = skip_escape(p, end);
      if (p == nullptr) return false;
    }
  }

  // A scalar without quotes ends at a blank or at the next place.
  bool take_plain(const char* end, Span& span) {
    const std::uint32_t begin = *place_++;
    const auto at = static_cast<std::uint32_t>(end - text_.data());
    span = {begin, at};
    return at == *place_ || is_blank(*end);
  }

  std::string_view text_;
  const std::uint32_t* place_;
  const std::uint32_t* end_;
  bool may_escape_;
};

}  // namespace crosswalk::json

#endif  // CROSSWALK_JSON_PLACE_CURSOR_H
