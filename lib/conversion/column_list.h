// The columns that records need in a table: their union, in order of first appearance.
//
//   {"id":"a","x":1} {"y":2,"id":"b"}   ->   id, x, y
// A record that a table cannot hold still counts: it is refused when it is written.
// Test: tests/cross/layout_pairs_test.cc.
#ifndef CROSSWALK_CONVERSION_COLUMN_LIST_H
#define CROSSWALK_CONVERSION_COLUMN_LIST_H

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "conversion/leaves.h"
#include "conversion/record_shape.h"
#include "conversion/record_writer.h"

namespace crosswalk::conversion {

/// A writer that writes nothing and notes the columns of what it is given.
class ColumnList final : public RecordWriter, private LeafSink {
 public:
  /// `fields`: of the records' format. Keeps nothing of them.
  explicit ColumnList(const std::vector<format::Field>& fields);
  void write(const RecordView& record, std::string& out,
             std::vector<diagnostics::RawFinding>& refusals) override;
  /// True if every column of `record` is noted already; nothing is noted.
  bool has_those_of(const RecordView& record);
  /// The same of a record that is not parsed, where its shape tells it.
  [[nodiscard]] bool has_those_of_shape(std::string_view text) { return shapes_.fit(text); }
  [[nodiscard]] const std::vector<std::string>& columns() const { return columns_; }
  /// Those that were noted since the last call.
  std::vector<std::string> take_new();
  /// Notes a column by its name.
  void add(const std::string& column);

 private:
  void take(const Leaf& leaf) override;

  Leaves leaves_;
  RecordShapes shapes_;  // of records whose columns are noted
  std::vector<std::string> columns_;
  std::size_t taken_ = 0;  // of them
  std::unordered_set<std::string> known_;
  std::vector<std::uint8_t> are_known_;  // columns, by number of the leaf
  bool only_looks_ = false;
  bool has_all_ = true;  // of the record that is looked at
  std::vector<diagnostics::RawFinding> unused_;
  std::string no_output_;
};

}  // namespace crosswalk::conversion

#endif  // CROSSWALK_CONVERSION_COLUMN_LIST_H
