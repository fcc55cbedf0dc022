// Random schemas for twins: what is asked, alone and put together.
#ifndef CROSSWALK_TESTS_SUPPORT_RANDOM_SCHEMA_H
#define CROSSWALK_TESTS_SUPPORT_RANDOM_SCHEMA_H

#include <random>
#include <span>
#include <string>
#include <string_view>

namespace crosswalk::tests {

/// One of `asked`, or several of them put together, up to `depth` times. `must`: the members of a
/// check beside `must` itself; empty: there are no such checks.
inline std::string any_schema(std::mt19937& random, int depth, std::span<const char* const> asked,
                              std::string_view must = {}) {
  const auto inner = [&] { return any_schema(random, depth - 1, asked, must); };
  const auto pair_of = [&](std::string_view keyword) {
    return "{\"" + std::string(keyword) + "\": [" + inner() + ", " + inner() + "]}";
  };
  const auto branch = [&](std::string_view keyword) {
    return "{\"if\": " + inner() + ", \"" + std::string(keyword) + "\": " + inner() + '}';
  };
  switch (depth > 0 ? random() % 12 : 0) {
    case 1:
      return "{\"not\": " + inner() + '}';
    case 2:
      return pair_of("anyOf");
    case 3:
      return pair_of("oneOf");
    case 4:
      return pair_of("allOf");
    case 5:
      return branch("then");
    case 6:
      return branch("else");
    case 7:
      if (must.empty()) break;
      return R"({"x-crosswalk": {"checks": [{"must": )" + inner() + ", " + std::string(must) +
             "}]}}";
    default:
      break;
  }
  return asked[random() % asked.size()];
}

}  // namespace crosswalk::tests

#endif  // CROSSWALK_TESTS_SUPPORT_RANDOM_SCHEMA_H
