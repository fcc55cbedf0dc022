// See width_hint.h.
#include "check/width_hint.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "diagnostics/redaction.h"

namespace crosswalk::check {
namespace {

using record::Cell;

std::string name_of(char delimiter) {
  switch (delimiter) {
    case ',':
      return "a comma";
    case ';':
      return "a semicolon";
    case '\t':
      return "a tab";
    default:
      return std::string("'") + delimiter + "'";
  }
}

/// One row held against its columns.
class Row {
 public:
  Row(const record::Batch& batch, std::span<const Cell> cells, const TableProgram::Impl& table,
      const Sweep& sweep)
      : bytes_(batch.bytes),
        cells_(cells),
        columns_(static_cast<std::uint32_t>(table.columns.size())),
        extra_(cells.size() - table.columns.size()),
        table_(table),
        sweep_(sweep) {}

  // The only column that the extra cells can belong to; one of several values wins over others.
  std::optional<std::uint32_t> only_candidate() const {
    std::vector<std::uint32_t> candidates;
    const std::uint32_t first = columns_ - std::min(columns_, fitting_from_the_right() + 1);
    const std::uint32_t last = std::min(columns_ - 1, fitting_from_the_left());
    for (std::uint32_t column = first; column <= last; ++column) {
      if (joined_fits(column)) candidates.push_back(column);
    }
    if (candidates.size() > 1) {
      std::erase_if(candidates, [this](auto column) { return !table_.columns[column].has_parts; });
    }
    if (candidates.size() != 1) return std::nullopt;
    return candidates.front();
  }

 private:
  // How many first cells fit their columns.
  std::uint32_t fitting_from_the_left() const {
    std::uint32_t count = 0;
    while (count < columns_ && sweep_.accepts(count, text_between(count, count))) ++count;
    return count;
  }
  // How many last cells fit the last columns.
  std::uint32_t fitting_from_the_right() const {
    std::uint32_t count = 0;
    while (count < columns_) {
      const std::uint32_t column = columns_ - 1 - count;
      if (!sweep_.accepts(column, text_between(column + extra_, column + extra_))) break;
      ++count;
    }
    return count;
  }
  bool joined_fits(std::uint32_t column) const {
    const auto joined = cells_.subspan(column, extra_ + 1);
    const bool is_quoted = std::ranges::any_of(joined, [](const Cell& c) { return c.flags != 0; });
    return !is_quoted && sweep_.accepts(column, text_between(column, column + extra_));
  }
  // From the first of some cells to the last; quotes are left as they stand.
  std::string_view text_between(std::size_t first, std::size_t last) const {
    return bytes_.substr(cells_[first].begin, cells_[last].end - cells_[first].begin);
  }

  std::string_view bytes_;
  std::span<const Cell> cells_;
  std::uint32_t columns_;
  std::size_t extra_;
  const TableProgram::Impl& table_;
  const Sweep& sweep_;
};

}  // namespace

std::string width_hint(const record::Batch& batch, const record::Record& row,
                       const TableProgram::Impl& table, const Sweep& sweep) {
  const auto cells = std::span(batch.cells).subspan(row.first_cell, row.cell_count);
  if (table.columns.empty() || cells.size() <= table.columns.size()) return {};
  if (cells.front().kind != record::CellKind::kText) return {};
  const auto column = Row(batch, cells, table, sweep).only_candidate();
  if (!column || !diagnostics::is_safe_name(table.columns[*column].name)) return {};
  const char delimiter = batch.bytes[cells.front().end];
  return "quote " + table.columns[*column].name + ": it holds " + name_of(delimiter);
}

}  // namespace crosswalk::check
