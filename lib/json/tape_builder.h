// Events into a tape.
//
// Tokens are appended as events come; a container's token gets its end and `next` when it closes.
// A lifted member's tokens are taken off the tail when it ends and are put back as the root
// object's last members when that closes.
//   {"data":[1,"cursor":2]}  ->  the tape of {"data":[1],"cursor":2}, with the places of the text
// Test: tests/json/parser_test.cc.
#ifndef CROSSWALK_JSON_TAPE_BUILDER_H
#define CROSSWALK_JSON_TAPE_BUILDER_H

#include <cstdint>
#include <vector>

#include "json/events.h"

namespace crosswalk::json {

/// Appends the tokens of one text to a tape, which must outlive it.
class TapeBuilder final : public EventHandler {
 public:
  explicit TapeBuilder(Tape& tape) : tokens_(tape.tokens) {}

  void on_scalar(Kind kind, Span span, bool escaped) override;
  void on_begin(Kind kind, std::uint32_t begin) override;
  void on_end(std::uint32_t end) override;
  void on_name(Span span, bool escaped) override;
  void on_lifted_begin(Span name, bool escaped) override;
  void on_lifted_end() override;

 private:
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(tokens_.size()); }
  void append(Kind kind, Span span, bool escaped);
  void count_element();
  void put_back_lifted(Token& root);

  std::vector<Token>& tokens_;
  std::vector<std::uint32_t> open_;  // indexes of the containers that are open
  std::vector<Token> lifted_;        // `next` counts from their first
  std::uint32_t lifted_members_ = 0;
  std::uint32_t lifted_begin_ = 0;  // index of the name of the member being lifted
};

}  // namespace crosswalk::json

#endif  // CROSSWALK_JSON_TAPE_BUILDER_H
