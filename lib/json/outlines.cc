// See outlines.h.
#include "json/outlines.h"

#include <algorithm>
#include <atomic>

namespace crosswalk::json {
namespace {

bool is_container(Kind kind) {
  return kind == Kind::kArray || kind == Kind::kObject;
}

char bracket(Kind kind, bool opens) {
  if (kind == Kind::kObject) return opens ? '{' : '}';
  return opens ? '[' : ']';
}

// Numbers are never given twice, so that answers of one input are not taken for those of another.
std::uint64_t next_number() {
  static std::atomic<std::uint64_t> last = 0;
  return ++last;
}

void append(Tape& tape, Kind kind, Span span, bool escaped) {
  const auto next = static_cast<std::uint32_t>(tape.tokens.size()) + 1;
  tape.tokens.push_back({kind, escaped, span.begin, span.end, next, 0});
}

}  // namespace

bool Outlines::follow(PlaceCursor cursor, Tape& tape) {
  if (outlines_.empty() || !has_patience()) return false;
  std::size_t at = last_;
  for (std::size_t i = 0; i < outlines_[at].steps.size(); ++i) {
    const Outline& outline = outlines_[at];
    if (!take(outline, outline.steps[i], cursor, tape) && !change(at, i, cursor, tape))
      return false;
  }
  if (!cursor.is_at_end()) return false;
  missed_ = 0;
  last_ = at;
  tape.outline = outlines_[at].number;
  return true;
}

// After many texts that followed none, only some are tried.
bool Outlines::has_patience() {
  constexpr std::uint32_t kMany = 64;
  constexpr std::uint32_t kSome = 16;
  return ++missed_ < kMany || missed_ % kSome == 0;
}

// Goes on with another outline that has the same steps before `step`, and one there that fits.
bool Outlines::change(std::size_t& outline, std::size_t step, PlaceCursor& cursor,
                      Tape& tape) const {
  for (std::size_t other = 0; other < outlines_.size(); ++other) {
    if (other == outline || shared(other, outline) != step) continue;
    const Outline& next = outlines_[other];
    if (!take(next, next.steps[step], cursor, tape)) continue;
    outline = other;
    return true;
  }
  return false;
}

// Moves neither cursor nor tape where the step does not fit.
bool Outlines::take(const Outline& outline, const Step& step, PlaceCursor& cursor, Tape& tape) {
  if (cursor.is_at_end()) return false;
  switch (step.kind) {
    case StepKind::kName: {
      const std::string_view name(outline.names.data() + step.begin, step.size);
      const std::uint32_t begin = cursor.offset();
      if (!cursor.text().substr(begin).starts_with(name)) return false;
      PlaceCursor colon = cursor;
      colon.skip();
      if (colon.is_at_end() || colon.here() != ':') return false;
      colon.skip();
      cursor = colon;
      append(tape, Kind::kName, {begin, begin + step.size}, false);
      return true;
    }
    case StepKind::kScalar:
      return take_scalar(step.of, cursor, tape);
    case StepKind::kOpen:
      if (cursor.here() != bracket(step.of, true)) return false;
      append(tape, step.of, {cursor.offset(), cursor.offset()}, false);
      break;
    case StepKind::kClose: {
      if (cursor.here() != bracket(step.of, false)) return false;
      Token& container = tape.tokens[step.token];
      container.end = cursor.offset() + 1;
      container.next = static_cast<std::uint32_t>(tape.tokens.size());
      container.count = step.count;
      break;
    }
    case StepKind::kComma:
      if (cursor.here() != ',') return false;
      break;
  }
  cursor.skip();
  return true;
}

bool Outlines::take_scalar(Kind kind, PlaceCursor& cursor, Tape& tape) {
  PlaceCursor behind = cursor;
  Span span;
  bool escaped = false;
  const char first = cursor.here();
  const bool fits = [&] {
    switch (kind) {
      case Kind::kString:
        return first == '"' && behind.take_string(span, escaped);
      case Kind::kNumber:
        return (first == '-' || is_digit(first)) && behind.take_number(span);
      case Kind::kTrue:
        return behind.take_literal("true", span);
      case Kind::kFalse:
        return behind.take_literal("false", span);
      default:
        return behind.take_literal("null", span);
    }
  }();
  if (!fits) return false;
  cursor = behind;
  append(tape, kind, span, escaped);
  return true;
}

void Outlines::learn(std::string_view text, Tape& tape) {
  if (outlines_.size() >= kMost || tape.tokens.size() > kMostSteps / 3) return;
  Outline outline = outline_of(text, tape);
  for (const Outline& known : outlines_) {
    outline.shared.push_back(count_shared(outline, known));
    if (outline.shared.back() < outline.steps.size()) continue;
    tape.outline = known.number;
    return;
  }
  outline.number = tape.outline = next_number();
  last_ = outlines_.size();
  outlines_.push_back(std::move(outline));
}

Outlines::Outline Outlines::outline_of(std::string_view text, const Tape& tape) {
  Outline outline;
  std::vector<std::uint32_t> open;
  bool is_first = true;
  const auto close_before = [&](std::uint32_t token) {
    for (; !open.empty() && tape.tokens[open.back()].next == token; open.pop_back()) {
      const Token& container = tape.tokens[open.back()];
      outline.steps.push_back({StepKind::kClose, container.kind, open.back(), container.count});
      is_first = false;
    }
  };
  for (std::uint32_t i = 0; i < tape.tokens.size(); ++i) {
    const Token& token = tape.tokens[i];
    close_before(i);
    if (!is_first) outline.steps.push_back({StepKind::kComma});
    is_first = token.kind == Kind::kName || is_container(token.kind);
    if (token.kind == Kind::kName) {
      const auto begin = static_cast<std::uint32_t>(outline.names.size());
      outline.names += raw(text, token);
      outline.steps.push_back({StepKind::kName, Kind::kName, 0, 0, begin, token.end - token.begin});
    } else {
      const bool opens = is_container(token.kind);
      outline.steps.push_back({opens ? StepKind::kOpen : StepKind::kScalar, token.kind});
      if (opens) open.push_back(i);
    }
  }
  close_before(static_cast<std::uint32_t>(tape.tokens.size()));
  return outline;
}

std::size_t Outlines::count_shared(const Outline& a, const Outline& b) {
  const auto is_same = [&](const Step& x, const Step& y) {
    const std::string_view name_x(a.names.data() + x.begin, x.size);
    const std::string_view name_y(b.names.data() + y.begin, y.size);
    return x.kind == y.kind && x.of == y.of && x.token == y.token && x.count == y.count &&
           name_x == name_y;
  };
  const auto parting =
      std::mismatch(a.steps.begin(), a.steps.end(), b.steps.begin(), b.steps.end(), is_same);
  return static_cast<std::size_t>(parting.first - a.steps.begin());
}

std::size_t Outlines::shared(std::size_t a, std::size_t b) const {
  return outlines_[std::max(a, b)].shared[std::min(a, b)];
}

}  // namespace crosswalk::json
