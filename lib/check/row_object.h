// A row, or a header, written as the JSON object that its schema means.
//
// Keywords that look at several members at once cannot be bound to one column. For those, and only
// those, the members are put together as a small document that the interpreter runs on; what it
// finds is moved back to the columns. It is also the plain twin of the bound columns in tests.
//   columns a,b and the row 1,x   ->   {"a":1,"b":"x"}
// Test: tests/check/row_object_test.cc.
#ifndef CROSSWALK_CHECK_ROW_OBJECT_H
#define CROSSWALK_CHECK_ROW_OBJECT_H

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json/parser.h"
#include "json/record_builder.h"
#include "json/tape.h"

namespace crosswalk::check {

/// An object under construction. Reused: clear() keeps capacity. Threads: one.
class RowObject {
 public:
  void clear();
  /// Adds a member of column `column` whose value is `text`: characters for kString, JSON for every
  /// other kind.
  void add(std::string_view name, json::Kind kind, std::string_view text, std::uint32_t column);
  /// The same for a name that was made ready.
  void add(const json::ReadyName& name, json::Kind kind, std::string_view text,
           std::uint32_t column);
  /// Closes the object and makes its tape. Call once, last.
  void finish();

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const json::Tape& tape() const { return tape_; }
  /// The column whose name or value stands at `offset` of text(), if one does.
  [[nodiscard]] std::optional<std::uint32_t> column_at(std::uint32_t offset) const;

 private:
  struct Extent {
    std::uint32_t end = 0;
    std::uint32_t column = 0;
  };
  void add_value(json::Kind kind, std::string_view text, std::uint32_t column);
  void add_container(std::string_view text);

  std::string text_;
  json::Tape tape_;
  json::RecordBuilder builder_;  // of both
  std::vector<Extent> members_;
  json::Tape cell_tape_;
  std::vector<json::Fault> faults_;
};

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_ROW_OBJECT_H
