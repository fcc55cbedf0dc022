// The fast way through a row: see plain_row.h. Test: tests/json/plain_row_test.cc.
#include "json/plain_row.h"

#include <cstring>

#include "json/escape.h"
#include "json/scan.h"

namespace crosswalk::json {

using record::Cell;
using record::CellKind;

namespace {

// Each function moves `p` past one cell and says what it is; false: leave the row to the plain way.

bool take_string(const char*& p, const char* end, Cell& cell) {
  cell.kind = CellKind::kString;
  cell.flags = Cell::kQuoted;
  for (++p;;) {
    p = find_string_stop(p, end);
    if (p == end) return false;
    if (*p == '"') break;
    if (*p != '\\') return false;
    cell.flags |= Cell::kEscaped;
    p = skip_escape(p, end);
    if (p == nullptr) return false;
  }
  ++p;
  return true;
}

bool take_literal(const char*& p, const char* end, std::string_view word) {
  const bool good = static_cast<std::size_t>(end - p) >= word.size() &&
                    std::memcmp(p, word.data(), word.size()) == 0;
  if (good) p += word.size();
  return good;
}

bool take_cell(const char*& p, const char* end, Cell& cell) {
  switch (*p) {
    case '"':
      return take_string(p, end, cell);
    case 't':
      cell.kind = CellKind::kTrue;
      return take_literal(p, end, "true");
    case 'f':
      cell.kind = CellKind::kFalse;
      return take_literal(p, end, "false");
    case 'n':
      cell.kind = CellKind::kNull;
      return take_literal(p, end, "null");
    default:
      cell.kind = CellKind::kNumber;
      return (*p == '-' || is_digit(*p)) && scan_number(p, end) == NumberEnd::kGood;
  }
}

}  // namespace

std::uint32_t scan_plain_row(std::string_view text, std::uint32_t begin, std::vector<Cell>& cells) {
  const char* const base = text.data();
  const char* const end = base + text.size();
  const auto offset = [base](const char* at) { return static_cast<std::uint32_t>(at - base); };
  const char* p = skip_blanks(base + begin + 1, end);
  if (p != end && *p == ']') return offset(p + 1);
  while (p != end) {
    Cell cell;
    cell.begin = offset(p);
    if (!take_cell(p, end, cell)) return 0;
    cell.end = offset(p);
    cells.push_back(cell);
    p = skip_blanks(p, end);
    if (p == end) return 0;
    if (*p == ']') return offset(p + 1);
    if (*p != ',') return 0;
    p = skip_blanks(p + 1, end);
  }
  return 0;
}

}  // namespace crosswalk::json
