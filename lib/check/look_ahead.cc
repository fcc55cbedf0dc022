// See look_ahead.h.
#include "check/look_ahead.h"

#include <algorithm>
#include <span>

namespace crosswalk::check {
namespace {

using Kind = RegexNode::Kind;
using Texts = std::vector<std::u32string>;

constexpr std::size_t kMostTexts = 64;

std::optional<Texts> texts_of(std::span<const RegexNode> parts);

// The texts that `node` matches, if they are few and fixed.
std::optional<Texts> texts_of(const RegexNode& node) {
  if (node.kind == Kind::kSequence) return texts_of(std::span(node.children));
  if (node.kind == Kind::kGroup) return texts_of(node.children.front());
  if (node.kind == Kind::kSet) {
    const std::optional<char32_t> letter = node.set.single();
    return letter ? std::optional(Texts{std::u32string(1, *letter)}) : std::nullopt;
  }
  if (node.kind != Kind::kAlternatives) return std::nullopt;
  Texts texts;
  for (const RegexNode& alternative : node.children) {
    const std::optional<Texts> more = texts_of(alternative);
    if (!more || texts.size() + more->size() > kMostTexts) return std::nullopt;
    texts.insert(texts.end(), more->begin(), more->end());
  }
  return texts;
}

std::optional<Texts> texts_of(std::span<const RegexNode> parts) {
  Texts texts{{}};
  for (const RegexNode& part : parts) {
    const std::optional<Texts> ends = texts_of(part);
    if (!ends || texts.size() * ends->size() > kMostTexts) return std::nullopt;
    Texts longer;
    for (const std::u32string& begin : texts) {
      for (const std::u32string& end : *ends) longer.push_back(begin + end);
    }
    texts = std::move(longer);
  }
  return texts;
}

bool is_one_way(Texts texts) {
  std::ranges::sort(texts);
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
  const auto begins_next = [](const std::u32string& a, const std::u32string& b) {
    return b.starts_with(a);
  };
  return std::ranges::adjacent_find(texts, begins_next) == texts.end();
}

}  // namespace

std::optional<LookAhead> take_look_ahead(const RegexNode& tree) {
  if (tree.kind != Kind::kSequence || tree.children.empty()) return std::nullopt;
  const auto look = std::ranges::find(tree.children, Kind::kLook, &RegexNode::kind);
  const bool is_ahead =
      look != tree.children.end() && (look->opener == "(?=" || look->opener == "(?!");
  if (!is_ahead || tree.children.front().kind != Kind::kBegin) return std::nullopt;
  const auto texts = texts_of(std::span(tree.children.begin() + 1, look));
  if (!texts || !is_one_way(*texts)) return std::nullopt;

  LookAhead taken;
  taken.must_match = look->opener == "(?=";
  taken.without = tree;
  taken.without.children.erase(taken.without.children.begin() + (look - tree.children.begin()));
  taken.looked_for.children.assign(tree.children.begin(), look);
  taken.looked_for.children.push_back(look->children.front());
  if (needs_backtracking(taken.without) || needs_backtracking(taken.looked_for))
    return std::nullopt;
  return taken;
}

}  // namespace crosswalk::check
