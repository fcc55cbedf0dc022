// See email_hash.h.
#include "conversion/email_hash.h"

#include "text/letter_case.h"

namespace crosswalk::conversion {
namespace {

bool is_hash(std::string_view text) {
  return text.size() == base::Sha256::kDigits &&
         text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

// All bytes are looked at, which takes less than to ask after each whether it is the last.
bool parts_addresses(std::string_view text) {
  bool found = false;
  for (const char c : text)
    found |= (c == ' ') | (c == '\t') | (c == '\r') | (c == '\n') | (c == ',') | (c == ';');
  return found;
}

bool is_address(std::string_view text) {
  const std::size_t at = text.find('@');
  const bool has_sides = at != std::string_view::npos && at > 0 && at + 1 < text.size();
  return has_sides && text.find('@', at + 1) == std::string_view::npos && !parts_addresses(text);
}

}  // namespace

std::optional<std::string_view> EmailHasher::hash(std::string_view text) {
  const std::string_view address = text::trimmed(text);
  if (is_hash(address)) return address;
  if (!is_address(address)) return std::nullopt;
  address_.clear();
  text::append_small_letters(address, address_);
  digest_.update(address_);
  digest_.finish(hash_);
  return std::string_view(hash_.data(), hash_.size());
}

}  // namespace crosswalk::conversion
