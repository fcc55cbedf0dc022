// Names with a star: what the star stands for in one, put into another.
//
//   txt_*   fits  txt_city, and the star is `city`;   /attributes/*  is then  /attributes/city
//   txt_*   does not fit  txt_  or  city
// A name without a star fits itself alone. Test: tests/conversion/star_name_test.cc.
#ifndef CROSSWALK_CONVERSION_STAR_NAME_H
#define CROSSWALK_CONVERSION_STAR_NAME_H

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace crosswalk::conversion {

/// True if `name` has a star.
inline bool has_star(std::string_view name) {
  return name.find('*') != std::string_view::npos;
}

/// What the star of `pattern` stands for in `name`; empty where `pattern` has no star and is
/// `name`; nothing if `name` does not fit. Ownership: a view of `name`.
std::optional<std::string_view> star_in(std::string_view pattern, std::string_view name);

/// `pattern` with `star` in place of its star.
std::string with_star(std::string_view pattern, std::string_view star);

/// The characters of `pattern` but for its star: of two that fit, the longer one fits better.
inline std::size_t literal_size(std::string_view pattern) {
  return pattern.size() - (has_star(pattern) ? 1 : 0);
}

}  // namespace crosswalk::conversion

#endif  // CROSSWALK_CONVERSION_STAR_NAME_H
