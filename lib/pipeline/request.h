// The request that a conversion writes, held against its format before the first byte is written.
//
// Where the input is a request itself, its envelope was judged with it. Where it is not (a table,
// one record a line), or where settings change it, the request is new and judged as a whole: what
// is missing, and what the format's rules say of its members. There is no place in the input for
// that, so it is told at its begin.
//   rows to a document that requires `mode`   ->   schema.required, field mode, "give it with
//   --set"
// Test: tests/cross/layout_pairs_test.cc.
#ifndef CROSSWALK_PIPELINE_REQUEST_H
#define CROSSWALK_PIPELINE_REQUEST_H

#include <optional>
#include <string>
#include <vector>

#include "check/envelope.h"
#include "pipeline/writing.h"

namespace crosswalk::pipeline {

/// The request of one conversion.
/// Threads: immutable.
class Request {
 public:
  /// Made of `envelope`, the input's, and settings. REQUIRES: has_request(setup, conversion).
  Request(const RunSetup& setup, const Conversion& conversion,
          const std::optional<check::Envelope>& envelope);
  Request(const Request&) = delete;
  Request& operator=(const Request&) = delete;

  /// Ownership: a view of this.
  [[nodiscard]] check::Envelope envelope() const { return {text_, &tape_, true}; }
  /// True if it is not what the input holds.
  [[nodiscard]] bool is_new() const { return is_new_; }
  /// Names of the members that are not the same in `other`; what only says how rows are written
  /// does not count.
  [[nodiscard]] std::vector<std::string> members_other_than(const Request& other) const;
  /// Judges it; appends findings.
  void judge(std::vector<diagnostics::RawFinding>& findings) const;

 private:
  [[nodiscard]] std::string_view value_of(std::string_view member) const;
  [[nodiscard]] bool is_of_rows(std::string_view member) const;
  void place(diagnostics::RawFinding& finding) const;

  const RunSetup& setup_;
  const Conversion& conversion_;
  bool is_new_;
  std::string text_;
  json::Tape tape_;
};

/// Takes out that a member of class secret is missing: what was written without it is an input of a
/// conversion all the same.
void forgive_secrets(const format::Definition& definition,
                     std::vector<diagnostics::RawFinding>& findings);

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_REQUEST_H
