// Writing records: a record as a JSON value in, the bytes of the target's record out.
//
// What stands around records is the frame's business (frame.h); a writer appends one record and
// what always ends it (the line end of a CSV row, the escaped one of a form). A record that the
// target cannot hold is refused with a finding at the value that is to blame, and leaves no bytes.
//   {"id":"a","tags":["x","y"]}   ->   a,"x,y" LF     under the columns id and tags
//   {"id":"a|b"}                  ->   refused where cells cannot be quoted and | stands between
// Tests: object_writer_test.cc, row_writer_test.cc in tests/conversion.
#ifndef CROSSWALK_CONVERSION_RECORD_WRITER_H
#define CROSSWALK_CONVERSION_RECORD_WRITER_H

#include <string>
#include <vector>

#include "conversion/record_view.h"
#include "diagnostics/raw_finding.h"

namespace crosswalk::conversion {

/// Writes records of one layout.
/// Threads: one writer per thread.
class RecordWriter {
 public:
  virtual ~RecordWriter() = default;
  /// Appends `record` to `out`, or appends the reason to `refusals`, with its offset in
  /// `record.text`: an error whatever the run's policy is, as there is no way to write the record.
  /// REQUIRES: the record was read without an error. Cost: linear; no allocation once warm.
  virtual void write(const RecordView& record, std::string& out,
                     std::vector<diagnostics::RawFinding>& refusals) = 0;
};

}  // namespace crosswalk::conversion

#endif  // CROSSWALK_CONVERSION_RECORD_WRITER_H
