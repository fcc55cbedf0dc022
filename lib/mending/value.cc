// See value.h. One function a kind, in one table.
#include "mending/value.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "check/times.h"
#include "check/value.h"
#include "json/scan.h"

namespace crosswalk::mending {
namespace {

using json::Kind;

constexpr std::string_view kDigits = "0123456789";

/// White space of Unicode beyond ASCII, and the zero-width mark that some exports leave behind.
constexpr std::array<std::string_view, 20> kWideBlanks = {
    "\u00A0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004",
    "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200A", "\u2028",
    "\u2029", "\u202F", "\u205F", "\u3000", "\uFEFF", "\u0085"};

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of(kDigits) == std::string_view::npos;
}

/// `1514254499.0` without its fraction; nothing if the fraction says something.
std::optional<std::string> whole_number(std::string_view text) {
  if (!check::is_number(text)) return std::nullopt;
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::string_view digits = text.substr(0, point);
  const std::string_view fraction = text.substr(std::min(point + 1, text.size()));
  const bool says_nothing = fraction.find_first_not_of('0') == std::string_view::npos;
  const bool is_whole = is_digits(digits.substr(digits.starts_with('-') ? 1 : 0));
  if (!is_whole || !says_nothing) return std::nullopt;
  return std::string(digits == "-0" ? "0" : digits);
}

/// Bytes of the blank that `text` begins with; 0 if it begins with none.
std::size_t blank_bytes(std::string_view text) {
  constexpr std::string_view kAscii = " \t\n\v\f\r";
  if (kAscii.find(text.front()) != std::string_view::npos) return 1;
  for (const std::string_view blank : kWideBlanks) {
    if (text.starts_with(blank)) return blank.size();
  }
  return 0;
}

std::optional<Scalar> from_table(const Scalar& value, const MendContext& context) {
  for (const auto& [found, meant] : context.repair->table) {
    if (value.text == found) return Scalar{Kind::kString, meant};
  }
  return std::nullopt;
}

std::optional<Scalar> lower(const Scalar& value, const MendContext&) {
  Scalar mended = value;
  for (char& letter : mended.text) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return mended;
}

std::optional<Scalar> remove_blanks(const Scalar& value, const MendContext&) {
  Scalar mended{value.kind, {}};
  for (std::string_view rest = value.text; !rest.empty();) {
    const std::size_t blank = blank_bytes(rest);
    if (blank == 0) mended.text += rest.front();
    rest.remove_prefix(std::max<std::size_t>(blank, 1));
  }
  return mended;
}

std::optional<Scalar> number(const Scalar& value, const MendContext&) {
  if (!check::is_number(value.text)) return std::nullopt;
  return Scalar{Kind::kNumber, value.text};
}

std::optional<Scalar> integer(const Scalar& value, const MendContext&) {
  auto digits = whole_number(value.text);
  if (!digits) return std::nullopt;
  return Scalar{Kind::kNumber, std::move(*digits)};
}

std::optional<Scalar> flag(const Scalar& value, const MendContext& context) {
  const std::string word = lower(value, context)->text;
  if (word == "true") return Scalar{Kind::kNumber, "1"};
  if (word == "false") return Scalar{Kind::kNumber, "0"};
  return integer(value, context);
}

std::optional<Scalar> empty(const Scalar& value, const MendContext&) {
  if (value.kind != Kind::kNull) return std::nullopt;
  return Scalar{Kind::kString, {}};
}

std::optional<Scalar> divide_1000(const Scalar& value, const MendContext&) {
  constexpr std::size_t kThousandth = 3;
  if (!is_digits(value.text) || value.text.size() <= kThousandth) return std::nullopt;
  return Scalar{value.kind, value.text.substr(0, value.text.size() - kThousandth)};
}

/// True if `text` begins as `form` does, where 0 stands for a digit.
bool begins_as(std::string_view text, std::string_view form) {
  return text.size() >= form.size() &&
         std::equal(form.begin(), form.end(), text.begin(), [](char wanted, char found) {
           return wanted == '0' ? json::is_digit(found) : wanted == found;
         });
}

std::optional<Scalar> colon_date(const Scalar& value, const MendContext&) {
  constexpr std::size_t kBeforeMonth = 4;
  constexpr std::size_t kBeforeDay = 7;
  if (!begins_as(value.text, "0000:00:00")) return std::nullopt;
  Scalar mended = value;
  mended.text[kBeforeMonth] = mended.text[kBeforeDay] = '-';
  return mended;
}

std::optional<Scalar> zone(const Scalar& value, const MendContext& context) {
  constexpr std::size_t kToTheMinute = std::string_view("0000-00-00T00:00").size();
  const std::string_view seconds = value.text.size() == kToTheMinute ? ":00" : "";
  const auto wall_seconds = check::parse_date_time(value.text + std::string(seconds) + "Z");
  if (context.zone == nullptr || !wall_seconds) return std::nullopt;
  const auto offset = context.zone->offset_at(*wall_seconds);
  if (!offset) return std::nullopt;
  return Scalar{value.kind, value.text + *offset};
}

/// Parts that are right stay as they are: only commas that stand alone are changed.
std::optional<Scalar> rejoin(const Scalar& value, const MendContext& context) {
  if (context.by.empty()) return std::nullopt;
  Scalar mended{value.kind, {}};
  for (std::string_view rest = value.text; !rest.empty();) {
    const bool is_right = rest.starts_with(context.by);
    const bool is_comma = rest.front() == ',';
    if (is_right || is_comma) {
      mended.text += context.by;
    } else {
      mended.text += rest.front();
    }
    rest.remove_prefix(is_right ? context.by.size() : 1);
  }
  return mended;
}

/// Numbers are mended all at once, by mending/form.h.
std::optional<Scalar> no_value(const Scalar&, const MendContext&) {
  return std::nullopt;
}

struct Mend {
  format::RepairKind kind;
  std::optional<Scalar> (*run)(const Scalar&, const MendContext&);
  std::string_view done;
};

constexpr Mend kMends[] = {
    {format::RepairKind::kTable, from_table, "written as the value that is meant"},
    {format::RepairKind::kLower, lower, "written in small letters"},
    {format::RepairKind::kRemoveBlanks, remove_blanks, "blanks left out"},
    {format::RepairKind::kNumber, number, "written as a number"},
    {format::RepairKind::kInteger, integer, "written without a fraction"},
    {format::RepairKind::kFlag, flag, "written as 1 or 0"},
    {format::RepairKind::kEmpty, empty, "written as an empty text"},
    {format::RepairKind::kDivide1000, divide_1000, "milliseconds written as seconds"},
    {format::RepairKind::kColonDate, colon_date, "the date written with hyphens"},
    {format::RepairKind::kZone, zone, "the offset of --time-zone put behind it"},
    {format::RepairKind::kRejoin, rejoin, "the parts joined as the vendor wants it"},
    {format::RepairKind::kRenumber, no_value, "the columns numbered from 1 on"},
};

const Mend* find(format::RepairKind kind) {
  const auto* const found = std::ranges::find(kMends, kind, &Mend::kind);
  return found == std::end(kMends) ? nullptr : found;
}

}  // namespace

std::optional<Scalar> mend(const Scalar& value, const MendContext& context) {
  const Mend* const way = find(context.repair->kind);
  if (way == nullptr) return std::nullopt;
  std::optional<Scalar> mended = way->run(value, context);
  return mended == value ? std::nullopt : mended;
}

std::string_view describe(format::RepairKind kind) {
  const Mend* const way = find(kind);
  return way == nullptr ? std::string_view() : way->done;
}

bool is_unsafe(format::RepairKind kind) {
  return kind == format::RepairKind::kDivide1000;
}

}  // namespace crosswalk::mending
