// Events into a tape.
//
// Tokens are appended as events come; a container's token gets its end and `next` when it closes.
// A lifted member's tokens are taken off the tail when it ends and are put back as the root
// object's last members when that closes.
//   {"data":[1,"cursor":2]}  ->  the tape of {"data":[1],"cursor":2}, with the places of the text
// What every token needs is inline, for the sake of the fast reader.
// Test: tests/json/parser_test.cc.
#ifndef CROSSWALK_JSON_TAPE_BUILDER_H
#define CROSSWALK_JSON_TAPE_BUILDER_H

#include <cstdint>
#include <vector>

#include "json/events.h"

namespace crosswalk::json {

/// Appends the tokens of one text after another to tapes, which must outlive it.
class TapeBuilder final : public EventHandler {
 public:
  TapeBuilder() = default;
  explicit TapeBuilder(Tape& tape) : tokens_(&tape.tokens) {}
  /// A text begins, whose tokens go to `tape`.
  void begin(Tape& tape) {
    tokens_ = &tape.tokens;
    open_.clear();
    lifted_.clear();
    lifted_members_ = 0;
  }

  void on_scalar(Kind kind, Span span, bool escaped) override {
    count_element();
    append(kind, span, escaped);
  }
  void on_begin(Kind kind, std::uint32_t begin) override {
    count_element();
    open_.push_back(size());
    append(kind, {begin, begin}, false);
  }
  void on_end(std::uint32_t end) override {
    Token& container = (*tokens_)[open_.back()];
    container.end = end;
    open_.pop_back();
    if (open_.empty() && !lifted_.empty()) {
      put_back_lifted(container);
    } else {
      container.next = size();
    }
  }
  void on_name(Span span, bool escaped) override {
    ++(*tokens_)[open_.back()].count;
    append(Kind::kName, span, escaped);
  }
  void on_lifted_begin(Span name, bool escaped) override;
  void on_lifted_end() override;
  /// Closes what is open, where reading stopped in the middle, so that the tape can be walked: a
  /// value that is missing behind its name becomes a null without characters. Call last.
  void break_off();

 private:
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(tokens_->size()); }
  void append(Kind kind, Span span, bool escaped) {
    tokens_->push_back({kind, escaped, 0, span.begin, span.end, size() + 1, 0});
  }
  void count_element() {
    if (!open_.empty() && (*tokens_)[open_.back()].kind == Kind::kArray) {
      ++(*tokens_)[open_.back()].count;
    }
  }
  void put_back_lifted(Token& root);

  std::vector<Token>* tokens_ = nullptr;
  std::vector<std::uint32_t> open_;  // indexes of the containers that are open
  std::vector<Token> lifted_;        // `next` counts from their first
  std::uint32_t lifted_members_ = 0;
  std::uint32_t lifted_begin_ = 0;  // index of the name of the member being lifted
};

}  // namespace crosswalk::json

#endif  // CROSSWALK_JSON_TAPE_BUILDER_H
