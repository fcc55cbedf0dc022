// Making a shape: the tree is laid out as steps, neighbours of the same class are joined, and the
// result is kept only if eating greedily can never miss a match.
//
// That is so where a step of varying count shares no byte with any step up to and including the
// next one that must eat something. Code points beyond ASCII are several bytes, so a class must
// hold all of them or none, and with all of them it may not count.
//   ^a*b?c$   kept: a shares nothing with b and c
//   ^a*b?a$   not kept: the last a may be needed
// Test: tests/check/shape_test.cc.
#include "check/shape.h"

#include <algorithm>
#include <cstring>
#include <span>

#include "base/block.h"

namespace crosswalk::check {
namespace {

using Kind = RegexNode::Kind;
constexpr std::size_t kMaxSteps = 64;
constexpr char32_t kFirstBeyondAscii = 0x80;
constexpr char32_t kLastCodePoint = 0x10FFFF;

constexpr std::size_t kMostRanges = 4;

using base::Block;

// All bits set in each byte that lies in one of the ranges.
template <class Range>
Block members(const unsigned char* at, const std::vector<Range>& ranges) {
  Block bytes;
  std::memcpy(&bytes, at, sizeof bytes);
  Block found{};
  for (const Range& range : ranges) {
    const Block above_first = bytes - range.first;
    found |= reinterpret_cast<Block>(above_first <= range.width);
  }
  return found;
}

bool is_full(Block block) {
  std::uint64_t halves[2];
  std::memcpy(halves, &block, sizeof halves);
  return (halves[0] & halves[1]) == ~std::uint64_t{0};
}

bool is_empty_text(const RegexNode& node) {
  return node.kind == Kind::kSequence && node.children.empty();
}

}  // namespace

std::optional<Shape::ByteClass> Shape::byte_class(const CodeSet& set) {
  if (!set.properties.empty()) return std::nullopt;
  ByteClass holds{};
  for (const auto& [first, last] : set.ranges) {
    for (char32_t point = first; point <= last && point < kFirstBeyondAscii; ++point) {
      holds[point] = 1;
    }
    if (last < kFirstBeyondAscii) continue;
    if (first > kFirstBeyondAscii || last != kLastCodePoint) return std::nullopt;
    std::fill(holds.begin() + kFirstBeyondAscii, holds.end(), std::uint8_t{1});
  }
  return holds;
}

bool Shape::append_repeat(const RegexNode& node, std::vector<Step>& steps) {
  std::vector<Step> inner;
  if (!append_steps(node.children.front(), inner)) return false;
  if (node.min == node.max) {
    for (std::uint32_t i = 0; i < node.min && steps.size() <= kMaxSteps; ++i) {
      steps.insert(steps.end(), inner.begin(), inner.end());
    }
    return steps.size() <= kMaxSteps;
  }
  if (inner.size() != 1 || inner.front().min > 1) return false;
  Step step = inner.front();
  const bool one_each = step.min == 1 && step.max == 1;
  const bool optional_run = node.min == 0 && (node.max == 1 || step.max == RegexNode::kNoLimit);
  if (!one_each && !optional_run) return false;
  step.min = node.min == 0 ? 0 : step.min * node.min;
  step.max = one_each ? node.max : step.max;
  steps.push_back(step);
  return true;
}

// One class among alternatives where the others are empty texts: (|x+) is (x+)?.
bool Shape::append_choice(const RegexNode& node, std::vector<Step>& steps) {
  RegexNode repeat;
  repeat.kind = Kind::kRepeat;
  repeat.max = 1;
  for (const RegexNode& child : node.children) {
    if (!is_empty_text(child)) repeat.children.push_back(child);
  }
  const bool some_empty = repeat.children.size() < node.children.size();
  return repeat.children.size() == 1 && some_empty && append_repeat(repeat, steps);
}

bool Shape::append_steps(const RegexNode& node, std::vector<Step>& steps) {
  switch (node.kind) {
    case Kind::kSet: {
      const auto holds = byte_class(node.set);
      if (holds) steps.push_back({*holds, 1, 1, {}});
      return holds.has_value() && steps.size() <= kMaxSteps;
    }
    case Kind::kSequence:
    case Kind::kGroup:
      return std::all_of(node.children.begin(), node.children.end(),
                         [&](const RegexNode& child) { return append_steps(child, steps); });
    case Kind::kRepeat:
      return append_repeat(node, steps);
    case Kind::kAlternatives:
      return append_choice(node, steps);
    default:
      return false;
  }
}

void Shape::join_equal_neighbours(std::vector<Step>& steps) {
  std::vector<Step> joined;
  for (const Step& step : steps) {
    if (joined.empty() || joined.back().holds != step.holds) {
      joined.push_back(step);
      continue;
    }
    Step& last = joined.back();
    last.min += step.min;
    const bool no_limit = last.max == RegexNode::kNoLimit || step.max == RegexNode::kNoLimit;
    last.max = no_limit ? RegexNode::kNoLimit : last.max + step.max;
  }
  steps = std::move(joined);
}

bool Shape::never_goes_back(const std::vector<Step>& steps) {
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const bool counts = steps[i].max != RegexNode::kNoLimit || steps[i].min > 1;
    if (counts && steps[i].holds[kFirstBeyondAscii] != 0) return false;
    if (steps[i].min == steps[i].max) continue;
    for (std::size_t next = i + 1; next < steps.size(); ++next) {
      for (std::size_t byte = 0; byte < 256; ++byte) {
        if (steps[i].holds[byte] != 0 && steps[next].holds[byte] != 0) return false;
      }
      if (steps[next].min > 0) break;
    }
  }
  return true;
}

std::optional<Shape> Shape::from(const RegexNode& tree) {
  Shape shape;
  if (tree.kind != Kind::kSequence || tree.children.empty()) return std::nullopt;
  const bool begins = tree.children.front().kind == Kind::kBegin;
  const bool ends = tree.children.back().kind == Kind::kEnd;
  if (begins != ends || (begins && tree.children.size() < 2)) return std::nullopt;
  auto inner = std::span(tree.children);
  if (begins) inner = inner.subspan(1, inner.size() - 2);
  const bool has_steps = std::ranges::all_of(
      inner, [&](const RegexNode& child) { return append_steps(child, shape.steps_); });
  if (!has_steps) return std::nullopt;
  join_equal_neighbours(shape.steps_);
  for (Step& step : shape.steps_) step.ranges = few_ranges(step.holds);
  shape.whole_ = begins;
  if (begins) return never_goes_back(shape.steps_) ? std::optional(shape) : std::nullopt;
  if (shape.steps_.size() != 1 || shape.steps_[0].min != 1) return std::nullopt;
  const ByteClass& holds = shape.steps_[0].holds;
  if (std::count(holds.begin(), holds.end(), 1) == 1) {
    shape.lone_byte_ = static_cast<char>(std::find(holds.begin(), holds.end(), 1) - holds.begin());
  }
  return shape;
}

std::vector<Shape::Range> Shape::few_ranges(const ByteClass& holds) {
  std::vector<Range> ranges;
  for (std::size_t byte = 0; byte < holds.size(); ++byte) {
    if (holds[byte] == 0) continue;
    const std::size_t first = byte;
    while (byte + 1 < holds.size() && holds[byte + 1] != 0) ++byte;
    ranges.push_back({static_cast<std::uint8_t>(first), static_cast<std::uint8_t>(byte - first)});
  }
  if (ranges.size() > kMostRanges) ranges.clear();
  return ranges;
}

bool Shape::all_hold(const Step& step, const unsigned char* at, std::size_t count) {
  if (!step.ranges.empty()) {
    for (; count >= sizeof(Block); count -= sizeof(Block), at += sizeof(Block)) {
      if (!is_full(members(at, step.ranges))) return false;
    }
  }
  std::uint8_t all = 1;
  for (std::size_t i = 0; i < count; ++i) all &= step.holds[at[i]];
  return all != 0;
}

bool Shape::some_hold(const Step& step, std::string_view text) {
  const auto* at = reinterpret_cast<const unsigned char*>(text.data());
  std::size_t count = text.size();
  if (!step.ranges.empty()) {
    Block found{};
    for (; count >= sizeof(Block); count -= sizeof(Block), at += sizeof(Block)) {
      found |= members(at, step.ranges);
    }
    if (!base::is_empty(found)) return true;
  }
  std::uint8_t some = 0;
  for (std::size_t i = 0; i < count; ++i) some |= step.holds[at[i]];
  return some != 0;
}

bool Shape::matches(std::string_view text) const {
  if (lone_byte_) return text.find(*lone_byte_) != std::string_view::npos;
  if (!whole_) return some_hold(steps_.front(), text);
  const auto* at = reinterpret_cast<const unsigned char*>(text.data());
  const unsigned char* const end = at + text.size();
  for (const Step& step : steps_) {
    if (static_cast<std::size_t>(end - at) < step.min) return false;
    if (!all_hold(step, at, step.min)) return false;
    at += step.min;
    const std::size_t more =
        std::min<std::size_t>(step.max - step.min, static_cast<std::size_t>(end - at));
    const unsigned char* const last = at + more;
    while (at != last && step.holds[*at] != 0) ++at;
  }
  return at == end;
}

}  // namespace crosswalk::check
