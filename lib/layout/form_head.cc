// See form_head.h.
#include "layout/form_head.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "json/writer.h"
#include "layout/rows.h"
#include "text/percent.h"

namespace crosswalk::layout {

namespace {

using diagnostics::RawFinding;
using record::Stretch;

std::string decoded(std::string_view encoded) {
  std::string text;
  text::append_decoded(text, encoded);
  return text;
}

RawFinding finding_on(diagnostics::RuleId rule, Stretch stretch, const std::string& field) {
  RawFinding finding = finding_at(rule, stretch.begin);
  finding.length = stretch.length;
  finding.field = field;
  finding.name = field;
  return finding;
}

}  // namespace

void FormHead::read(std::string_view text, std::size_t begin, std::optional<LeftOut> rows) {
  left_out_ = rows;
  envelope_.json = "{";
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('&', begin), text.size());
    if (end > begin) take(text, begin, end);
    begin = end + 1;
  }
  envelope_.json += '}';
  order_numbers();
}

void FormHead::take(std::string_view text, std::size_t begin, std::size_t end) {
  const std::size_t sign = std::min(text.substr(0, end).find('=', begin), end);
  const std::size_t value_begin = std::min(sign + 1, end);
  const std::string_view name = text.substr(begin, sign - begin);
  const std::string_view value = text.substr(value_begin, end - value_begin);
  Parameter parameter;
  parameter.name_at = place_of(begin, sign);
  parameter.value_at = place_of(value_begin, end);
  parameter.name = decoded(name);
  if (!check_encoding(name, parameter.name_at, {})) return;
  if (!names_.insert(parameter.name).second) {
    reporter_.report(
        finding_on(diagnostics::kFormDuplicateParam, parameter.name_at, parameter.name), findings_);
    return;
  }
  if (parameter.name == layout_.records_member) {
    rows_ = parameter.value_at;
  } else if (value.size() > options_.max_record_bytes) {
    RawFinding finding =
        finding_on(diagnostics::kLimitRecordSize, parameter.value_at, parameter.name);
    finding.wanted = options_.max_record_bytes;
    reporter_.report(std::move(finding), findings_);
  } else {
    check_encoding(value, parameter.value_at, parameter.name);
    parameter.value = decoded(value);
  }
  if (!take_number(parameter)) take_member(parameter);
}

/// Where a stretch of the text stands in the form; the one that begins where rows were left out
/// has them.
Stretch FormHead::place_of(std::size_t begin, std::size_t end) const {
  if (left_out_ && begin > left_out_->at) begin += left_out_->length;
  if (left_out_ && end >= left_out_->at) end += left_out_->length;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)};
}

// One finding for each name or value.
bool FormHead::check_encoding(std::string_view encoded, Stretch at, const std::string& field) {
  const auto broken = text::first_broken_escape(encoded);
  const auto bad = broken ? broken : text::first_bad_encoded(encoded);
  if (!bad) return true;
  const auto rule = broken ? diagnostics::kFormBadPercent : diagnostics::kFormBadUtf8;
  RawFinding finding = finding_on(rule, at, field);
  finding.offset += static_cast<std::uint32_t>(*bad);
  finding.length = 1;
  reporter_.report(std::move(finding), findings_);
  return false;
}

// True if the parameter is a numbered one: the prefix and a digit.
bool FormHead::take_number(const Parameter& parameter) {
  const std::string_view name = parameter.name;
  if (!name.starts_with(layout_.columns_prefix)) return false;
  const std::string_view digits = name.substr(layout_.columns_prefix.size());
  if (digits.empty() || digits.front() < '0' || digits.front() > '9') return false;
  Number number{0, true, parameter};
  const char* const end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, number.value);
  number.is_canonical =
      read.ec == std::errc() && read.ptr == end && (digits.front() != '0' || digits.size() == 1);
  if (!number.is_canonical) report_at_name("number-form", parameter, 0, 0);
  numbers_.push_back(std::move(number));
  return true;
}

void FormHead::take_member(const Parameter& parameter) {
  const bool is_rows = parameter.name == layout_.records_member;
  if (envelope_.json.size() > 1) envelope_.json += ',';
  envelope_.mark(parameter.name_at);
  json::append_string(envelope_.json, parameter.name);
  envelope_.json += ':';
  envelope_.mark(parameter.value_at);
  if (is_rows) {
    envelope_.json += "[]";
  } else {
    json::append_string(envelope_.json, parameter.value);
  }
  if (parameter.name != layout_.delimiter_member) return;
  for (const auto& [word, delimiter] : layout_.delimiter_words) {
    if (word == parameter.value) delimiter_ = delimiter;
  }
}

// A number that is written wrongly (01) counts as what it means, unless that number is there too.
void FormHead::order_numbers() {
  std::ranges::stable_sort(numbers_, [](const Number& a, const Number& b) {
    return std::pair(a.value, !a.is_canonical) < std::pair(b.value, !b.is_canonical);
  });
  const auto repeated =
      std::unique(numbers_.begin(), numbers_.end(),
                  [](const Number& a, const Number& b) { return a.value == b.value; });
  numbers_.erase(repeated, numbers_.end());
  if (numbers_.size() > options_.max_columns) cut_surplus();
  std::uint64_t wanted = 1;
  for (const Number& number : numbers_) {
    if (number.value != wanted && !has_gap_) {
      report_at_name("number-gap", number.parameter, number.value, wanted);
      has_gap_ = true;
    }
    ++wanted;
    add_column(number.parameter);
  }
  if (numbers_.empty()) {
    reporter_.report_event("columns-missing", finding_at(diagnostics::kCsvHeaderMissing, 0),
                           findings_);
  }
}

void FormHead::cut_surplus() {
  RawFinding finding =
      finding_on(diagnostics::kLimitColumns, numbers_[options_.max_columns].parameter.name_at, {});
  finding.found = numbers_.size();
  finding.wanted = options_.max_columns;
  reporter_.report(std::move(finding), findings_);
  numbers_.resize(options_.max_columns);
  has_gap_ = true;
}

void FormHead::add_column(const Parameter& parameter) {
  const std::string_view name = without_blanks(parameter.value);
  const Stretch at = parameter.value_at;
  columns_.push_back({std::string(name), at.begin, at.length, true});
  if (name.size() == parameter.value.size()) return;
  RawFinding finding = finding_at(diagnostics::kCsvHeaderSpace, at.begin);
  finding.length = at.length;
  finding.column = static_cast<std::int32_t>(columns_.size() - 1);
  reporter_.report(std::move(finding), findings_);
}

void FormHead::report_at_name(std::string_view event, const Parameter& parameter,
                              std::uint64_t found, std::uint64_t wanted) {
  RawFinding finding =
      finding_on(diagnostics::kCsvHeaderMissing, parameter.name_at, parameter.name);
  finding.found = found;
  finding.wanted = wanted;
  reporter_.report_event(event, std::move(finding), findings_);
}

}  // namespace crosswalk::layout
