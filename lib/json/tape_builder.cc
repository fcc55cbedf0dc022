// Events into a tape: see tape_builder.h. Test: tests/json/parser_test.cc.
#include "json/tape_builder.h"

namespace crosswalk::json {

void TapeBuilder::on_lifted_begin(Span name, bool escaped) {
  lifted_begin_ = size();
  append(Kind::kName, name, escaped);
}

void TapeBuilder::on_lifted_end() {
  const auto first = tokens_->begin() + lifted_begin_;
  const auto base = static_cast<std::uint32_t>(lifted_.size());
  for (auto it = first; it != tokens_->end(); ++it) it->next = it->next - lifted_begin_ + base;
  lifted_.insert(lifted_.end(), first, tokens_->end());
  tokens_->erase(first, tokens_->end());
  ++lifted_members_;
  --(*tokens_)[open_.back()].count;  // its value was counted as an element of the array
}

void TapeBuilder::put_back_lifted(Token& root) {
  root.count += lifted_members_;
  root.next = size() + static_cast<std::uint32_t>(lifted_.size());
  for (Token& token : lifted_) token.next += size();
  tokens_->insert(tokens_->end(), lifted_.begin(), lifted_.end());
}

void TapeBuilder::break_off() {
  if (!tokens_->empty() && tokens_->back().kind == Kind::kName) {
    const std::uint32_t end = tokens_->back().end;
    append(Kind::kNull, {end, end}, false);
  }
  for (const std::uint32_t container : open_) (*tokens_)[container].next = size();
}

}  // namespace crosswalk::json
