// A conversion of table rows, compiled once: from a source layout and columns to a target layout.
//
// Running it copies source spans that are already right and re-encodes only the others; no object
// is made per record.
//   CSV  crm001,"a,b",,12   ->   JSON  ["crm001","a,b","",12]
// A column's `as` says which of its cells are numbers or booleans, as for checking; they keep their
// characters (369.60, 1e5), all others are strings. It does not map one format's fields to
// another's. Test: tests/conversion/plan_test.cc; twin: the same through decoded cells,
// one at a time.
#ifndef CROSSWALK_CONVERSION_PLAN_H
#define CROSSWALK_CONVERSION_PLAN_H

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "conversion/frame.h"
#include "crosswalk/result.h"
#include "format/definition.h"
#include "record/batch.h"
#include "tabular/scanner.h"

namespace crosswalk::conversion {

/// A column of both the source and the target.
struct PlanColumn {
  std::string name;
  format::As as = format::As::kNone;
};

/// What source and target look like.
struct PlanOptions {
  const format::Layout* source = nullptr;             ///< not null
  const format::Layout* target = nullptr;             ///< not null
  format::Missing missing = format::Missing::kEmpty;  ///< how JSON writes a missing value
};

/// A compiled conversion.
/// Threads: immutable; shared.
class TablePlan {
 public:
  /// Compiles; keeps nothing of its arguments. Errors: kUsage if the pair of layouts cannot be
  /// converted, the target is a table without quotes, or its rows cannot hold `options.missing`.
  static Result<TablePlan> compile(std::span<const PlanColumn> columns, const PlanOptions& options);
  /// The bytes around records.
  [[nodiscard]] const Frame& frame() const { return frame_; }
  /// True if records are written as CSV.
  [[nodiscard]] bool writes_csv() const { return to_csv_; }
  /// Appends record number `record` of `batch` to `out`, without frame. `scratch` is memory that
  /// the caller keeps between calls. REQUIRES: the record is readable and has no error. CSV records
  /// end with their line end; JSON rows have none. Cost: linear in the record's bytes.
  void write(const record::Batch& batch, std::uint32_t record, std::string& scratch,
             std::string& out) const;

 private:
  /// Where cells come from and go to.
  struct Way {
    std::string_view bytes;
    std::string& scratch;
    std::string& out;
  };

  static const char* readable_end(std::string_view text, const record::Cell& cell, const Way& way);
  void write_csv_row(std::span<const record::Cell> cells, std::size_t row_bytes,
                     const Way& way) const;
  char* put_csv_cell(char* at, const record::Cell& cell, const Way& way) const;
  void write_json_row(std::span<const record::Cell> cells, std::size_t row_bytes,
                      const Way& way) const;
  char* put_json_cell(char* at, const record::Cell& cell, format::As as, const Way& way) const;

  Frame frame_;
  bool to_csv_ = false;
  bool same_quote_ = false;  // quoted source cells can be copied with their quotes
  tabular::Dialect dialect_;
  std::string missing_;  // as JSON writes it
  std::vector<format::As> columns_;
};

}  // namespace crosswalk::conversion

#endif  // CROSSWALK_CONVERSION_PLAN_H
