// What a column seems to be: see column.h.
#include "draft/column.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>

#include "check/cell_form.h"
#include "check/times.h"
#include "check/value.h"

namespace crosswalk::draft {
namespace {

using Values = std::vector<std::string_view>;

constexpr std::array kDateForms = {"YYYY-MM-DD", "DD.MM.YYYY", "DD/MM/YYYY",     "MM/DD/YYYY",
                                   "DD-MM-YYYY", "YYYY/MM/DD", "YYYY.MM.DD",     "D.M.YYYY",
                                   "D/M/YYYY",   "M/D/YYYY",   "YYYY年MM月DD日", "YYYY年M月D日"};
constexpr std::array kTimes = {"", " hh:mm", " hh:mm:ss", "Thh:mm:ss"};
constexpr std::size_t kDateBytes = 10;  // of a date in the usual form

struct Marks {
  const char* decimal;
  const char* group;
};
constexpr std::array kMarks = {Marks{"", ""},   Marks{",", ""},       Marks{",", "."},
                               Marks{",", " "}, Marks{",", "\u00a0"}, Marks{"", ","},
                               Marks{"", " "},  Marks{"", "'"}};

// True if every value has the form and is a day that exists.
bool are_dates(const Values& values, const std::string& form) {
  format::CellForm cell;
  cell.date = form;
  std::string scratch;
  return std::ranges::all_of(values, [&](std::string_view value) {
    const auto usual = check::usual_form(cell, value, scratch);
    return usual && check::parse_date(usual->substr(0, kDateBytes));
  });
}

bool are_numbers(const Values& values, const Marks& marks) {
  format::CellForm cell;
  cell.decimal = marks.decimal;
  cell.group = marks.group;
  std::string scratch;
  return std::ranges::all_of(values, [&](std::string_view value) {
    const auto usual = check::usual_form(cell, value, scratch);
    return usual && check::is_number(*usual);
  });
}

bool are_all(const Values& values, std::string_view one, std::string_view other) {
  return std::ranges::all_of(
      values, [&](std::string_view value) { return value == one || value == other; });
}

// `DD/MM` as `MM/DD` and the other way round.
std::string with_month_and_day_swapped(std::string form) {
  for (char& c : form) {
    if (c == 'D' || c == 'M') c = c == 'D' ? 'M' : 'D';
  }
  return form;
}

// With full stops, and where the year comes first, only one order is in use.
bool may_be_swapped(const std::string& form) {
  return !form.starts_with('Y') && form.find('.') == std::string::npos;
}

bool draft_date(const Values& values, ColumnDraft& column) {
  for (const char* const time : kTimes) {
    for (const char* const date : kDateForms) {
      const std::string form = std::string(date) + time;
      if (!are_dates(values, form)) continue;
      column.as = *time == '\0' ? "date" : "date-time";
      if (form != kDateForms.front()) column.form.date = form;
      const std::string swapped = with_month_and_day_swapped(form);
      if (!may_be_swapped(form) || !are_dates(values, swapped)) return true;
      column.todos.push_back("the sample fits " + form + " and " + swapped + ": say which it is");
      return true;
    }
  }
  return false;
}

// True if `mark` may stand between thousands as well as before decimals: 1,234.
bool is_open(const Values& values, const char* mark, const Marks& decimal, const Marks& grouped) {
  const auto holds_it = [&](std::string_view value) {
    return value.find(mark) != std::string_view::npos;
  };
  return std::ranges::any_of(values, holds_it) && are_numbers(values, decimal) &&
         are_numbers(values, grouped);
}

bool draft_number(const Values& values, ColumnDraft& column) {
  const auto* const marks = std::ranges::find_if(
      kMarks, [&](const Marks& candidate) { return are_numbers(values, candidate); });
  if (marks == kMarks.end()) return false;
  column.as = std::ranges::all_of(values, check::is_integer) ? "integer" : "number";
  column.form.decimal = marks->decimal;
  column.form.group = marks->group;
  if (is_open(values, ",", {",", ""}, {"", ","}) || is_open(values, ".", {"", ""}, {",", "."})) {
    column.todos.emplace_back(
        "the sample does not tell thousands from decimals: say which mark is which");
  }
  return true;
}

void draft_type(const Values& values, ColumnDraft& column) {
  if (values.empty()) {
    column.as = "text";
    column.todos.emplace_back("the sample has no value in this column: say what it holds");
  } else if (are_all(values, "0", "1")) {
    column.as = "flag";
  } else if (are_all(values, "true", "false")) {
    column.as = "boolean";
  } else if (!draft_date(values, column) && !draft_number(values, column)) {
    column.as = "text";
  }
}

// A name as a step of a pointer (RFC 6901).
std::string escaped(std::string_view name) {
  std::string step;
  for (const char c : name) {
    if (c == '~' || c == '/') {
      step += c == '~' ? "~0" : "~1";
    } else {
      step += c;
    }
  }
  return step;
}

bool holds_several(std::string_view pointer) {
  return pointer == "/emails" || pointer == "/phones" || pointer == "/devices" ||
         pointer == "/email_hashes";
}

}  // namespace

ColumnDraft draft_column(const std::string& name, std::span<const std::string> values,
                         const WordList& words) {
  ColumnDraft column;
  column.name = name;
  Values filled;
  std::set<std::string, std::less<>> none;
  for (const std::string& value : values) {
    if (value.empty()) continue;
    if (words.means_nothing(value)) {
      none.insert(value);
    } else {
      filled.emplace_back(value);
    }
  }
  column.form.none.assign(none.begin(), none.end());
  column.is_always_filled = !values.empty() && filled.size() == values.size();
  const KnownField* known = words.find(name);
  if (known != nullptr) {
    column.is = known->is;
    column.pii = known->pii;
    column.as = known->as;
  } else {
    column.is = "/attributes/" + escaped(name);
    column.todos.emplace_back(
        "say which field this is, or leave it an attribute; and whether it is personal data");
  }
  if (column.as.empty()) draft_type(filled, column);
  return column;
}

void tell_rivals(std::vector<ColumnDraft>& columns) {
  std::map<std::string, std::size_t> count;
  for (const ColumnDraft& column : columns) ++count[column.is];
  for (ColumnDraft& column : columns) {
    if (count[column.is] < 2 || holds_several(column.is)) continue;
    column.todos.push_back("several columns seem to be " + column.is + ": say which one is");
  }
}

}  // namespace crosswalk::draft
