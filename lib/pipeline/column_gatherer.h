// Gathering the columns that a table of the good records needs, before anything is written.
//
// Only good records count, but nearly every one of them has columns that are known already: then it
// does not matter whether it is good, and nobody judges it; most have the shape of a record before
// them (conversion/record_shape.h), and are not even parsed. A record that brings a new column is
// judged like any other, and its columns are noted if it is good.
//   {"a":1}   {"a":"2"}   {"a":3,"b":4}   ->   the first and the third are judged
// Between two formats the columns are those of the record that is made; the step knows of most
// records that they bring none, without making them.
// Test: tests/pipeline/column_gatherer_test.cc.
#ifndef CROSSWALK_PIPELINE_COLUMN_GATHERER_H
#define CROSSWALK_PIPELINE_COLUMN_GATHERER_H

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "conversion/column_list.h"
#include "conversion/record_step.h"
#include "pipeline/batch_writer.h"

namespace crosswalk::pipeline {

/// Writes nothing. See BatchWriter.
class ColumnGatherer final : public BatchWriter, public RecordSink {
 public:
  /// `step`: to the format of `columns`; null if the records are of it. It must outlive this.
  ColumnGatherer(std::shared_ptr<conversion::ColumnList> columns, conversion::RecordStep* step)
      : columns_(std::move(columns)), step_(step) {}
  [[nodiscard]] bool is_done() const override {
    return step_ != nullptr && step_->knows_all_columns();
  }
  RecordSink* begin(const record::Batch& batch) override;
  bool may_want(std::string_view text) override {
    return step_ != nullptr ? !step_->has_known_shape(text) : !columns_->has_those_of_shape(text);
  }
  bool wants(const conversion::RecordView& record) override;
  bool knows_kinds_of(const conversion::RecordView& record) override {
    return step_ != nullptr && step_->has_known_kinds(record);
  }
  void take(std::uint32_t index, const conversion::RecordView& record,
            std::vector<diagnostics::RawFinding>& findings,
            std::vector<check::RecordKey>& keys) override;
  void write(const record::Batch& batch, std::uint32_t index, std::string& out,
             std::vector<diagnostics::RawFinding>& findings,
             std::vector<check::RecordKey>& keys) override;

 private:
  std::optional<conversion::RecordView> made_of(const conversion::RecordView& record);

  std::shared_ptr<conversion::ColumnList> columns_;
  conversion::RecordStep* step_;
  std::string no_output_;
  std::vector<diagnostics::RawFinding> unused_;
};

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_COLUMN_GATHERER_H
