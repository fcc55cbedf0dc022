// The cells of a row from the reader's events: the plain way that the row scanner takes for rows
// which hold anything but plain scalars.
//
//   [1,{"a":[2]},"x"]  ->  number, container, string: a nested value is one cell
// Test: tests/json/row_scanner_test.cc.
#ifndef CROSSWALK_JSON_ROW_CELLS_H
#define CROSSWALK_JSON_ROW_CELLS_H

#include <cstdint>
#include <string_view>
#include <vector>

#include "json/events.h"
#include "record/batch.h"

namespace crosswalk::json {

/// Appends the elements of one array to `cells`, which must outlive it, as the text must.
class RowCells final : public EventHandler {
 public:
  RowCells(std::string_view text, std::vector<record::Cell>& cells) : text_(text), cells_(cells) {}

  void on_scalar(Kind kind, Span span, bool escaped) override;
  void on_begin(Kind kind, std::uint32_t begin) override;
  void on_end(std::uint32_t end) override;
  void on_name(Span, bool) override {}
  void on_lifted_begin(Span, bool) override {}
  void on_lifted_end() override {}

 private:
  std::string_view text_;
  std::vector<record::Cell>& cells_;
  std::uint32_t depth_ = 0;
  std::uint32_t container_begin_ = 0;
};

}  // namespace crosswalk::json

#endif  // CROSSWALK_JSON_ROW_CELLS_H
