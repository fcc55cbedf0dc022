// Cells brought into the usual form: see cell_form.h.
#include "check/cell_form.h"

#include <algorithm>
#include <array>

#include "check/value.h"

namespace crosswalk::check {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::size_t digits_at_start(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::find_if_not(text, is_digit) - text.begin());
}

// The parts of a date, each with two digits or more; empty = not stated.
struct DateParts {
  std::string year, month, day, hour, minute, second;
};

struct DateToken {
  std::string_view letters;
  std::string DateParts::*part;
  std::size_t fewest_digits;
  std::size_t most_digits;
};

constexpr std::array<DateToken, 8> kTokens = {{{"YYYY", &DateParts::year, 4, 4},
                                               {"MM", &DateParts::month, 2, 2},
                                               {"M", &DateParts::month, 1, 2},
                                               {"DD", &DateParts::day, 2, 2},
                                               {"D", &DateParts::day, 1, 2},
                                               {"hh", &DateParts::hour, 2, 2},
                                               {"mm", &DateParts::minute, 2, 2},
                                               {"ss", &DateParts::second, 2, 2}}};

const DateToken* token_at_start(std::string_view form) {
  for (const DateToken& token : kTokens) {
    if (form.starts_with(token.letters)) return &token;
  }
  return nullptr;
}

// Takes the digits of `token` off `text`; false if they are not there.
bool take_digits(const DateToken& token, std::string_view& text, DateParts& parts) {
  const std::size_t count = std::min(digits_at_start(text), token.most_digits);
  if (count < token.fewest_digits) return false;
  (parts.*token.part).assign(count == 1 ? "0" : "").append(text.substr(0, count));
  text.remove_prefix(count);
  return true;
}

std::optional<DateParts> parts_of(std::string_view form, std::string_view text) {
  DateParts parts;
  while (!form.empty()) {
    if (const DateToken* token = token_at_start(form)) {
      if (!take_digits(*token, text, parts)) return std::nullopt;
      form.remove_prefix(token->letters.size());
    } else {
      if (text.empty() || text.front() != form.front()) return std::nullopt;
      text.remove_prefix(1);
      form.remove_prefix(1);
    }
  }
  return text.empty() ? std::optional(parts) : std::nullopt;
}

std::optional<std::string_view> usual_date(std::string_view form, std::string_view text,
                                           std::string& scratch) {
  const auto parts = parts_of(form, text);
  if (!parts) return std::nullopt;
  scratch = parts->year + '-' + parts->month + '-' + parts->day;
  if (!parts->hour.empty()) {
    const std::string& second = parts->second.empty() ? "00" : parts->second;
    scratch += 'T' + parts->hour + ':' + parts->minute + ':' + second;
  }
  return scratch;
}

// Takes whole digits off `text`, in groups of three if `group` stands between them.
bool take_whole(std::string_view& text, std::string_view group, std::string& out) {
  constexpr std::size_t kGroup = 3;
  std::size_t count = digits_at_start(text);
  out += text.substr(0, count);
  text.remove_prefix(count);
  if (count == 0 || group.empty() || count > kGroup) return count != 0;
  while (text.starts_with(group)) {
    text.remove_prefix(group.size());
    if (digits_at_start(text) != kGroup) return false;
    out += text.substr(0, kGroup);
    text.remove_prefix(kGroup);
  }
  return true;
}

std::optional<std::string_view> usual_number(const format::CellForm& form, std::string_view text,
                                             std::string& scratch) {
  scratch.clear();
  if (text.starts_with('-')) {
    scratch = '-';
    text.remove_prefix(1);
  }
  if (!take_whole(text, form.group, scratch)) return std::nullopt;
  const std::string_view mark = form.decimal.empty() ? "." : std::string_view(form.decimal);
  if (text.starts_with(mark)) {
    text.remove_prefix(mark.size());
    if (text.empty()) return std::nullopt;
    const std::size_t count = digits_at_start(text);
    scratch += '.';
    scratch += text.substr(0, count);
    text.remove_prefix(count);
  }
  return text.empty() ? std::optional<std::string_view>(scratch) : std::nullopt;
}

// The digits of a part as the form wants them: without a leading zero where one digit is enough.
std::string_view digits_for(const DateToken& token, std::string_view digits) {
  const bool may_be_short = token.fewest_digits < digits.size() && digits.front() == '0';
  return digits.substr(may_be_short ? 1 : 0);
}

// A usual date, `1990-12-31` or with `T20:00:00`, in its parts.
std::optional<DateParts> parts_of_usual(std::string_view text) {
  for (const std::string_view form : {"YYYY-MM-DD", "YYYY-MM-DDThh:mm:ss"}) {
    if (auto parts = parts_of(form, text)) return parts;
  }
  return std::nullopt;
}

std::optional<std::string> date_in_form(std::string_view form, std::string_view text) {
  const auto parts = parts_of_usual(text);
  if (!parts) return std::nullopt;
  std::string date;
  while (!form.empty()) {
    const DateToken* const token = token_at_start(form);
    if (token != nullptr) date += digits_for(*token, *parts.*token->part);
    if (token == nullptr) date += form.front();
    form.remove_prefix(token == nullptr ? 1 : token->letters.size());
  }
  return date;
}

std::string number_in_form(const format::CellForm& form, std::string_view text) {
  std::string number(text);
  const std::size_t mark = number.find('.');
  if (mark != std::string::npos && !form.decimal.empty()) number.replace(mark, 1, form.decimal);
  return number;
}

}  // namespace

std::optional<std::string_view> usual_form(const format::CellForm& form, std::string_view text,
                                           std::string& scratch) {
  if (std::ranges::find(form.none, text) != form.none.end()) return std::string_view();
  if (text.empty()) return text;
  if (!form.date.empty()) return usual_date(form.date, text, scratch);
  if (!form.decimal.empty() || !form.group.empty()) return usual_number(form, text, scratch);
  return text;
}

std::optional<std::string> in_form(const format::CellForm& form, std::string_view text,
                                   json::Kind kind) {
  if (text.empty()) return std::string();
  std::string scratch;
  const auto reads_so = [&](std::string_view cell) {
    const auto usual = usual_form(form, cell, scratch);
    return usual.value_or(cell) == text && (usual || kind != json::Kind::kNumber);
  };
  std::optional<std::string> cell;
  if (!form.date.empty()) {
    cell = date_in_form(form.date, text);
  } else {
    cell = number_in_form(form, text);
  }
  if (cell && reads_so(*cell)) return cell;
  return reads_so(text) ? std::optional(std::string(text)) : std::nullopt;
}

CellValue cell_value(const format::CellForm* form, format::As as, std::string_view text,
                     std::string& scratch) {
  if (form == nullptr) return {kind_of_cell(as, text), text};
  const auto usual = usual_form(*form, text, scratch);
  if (!usual) return {json::Kind::kString, text};
  return {kind_of_cell(as, *usual), *usual};
}

}  // namespace crosswalk::check
