// The reading loop: see reader.h. Test: tests/json/reader_test.cc.
#include "json/reader.h"

#include <optional>

#include "json/escape.h"
#include "json/scan.h"
#include "text/utf8.h"

namespace crosswalk::json {

namespace {

constexpr std::string_view kWantValue = "a value";
constexpr std::string_view kWantName = "a name in quotes";
constexpr std::string_view kWantQuote = "a closing quote";

}  // namespace

ReadState Reader::read(std::uint32_t begin) {
  at_ = begin;
  Step step = Step::kValue;
  while (step < Step::kDone) step = take(step);
  if (step == Step::kDone) return ReadState::kWhole;
  if (need_input_) return ReadState::kNeedInput;
  const Fault stopped = faults_.back();
  faults_.pop_back();
  names_.close_all(faults_);
  faults_.push_back(stopped);
  return ReadState::kBroken;
}

Reader::Step Reader::take(Step step) {
  skip();
  if (at_end()) return take_end(step);
  switch (step) {
    case Step::kElementOrClose:
      return here() == ']' ? close() : take_element();
    case Step::kElement:
      return take_element();
    case Step::kNameOrClose:
      return here() == '}' ? close() : take_name(false);
    case Step::kName:
      return take_name(true);
    case Step::kAfterValue:
      return take_after_value();
    default:
      return take_value();
  }
}

// Between whole values the closers that are missing can be added; elsewhere something is lost.
Reader::Step Reader::take_end(Step step) {
  if (step == Step::kElementOrClose || step == Step::kNameOrClose || step == Step::kAfterValue) {
    if (!settings_.final) return stop_at_end("");
    const std::string missing(closers_.rbegin(), closers_.rend());
    if (!mend(FaultKind::kUnclosed, missing)) return Step::kStopped;
    while (step != Step::kDone) step = close();
    return step;
  }
  return stop_at_end(step == Step::kName ? kWantName : kWantValue);
}

Reader::Step Reader::take_element() {
  if (here() == ',') return take_elided();
  if (here() != ']') return take_value();
  const bool row_end = settings_.row && closers_.size() == 1;
  if (row_end) return take_elided();
  return mend(FaultKind::kTrailingComma, kWantValue) ? close() : Step::kStopped;
}

// Each comma here ends an element that is not there, and so does a bracket after the last of them.
Reader::Step Reader::take_elided() {
  if (!mend(FaultKind::kElidedElement, kWantValue)) return Step::kStopped;
  while (!at_end() && (here() == ',' || here() == ']')) {
    handler_.on_scalar(Kind::kString, {at_, at_}, false);
    if (here() == ']') return Step::kAfterValue;
    ++at_;
    skip();
  }
  return Step::kElement;
}

Reader::Step Reader::take_name(bool after_comma) {
  if (after_comma && here() == '}') {
    return mend(FaultKind::kTrailingComma, kWantName) ? close() : Step::kStopped;
  }
  if (here() != '"') return stop(FaultKind::kSyntax, kWantName);
  const std::uint32_t begin = at_;
  bool escaped = false;
  if (!scan_string(escaped)) return Step::kStopped;
  const Span span{begin, at_};
  names_.add(span, escaped);
  handler_.on_name(span, escaped);
  skip();
  if (at_end()) return stop_at_end("a colon");
  if (here() != ':') return stop(FaultKind::kSyntax, "a colon");
  ++at_;
  return Step::kValue;
}

Reader::Step Reader::take_value() {
  const char c = here();
  switch (c) {
    case '"':
      return take_string();
    case '[':
      return open(Kind::kArray, ']');
    case '{':
      return open(Kind::kObject, '}');
    case 't':
      return take_literal(Kind::kTrue, "true");
    case 'f':
      return take_literal(Kind::kFalse, "false");
    case 'n':
      return take_literal(Kind::kNull, "null");
    default:
      return c == '-' || is_digit(c) ? take_number() : stop(FaultKind::kSyntax, kWantValue);
  }
}

Reader::Step Reader::take_after_value() {
  const char c = here();
  if (c == ',') {
    ++at_;
    return in_array() ? Step::kElement : Step::kName;
  }
  if (c == closers_.back()) return close();
  return stop(FaultKind::kSyntax, in_array() ? "a comma or ]" : "a comma or }");
}

Reader::Step Reader::take_string() {
  const std::uint32_t begin = at_;
  bool escaped = false;
  if (!scan_string(escaped)) return Step::kStopped;
  const Span span{begin, at_};
  if (in_array()) {
    skip();
    if (!at_end() && here() == ':') return take_lifted(span, escaped);
  }
  handler_.on_scalar(Kind::kString, span, escaped);
  return value_ended();
}

// A member inside an array: it belongs to the root, if that is an object.
Reader::Step Reader::take_lifted(Span name, bool escaped) {
  if (lifted_depth_ != 0 || closers_.front() != '}') {
    return stop(FaultKind::kMemberInArray, "a comma or ]");
  }
  if (!mend(FaultKind::kMemberInArray, "a comma or ]")) return Step::kStopped;
  lifted_depth_ = closers_.size();
  names_.add_to_root(name, escaped);
  handler_.on_lifted_begin(name, escaped);
  ++at_;
  return Step::kValue;
}

Reader::Step Reader::take_number() {
  const std::uint32_t begin = at_;
  const char* p = pointer();
  const NumberEnd number_end = scan_number(p, text_end());
  move_to(p);
  if (at_end() && !settings_.final) return stop_at_end("");
  if (number_end == NumberEnd::kDigitWanted) return stop(FaultKind::kSyntax, "a digit");
  Kind kind = Kind::kNumber;
  if (number_end == NumberEnd::kOutOfRange)
    faults_.push_back({FaultKind::kNumberRange, begin, "a number from 5e-324 to 1.8e308", false});
  if (number_end == NumberEnd::kLeadingZero) {
    const std::uint32_t end = at_;
    at_ = begin + (text_[begin] == '-' ? 2 : 1);
    if (!mend(FaultKind::kLeadingZero, "a number without leading zeros")) return Step::kStopped;
    at_ = end;
    kind = Kind::kString;
  }
  handler_.on_scalar(kind, {begin, at_}, false);
  return value_ended();
}

Reader::Step Reader::take_literal(Kind kind, std::string_view word) {
  const std::uint32_t begin = at_;
  for (const char c : word) {
    if (at_end() && !settings_.final) return stop_at_end("");
    if (at_end() || here() != c) return stop(FaultKind::kSyntax, word);
    ++at_;
  }
  handler_.on_scalar(kind, {begin, at_}, false);
  return value_ended();
}

Reader::Step Reader::open(Kind kind, char closer) {
  if (closers_.size() >= settings_.parse.max_depth) {
    return stop(FaultKind::kDepth, "less nesting");
  }
  handler_.on_begin(kind, at_);
  closers_.push_back(closer);
  ++at_;
  if (kind == Kind::kArray) return Step::kElementOrClose;
  names_.open();
  return Step::kNameOrClose;
}

// At the end of the text, where closers are added, there is none to step over.
Reader::Step Reader::close() {
  if (closers_.back() == '}') names_.close(faults_);
  closers_.pop_back();
  if (!at_end()) ++at_;
  handler_.on_end(at_);
  return value_ended();
}

Reader::Step Reader::value_ended() {
  if (lifted_depth_ != 0 && closers_.size() == lifted_depth_) {
    lifted_depth_ = 0;
    handler_.on_lifted_end();
  }
  return closers_.empty() ? Step::kDone : Step::kAfterValue;
}

bool Reader::scan_string(bool& escaped) {
  const std::uint32_t begin = at_++;
  for (;;) {
    move_to(find_string_stop(pointer(), text_end()));
    if (at_end()) {
      stop_at_end(kWantQuote);
      return false;
    }
    if (here() == '"') break;
    if (here() != '\\') {
      stop(FaultKind::kSyntax, "a control character written as an escape");
      return false;
    }
    escaped = true;
    if (!scan_escape()) return false;
  }
  if (settings_.check_utf8) check_utf8(begin + 1, at_);
  ++at_;
  return true;
}

bool Reader::scan_escape() {
  const char* const after = skip_escape(pointer(), text_end());
  if (after == nullptr) return scan_bad_escape();
  move_to(after);
  return true;
}

// Half a surrogate pair is told and passed over; any other bad escape stops reading.
bool Reader::scan_bad_escape() {
  const std::string_view rest = text_.substr(at_);
  const bool unicode = rest.size() > 1 && rest[1] == 'u';
  const bool cut = rest.size() < (unicode ? 6 : 2);
  std::uint32_t unit = 0;
  if (cut && (!settings_.final || !unicode)) {
    at_ = static_cast<std::uint32_t>(text_.size());
    stop_at_end(kWantQuote);
  } else if (!unicode) {
    stop(FaultKind::kSyntax, "an escape such as \\n");
  } else if (!read_hex4(pointer() + 2, text_end(), unit)) {
    stop(FaultKind::kSyntax, "four hexadecimal digits");
  } else {
    report(FaultKind::kLoneSurrogate, "both halves of a surrogate pair", false);
    at_ += 6;
    return true;
  }
  return false;
}

void Reader::check_utf8(std::uint32_t begin, std::uint32_t end) {
  const std::optional<std::size_t> bad = text::first_bad(text_.substr(begin, end - begin));
  if (!bad) return;
  const auto offset = begin + static_cast<std::uint32_t>(*bad);
  faults_.push_back({FaultKind::kBadUtf8, offset, "valid UTF-8", false});
}

void Reader::skip() {
  move_to(skip_blanks(pointer(), text_end()));
}

void Reader::report(FaultKind kind, std::string_view expected, bool mended) {
  faults_.push_back({kind, at_, std::string(expected), mended});
}

Reader::Step Reader::stop(FaultKind kind, std::string_view expected) {
  report(kind, expected, false);
  return Step::kStopped;
}

Reader::Step Reader::stop_at_end(std::string_view expected) {
  need_input_ = !settings_.final;
  if (need_input_) return Step::kStopped;
  return stop(
      closers_.empty() && expected == kWantValue ? FaultKind::kSyntax : FaultKind::kUnclosed,
      expected);
}

bool Reader::mend(FaultKind kind, std::string_view expected) {
  report(kind, expected, settings_.parse.tolerant);
  return settings_.parse.tolerant;
}

}  // namespace crosswalk::json
