// Recursive descent over ECMA-262's Pattern grammar with the `u` flag, on decoded code points.
//
// Two things are taken from the older grammar because schema files use them: `]`, `{` and `}` that
// belong to nothing stand for themselves, and any ASCII punctuation may be escaped.
//   \d{2}-\/   two digits, a hyphen, a slash
//   \a         refused
// Test: tests/check/regex_tree_test.cc.
#include <algorithm>
#include <array>

#include "check/regex_tree.h"

namespace crosswalk::check {
namespace {

using Kind = RegexNode::Kind;
constexpr char32_t kLastCodePoint = 0x10FFFF;
constexpr char32_t kEndOfPattern = 0xFFFFFFFF;
constexpr int kMaxGroupDepth = 100;

std::u32string decode(std::string_view text) {
  std::u32string points;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) != 0x80U) {
      const char32_t mask = byte < 0x80 ? 0x7F : byte < 0xE0 ? 0x1F : byte < 0xF0 ? 0x0F : 0x07;
      points.push_back(byte & mask);
    } else if (!points.empty()) {
      points.back() = (points.back() << 6U) | (byte & 0x3FU);
    }
  }
  return points;
}

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}
bool is_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

std::optional<std::uint32_t> hex_value(char32_t c) {
  if (is_digit(c)) return static_cast<std::uint32_t>(c - U'0');
  if (c >= U'a' && c <= U'f') return static_cast<std::uint32_t>(c - U'a' + 10);
  if (c >= U'A' && c <= U'F') return static_cast<std::uint32_t>(c - U'A' + 10);
  return std::nullopt;
}

CodeSet digits() {
  return {.ranges = {{U'0', U'9'}}, .properties = {}};
}
CodeSet word_characters() {
  return {.ranges = {{U'0', U'9'}, {U'A', U'Z'}, {U'_', U'_'}, {U'a', U'z'}}, .properties = {}};
}
// WhiteSpace and LineTerminator of ECMA-262.
CodeSet blanks() {
  return {.ranges = {{0x09, 0x0D},
                     {0x20, 0x20},
                     {0xA0, 0xA0},
                     {0x1680, 0x1680},
                     {0x2000, 0x200A},
                     {0x2028, 0x2029},
                     {0x202F, 0x202F},
                     {0x205F, 0x205F},
                     {0x3000, 0x3000},
                     {0xFEFF, 0xFEFF}},
          .properties = {}};
}
CodeSet all_but_line_ends() {
  CodeSet set{.ranges = {{0x0A, 0x0A}, {0x0D, 0x0D}, {0x2028, 0x2029}}, .properties = {}};
  set.invert();
  return set;
}

RegexNode set_node(CodeSet set) {
  RegexNode node;
  node.kind = Kind::kSet;
  node.set = std::move(set);
  return node;
}

RegexNode leaf(Kind kind) {
  RegexNode node;
  node.kind = kind;
  return node;
}

class Parser {
 public:
  explicit Parser(std::string_view pattern) : points_(decode(pattern)) {}

  Result<RegexNode> parse() {
    RegexNode root = alternatives();
    if (error_.empty() && at_ < points_.size()) fail("a ) without (");
    if (!error_.empty()) return Error{ErrorKind::kUsage, error_};
    return root;
  }

 private:
  char32_t peek(std::size_t ahead = 0) const {
    return at_ + ahead < points_.size() ? points_[at_ + ahead] : kEndOfPattern;
  }
  bool take(std::u32string_view text) {
    if (at_ + text.size() > points_.size()) return false;
    if (std::u32string_view(points_).substr(at_, text.size()) != text) return false;
    at_ += text.size();
    return true;
  }
  void fail(std::string_view what) {
    if (error_.empty()) {
      error_ = std::string(what) + " at character " + std::to_string(at_ + 1) + " of the pattern";
    }
    at_ = points_.size();
  }

  RegexNode alternatives() {
    RegexNode node = leaf(Kind::kAlternatives);
    node.children.push_back(sequence());
    while (take(U"|")) node.children.push_back(sequence());
    return node.children.size() == 1 ? std::move(node.children.front()) : node;
  }

  RegexNode sequence() {
    RegexNode node = leaf(Kind::kSequence);
    while (peek() != kEndOfPattern && peek() != U'|' && peek() != U')') {
      node.children.push_back(quantified(term()));
    }
    return node;
  }

  RegexNode term() {
    if (take(U"^")) return leaf(Kind::kBegin);
    if (take(U"$")) return leaf(Kind::kEnd);
    if (take(U"\\b")) return leaf(Kind::kWordBoundary);
    if (take(U"\\B")) return leaf(Kind::kNotWordBoundary);
    if (take(U"(")) return group();
    if (take(U".")) return set_node(all_but_line_ends());
    if (take(U"[")) return set_node(bracket_set());
    if (take(U"\\")) return escape();
    const char32_t c = points_[at_];
    const std::size_t start = at_;
    RegexNode repeat;
    if (quantifier(repeat)) {
      at_ = start;
      fail("nothing to repeat");
      return repeat;
    }
    ++at_;
    return set_node({.ranges = {{c, c}}, .properties = {}});
  }

  RegexNode group() {
    RegexNode node = leaf(Kind::kSequence);
    if (++depth_ > kMaxGroupDepth) fail("groups nested too deeply");
    for (const std::u32string_view opener : {U"?=", U"?!", U"?<=", U"?<!"}) {
      if (!take(opener)) continue;
      node.kind = Kind::kLook;
      node.opener = "(" + std::string(opener.begin(), opener.end());
      break;
    }
    if (node.kind != Kind::kLook && !take(U"?:")) {
      node.kind = Kind::kGroup;
      if (take(U"?<")) skip_group_name();
    }
    node.children.push_back(alternatives());
    if (!take(U")")) fail("a ( without )");
    --depth_;
    return node;
  }

  void skip_group_name() {
    while (is_letter(peek()) || is_digit(peek()) || peek() == U'_') ++at_;
    if (!take(U">")) fail("a group name without >");
  }

  RegexNode quantified(RegexNode atom) {
    RegexNode node = leaf(Kind::kRepeat);
    if (!quantifier(node)) return atom;
    if (node.min > node.max) fail("a repeat whose bounds are out of order");
    take(U"?");  // lazy or not: the same texts match
    node.children.push_back(std::move(atom));
    return node;
  }

  bool quantifier(RegexNode& node) {
    node.max = RegexNode::kNoLimit;
    if (take(U"*")) return true;
    node.min = 1;
    if (take(U"+")) return true;
    const std::size_t start = at_;
    if (take(U"?")) {
      node.min = 0;
      node.max = 1;
      return true;
    }
    if (take(U"{") && number(node.min)) {
      node.max = node.min;
      if (take(U",") && !number(node.max)) node.max = RegexNode::kNoLimit;
      if (take(U"}")) return true;
    }
    at_ = start;
    return false;
  }

  bool number(std::uint32_t& value) {
    if (!is_digit(peek())) return false;
    std::uint64_t sum = 0;
    for (; is_digit(peek()); ++at_) {
      sum = std::min<std::uint64_t>(sum * 10 + (peek() - U'0'), RegexNode::kNoLimit - 1);
    }
    value = static_cast<std::uint32_t>(sum);
    return true;
  }

  RegexNode escape() {
    const char32_t c = peek();
    if (c >= U'1' && c <= U'9') {
      RegexNode node = leaf(Kind::kBackReference);
      number(node.min);
      return node;
    }
    return set_node(class_escape());
  }

  // An escape that stands for a set, in brackets or outside.
  CodeSet class_escape() {
    const char32_t c = peek();
    const bool capital = c == U'D' || c == U'W' || c == U'S';
    CodeSet set;
    switch (c) {
      case U'd':
      case U'D':
        set = digits();
        break;
      case U'w':
      case U'W':
        set = word_characters();
        break;
      case U's':
      case U'S':
        set = blanks();
        break;
      case U'p':
      case U'P':
        return property();
      default: {
        const char32_t point = character_escape();
        return {.ranges = {{point, point}}, .properties = {}};
      }
    }
    ++at_;
    if (capital) set.invert();
    return set;
  }

  CodeSet property() {
    CodeSet set;
    std::string name = peek() == U'p' ? "\\p{" : "\\P{";
    ++at_;
    if (!take(U"{")) fail("\\p without {");
    for (; is_letter(peek()) || is_digit(peek()) || peek() == U'_' || peek() == U'='; ++at_) {
      name.push_back(static_cast<char>(peek()));
    }
    if (!take(U"}")) fail("a property name without }");
    set.properties.push_back(name + "}");
    return set;
  }

  char32_t character_escape() {
    static constexpr std::array<std::pair<char32_t, char32_t>, 6> kControls = {
        {{U't', 0x09}, {U'n', 0x0A}, {U'v', 0x0B}, {U'f', 0x0C}, {U'r', 0x0D}, {U'0', 0x00}}};
    const char32_t c = peek();
    for (const auto& [letter, control] : kControls) {
      if (c == letter) {
        ++at_;
        return control;
      }
    }
    if (take(U"x")) return hex_digits(2);
    if (take(U"u")) return unicode_escape();
    if (c == U'c' && is_letter(peek(1))) {
      at_ += 2;
      return points_[at_ - 1] & 0x1FU;
    }
    if (c == kEndOfPattern || c >= 0x80 || is_letter(c) || is_digit(c)) fail("an unknown escape");
    ++at_;
    return c;
  }

  char32_t unicode_escape() {
    if (take(U"{")) {
      char32_t point = 0;
      while (hex_value(peek()) && point <= kLastCodePoint) point = point * 16 + hex_digits(1);
      if (point > kLastCodePoint || !take(U"}")) fail("a bad \\u{...}");
      return point;
    }
    const char32_t high = hex_digits(4);
    const std::size_t after_high = at_;
    if (high >= 0xD800 && high < 0xDC00 && take(U"\\u")) {
      const char32_t low = hex_digits(4);
      if (low >= 0xDC00 && low < 0xE000) return 0x10000 + ((high - 0xD800) << 10U) + (low - 0xDC00);
      at_ = after_high;
    }
    return high;
  }

  char32_t hex_digits(int count) {
    char32_t value = 0;
    for (; count > 0; --count, ++at_) {
      const auto digit = hex_value(peek());
      if (!digit) {
        fail("a hexadecimal digit is missing");
        return 0;
      }
      value = value * 16 + *digit;
    }
    return value;
  }

  CodeSet bracket_set() {
    const bool negated = take(U"^");
    CodeSet set;
    while (!take(U"]")) {
      if (peek() == kEndOfPattern) {
        fail("a [ without ]");
        return set;
      }
      bracket_item(set);
    }
    set.normalise();
    if (negated && set.properties.empty()) set.invert();
    set.negated = negated && !set.properties.empty();
    return set;
  }

  void bracket_item(CodeSet& set) {
    CodeSet first = bracket_atom();
    const bool range = peek() == U'-' && peek(1) != U']' && peek(1) != kEndOfPattern;
    if (range && first.single()) {
      ++at_;
      const CodeSet last = bracket_atom();
      if (!last.single() || *last.single() < *first.single()) fail("a range out of order");
      if (error_.empty()) set.add(*first.single(), *last.single());
      return;
    }
    set.ranges.insert(set.ranges.end(), first.ranges.begin(), first.ranges.end());
    set.properties.insert(set.properties.end(), first.properties.begin(), first.properties.end());
  }

  CodeSet bracket_atom() {
    if (take(U"\\b")) return {.ranges = {{0x08, 0x08}}, .properties = {}};
    if (take(U"\\")) return class_escape();
    const char32_t c = points_[at_++];
    return {.ranges = {{c, c}}, .properties = {}};
  }

  std::u32string points_;
  std::size_t at_ = 0;
  int depth_ = 0;
  std::string error_;
};

}  // namespace

void CodeSet::normalise() {
  std::sort(ranges.begin(), ranges.end());
  std::vector<std::pair<char32_t, char32_t>> joined;
  for (const auto& range : ranges) {
    if (!joined.empty() && range.first <= joined.back().second + 1) {
      joined.back().second = std::max(joined.back().second, range.second);
    } else {
      joined.push_back(range);
    }
  }
  ranges = std::move(joined);
}

void CodeSet::invert() {
  normalise();
  std::vector<std::pair<char32_t, char32_t>> rest;
  char32_t next = 0;
  for (const auto& [first, last] : ranges) {
    if (first > next) rest.emplace_back(next, first - 1);
    next = last + 1;
  }
  if (next <= kLastCodePoint) rest.emplace_back(next, kLastCodePoint);
  ranges = std::move(rest);
}

std::optional<char32_t> CodeSet::single() const {
  const bool one = properties.empty() && ranges.size() == 1 && ranges[0].first == ranges[0].second;
  return one ? std::optional(ranges[0].first) : std::nullopt;
}

Result<RegexNode> parse_regex(std::string_view pattern) {
  return Parser(pattern).parse();
}

}  // namespace crosswalk::check
