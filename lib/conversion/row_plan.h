// Rows of a table on their way to another layout, compiled once a header.
//
// A plan copies cells, and leaves the rows that it cannot copy: those are made records and written
// by a record writer (record_writer.h), whose bytes a plan writes. Tests: object_plan_test.cc,
// bare_row_plan_test.cc in tests/conversion.
#ifndef CROSSWALK_CONVERSION_ROW_PLAN_H
#define CROSSWALK_CONVERSION_ROW_PLAN_H

#include <cstdint>
#include <string>

#include "check/typed_cell.h"
#include "record/batch.h"

namespace crosswalk::conversion {

/// A compiled way for rows.
/// Threads: immutable; shared.
class RowPlan {
 public:
  virtual ~RowPlan() = default;
  /// Appends record number `record` of `batch` to `out`. Returns false, and appends nothing, if it
  /// has to be written in the plain way. REQUIRES: the record is readable and has as many cells as
  /// there are columns. Cost: linear in the record's bytes; no allocation once warm.
  virtual bool write(const record::Batch& batch, std::uint32_t record, check::TypingMemory& memory,
                     std::string& out) const = 0;
};

}  // namespace crosswalk::conversion

#endif  // CROSSWALK_CONVERSION_ROW_PLAN_H
