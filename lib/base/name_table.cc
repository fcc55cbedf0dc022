// See name_table.h. Slots are searched one after the other from where a name's hash points.
#include "base/name_table.h"

namespace crosswalk::base {

std::uint32_t NameTable::add(std::string_view name) {
  if (const std::uint32_t known = find(name); known != kNone) return known;
  const std::uint32_t number = size();
  names_.emplace_back(name);
  if (2 * names_.size() > slots_.size()) {
    grow();
  } else {
    place(number);
  }
  return number;
}

void NameTable::place(std::uint32_t number) {
  std::size_t slot = slot_of(names_[number]);
  while (slots_[slot] != kNone) slot = next(slot);
  slots_[slot] = number;
}

void NameTable::grow() {
  constexpr std::size_t kFewest = 8;
  slots_.assign(slots_.empty() ? kFewest : 2 * slots_.size(), kNone);
  shift_ = 64;
  for (std::size_t slots = slots_.size(); slots > 1; slots /= 2) --shift_;
  for (std::uint32_t number = 0; number < size(); ++number) place(number);
}

}  // namespace crosswalk::base
