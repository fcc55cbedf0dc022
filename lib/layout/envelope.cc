// See envelope.h.
#include "layout/envelope.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/nearest.h"
#include "json/parser.h"
#include "json/tape_builder.h"
#include "layout/rows.h"

namespace crosswalk::layout {

namespace {

using diagnostics::RawFinding;
using json::FaultKind;

constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

Envelope::Stop Envelope::read(std::string_view text, bool final) {
  const bool is_cut = text.size() > options_.max_record_bytes;
  text_ = text.substr(0, options_.max_record_bytes);
  final_ = final && !is_cut;
  for (;;) {
    const std::size_t settled = at_;
    const std::size_t told = findings_.size();
    const Step step = take();
    if (step == Step::kGoOn) continue;
    if (step != Step::kNeedInput) return static_cast<Stop>(step);
    at_ = settled;
    findings_.resize(told);
    return is_cut ? static_cast<Stop>(stop_too_long()) : Stop::kNeedInput;
  }
}

void Envelope::continue_behind_rows() {
  at_ = 0;
  place_ = Place::kAfterValue;
}

Findings Envelope::take_findings() {
  return std::exchange(findings_, {});
}

// Takes the next token or member and leaves at_ behind it.
Envelope::Step Envelope::take() {
  if (place_ == Place::kBeforeObject) return take_object_begin();
  if (!skip_blanks()) return take_end_of_text(place_ != Place::kNextMember, "a name in quotes");
  const char c = text_[at_];
  if (c == '}') return take_close();
  if (place_ != Place::kAfterValue) return take_member();
  if (c != ',') return stop(FaultKind::kSyntax, "a comma or }");
  ++at_;
  place_ = Place::kNextMember;
  return Step::kGoOn;
}

Envelope::Step Envelope::take_object_begin() {
  const std::size_t mark_bytes = byte_order_mark_bytes(text_);
  if (!final_ && text_.size() < kByteOrderMark.size() && kByteOrderMark.starts_with(text_)) {
    return Step::kNeedInput;
  }
  at_ = mark_bytes;
  if (!skip_blanks()) return final_ ? stop(FaultKind::kSyntax, "{") : Step::kNeedInput;
  Step step = text_[at_] == '{' ? Step::kGoOn : take_text_before(at_);
  if (step != Step::kGoOn) return step;
  if (mark_bytes > 0) reporter_.report_byte_order_mark(findings_);
  object_offset_ = at_++;
  place_ = Place::kFirstMember;
  return step;
}

// Something else stands where the object should begin: a status line before it, or another value.
Envelope::Step Envelope::take_text_before(std::size_t begin) {
  const std::size_t brace = text_.find('{', begin);
  if (text_[begin] == '[') {
    RawFinding finding = finding_at(diagnostics::kSchemaType, begin);
    finding.expected = "an object";
    finding.shape.kind = diagnostics::ShapeKind::kArray;
    return stop_with(std::move(finding));
  }
  if (brace == std::string_view::npos) {
    return final_ ? stop(FaultKind::kSyntax, "{") : Step::kNeedInput;
  }
  json::Tape tape;
  std::vector<json::Fault> faults;
  json::parse(text_.substr(begin, brace + 1 - begin), {}, tape, faults);
  json::Fault fault = faults.front();
  if (fault.kind != FaultKind::kTextBeforeDocument) return stop(FaultKind::kSyntax, "{");
  fault.offset += static_cast<std::uint32_t>(begin);
  fault.mended = options_.tolerant;
  reporter_.report(finding_of(fault, options_.tolerant), findings_);
  at_ = brace;
  return options_.tolerant ? Step::kGoOn : Step::kBroken;
}

Envelope::Step Envelope::take_close() {
  if (place_ == Place::kNextMember && !mend(FaultKind::kTrailingComma, "a name in quotes")) {
    return Step::kBroken;
  }
  ++at_;
  return Step::kEnd;
}

Envelope::Step Envelope::take_member() {
  const std::size_t name_begin = at_;
  if (text_[name_begin] != '"') return stop(FaultKind::kSyntax, "a name in quotes");
  if (const Step step = read_json(name_begin); step != Step::kGoOn) return step;
  std::string scratch;
  const std::string name(json::string_value(text_, tape_.tokens.front(), scratch));
  at_ = value_end_;
  if (!skip_blanks()) return take_end_of_text(false, "a colon");
  if (text_[at_] != ':') return stop(FaultKind::kSyntax, "a colon");
  ++at_;
  if (!skip_blanks()) return take_end_of_text(false, "a value");
  const Step step = take_value(name, name_begin, at_);
  if (step == Step::kGoOn) place_ = Place::kAfterValue;
  return step;
}

Envelope::Step Envelope::take_value(const std::string& name, std::size_t name_begin,
                                    std::size_t begin) {
  const bool is_rows = name == layout_.records_member;
  const bool is_columns = name == layout_.columns_member;
  if (is_rows && !met_rows_) return take_rows(name_begin, begin);
  if (const Step step = read_json(begin); step != Step::kGoOn) return step;
  at_ = value_end_;
  if (is_columns && !met_columns_) return take_columns(begin);
  if (is_rows || is_columns) {
    report_duplicate(name, name_begin);
  } else {
    report_unknown(name, name_begin);
  }
  return Step::kGoOn;
}

Envelope::Step Envelope::take_rows(std::size_t name_begin, std::size_t begin) {
  met_rows_ = true;
  rows_offset_ = name_begin;
  at_ = begin + 1;
  if (text_[begin] == '[') return Step::kRows;
  RawFinding finding = finding_at(diagnostics::kSchemaType, begin);
  finding.expected = "an array of rows";
  finding.pointer = "/" + layout_.records_member;
  finding.field = layout_.records_member;
  return stop_with(std::move(finding));
}

Envelope::Step Envelope::take_columns(std::size_t begin) {
  met_columns_ = true;
  columns_offset_ = begin;
  const json::Token& array = tape_.tokens.front();
  RawFinding finding = finding_at(diagnostics::kSchemaType, begin);
  finding.pointer = "/" + layout_.columns_member;
  finding.field = layout_.columns_member;
  finding.expected = "an array of names";
  if (array.kind != json::Kind::kArray) return stop_with(std::move(finding));
  if (array.count > options_.max_columns) {
    finding.rule = diagnostics::kLimitColumns;
    finding.found = array.count;
    finding.wanted = options_.max_columns;
    finding.expected.clear();
    return stop_with(std::move(finding));
  }
  bool is_usable = true;
  for (std::uint32_t i = 1; i < tape_.tokens.size(); i = tape_.tokens[i].next) {
    is_usable = read_column(tape_.tokens[i]) && is_usable;
  }
  has_columns_ = is_usable;
  return is_usable ? Step::kGoOn : Step::kBroken;
}

bool Envelope::read_column(const json::Token& token) {
  const std::size_t index = columns_.size();
  RawFinding finding = finding_at(diagnostics::kCsvHeaderSpace, token.begin);
  finding.length = token.end - token.begin;
  finding.column = static_cast<std::int32_t>(index);
  columns_.push_back({"", token.begin, finding.length, true});
  if (token.kind != json::Kind::kString) {
    finding.rule = diagnostics::kSchemaType;
    finding.expected = "a name in quotes";
    finding.pointer = "/" + layout_.columns_member + "/" + std::to_string(index);
    reporter_.report(std::move(finding), findings_);
    return false;
  }
  std::string scratch;
  const std::string_view name = json::string_value(text_, token, scratch);
  columns_.back().name = without_blanks(name);
  if (columns_.back().name.size() < name.size()) reporter_.report(std::move(finding), findings_);
  return true;
}

// Reads the value at `begin` onto the tape.
Envelope::Step Envelope::read_json(std::size_t begin) {
  json::ReadSettings settings;
  settings.parse = {options_.tolerant, std::max(options_.max_depth, 1U) - 1};
  settings.final = final_;
  settings.check_utf8 = true;
  std::vector<json::Fault> faults;
  tape_.clear();
  json::TapeBuilder builder(tape_);
  json::Reader reader(text_, settings, builder, faults);
  const json::ReadState state = reader.read(static_cast<std::uint32_t>(begin));
  if (state == json::ReadState::kNeedInput) return Step::kNeedInput;
  for (const json::Fault& fault : faults) {
    reporter_.report(finding_of(fault, options_.tolerant), findings_);
  }
  value_end_ = reader.position();
  return state == json::ReadState::kWhole ? Step::kGoOn : Step::kBroken;
}

Envelope::Step Envelope::take_end_of_text(bool is_mendable, std::string_view expected) {
  if (!final_) return Step::kNeedInput;
  if (!is_mendable) return stop(FaultKind::kUnclosed, expected);
  return mend(FaultKind::kUnclosed, "}") ? Step::kEnd : Step::kBroken;
}

Envelope::Step Envelope::stop(FaultKind kind, std::string_view expected) {
  const json::Fault fault{kind, static_cast<std::uint32_t>(at_), std::string(expected), false};
  return stop_with(finding_of(fault, options_.tolerant));
}

Envelope::Step Envelope::stop_with(RawFinding finding) {
  reporter_.report(std::move(finding), findings_);
  return Step::kBroken;
}

// What begins at at_ does not end within the limit.
Envelope::Step Envelope::stop_too_long() {
  const std::size_t begin = text_.find_first_not_of(kBlanks, at_);
  const bool is_in_sight = begin != std::string_view::npos;
  RawFinding finding = finding_at(diagnostics::kLimitRecordSize, is_in_sight ? begin : at_);
  finding.wanted = options_.max_record_bytes;
  return stop_with(std::move(finding));
}

void Envelope::report_unknown(const std::string& name, std::size_t name_begin) {
  RawFinding finding = finding_at(diagnostics::kSchemaUnknownField, name_begin);
  finding.name = name;
  finding.field = name;
  finding.pointer = "/" + name;
  const std::array<std::string_view, 2> known = {layout_.columns_member, layout_.records_member};
  const std::vector<std::string> near = base::nearest(name, known);
  if (!near.empty()) finding.hint = "did you mean " + near.front() + "?";
  reporter_.report(std::move(finding), findings_);
}

void Envelope::report_duplicate(const std::string& name, std::size_t name_begin) {
  RawFinding finding = finding_at(diagnostics::kJsonDuplicateKey, name_begin);
  finding.name = name;
  finding.field = name;
  finding.pointer = "/" + name;
  reporter_.report(std::move(finding), findings_);
}

bool Envelope::mend(FaultKind kind, std::string_view expected) {
  const json::Fault fault{kind, static_cast<std::uint32_t>(at_), std::string(expected),
                          options_.tolerant};
  reporter_.report(finding_of(fault, options_.tolerant), findings_);
  return options_.tolerant;
}

// Moves at_ to the next byte that is no blank; false if there is none yet.
bool Envelope::skip_blanks() {
  at_ = std::min(text_.find_first_not_of(kBlanks, at_), text_.size());
  return at_ < text_.size();
}

}  // namespace crosswalk::layout
