// What can be told from a pattern's tree without matching anything.
//
// The engine text writes each set as a bracket list of \x{...} ranges, so no character of a schema
// can mean something to one engine that it does not mean to another.
//   ^a.$   ->   \A[a][\x{0}-\x{9}\x{b}-\x{c}\x{e}-\x{2027}\x{202a}-\x{10ffff}]\z
// Test: tests/check/regex_tree_test.cc.
#include "check/regex_tree.h"

#include <algorithm>
#include <bitset>
#include <cstdio>

namespace crosswalk::check {
namespace {

using Kind = RegexNode::Kind;

bool is_alphanumeric(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

void append_point(std::string& out, char32_t point) {
  if (is_alphanumeric(point)) {
    out.push_back(static_cast<char>(point));
    return;
  }
  char text[16];
  std::snprintf(text, sizeof text, "\\x{%x}", static_cast<unsigned>(point));
  out += text;
}

void append_set(std::string& out, const CodeSet& set) {
  if (set.ranges.empty() && set.properties.empty()) {
    out += "[^\\x{0}-\\x{10ffff}]";
    return;
  }
  out += set.negated ? "[^" : "[";
  for (const auto& [first, last] : set.ranges) {
    append_point(out, first);
    if (last == first) continue;
    out += '-';
    append_point(out, last);
  }
  for (const std::string& property : set.properties) out += property;
  out += ']';
}

void append_repeat(std::string& out, const RegexNode& node) {
  out += '{' + std::to_string(node.min) + ',';
  if (node.max != RegexNode::kNoLimit) out += std::to_string(node.max);
  out += '}';
}

/// How an engine writes that a word of ASCII letters, digits and _ begins or ends here, and that
/// none does.
struct WordBounds {
  std::string_view bound;
  std::string_view none;
};
constexpr WordBounds kOfRe2{"\\b", "\\B"};
constexpr WordBounds kOfIcu{
    "(?:(?<![0-9A-Za-z_])(?=[0-9A-Za-z_])|(?<=[0-9A-Za-z_])(?![0-9A-Za-z_]))",
    "(?:(?<![0-9A-Za-z_])(?![0-9A-Za-z_])|(?<=[0-9A-Za-z_])(?=[0-9A-Za-z_]))"};

void append_node(std::string& out, const RegexNode& node, const WordBounds& words);

void append_children(std::string& out, const RegexNode& node, std::string_view opener,
                     std::string_view between, const WordBounds& words) {
  out += opener;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    if (i > 0) out += between;
    append_node(out, node.children[i], words);
  }
  out += ')';
}

void append_node(std::string& out, const RegexNode& node, const WordBounds& words) {
  switch (node.kind) {
    case Kind::kSet:
      return append_set(out, node.set);
    case Kind::kSequence:
      return append_children(out, node, "(?:", "", words);
    case Kind::kAlternatives:
      return append_children(out, node, "(?:", "|", words);
    case Kind::kGroup:
      return append_children(out, node, "(", "", words);
    case Kind::kLook:
      return append_children(out, node, node.opener, "", words);
    case Kind::kRepeat:
      append_children(out, node, "(?:", "", words);
      return append_repeat(out, node);
    case Kind::kBegin:
      out += "\\A";
      return;
    case Kind::kEnd:
      out += "\\z";
      return;
    case Kind::kWordBoundary:
      out += words.bound;
      return;
    case Kind::kNotWordBoundary:
      out += words.none;
      return;
    case Kind::kBackReference:
      out += "(?:\\" + std::to_string(node.min) + ')';
      return;
  }
}

using Bytes = std::bitset<128>;

// ASCII bytes that every match of the node holds.
Bytes required_bytes(const RegexNode& node) {
  Bytes bytes;
  switch (node.kind) {
    case Kind::kSet: {
      const auto point = node.set.single();
      if (point && *point < 128) bytes.set(*point);
      return bytes;
    }
    case Kind::kSequence:
    case Kind::kGroup:
      for (const RegexNode& child : node.children) bytes |= required_bytes(child);
      return bytes;
    case Kind::kAlternatives:
      bytes.set();
      for (const RegexNode& child : node.children) bytes &= required_bytes(child);
      return bytes;
    case Kind::kRepeat:
      return node.min > 0 ? required_bytes(node.children.front()) : bytes;
    default:
      return bytes;
  }
}

// Appends the node's text if it is fixed; false if it is not, or not wholly.
bool append_fixed(const RegexNode& node, std::string& out) {
  if (node.kind == Kind::kSet) {
    const auto point = node.set.single();
    if (!point || *point >= 128) return false;
    out.push_back(static_cast<char>(*point));
    return true;
  }
  if (node.kind != Kind::kSequence && node.kind != Kind::kGroup) return false;
  return std::all_of(node.children.begin(), node.children.end(),
                     [&](const RegexNode& child) { return append_fixed(child, out); });
}

}  // namespace

bool needs_backtracking(const RegexNode& node) {
  return node.kind == Kind::kLook || node.kind == Kind::kBackReference ||
         std::any_of(node.children.begin(), node.children.end(), needs_backtracking);
}

std::uint64_t written_out_size(const RegexNode& node) {
  constexpr std::uint64_t kMost = 1ULL << 31U;
  std::uint64_t size = node.children.empty() ? 1 : 0;
  for (const RegexNode& child : node.children) {
    size = std::min(size + written_out_size(child), kMost);
  }
  if (node.kind != RegexNode::Kind::kRepeat) return size;
  const std::uint32_t times = node.max == RegexNode::kNoLimit ? node.min : node.max;
  return std::min(size * std::max<std::uint64_t>(times, 1), kMost);
}

std::string to_engine_text(const RegexNode& node) {
  std::string text;
  append_node(text, node, needs_backtracking(node) ? kOfIcu : kOfRe2);
  return text;
}

std::optional<char> required_byte(const RegexNode& node) {
  const Bytes bytes = required_bytes(node);
  std::optional<char> found;
  // From the top, because @ and _ are rarer in data than the comma and the blank.
  for (std::size_t i = bytes.size(); i-- > 0;) {
    if (!bytes[i]) continue;
    const auto byte = static_cast<char>(i);
    if (!is_alphanumeric(static_cast<char32_t>(i))) return byte;
    if (!found) found = byte;
  }
  return found;
}

std::string fixed_start(const RegexNode& node) {
  std::string start;
  if (node.kind != Kind::kSequence || node.children.empty()) return start;
  if (node.children.front().kind != Kind::kBegin) return start;
  for (std::size_t i = 1; i < node.children.size(); ++i) {
    if (!append_fixed(node.children[i], start)) break;
  }
  return start;
}

}  // namespace crosswalk::check
