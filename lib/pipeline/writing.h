// The writing side of a run: what is written around records, and by whom.
//
// From what is known when the first input has been opened (its columns, its envelope, settings) it
// makes the frame and the writer of the target's layout. Rows that stay rows under the same
// columns, and rows that become objects, are copied by a compiled plan; everything else goes
// through records (conversion/record_view.h).
//   csv -> header/data, csv -> ndjson   a plan; `--engine reference` takes a record writer
//   ndjson -> json                      a record writer
// Test: tests/cross/layout_pairs_test.cc.
#ifndef CROSSWALK_PIPELINE_WRITING_H
#define CROSSWALK_PIPELINE_WRITING_H

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "check/envelope.h"
#include "check/nested_row.h"
#include "check/table.h"
#include "conversion/bare_row_plan.h"
#include "conversion/column_list.h"
#include "conversion/frame.h"
#include "conversion/plan.h"
#include "conversion/record_writer.h"
#include "conversion/row_plan.h"
#include "conversion/within_step.h"
#include "pipeline/batch_job.h"
#include "pipeline/body_writer.h"
#include "pipeline/key_choice.h"
#include "pipeline/mapping_step.h"
#include "pipeline/run_setup.h"

namespace crosswalk::pipeline {

/// What a run writes, resolved. All pointers outlive the run.
struct Conversion {
  const format::Layout* target = nullptr;          ///< not null
  const format::Definition* definition = nullptr;  ///< of the target; null: the source's
  const check::Program* program = nullptr;         ///< of that definition; null with it
  std::optional<MappingStepOptions> mapping;       ///< between the two; nothing within one format
  KeyChoice* key_choice = nullptr;                 ///< null: a repeated key breaks its rule
  std::optional<format::Missing> missing;  ///< how to write what is missing; nothing: as it is, in
                                           ///< a row as the format does first
  bool keep_going = false;
  bool output_waits = false;                        ///< see ConvertOptions
  bool has_secrets = false;                         ///< members of class secret are written
  std::optional<std::vector<std::string>> columns;  ///< of a table; nothing: those of the source
  BodyLimits limits;
  std::string encoding;  ///< of what is written; empty = UTF-8
  bool wants_digests = true;
  Output* output = nullptr;  ///< not null
};

/// What of the first input decides how its run writes.
struct SourceSide {
  std::shared_ptr<const check::TableProgram> table;  ///< null: records are JSON values
  std::vector<std::string> columns;                  ///< of the table
  std::optional<check::Envelope> envelope;           ///< around the records, if there is one
  bool is_list = false;  ///< records of the root of a document are a list
};

/// How the rows of one input are bound; both are null if its records are JSON values.
struct BoundRows {
  std::shared_ptr<const check::TableProgram> table;     ///< of flat records
  std::shared_ptr<const check::NestedColumns> columns;  ///< of nested ones
};

/// Writes the records of all inputs of one run.
/// Threads: one; the writers that it makes may each be used by another.
class Writing {
 public:
  /// Errors: kUsage if the pair of layouts cannot be converted.
  static Result<std::unique_ptr<Writing>> start(const RunSetup& setup, const Conversion& conversion,
                                                const SourceSide& source);
  /// Writes nothing, and gathers the columns that a table of the records needs.
  static std::unique_ptr<Writing> gather(const RunSetup& setup, const Conversion& conversion,
                                         const SourceSide& source);
  [[nodiscard]] const conversion::Frame& frame() const { return frame_; }
  /// Columns of a table that is written, or was gathered for.
  [[nodiscard]] const std::vector<std::string>& columns() const {
    return gathered_ ? gathered_->columns() : columns_;
  }
  /// Adds columns that a job has gathered, batch by batch in the order of the input.
  void add_columns(const std::vector<std::string>& columns);
  /// A writer for one job of one input. Ownership: it uses this.
  JobWriter writer_for(const BoundRows& rows);

 private:
  /// How rows that were mapped without records are written.
  struct MadeRows {
    const format::Layout* source = nullptr;
    const format::Layout* target = nullptr;
    const format::Definition* definition = nullptr;
    std::vector<conversion::PlanColumn> columns;  // of a table
    std::vector<std::uint32_t> any_columns;       // of these: those of any values
    char delimiter = ',';
    format::Missing missing = format::Missing::kEmpty;
  };

  void take_step(const RunSetup& setup, const Conversion& conversion, const SourceSide& source);
  Status plan_rows(const RunSetup& setup, const Conversion& conversion, const SourceSide& source);
  void write_rows(const RunSetup& setup, const Conversion& conversion, const SourceSide& source);
  void write_objects(const RunSetup& setup, const Conversion& conversion, const SourceSide& source);
  [[nodiscard]] std::unique_ptr<const conversion::RowPlan> row_plan_for(
      const BoundRows& rows) const;
  [[nodiscard]] std::unique_ptr<const conversion::RowPlan> made_row_plan(
      const check::NestedColumns& columns) const;
  [[nodiscard]] std::optional<conversion::SourceColumns> source_columns_of(
      const BoundRows& rows, const MappingStep& step) const;
  std::unique_ptr<BatchWriter> mapped_writer_for(const BoundRows& rows,
                                                 const std::shared_ptr<MappingStep>& step);
  std::unique_ptr<BatchWriter> plain_writer_for(const BoundRows& rows, MappingStep* step);
  JobWriter gatherer_for(const BoundRows& rows, std::shared_ptr<MappingStep> step);

  conversion::Frame frame_;
  std::vector<std::string> columns_;
  std::optional<conversion::TablePlan> plan_;
  std::function<std::shared_ptr<conversion::RecordWriter>()> make_writer_;
  const format::Definition* objects_ = nullptr;       // of objects that a plan may write
  bool are_lines_ = false;                            // these objects
  std::optional<conversion::BareLayout> bare_;        // of rows that a plan may write
  std::optional<MadeRows> made_rows_;                 // that rows may be mapped to without records
  std::optional<std::vector<format::Field>> table_;   // whose columns are gathered
  std::unique_ptr<conversion::ColumnList> gathered_;  // of all jobs; null: none are
  std::optional<MappingStepOptions> mapping_;         // each job has a step of it
  std::optional<conversion::WithinOptions> within_;   // each job has a step of these
  bool has_null_cells_ = false;                       // a row's empty cells are null for the step
  bool nfc_ = false;
};

/// The request that is written around records: members of the input's envelope and settings. Empty
/// if the target has none.
std::string request_of(const RunSetup& setup, const Conversion& conversion,
                       const std::optional<check::Envelope>& envelope);

/// The format that is written, and its program.
const format::Definition& target_of(const RunSetup& setup, const Conversion& conversion);
const check::Program& program_of(const RunSetup& setup, const Conversion& conversion);

/// True if the target's layout has members beside its records.
bool has_request(const RunSetup& setup, const Conversion& conversion);

/// True if a table is written whose columns have to be gathered from the records first.
bool needs_columns(const RunSetup& setup, const Conversion& conversion);

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_WRITING_H
