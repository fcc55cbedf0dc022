// The step of a run that leads from one format to another: the mapping, and the target's judgement.
//
// Each good record is mapped (conversion/mapper.h) and then judged by the target's schema, under
// what its settings say of records; what is wrong with it is told at the value of the source that
// it was made from.
//   {"crmId":"1","email":"none"}   ->   convert.not-an-email at "none", and the record without it
// Only errors of the target are told: what it merely warns of, the source's own rules had their say
// about. So it is with keys: two records that no rule of the source keeps apart may be one for the
// target.
//   {"crmId":"1","email":"a"} {"crmId":"1","email":"b"}, one e-mail a record   ->   the target's
//   key repeats, told at the second crmId
// Where a rule of the source keeps them apart anyway, no second set of keys is kept.
// Test: tests/pipeline/mapping_step_test.cc.
#ifndef CROSSWALK_PIPELINE_MAPPING_STEP_H
#define CROSSWALK_PIPELINE_MAPPING_STEP_H

#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "check/nested_row.h"
#include "check/program.h"
#include "check/record_test.h"
#include "check/row_test.h"
#include "check/run.h"
#include "conversion/mapper.h"
#include "conversion/record_shape.h"
#include "conversion/record_step.h"
#include "conversion/row_mapping.h"
#include "diagnostics/rule.h"

namespace crosswalk::pipeline {

/// What a mapping step is made of. All pointers outlive it.
struct MappingStepOptions {
  std::shared_ptr<const conversion::Mapping> mapping;  ///< not null
  const check::Program* source_program = nullptr;      ///< not null
  const check::Program* program = nullptr;             ///< of the target; not null
  const diagnostics::RuleCatalog* rules = nullptr;     ///< not null
  const diagnostics::RulePolicy* policy = nullptr;     ///< not null
  const std::vector<std::pair<std::string, std::string>>* settings = nullptr;  ///< not null
  std::int64_t now_unix = 0;
  bool allows_loss = false;
};

/// See conversion::RecordStep.
class MappingStep final : public conversion::RecordStep {
 public:
  explicit MappingStep(MappingStepOptions options);
  std::optional<conversion::RecordView> apply(
      const conversion::RecordView& record,
      std::vector<diagnostics::RawFinding>& findings) override;
  [[nodiscard]] std::uint32_t origin_of(std::uint32_t offset) const override;
  void know_columns() override { mapper_.know_slots(); }
  bool has_known_columns(const conversion::RecordView& record) override;
  bool has_known_shape(std::string_view text) override { return shapes_.fit(text); }
  bool has_known_kinds(const conversion::RecordView& record) override {
    return mapper_.known_slots(record.text, *record.tape, 0) ==
           conversion::Mapper::KnownSlots::kOfShape;
  }
  [[nodiscard]] bool knows_all_columns() const override;
  [[nodiscard]] std::span<const check::RecordKey> keys() const override { return keys_; }
  [[nodiscard]] std::vector<check::KeyRule> key_rules() const override { return key_rules_; }

  /// What mapping a table's rows without records (conversion/row_mapping.h) needs of it: columns of
  /// the target, bound as what such rows are, null if one has no place;
  [[nodiscard]] std::shared_ptr<const check::NestedColumns> bind_made(
      const format::Layout& layout, const std::vector<std::string>& columns) const;
  /// the tests of these rows, nothing if there are none;
  [[nodiscard]] std::optional<check::RowTest> test_of_made(
      std::shared_ptr<const check::NestedColumns> columns) const;
  /// which of key_rules() a key of the target's program is told by;
  [[nodiscard]] std::optional<std::uint32_t> rule_of_key(std::uint32_t unique) const;
  /// and who counts.
  [[nodiscard]] conversion::Mapper& mapper() { return mapper_; }
  [[nodiscard]] const std::shared_ptr<const conversion::Mapping>& mapping() const {
    return options_.mapping;
  }

  /// Records are rows under these columns.
  void set_source(std::optional<conversion::SourceColumns> columns) {
    source_ = std::move(columns);
  }
  /// See conversion::Mapper. Where losses are allowed, none is told.
  void know_told(const std::set<conversion::RouteName>& routes) { mapper_.know_told(routes); }
  conversion::LossNews take_news();

 private:
  [[nodiscard]] std::vector<format::NodeId> record_nodes() const;
  void tell_faults(const conversion::RecordView& record,
                   std::vector<diagnostics::RawFinding>& findings) const;
  void add_key_rule(std::uint32_t unique);
  [[nodiscard]] bool is_error(const check::KeyRule& rule) const;
  [[nodiscard]] bool is_told_of_source(const std::vector<std::vector<std::string>>& pointers) const;
  void judge(const conversion::RecordView& record, std::vector<diagnostics::RawFinding>& findings);
  void take_keys(const conversion::RecordView& record);
  static void place(diagnostics::RawFinding& finding, const conversion::RecordView& record,
                    std::uint32_t token);

  MappingStepOptions options_;
  conversion::Mapper mapper_;
  conversion::MappedRecord mapped_;
  conversion::RecordShapes shapes_;  // whose records surely write known slots alone
  std::optional<conversion::SourceColumns> source_;
  check::RunOptions run_options_;
  std::vector<diagnostics::RawFinding> found_;  // in the mapped record
  check::Run run_;
  std::vector<format::NodeId> nodes_;      // of the target's records
  std::optional<check::RecordTest> test_;  // of what most of them are: good
  std::vector<check::KeyRule> key_rules_;
  std::vector<std::uint32_t> rule_by_key_;  // of the program's keys; kNoRule: it is not told
  std::vector<check::TakenKey> taken_;
  std::vector<check::RecordKey> keys_;  // of the record given last
  const json::Tape* tape_ = nullptr;    // of the record given last
  std::string scratch_;
};

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_MAPPING_STEP_H
