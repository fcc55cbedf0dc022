// See csv.h.
#include "mutators/csv.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace crosswalk::fuzz {
namespace {

using Row = std::vector<std::string>;

/// The cells of a table, as they stand in it.
struct Table {
  char delimiter = ',';
  std::string line_end = "\n";
  bool ends_with_line_end = true;
  std::vector<Row> rows;
};

char delimiter_of(std::string_view table) {
  const std::string_view line = table.substr(0, table.find_first_of("\r\n"));
  char best = ',';
  for (const char candidate : {',', ';', '\t', '|'}) {
    if (std::ranges::count(line, candidate) > std::ranges::count(line, best)) best = candidate;
  }
  return best;
}

/// Cuts at every delimiter and line end outside quotes; what else is wrong stays in the cells.
Table cut(std::string_view text) {
  Table table;
  table.delimiter = delimiter_of(text);
  if (text.find("\r\n") != std::string_view::npos) table.line_end = "\r\n";
  table.ends_with_line_end = text.ends_with('\n');
  if (table.ends_with_line_end) text.remove_suffix(text.ends_with("\r\n") ? 2 : 1);
  table.rows.push_back({""});
  bool is_quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') is_quoted = !is_quoted;
    const bool is_line_end = !is_quoted && text.substr(i).starts_with(table.line_end);
    if (is_line_end) {
      table.rows.push_back({""});
      i += table.line_end.size() - 1;
    } else if (!is_quoted && text[i] == table.delimiter) {
      table.rows.back().emplace_back();
    } else {
      table.rows.back().back() += text[i];
    }
  }
  return table;
}

std::string join(const Table& table) {
  std::string text;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    if (row > 0) text += table.line_end;
    for (std::size_t i = 0; i < table.rows[row].size(); ++i) {
      if (i > 0) text += table.delimiter;
      text += table.rows[row][i];
    }
  }
  return table.ends_with_line_end ? text + table.line_end : text;
}

std::string with_quotes_changed(const std::string& cell) {
  if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"')
    return cell.substr(1, cell.size() - 2);
  std::string quoted = "\"";
  for (const char c : cell) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + '"';
}

void change_rows(Table& table, Dice& dice) {
  auto& rows = table.rows;
  const std::size_t at = dice.below(rows.size());
  switch (dice.below(3)) {
    case 0:
      rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(at), Row(dice.pick(rows)));
      break;
    case 1:
      std::swap(rows[at], rows[dice.below(rows.size())]);
      break;
    default:
      if (rows.size() > 1) rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(at));
  }
}

void change_cells(Table& table, Dice& dice) {
  Row& row = table.rows[dice.below(table.rows.size())];
  const std::size_t at = dice.below(row.size());
  const auto place = row.begin() + static_cast<std::ptrdiff_t>(at);
  switch (dice.below(6)) {
    case 0:
      row[at] = dice.pick(kSpices);
      break;
    case 1:
      row[at] = with_quotes_changed(row[at]);
      break;
    case 2:
      row[at] = std::string(dice.pick(dice.pick(table.rows)));
      break;
    case 3:
      row.insert(place, std::string(dice.pick(kSpices)));
      break;
    case 4:
      if (row.size() > 1) row.erase(place);
      break;
    default:
      row[at] += row[at] + std::string(dice.pick(kSpices));
  }
}

void change_columns(Table& table, Dice& dice) {
  const std::size_t width = table.rows.front().size();
  const std::size_t a = dice.below(width);
  const std::size_t b = dice.below(width);
  const std::size_t way = dice.below(3);
  const std::string spice(dice.pick(kSpices));
  for (Row& row : table.rows) {
    if (row.size() <= std::max(a, b)) continue;
    if (way == 0) std::swap(row[a], row[b]);
    if (way == 1) row.push_back(row[a]);
    if (way == 2) row[a] = &row == &table.rows.front() ? row[a] : spice;
  }
}

void change_dialect(Table& table, Dice& dice) {
  switch (dice.below(4)) {
    case 0:
      table.line_end = table.line_end == "\n" ? "\r\n" : "\n";
      break;
    case 1:
      table.ends_with_line_end = !table.ends_with_line_end;
      break;
    case 2:
      table.delimiter = dice.pick(std::string_view(",;\t|"));
      break;
    default:
      for (Row& row : table.rows) row.back() = with_quotes_changed(row.back());
  }
}

}  // namespace

std::string mutate_csv(std::string_view table, Dice& dice) {
  Table cells = cut(table);
  constexpr void (*kChanges[])(Table&, Dice&) = {change_rows,  change_cells,   change_cells,
                                                 change_cells, change_columns, change_dialect};
  dice.pick(kChanges)(cells, dice);
  return join(cells);
}

}  // namespace crosswalk::fuzz
