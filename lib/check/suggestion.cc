// See suggestion.h.
#include "check/suggestion.h"

#include <algorithm>
#include <vector>

#include "base/nearest.h"

namespace crosswalk::check {
namespace {

std::string question(const std::vector<std::string>& near) {
  return near.empty() ? std::string() : "did you mean " + near.front() + '?';
}

}  // namespace

// Of a family such as `txt_` the candidate is the name with its own
// beginning replaced: `tx_region` -> `txt_region`.
std::string suggestion(const Members& members, std::string_view name) {
  std::vector<std::string> families;
  std::vector<std::string_view> candidates;
  for (std::uint32_t i = 0; i < members.names.size(); ++i)
    candidates.push_back(members.names.name(i));
  for (const std::string& start : members.family_starts) {
    const std::size_t end = name.find(start.back());
    const bool same_start = name.substr(0, start.size()) == start;
    if (end == std::string_view::npos || same_start) continue;
    families.push_back(start + std::string(name.substr(end + 1)));
  }
  candidates.insert(candidates.end(), families.begin(), families.end());
  return question(base::nearest(name, candidates));
}

std::string suggestion(const Choice& choice, const Value& value) {
  if (value.kind != json::Kind::kString) return {};
  const auto alias =
      std::ranges::find(choice.aliases, value.text, &std::pair<std::string, std::string>::first);
  if (alias != choice.aliases.end()) return question({alias->second});
  const std::vector<std::string_view> texts(choice.texts.begin(), choice.texts.end());
  return question(base::nearest(value.text, texts));
}

}  // namespace crosswalk::check
