// See bare_row_plan.h.
#include "conversion/bare_row_plan.h"

#include <set>

#include "check/table_plan.h"
#include "tabular/scanner.h"
#include "text/percent.h"

namespace crosswalk::conversion {

using check::TypedCell;
using json::Kind;

BareRowPlan::BareRowPlan(const BareLayout& layout)
    : layout_(layout), delimiter_(1, layout.delimiter), line_end_("\n") {
  if (!layout.is_encoded) return;
  for (std::string* const text : {&delimiter_, &line_end_}) {
    std::string encoded;
    text::append_encoded(encoded, *text);
    *text = std::move(encoded);
  }
}

// Two columns of one name are one member of a record.
std::optional<BareRowPlan> BareRowPlan::compile(const check::TableProgram& table,
                                                const BareLayout& layout) {
  BareRowPlan plan(layout);
  std::set<std::string> names;
  for (const check::ColumnPlan& column : table.impl().columns) {
    const bool is_copied = column.form == nullptr && column.as != format::As::kJson;
    if (!is_copied || !names.insert(column.name).second) return std::nullopt;
    check::CellTyping& typing = plan.columns_.emplace_back();
    typing.as = column.as;
  }
  return plan;
}

BareRowPlan BareRowPlan::of_texts(std::size_t columns, const BareLayout& layout) {
  BareRowPlan plan(layout);
  plan.columns_.resize(columns);
  return plan;
}

bool BareRowPlan::write(const record::Batch& batch, std::uint32_t record,
                        check::TypingMemory& memory, std::string& out) const {
  const record::Cell* const cells = batch.cells.data() + batch.records[record].first_cell;
  const std::size_t begin = out.size();
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (i > 0) out += delimiter_;
    const auto text = text_of(batch.bytes, cells[i], columns_[i], memory);
    if (!text || !append(*text, out)) {
      out.resize(begin);
      return false;
    }
  }
  out += line_end_;
  return true;
}

// Nothing if the cell is none that a plan can write.
std::optional<std::string_view> BareRowPlan::text_of(std::string_view bytes,
                                                     const record::Cell& cell,
                                                     const check::CellTyping& typing,
                                                     check::TypingMemory& memory) {
  if ((cell.flags & record::Cell::kFaulty) != 0) return std::nullopt;
  const TypedCell value = check::typed_cell(bytes, cell, typing, memory);
  if (value.sort != TypedCell::Sort::kJson) return value.text;
  const auto kind = check::kind_at_a_glance(value.text);
  if (!kind) return std::nullopt;
  return kind == Kind::kNull ? std::string_view() : value.text;
}

bool BareRowPlan::append(std::string_view text, std::string& out) const {
  if (tabular::holds_one_of(text, {layout_.delimiter, '\r', '\n', '\0'})) return false;
  if (layout_.is_encoded) {
    text::append_encoded(out, text);
  } else {
    out += text;
  }
  return true;
}

}  // namespace crosswalk::conversion
