// Places by the construction of Glushkov (V. M. Glushkov, The abstract theory of automata, 1961),
// states by subsets of places. See automaton.h.
#include "check/automaton.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

namespace crosswalk::check {
namespace {

using Kind = RegexNode::Kind;

/// Places as bits.
using Places = std::uint64_t;
constexpr std::size_t kMostPlaces = 63;  // one bit is left, so that no state but one has all
constexpr std::size_t kMostStates = 64;  // one state has at most 128 after it
// Bytes of the text, and what stands before and behind them.
constexpr std::size_t kBegin = 0x80;
constexpr std::size_t kEnd = 0x81;
constexpr std::size_t kSymbols = 0x82;

/// A part of a pattern: the places it can begin and end with.
struct Part {
  bool may_be_empty = true;
  Places first = 0;
  Places last = 0;
};

}  // namespace

class Automaton::Builder {
 public:
  std::optional<Automaton> build(const RegexNode& tree) {
    const auto whole = add(tree);
    if (!whole || anchors_touch()) return std::nullopt;
    whole_ = *whole;
    states_ = {step(0, kBegin)};
    for (std::size_t state = 0; state < states_.size(); ++state) {
      if (states_.size() > kMostStates) return std::nullopt;
      add_row(states_[state]);
    }
    return std::move(made_);
  }

 private:
  // The state of texts that have a match already; no other has all places.
  static constexpr Places kMatched = ~Places{0};

  std::optional<Part> add(const RegexNode& node) {
    switch (node.kind) {
      case Kind::kSet:
        return node.set.properties.empty() ? add_place(node.set) : std::nullopt;
      case Kind::kBegin:
        return add_anchor(kBegin);
      case Kind::kEnd:
        return add_anchor(kEnd);
      case Kind::kGroup:
        return add(node.children.front());
      case Kind::kSequence:
        return add_sequence(node);
      case Kind::kAlternatives:
        return add_alternatives(node);
      case Kind::kRepeat:
        return add_repeat(node);
      default:
        return std::nullopt;
    }
  }

  std::optional<Part> add_place(const CodeSet& set) {
    const auto place = new_place();
    if (!place) return std::nullopt;
    for (const auto& [first, last] : set.ranges) {
      for (char32_t point = first; point <= last && point <= kLastAscii; ++point)
        taking_[point] |= *place;
    }
    return Part{false, *place, *place};
  }

  std::optional<Part> add_anchor(std::size_t symbol) {
    const auto place = new_place();
    if (!place) return std::nullopt;
    taking_[symbol] |= *place;
    return Part{false, *place, *place};
  }

  std::optional<Places> new_place() {
    if (count_ == kMostPlaces) return std::nullopt;
    following_.push_back(0);
    return Places{1} << count_++;
  }

  std::optional<Part> add_sequence(const RegexNode& node) {
    Part all;
    for (const RegexNode& child : node.children) {
      const auto next = add(child);
      if (!next) return std::nullopt;
      all = append(all, *next);
    }
    return all;
  }

  Part append(const Part& before, const Part& next) {
    follow(before.last, next.first);
    return {before.may_be_empty && next.may_be_empty,
            before.first | (before.may_be_empty ? next.first : 0),
            next.last | (next.may_be_empty ? before.last : 0)};
  }

  std::optional<Part> add_alternatives(const RegexNode& node) {
    Part any{false, 0, 0};
    for (const RegexNode& child : node.children) {
      const auto one = add(child);
      if (!one) return std::nullopt;
      any = {any.may_be_empty || one->may_be_empty, any.first | one->first, any.last | one->last};
    }
    return any;
  }

  // Written out: as often as it must be there, then as often as it may be.
  std::optional<Part> add_repeat(const RegexNode& node) {
    const bool has_limit = node.max != RegexNode::kNoLimit;
    const std::uint32_t copies = has_limit ? node.max : std::max(node.min, 1U);
    if (copies > kMostPlaces) return std::nullopt;
    Part all;
    for (std::uint32_t i = 0; i < copies; ++i) {
      auto copy = add(node.children.front());
      if (!copy) return std::nullopt;
      if (!has_limit && i + 1 == copies) follow(copy->last, copy->first);
      copy->may_be_empty |= i >= node.min;
      all = append(all, *copy);
    }
    return all;
  }

  // The number of the first of `places`.
  static std::size_t first_of(Places places) {
    return static_cast<std::size_t>(std::countr_zero(places));
  }

  void follow(Places places, Places next) {
    for (; places != 0; places &= places - 1) following_[first_of(places)] |= next;
  }

  // `^^` asks for one beginning, which two places cannot both take; `$^` turns them round.
  [[nodiscard]] bool anchors_touch() const {
    const auto lead_to = [&](Places from, Places to) {
      for (; from != 0; from &= from - 1) {
        if ((following_[first_of(from)] & to) != 0) return true;
      }
      return false;
    };
    return lead_to(taking_[kBegin], taking_[kBegin]) ||
           lead_to(taking_[kEnd], taking_[kBegin] | taking_[kEnd]);
  }

  // A match may begin anywhere, so its first places can always come next.
  [[nodiscard]] Places step(Places places, std::size_t symbol) const {
    if (places == kMatched) return kMatched;
    Places next = whole_.first;
    for (; places != 0; places &= places - 1) next |= following_[first_of(places)];
    next &= taking_[symbol];
    return whole_.may_be_empty || (next & whole_.last) != 0 ? kMatched : next;
  }

  std::uint16_t row_of(Places places) {
    const auto known =
        static_cast<std::size_t>(std::ranges::find(states_, places) - states_.begin());
    if (known == states_.size()) states_.push_back(places);
    return static_cast<std::uint16_t>(known * kRowSize);
  }

  // Neighbours that the same places take lead to the same state.
  void add_row(Places places) {
    for (std::size_t byte = 0; byte <= kLastAscii; ++byte) {
      const bool is_as_before = byte > 0 && taking_[byte] == taking_[byte - 1];
      made_.table_.push_back(is_as_before ? made_.table_.back() : row_of(step(places, byte)));
    }
    made_.table_.push_back(step(places, kEnd) == kMatched ? 1 : 0);
  }

  std::array<Places, kSymbols> taking_{};  // by symbol: places that take it
  std::vector<Places> following_;          // by place
  std::size_t count_ = 0;
  Part whole_;
  std::vector<Places> states_;
  Automaton made_;
};

std::optional<Automaton> Automaton::from(const RegexNode& tree) {
  return Builder().build(tree);
}

}  // namespace crosswalk::check
