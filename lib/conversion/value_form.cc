// See value_form.h. A form is told by `as`, else by `type` and `format`.
#include "conversion/value_form.h"

#include <array>
#include <chrono>
#include <cstdio>

#include "check/times.h"
#include "check/value.h"

namespace crosswalk::conversion {
namespace {

using format::As;
using json::Kind;

constexpr std::string_view kMidnight = "T00:00:00.000Z";
constexpr std::size_t kDateSize = 10;

FormKind kind_of(As as) {
  switch (as) {
    case As::kText:
      return FormKind::kText;
    case As::kNumber:
      return FormKind::kNumber;
    case As::kInteger:
      return FormKind::kInteger;
    case As::kBoolean:
      return FormKind::kBoolean;
    case As::kFlag:
      return FormKind::kFlag;
    case As::kUnix:
      return FormKind::kUnix;
    case As::kDate:
      return FormKind::kDate;
    case As::kDateTime:
      return FormKind::kDateTime;
    default:
      return FormKind::kAny;
  }
}

FormKind kind_of_types(std::uint8_t types) {
  switch (types & ~format::kTypeNull) {
    case format::kTypeString:
      return FormKind::kText;
    case format::kTypeNumber:
      return FormKind::kNumber;
    case format::kTypeInteger:
      return FormKind::kInteger;
    case format::kTypeBoolean:
      return FormKind::kBoolean;
    default:
      return FormKind::kAny;
  }
}

bool has_time_of_day(std::string_view date_time) {
  for (const char c : date_time.substr(kDateSize)) {
    if (c == 'Z' || c == 'z' || c == '+' || c == '-') return false;
    if (c >= '1' && c <= '9') return true;
  }
  return false;
}

// A day and a time of day, with or without an offset, to the minute or finer.
bool is_date_time(std::string_view text) {
  constexpr std::string_view kMinute = "Thh:mm";
  if (text.size() < kDateSize + kMinute.size() || !check::parse_date(text.substr(0, kDateSize)))
    return false;
  const std::string_view time = text.substr(kDateSize + 1);
  return (text[kDateSize] == 'T' || text[kDateSize] == 't') &&
         time.find_first_not_of("0123456789:.Zz+-") == std::string_view::npos && time[2] == ':';
}

Change to_date(Scalar& value) {
  if (check::parse_date(value.text)) return Change::kNone;
  if (!is_date_time(value.text)) return Change::kNoMatch;
  const bool loses = has_time_of_day(value.text);
  value.text = value.text.substr(0, kDateSize);
  return loses ? Change::kLoss : Change::kForm;
}

std::string date_time_of(std::int64_t unix_seconds) {
  using namespace std::chrono;
  const sys_seconds moment{seconds{unix_seconds}};
  const auto day = floor<days>(moment);
  const year_month_day date{day};
  const hh_mm_ss time{moment - day};
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ",
                static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()), static_cast<int>(time.hours().count()),
                static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
  return text.data();
}

Change to_date_time(Scalar& value, std::string& scratch) {
  const std::optional<std::int64_t> seconds =
      value.kind == Kind::kNumber ? check::small_integer(value.text) : std::nullopt;
  constexpr std::int64_t kLastSecond = 253402300799;  // of the year 9999
  if (seconds && *seconds >= 0 && *seconds <= kLastSecond) {
    scratch = date_time_of(*seconds);
  } else if (value.kind == Kind::kString && check::parse_date(value.text)) {
    scratch.assign(value.text).append(kMidnight);
  } else {
    return value.kind == Kind::kString && is_date_time(value.text) ? Change::kNone
                                                                   : Change::kNoMatch;
  }
  value = {Kind::kString, scratch};
  return Change::kForm;
}

Change to_unix(Scalar& value, std::string& scratch) {
  if (check::is_integer(value.text)) {
    const bool is_same = value.kind == Kind::kNumber;
    value.kind = Kind::kNumber;
    return is_same ? Change::kNone : Change::kForm;
  }
  const auto seconds = check::parse_date_time(value.text);
  if (!seconds) return Change::kNoMatch;
  const std::size_t fraction = value.text.find('.');
  const bool loses =
      fraction != std::string_view::npos &&
      value.text.substr(fraction, value.text.find_first_of("Zz+-", fraction) - fraction)
              .find_first_of("123456789") != std::string_view::npos;
  scratch = std::to_string(*seconds);
  value = {Kind::kNumber, scratch};
  return loses ? Change::kLoss : Change::kForm;
}

bool is_literal(const Scalar& value) {
  return value.kind == Kind::kTrue || value.kind == Kind::kFalse;
}

Change to_number(FormKind kind, Scalar& value) {
  if (is_literal(value)) {
    value = {Kind::kNumber, value.kind == Kind::kTrue ? "1" : "0"};
    return Change::kForm;
  }
  const bool fits = kind == FormKind::kNumber    ? check::is_number(value.text)
                    : kind == FormKind::kInteger ? check::is_integer(value.text)
                                                 : value.text == "0" || value.text == "1";
  if (!fits) return Change::kNoMatch;
  const Change change = value.kind == Kind::kNumber ? Change::kNone : Change::kForm;
  value.kind = Kind::kNumber;
  return change;
}

Change to_boolean(Scalar& value) {
  if (is_literal(value)) return Change::kNone;
  const bool is_true = value.text == "true" || value.text == "1";
  if (!is_true && value.text != "false" && value.text != "0") return Change::kNoMatch;
  value = is_true ? Scalar{Kind::kTrue, "true"} : Scalar{Kind::kFalse, "false"};
  return Change::kForm;
}

Change to_text(Scalar& value) {
  const Change change = value.kind == Kind::kString ? Change::kNone : Change::kForm;
  value.kind = Kind::kString;
  return change;
}

}  // namespace

ValueForm form_of(const format::Schema& schema, const format::Field& field) {
  ValueForm form;
  form.kind = kind_of(field.annotation.as);
  form.is_list = field.is_list;
  if (field.annotation.parts) form.by = field.annotation.parts->by;
  std::uint8_t types = format::kTypeAny;
  for (const format::NodeId id : field.nodes) {
    const format::Node& node = schema.nodes[id];
    types &= node.types;
    for (const std::uint32_t token : node.enumeration) {
      const json::Token& value = schema.tape.tokens[token];
      std::string scratch;
      if (value.kind == Kind::kString)
        form.texts.emplace_back(json::string_value(schema.text, value, scratch));
    }
    if (form.kind != FormKind::kAny || !node.format) continue;
    if (*node.format == "date") form.kind = FormKind::kDate;
    if (*node.format == "date-time" || *node.format == "iso-date-time")
      form.kind = FormKind::kDateTime;
  }
  if (form.kind == FormKind::kAny && !form.texts.empty()) form.kind = FormKind::kText;
  if (form.kind == FormKind::kAny && field.annotation.as != As::kJson && !form.is_list)
    form.kind = kind_of_types(types);
  if (form.is_list) form.kind = FormKind::kText;
  return form;
}

Change bring_into(FormKind kind, Scalar& value, std::string& scratch) {
  switch (kind) {
    case FormKind::kAny:
      return Change::kNone;
    case FormKind::kText:
      return to_text(value);
    case FormKind::kBoolean:
      return to_boolean(value);
    case FormKind::kUnix:
      return to_unix(value, scratch);
    case FormKind::kDate:
      return to_date(value);
    case FormKind::kDateTime:
      return to_date_time(value, scratch);
    default:
      return to_number(kind, value);
  }
}

}  // namespace crosswalk::conversion
