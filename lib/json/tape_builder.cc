// Events into a tape: see tape_builder.h. Test: tests/json/parser_test.cc.
#include "json/tape_builder.h"

namespace crosswalk::json {

void TapeBuilder::on_scalar(Kind kind, Span span, bool escaped) {
  count_element();
  append(kind, span, escaped);
}

void TapeBuilder::on_begin(Kind kind, std::uint32_t begin) {
  count_element();
  open_.push_back(size());
  append(kind, {begin, begin}, false);
}

void TapeBuilder::on_end(std::uint32_t end) {
  Token& container = tokens_[open_.back()];
  container.end = end;
  open_.pop_back();
  if (open_.empty() && !lifted_.empty()) {
    put_back_lifted(container);
  } else {
    container.next = size();
  }
}

void TapeBuilder::on_name(Span span, bool escaped) {
  ++tokens_[open_.back()].count;
  append(Kind::kName, span, escaped);
}

void TapeBuilder::on_lifted_begin(Span name, bool escaped) {
  lifted_begin_ = size();
  append(Kind::kName, name, escaped);
}

void TapeBuilder::on_lifted_end() {
  const auto first = tokens_.begin() + lifted_begin_;
  const auto base = static_cast<std::uint32_t>(lifted_.size());
  for (auto it = first; it != tokens_.end(); ++it) it->next = it->next - lifted_begin_ + base;
  lifted_.insert(lifted_.end(), first, tokens_.end());
  tokens_.erase(first, tokens_.end());
  ++lifted_members_;
  --tokens_[open_.back()].count;  // its value was counted as an element of the array
}

void TapeBuilder::append(Kind kind, Span span, bool escaped) {
  tokens_.push_back({kind, escaped, span.begin, span.end, size() + 1, 0});
}

void TapeBuilder::count_element() {
  if (!open_.empty() && tokens_[open_.back()].kind == Kind::kArray) ++tokens_[open_.back()].count;
}

void TapeBuilder::put_back_lifted(Token& root) {
  root.count += lifted_members_;
  root.next = size() + static_cast<std::uint32_t>(lifted_.size());
  for (Token& token : lifted_) token.next += size();
  tokens_.insert(tokens_.end(), lifted_.begin(), lifted_.end());
}

}  // namespace crosswalk::json
