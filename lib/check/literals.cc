// See literals.h.
#include "check/literals.h"

#include <algorithm>
#include <span>

namespace crosswalk::check {
namespace {

using Kind = RegexNode::Kind;

constexpr std::size_t kMostLiterals = 8;
constexpr char32_t kAsciiEnd = 0x80;

// The parts of a sequence; any other node is a sequence of itself.
std::span<const RegexNode> parts_of(const RegexNode& node) {
  if (node.kind == Kind::kSequence) return node.children;
  return {&node, 1};
}

}  // namespace

std::optional<Literals::Literal> Literals::literal_of(const RegexNode& node) {
  Literal literal;
  std::span<const RegexNode> parts = parts_of(node);
  if (!parts.empty() && parts.front().kind == Kind::kBegin) {
    literal.at_begin = true;
    parts = parts.subspan(1);
  }
  if (!parts.empty() && parts.back().kind == Kind::kEnd) {
    literal.at_end = true;
    parts = parts.first(parts.size() - 1);
  }
  for (const RegexNode& part : parts) {
    if (part.kind != Kind::kSet) return std::nullopt;
    const std::optional<char32_t> letter = part.set.single();
    if (!letter || *letter >= kAsciiEnd) return std::nullopt;
    literal.text += static_cast<char>(*letter);
  }
  return literal;
}

std::optional<Literals> Literals::from(const RegexNode& tree) {
  const bool has_alternatives = tree.kind == Kind::kAlternatives;
  const std::span<const RegexNode> alternatives =
      has_alternatives ? std::span<const RegexNode>(tree.children) : std::span(&tree, 1);
  if (alternatives.size() > kMostLiterals) return std::nullopt;
  Literals literals;
  for (const RegexNode& alternative : alternatives) {
    std::optional<Literal> literal = literal_of(alternative);
    if (!literal) return std::nullopt;
    literals.literals_.push_back(std::move(*literal));
  }
  return literals;
}

bool Literals::matches(std::string_view text) const {
  return std::any_of(literals_.begin(), literals_.end(), [text](const Literal& literal) {
    if (literal.at_begin && literal.at_end) return text == literal.text;
    if (literal.at_begin) return text.starts_with(literal.text);
    if (literal.at_end) return text.ends_with(literal.text);
    return text.find(literal.text) != std::string_view::npos;
  });
}

}  // namespace crosswalk::check
