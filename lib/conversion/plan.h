// A conversion of table rows, compiled once: from a source layout and header to a target layout.
//
// The plan holds one step per column (copy the source bytes, copy as text, requote, ...); running
// it copies source spans that are already right and re-encodes only the others. No object is made
// per record.
//   CSV  crm001,"a,b",,12   ->   JSON  ["crm001","a,b","",12]
// Test: tests/conversion/plan_test.cc; twin: the same through decoded cells, one at a time.
#ifndef CROSSWALK_CONVERSION_PLAN_H
#define CROSSWALK_CONVERSION_PLAN_H

#include <cstdint>
#include <string>
#include <vector>

#include "check/table.h"
#include "crosswalk/result.h"
#include "format/definition.h"
#include "record/batch.h"

namespace crosswalk::conversion {

/// What the target looks like.
struct PlanOptions {
  const format::Layout* source = nullptr;             ///< not null
  const format::Layout* target = nullptr;             ///< not null
  char source_delimiter = ',';                        ///< as found
  format::Missing missing = format::Missing::kEmpty;  ///< how JSON writes a missing value
};

/// The bytes around records in one body of the target.
struct Frame {
  std::string before;   ///< header line; `{"header":[...],"data":[` and a line end
  std::string between;  ///< between records: nothing; a comma and a line end
  std::string after;    ///< after the last record: nothing; line end, `]}`, line end
};

/// A compiled conversion.
/// Threads: immutable; shared.
class TablePlan {
 public:
  /// Errors: kUsage if the pair of layouts cannot be converted.
  static Result<TablePlan> compile(const record::Head& head, const check::TableProgram& program,
                                   const PlanOptions& options);
  /// The bytes around records.
  [[nodiscard]] const Frame& frame() const { return frame_; }
  /// Appends record number `record` of `batch`, without frame. REQUIRES: the record is readable and
  /// has no error. CSV records end with their line end; JSON rows have none.
  void write(const record::Batch& batch, std::uint32_t record, std::string& out) const;

 private:
  struct Step {
    format::As as = format::As::kNone;
  };
  PlanOptions options_;
  Frame frame_;
  std::vector<Step> steps_;
};

}  // namespace crosswalk::conversion

#endif  // CROSSWALK_CONVERSION_PLAN_H
