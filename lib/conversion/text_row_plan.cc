// See text_row_plan.h.
#include "conversion/text_row_plan.h"

#include <algorithm>

#include "json/scan.h"

namespace crosswalk::conversion {
namespace {

using record::Cell;
using record::CellKind;

/// True if the value is written by its characters where any value may stand.
bool shows_what_it_is(std::string_view bytes, const Cell& cell, std::string& scratch) {
  if (cell.kind != CellKind::kText) return cell.kind != CellKind::kString;
  const std::string_view text = record::cell_text(bytes, cell, scratch);
  if (text.empty()) return true;
  return !json::is_blank(text.front()) && !json::is_blank(text.back()) &&
         check::kind_at_a_glance(text) == json::Kind::kString;
}

}  // namespace

bool TextRowPlan::write(const record::Batch& batch, std::uint32_t record,
                        check::TypingMemory& memory, std::string& out) const {
  const Cell* const cells = batch.cells.data() + batch.records[record].first_cell;
  const bool is_plain = std::ranges::all_of(any_columns_, [&](std::uint32_t column) {
    return shows_what_it_is(batch.bytes, cells[column], memory.text);
  });
  if (!is_plain) return false;
  const std::size_t begin = out.size();
  plan_.write(batch, record, memory.text, out);
  if (!plan_.writes_csv() || out.find('\0', begin) == std::string::npos) return true;
  out.resize(begin);
  return false;
}

}  // namespace crosswalk::conversion
