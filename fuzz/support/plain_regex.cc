// See plain_regex.h.
#include "support/plain_regex.h"

#include <algorithm>
#include <cstdint>

namespace crosswalk::fuzz {
namespace {

using check::RegexNode;
using Kind = RegexNode::Kind;
using Places = std::uint64_t;

constexpr Places place(std::size_t at) {
  return Places{1} << at;
}

bool is_word(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

class Matcher {
 public:
  explicit Matcher(std::u32string_view text) : text_(text) {}

  [[nodiscard]] Places all() const { return (place(text_.size()) << 1U) - 1; }

  /// Where `node` can end if it begins at one of `from`.
  [[nodiscard]] Places behind(const RegexNode& node, Places from) const {
    switch (node.kind) {
      case Kind::kSet:
        return behind_set(node.set, from);
      case Kind::kSequence:
        for (const RegexNode& child : node.children) from = behind(child, from);
        return from;
      case Kind::kAlternatives:
        return behind_any(node, from);
      case Kind::kRepeat:
        return behind_repeat(node, from);
      case Kind::kGroup:
        return behind(node.children[0], from);
      case Kind::kBegin:
        return from & place(0);
      case Kind::kEnd:
        return from & place(text_.size());
      case Kind::kWordBoundary:
        return from & word_boundaries();
      case Kind::kNotWordBoundary:
        return from & ~word_boundaries();
      default:
        return from & looked_at(node);
    }
  }

 private:
  [[nodiscard]] Places behind_set(const check::CodeSet& set, Places from) const {
    Places ends = 0;
    for (std::size_t at = 0; at < text_.size(); ++at) {
      const bool is_in = std::ranges::any_of(set.ranges, [&](const auto& range) {
        return text_[at] >= range.first && text_[at] <= range.second;
      });
      if ((from & place(at)) != 0 && is_in) ends |= place(at + 1);
    }
    return ends;
  }

  [[nodiscard]] Places behind_any(const RegexNode& node, Places from) const {
    Places ends = 0;
    for (const RegexNode& child : node.children) ends |= behind(child, from);
    return ends;
  }

  [[nodiscard]] Places behind_repeat(const RegexNode& node, Places from) const {
    const RegexNode& child = node.children[0];
    for (std::uint32_t i = 0; i < node.min; ++i) {
      const Places next = behind(child, from);
      if (next == from) break;
      from = next;
    }
    for (std::uint32_t i = node.min; i < node.max; ++i) {
      const Places next = from | behind(child, from);
      if (next == from) break;
      from = next;
    }
    return from;
  }

  [[nodiscard]] Places word_boundaries() const {
    Places found = 0;
    for (std::size_t at = 0; at <= text_.size(); ++at) {
      const bool before = at > 0 && is_word(text_[at - 1]);
      const bool after = at < text_.size() && is_word(text_[at]);
      if (before != after) found |= place(at);
    }
    return found;
  }

  /// The places that a look-around allows.
  [[nodiscard]] Places looked_at(const RegexNode& node) const {
    const bool is_behind = node.opener.starts_with("(?<");
    const bool is_negative = node.opener.ends_with('!');
    Places found = is_behind ? behind(node.children[0], all()) : 0;
    for (std::size_t at = 0; !is_behind && at <= text_.size(); ++at) {
      if (behind(node.children[0], place(at)) != 0) found |= place(at);
    }
    return is_negative ? all() & ~found : found;
  }

  std::u32string_view text_;
};

}  // namespace

bool can_match_plainly(const RegexNode& node) {
  if (node.kind == Kind::kBackReference || !node.set.properties.empty()) return false;
  return std::ranges::all_of(node.children, can_match_plainly);
}

bool find_plainly(const RegexNode& node, std::u32string_view text) {
  const Matcher matcher(text);
  return matcher.behind(node, matcher.all()) != 0;
}

std::u32string characters_of(std::string_view utf8) {
  std::u32string characters;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto first = static_cast<unsigned char>(utf8[at]);
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    char32_t character = length == 1 ? first : first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i)
      character = character << 6U | (static_cast<unsigned char>(utf8[at + i]) & 0x3FU);
    characters.push_back(character);
    at += length;
  }
  return characters;
}

}  // namespace crosswalk::fuzz
