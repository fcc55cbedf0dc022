// See document_frame.h.
#include "layout/document_frame.h"

#include <algorithm>

#include "json/scan.h"
#include "json/tape.h"

namespace crosswalk::layout {

namespace {

bool ends_scalar(char c) {
  return json::is_blank(c) || std::string_view(",:\"[]{}").find(c) != std::string_view::npos;
}

bool opens_container(char c) {
  return c == '{' || c == '[';
}

}  // namespace

DocumentFrame::DocumentFrame(const format::RecordPlace& place, std::uint64_t max_bytes)
    : place_(place), max_bytes_(max_bytes), cuts_(place.are_items || place.steps.empty()) {}

void DocumentFrame::take(std::string_view piece) {
  rest_ = piece;
  while (!rest_.empty() && !is_too_long()) take_some();
  step(rest_.size());
  const bool is_between = at_ == At::kElement || at_ == At::kElided || at_ == At::kElementEnd;
  if (is_between) hold_ = offset_;
}

// The end may come inside an element, whose reader tells it; then everything else is closed here.
void DocumentFrame::finish() {
  if (at_ == At::kScalar) end_value();
  if (at_ == At::kTextElementEnd) add_item(begin_, end_);
  const bool is_cut = (at_ == At::kText || at_ == At::kContainer) && is_inside_item();
  if (!is_cut) return;
  add_item(begin_, offset_);
  text_.resize(element_);
  copy("0");
  closers_around_.assign(closers_.rbegin(), closers_.rend());
  text_ += closers_around_;
}

std::uint64_t DocumentFrame::place_of(std::size_t offset) const {
  const auto behind = std::ranges::upper_bound(pieces_, offset, {}, &Piece::begin);
  if (behind == pieces_.begin()) return offset;
  const Piece& piece = *std::prev(behind);
  return std::min(piece.place + (offset - piece.begin), offset_);
}

void DocumentFrame::take_some() {
  switch (at_) {
    case At::kFrame:
      return take_frame();
    case At::kFrameText:
    case At::kText:
      return take_text();
    case At::kContainer:
      return take_container();
    case At::kScalar:
      return take_scalar();
    case At::kElementEnd:
    case At::kTextElementEnd:
      return take_behind_element();
    case At::kLiftedValue:
      return take_lifted_value();
    case At::kElement:
    case At::kElided:
      return take_element();
    case At::kLost:
      return copy_and_step(rest_.size());
  }
}

void DocumentFrame::take_frame() {
  switch (here()) {
    case '{':
    case '[':
      return open();
    case '}':
    case ']':
      close();
      break;
    case '"':
      name_ = text_.size();
      at_ = At::kFrameText;
      break;
    case ':':
      has_name_ = true;
      break;
    case ',':
      has_name_ = false;
      break;
    default:
      break;
  }
  copy_and_step();
}

// Up to the closing quote, which is copied with what stands before it.
void DocumentFrame::take_text() {
  std::size_t end = 0;
  bool is_open = true;
  for (; is_open && end < rest_.size(); ++end) {
    const char c = rest_[end];
    is_open = is_escaped_ || c != '"';
    is_escaped_ = !is_escaped_ && c == '\\';
  }
  copy_and_step(end);
  if (is_open) return;
  if (at_ == At::kText) return end_value();
  at_ = At::kFrame;
}

void DocumentFrame::take_container() {
  const std::optional<std::size_t> end = skipper_.skip(rest_);
  const std::size_t bytes = end.value_or(rest_.size());
  if (is_lifted_) copy(rest_.substr(0, bytes));
  step(bytes);
  if (end) end_value();
}

void DocumentFrame::take_scalar() {
  if (ends_scalar(here())) return end_value();
  if (is_lifted_) copy(rest_.substr(0, 1));
  step(1);
}

void DocumentFrame::take_element() {
  if (is_regular_ && pass_over_element()) return;
  const char c = here();
  if (json::is_blank(c)) return is_regular_ ? step(1) : copy_and_step();
  if (c == ',' || (c == ']' && at_ == At::kElided)) add_item(offset_, offset_);
  if (c == ',') {
    is_regular_ = false;
    at_ = At::kElided;
  } else if (c == ']') {
    close();
  } else if (c == '}' || c == ':') {
    at_ = At::kLost;
  } else {
    return begin_element();
  }
  copy_and_step();
}

// Most elements: containers that stand between regular ones, all in the piece at hand. The frame
// keeps nothing of them, so the element before stays in it until the next one that it keeps.
bool DocumentFrame::pass_over_element() {
  const char* const begin = rest_.data();
  const char* const piece_end = begin + rest_.size();
  const char* const element = json::skip_blanks(begin, piece_end);
  if (element == piece_end || !opens_container(*element)) return false;
  const auto bytes = RowSkipper().skip(rest_.substr(static_cast<std::size_t>(element - begin)));
  if (!bytes) return false;
  const char* const end = element + *bytes;
  if (end == piece_end || *end != ',') return false;
  const char* const next = json::skip_blanks(end + 1, piece_end);
  if (next == piece_end || !opens_container(*next)) return false;
  add_item(offset_ + static_cast<std::uint64_t>(element - begin),
           offset_ + static_cast<std::uint64_t>(end - begin));
  ++lists_.back().left_out;
  step(static_cast<std::size_t>(next - begin));
  return true;
}

void DocumentFrame::take_behind_element() {
  const char c = here();
  if (json::is_blank(c)) return copy_and_step();
  const bool is_name = at_ == At::kTextElementEnd && c == ':';
  if (at_ == At::kTextElementEnd && !is_name) add_item(begin_, end_);
  if (is_name) {
    is_lifted_ = true;
    at_ = At::kLiftedValue;
  } else if (c == ',') {
    is_regular_ = !is_lifted_;
    is_lifted_ = false;
    at_ = At::kElement;
  } else if (c == ']') {
    is_lifted_ = false;
    close();
  } else {
    at_ = At::kLost;
  }
  copy_and_step();
}

void DocumentFrame::take_lifted_value() {
  if (json::is_blank(here())) return copy_and_step();
  begin_value();
  if (at_ == At::kScalar && ends_scalar(here())) {
    at_ = At::kLost;
    copy_and_step();
  }
}

void DocumentFrame::open() {
  const bool is_lifted = closers_.ends_with(']') && has_name_;
  const bool is_way = is_on_way();
  const bool is_list =
      cuts_ && is_way && here() == '[' && (is_lifted || closers_.size() == place_.steps.size());
  closers_.push_back(here() == '[' ? ']' : '}');
  if (is_way) way_ = closers_.size();
  has_name_ = false;
  copy_and_step();
  if (!is_list) return;
  lists_.push_back({static_cast<std::uint32_t>(text_.size() - 1), 0});
  is_regular_ = false;
  at_ = At::kElement;
}

void DocumentFrame::close() {
  if (!closers_.empty()) closers_.pop_back();
  way_ = std::min(way_, closers_.size());
  has_name_ = false;
  if (at_ != At::kFrame) hold_ = offset_;
  at_ = At::kFrame;
}

// True if the container at hand leads to the record place, or is there.
bool DocumentFrame::is_on_way() const {
  if (closers_.empty()) return true;
  if (!has_name_) return false;
  if (closers_.back() == ']') return place_.steps.size() == 1 && is_named(place_.steps.front());
  const std::size_t step = closers_.size() - 1;
  return way_ == closers_.size() && step < place_.steps.size() && is_named(place_.steps[step]);
}

// True if the last string of the frame says `name`.
bool DocumentFrame::is_named(const std::string& name) const {
  json::Token token;
  token.kind = json::Kind::kName;
  token.begin = static_cast<std::uint32_t>(name_);
  token.end = static_cast<std::uint32_t>(text_.rfind('"') + 1);
  token.escaped = json::raw(text_, token).find('\\') != std::string_view::npos;
  std::string scratch;
  return json::string_value(text_, token, scratch) == name;
}

// The element before it leaves nothing if it is regular. A container stays one: a digit behind it
// must not become part of a number.
void DocumentFrame::begin_element() {
  if (is_regular_) leave_out_last();
  is_regular_ = false;
  element_ = text_.size();
  begin_ = offset_;
  hold_ = offset_;
  begin_value();
  if (at_ == At::kContainer) copy("{}");
  if (at_ == At::kScalar) copy("0");
}

void DocumentFrame::begin_value() {
  is_inside_ = true;
  const char c = here();
  if (c == '"') {
    at_ = At::kText;
    copy_and_step();
  } else if (c == '[' || c == '{') {
    skipper_ = {};
    at_ = At::kContainer;
  } else {
    at_ = At::kScalar;
  }
}

void DocumentFrame::end_value() {
  is_inside_ = false;
  end_ = offset_;
  const bool is_text = at_ == At::kText;
  at_ = is_text && !is_lifted_ ? At::kTextElementEnd : At::kElementEnd;
  if (!is_text && !is_lifted_) add_item(begin_, end_);
}

void DocumentFrame::add_item(std::uint64_t begin, std::uint64_t end) {
  items_.push_back({begin, end, static_cast<std::uint32_t>(lists_.size() - 1)});
}

void DocumentFrame::leave_out_last() {
  text_.resize(element_);
  while (!pieces_.empty() && pieces_.back().begin >= element_) pieces_.pop_back();
  ++lists_.back().left_out;
}

// Copies bytes that stand at the offset at hand.
void DocumentFrame::copy(std::string_view bytes) {
  const bool goes_on =
      !pieces_.empty() && text_.size() - pieces_.back().begin == offset_ - pieces_.back().place;
  if (!goes_on) pieces_.push_back({text_.size(), offset_});
  text_ += bytes;
}

void DocumentFrame::step(std::size_t bytes) {
  rest_.remove_prefix(bytes);
  offset_ += bytes;
}

void DocumentFrame::copy_and_step(std::size_t bytes) {
  copy(rest_.substr(0, bytes));
  step(bytes);
}

}  // namespace crosswalk::layout
