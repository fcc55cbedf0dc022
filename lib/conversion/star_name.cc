// See star_name.h.
#include "conversion/star_name.h"

namespace crosswalk::conversion {

std::optional<std::string_view> star_in(std::string_view pattern, std::string_view name) {
  const std::size_t star = pattern.find('*');
  if (star == std::string_view::npos)
    return pattern == name ? std::optional(std::string_view()) : std::nullopt;
  const std::string_view before = pattern.substr(0, star);
  const std::string_view after = pattern.substr(star + 1);
  if (name.size() <= before.size() + after.size() || !name.starts_with(before) ||
      !name.ends_with(after))
    return std::nullopt;
  return name.substr(before.size(), name.size() - before.size() - after.size());
}

std::string with_star(std::string_view pattern, std::string_view star) {
  std::string name(pattern);
  const std::size_t at = pattern.find('*');
  if (at != std::string_view::npos) name.replace(at, 1, star);
  return name;
}

}  // namespace crosswalk::conversion
