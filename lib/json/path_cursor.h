// The way from a tape's root to a token, kept between one question and the next.
//
// Findings come in the order of the text, more or less. So the cursor goes on from where it stands:
// from element 7 of a list to element 8 it is one step, where pointer_to() would count from 0.
//   move_to(token of 8), pointer()   ->   /rows/8, and member() is rows
// Going back is done from the last container that holds both. Test: tests/json/path_cursor_test.cc,
// held against pointer_to().
#ifndef CROSSWALK_JSON_PATH_CURSOR_H
#define CROSSWALK_JSON_PATH_CURSOR_H

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "json/tape.h"

namespace crosswalk::json {

/// Ownership: text and tape must outlive it. Threads: one.
class PathCursor {
 public:
  PathCursor(std::string_view text, const Tape& tape) : text_(text), tape_(&tape) {}

  /// Goes to the token at `index`; a name is where its value is. Cost: linear in the tokens between
  /// the last place and this one on their levels.
  void move_to(std::uint32_t index);
  /// The RFC 6901 pointer of the place.
  [[nodiscard]] std::string pointer() const;
  /// The name of the innermost member that the place is in; empty if it is in none.
  [[nodiscard]] std::string member() const;

 private:
  // A container on the way, and its child that is on it.
  struct Step {
    std::uint32_t container = 0;
    std::uint32_t value = 0;
    std::uint32_t number = 0;
  };

  [[nodiscard]] bool is_object(std::uint32_t token) const {
    return tape_->tokens[token].kind == Kind::kObject;
  }
  void enter(std::uint32_t container);
  [[nodiscard]] std::string_view name_of(const Step& step, std::string& scratch) const;

  std::string_view text_;
  const Tape* tape_;
  std::vector<Step> steps_;
};

}  // namespace crosswalk::json

#endif  // CROSSWALK_JSON_PATH_CURSOR_H
