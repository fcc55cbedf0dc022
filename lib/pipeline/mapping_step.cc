// See mapping_step.h.
#include "pipeline/mapping_step.h"

#include <algorithm>

#include "check/analyse.h"
#include "check/envelope.h"
#include "check/value.h"
#include "json/parser.h"

namespace crosswalk::pipeline {
namespace {

using conversion::MapFaultKind;
using diagnostics::RawFinding;

constexpr auto kNoRule = static_cast<std::uint32_t>(-1);

diagnostics::CoreRule rule_of(MapFaultKind kind) {
  switch (kind) {
    case MapFaultKind::kRequiredMissing:
      return diagnostics::kConvertRequiredMissing;
    case MapFaultKind::kValueUnmapped:
      return diagnostics::kConvertValueUnmapped;
    case MapFaultKind::kNotAnEmail:
      return diagnostics::kConvertNotAnEmail;
    default:
      return diagnostics::kConvertLossy;
  }
}

bool has_error(const std::vector<RawFinding>& findings, std::size_t first) {
  return std::any_of(findings.begin() + static_cast<std::ptrdiff_t>(first), findings.end(),
                     [](const RawFinding& one) { return one.severity == Severity::kError; });
}

}  // namespace

MappingStep::MappingStep(MappingStepOptions options)
    : options_(std::move(options)),
      mapper_(options_.mapping),
      shapes_(conversion::naming_members(options_.mapping->source().table().fields())),
      run_options_{options_.policy, options_.now_unix},
      run_(options_.program->code(), run_options_, found_),
      nodes_(record_nodes()),
      test_(check::RecordTest::lay_out(options_.program->code(), nodes_,
                                       options_.mapping->target().definition().record,
                                       run_options_)) {
  for (std::uint32_t unique = 0; unique < options_.program->code().keys.size(); ++unique)
    add_key_rule(unique);
}

void MappingStep::add_key_rule(std::uint32_t unique) {
  const check::UniqueKey& key = options_.program->code().keys[unique];
  rule_by_key_.push_back(kNoRule);
  if (!is_error(key.rule) || is_told_of_source(key.pointers)) return;
  rule_by_key_.back() = static_cast<std::uint32_t>(key_rules_.size());
  check::KeyRule& rule = key_rules_.emplace_back();
  rule.rule = key.rule.rule;
  rule.is_of_target = true;
  const format::Field* const source = options_.mapping->source_of(key.pointers.front());
  if (source == nullptr) return;
  for (const std::string& member : source->path) json::append_reference_token(rule.pointer, member);
  rule.field = source->path.back();
}

bool MappingStep::is_error(const check::KeyRule& rule) const {
  return options_.policy->apply(rule.rule, rule.severity) == Severity::kError;
}

// True if records that repeat such a key repeat one of the source's as well, which is an error.
bool MappingStep::is_told_of_source(const std::vector<std::vector<std::string>>& pointers) const {
  if (pointers.size() != 1) return false;
  const format::Field* const field = options_.mapping->lossless_source_of(pointers.front());
  if (field == nullptr) return false;
  const check::Program::Code& code = options_.source_program->code();
  const auto own = check::unguarded_keys(code, options_.mapping->source().definition().record);
  return std::ranges::any_of(own, [&](std::uint32_t unique) {
    const check::UniqueKey& known = code.keys[unique];
    return known.pointers.size() == 1 && known.pointers.front() == field->path &&
           is_error(known.rule);
  });
}

/// The nodes that judge each record of the target, as its settings say.
std::vector<format::NodeId> MappingStep::record_nodes() const {
  const format::Definition& target = options_.mapping->target().definition();
  if (!target.records || target.records->steps.empty()) return {target.record};
  const std::string text = check::envelope_of_settings(*options_.program, *options_.settings);
  json::Tape tape;
  std::vector<json::Fault> faults;
  json::parse(text, {}, tape, faults);
  return check::record_nodes(*options_.program, *target.records, {text, &tape, false},
                             run_options_);
}

std::optional<conversion::RecordView> MappingStep::apply(const conversion::RecordView& record,
                                                         std::vector<RawFinding>& findings) {
  const std::size_t before = findings.size();
  tape_ = record.tape;
  keys_.clear();
  mapper_.map(record.text, *record.tape, 0, mapped_);
  tell_faults(record, findings);
  if (!has_error(findings, before)) judge(record, findings);
  if (has_error(findings, before)) return std::nullopt;
  if (!key_rules_.empty()) take_keys(record);
  return conversion::RecordView{mapped_.text, &mapped_.tape, mapped_.is_ordered};
}

bool MappingStep::has_known_columns(const conversion::RecordView& record) {
  using Known = conversion::Mapper::KnownSlots;
  const Known known = mapper_.known_slots(record.text, *record.tape, 0);
  if (known == Known::kOfShape) shapes_.add(record);
  return known != Known::kNo;
}

// What the target writes of its own stands in every record, so it is known with the first.
bool MappingStep::knows_all_columns() const {
  if (!source_) return false;
  bool leads_somewhere = false;
  for (const conversion::SourceColumn& column : source_->columns) {
    if (column.route.places.empty()) continue;
    leads_somewhere = true;
    if (!mapper_.has_known_slots({column.route.column, column.route.entry})) return false;
  }
  return leads_somewhere;
}

conversion::LossNews MappingStep::take_news() {
  conversion::LossNews news = mapper_.take_news();
  if (options_.allows_loss) news.told.clear();
  return news;
}

std::uint32_t MappingStep::origin_of(std::uint32_t offset) const {
  return tape_->tokens[mapped_.token_behind(offset, 0)].begin;
}

void MappingStep::place(RawFinding& finding, const conversion::RecordView& record,
                        std::uint32_t token) {
  const json::Token& at = record.tape->tokens[token];
  finding.offset = at.begin;
  finding.length = token == 0 ? 0 : at.end - at.begin;
  finding.pointer = json::pointer_to(record.text, *record.tape, token);
}

void MappingStep::tell_faults(const conversion::RecordView& record,
                              std::vector<RawFinding>& findings) const {
  for (const conversion::MapFault& fault : mapped_.faults) {
    RawFinding finding;
    finding.rule = rule_of(fault.kind);
    if (finding.rule == diagnostics::kConvertLossy && options_.allows_loss) continue;
    finding.severity =
        options_.policy->apply(finding.rule, options_.rules->rule(finding.rule).severity);
    if (finding.severity == Severity::kOff) continue;
    place(finding, record, fault.token);
    finding.field = fault.column;
    finding.name = fault.column;
    if (fault.token != 0) {
      std::string scratch;
      const check::Value value = check::value_at(record.text, *record.tape, fault.token, scratch);
      finding.shape = check::shape_of(value, record.tape);
    }
    findings.push_back(std::move(finding));
  }
}

void MappingStep::take_keys(const conversion::RecordView& record) {
  taken_.clear();
  const check::Value made = check::value_at(mapped_.text, mapped_.tape, 0, scratch_);
  for (const format::NodeId node : nodes_) run_.take_keys(made, node, taken_);
  for (const check::TakenKey& taken : taken_) {
    const std::uint32_t rule = rule_by_key_[taken.unique];
    if (rule == kNoRule) continue;
    const json::Token& key = mapped_.tape.tokens[taken.token];
    const std::uint32_t token = mapped_.token_behind(key.begin, 0);
    const json::Token& origin = record.tape->tokens[token];
    keys_.push_back(
        {taken.key, 0, origin.begin, token == 0 ? 0 : origin.end - origin.begin, 0, rule});
  }
}

std::shared_ptr<const check::NestedColumns> MappingStep::bind_made(
    const format::Layout& layout, const std::vector<std::string>& columns) const {
  const format::Definition& target = options_.mapping->target().definition();
  auto bound = check::NestedColumns::bind(*options_.program, target, layout, columns, nodes_);
  const bool have_places = std::ranges::all_of(bound->columns(), [](const auto& column) {
    return column.state == check::ColumnState::kBound && column.is_known;
  });
  if (!have_places) return nullptr;
  bound->take_cells_as_texts();
  return bound;
}

std::optional<check::RowTest> MappingStep::test_of_made(
    std::shared_ptr<const check::NestedColumns> columns) const {
  return check::RowTest::lay_out(options_.program->code(), std::move(columns), nodes_,
                                 options_.mapping->target().definition().record, run_options_,
                                 false);
}

std::optional<std::uint32_t> MappingStep::rule_of_key(std::uint32_t unique) const {
  const std::uint32_t rule = rule_by_key_[unique];
  return rule == kNoRule ? std::nullopt : std::optional(rule);
}

/// What the target refuses, told at the source.
void MappingStep::judge(const conversion::RecordView& record, std::vector<RawFinding>& findings) {
  found_.clear();
  run_.read_from(mapped_.text, mapped_.tape);
  if (test_ && test_->is_clean(mapped_.text, mapped_.tape, run_)) return;
  const check::Value value = check::value_at(mapped_.text, mapped_.tape, 0, scratch_);
  for (const format::NodeId node : nodes_) run_.judge(value, node);
  for (RawFinding& finding : found_) {
    if (finding.severity != Severity::kError) continue;
    place(finding, record, mapped_.token_behind(finding.offset, 0));
    findings.push_back(std::move(finding));
  }
}

}  // namespace crosswalk::pipeline
