// See email_hash.h.
#include "conversion/email_hash.h"

#include <algorithm>

#include "text/letter_case.h"

namespace crosswalk::conversion {
namespace {

bool is_hash(std::string_view text) {
  constexpr std::size_t kDigits = 64;
  return text.size() == kDigits &&
         text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

bool is_address(std::string_view text) {
  const std::size_t at = text.find('@');
  const bool has_sides = at != std::string_view::npos && at > 0 && at + 1 < text.size();
  const auto parts_addresses = [](char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == ',' || c == ';';
  };
  return has_sides && text.find('@', at + 1) == std::string_view::npos &&
         std::ranges::none_of(text, parts_addresses);
}

}  // namespace

std::optional<std::string> EmailHasher::hash(std::string_view text) {
  const std::string_view address = text::trimmed(text);
  if (is_hash(address)) return std::string(address);
  if (!is_address(address)) return std::nullopt;
  digest_.update(text::in_small_letters(address));
  return digest_.finish();
}

}  // namespace crosswalk::conversion
