// UTF-8: simdjson judges whole texts, and only a bad one is walked to find the place.
//
// A sequence is known by its first byte: how many bytes follow, and between what bounds the second
// lies; all others lie between 80 and BF. The bounds keep out longer forms than needed (E0, F0),
// surrogates (ED) and what is above U+10FFFF (F4).
// Test: tests/text/utf8_test.cc.
#include "text/utf8.h"

#include <simdjson.h>

#include <algorithm>

#include "base/machine.h"

namespace crosswalk::text {
namespace {

/// Lets simdjson use no better instructions than we do.
bool choose_implementation() {
  const base::VectorUnit unit = base::vector_unit();
  if (unit == base::VectorUnit::kAvx2) return simdjson::validate_utf8("", 0);
  const char* const name = unit == base::VectorUnit::kSse2 ? "westmere" : "fallback";
  const auto* const chosen = simdjson::get_available_implementations()[name];
  if (chosen != nullptr && chosen->supported_by_runtime_system())
    simdjson::get_active_implementation() = chosen;
  return simdjson::validate_utf8("", 0);
}

// The first call chooses an implementation, which takes memory and ends the process where there is
// none; so it is made before anything else runs.
[[maybe_unused]] const bool kIsChosen = choose_implementation();

// What a sequence looks like by its first byte; no length: such a byte begins none.
struct Form {
  std::size_t length = 0;
  unsigned char second_min = 0x80;
  unsigned char second_max = 0xBF;
};

Form form_of(unsigned char first) {
  if (first < 0x80) return {1};
  if (first < 0xC2) return {0};
  if (first < 0xE0) return {2};
  if (first == 0xE0) return {3, 0xA0, 0xBF};
  if (first == 0xED) return {3, 0x80, 0x9F};
  if (first < 0xF0) return {3};
  if (first == 0xF0) return {4, 0x90, 0xBF};
  if (first < 0xF4) return {4};
  if (first == 0xF4) return {4, 0x80, 0x8F};
  return {0};
}

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

// The length of the well-formed sequence at the front of `text`; 0 if there is none.
std::size_t sequence_length(std::string_view text) {
  const Form form = form_of(static_cast<unsigned char>(text.front()));
  if (form.length <= 1) return form.length;
  if (text.size() < form.length) return 0;
  const auto second = static_cast<unsigned char>(text[1]);
  if (second < form.second_min || second > form.second_max) return 0;
  return std::ranges::all_of(text.substr(2, form.length - 2), is_continuation) ? form.length : 0;
}

}  // namespace

bool valid(std::string_view text) {
  return simdjson::validate_utf8(text.data(), text.size());
}

std::optional<std::size_t> first_bad(std::string_view text) {
  if (valid(text)) return std::nullopt;
  std::size_t pos = 0;
  while (pos < text.size()) {
    const std::size_t length = sequence_length(text.substr(pos));
    if (length == 0) return pos;
    pos += length;
  }
  return std::nullopt;
}

std::size_t count_code_points(std::string_view text) {
  return text.size() - static_cast<std::size_t>(std::ranges::count_if(text, is_continuation));
}

}  // namespace crosswalk::text
