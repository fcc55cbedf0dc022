// Putting good records into bodies: one body, or parts that are each as full as the limits allow.
//
// Records come in runs: neighbours whose bytes already hold the frame's `between` before each. A
// run goes out as it is; only at a part's first record `between` gives way to the frame's start.
//   limit 100, frame 40, records of 25 bytes   ->   parts of 2, 2, 1 records
// A part begins with its first record, so no part is empty, except the one body of a conversion
// without records. Where a record may stand bare, the first waits for the second. A record that is
// over a limit by itself is not this class's to judge (batch_job.h): it gets a part of its own.
// Test: tests/pipeline/body_writer_test.cc, held against a plain greedy packing.
#ifndef CROSSWALK_PIPELINE_BODY_WRITER_H
#define CROSSWALK_PIPELINE_BODY_WRITER_H

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/sha256.h"
#include "conversion/frame.h"
#include "crosswalk/run.h"

namespace crosswalk::pipeline {

/// Limits of bodies; 0 = none.
struct BodyLimits {
  std::uint64_t split_bytes = 0;     ///< a new part begins above
  std::uint64_t split_records = 0;   ///< a new part begins above
  std::uint64_t max_body_bytes = 0;  ///< one body: it is given up above
  bool wants_one_body = false;       ///< a frame that holds one record is given up at the second
};

/// Neighbouring records, written.
struct RecordRun {
  std::string_view bytes;             ///< each record after the frame's `between`
  std::size_t begin = 0;              ///< of the first record in `bytes`
  std::span<const std::size_t> ends;  ///< of each record in `bytes`; the next one begins there
  std::uint64_t first_record = 0;     ///< number of the first in the run's input, 1-based

  [[nodiscard]] std::size_t begin_of(std::size_t record) const {
    return record == 0 ? begin : ends[record - 1];
  }
};

/// Writes the bodies of one conversion.
/// Threads: one.
class BodyWriter {
 public:
  /// `output` must outlive it.
  BodyWriter(Output& output, conversion::Frame frame, const BodyLimits& limits,
             bool wants_digests = true);
  /// Appends records. Nothing happens once the output is lost. Errors: those of the output.
  Status append(const RecordRun& run);
  /// Ends the last body. Call once, after the last record. Errors: those of the output.
  Status finish();
  /// From now on nothing is written; the body that was begun stays without its end.
  void lose() { lost_ = true; }
  [[nodiscard]] bool is_lost() const { return lost_; }
  /// Bytes that the one body would have had when it went over max_body_bytes, if it did; it is lost
  /// then.
  [[nodiscard]] std::optional<std::uint64_t> oversize() const { return oversize_; }
  /// True if the one body takes one record and there was another; it is lost then.
  [[nodiscard]] bool has_record_too_many() const { return has_record_too_many_; }
  /// Complete parts.
  [[nodiscard]] const std::vector<Part>& parts() const { return parts_; }
  [[nodiscard]] std::uint64_t records_out() const { return records_out_; }

 private:
  [[nodiscard]] bool is_given_up() const;
  void give_up(std::uint64_t record_bytes);
  [[nodiscard]] bool fits(std::uint64_t record_bytes, std::uint64_t records) const;
  [[nodiscard]] std::size_t count_fitting(const RecordRun& run, std::size_t from) const;
  Status append_to_part(const RecordRun& run, std::size_t from, std::size_t count);
  Status begin_records();
  Status begin_part(std::string_view before);
  Status end_part();
  Status write(std::string_view bytes);

  Output& output_;
  conversion::Frame frame_;
  BodyLimits limits_;
  bool wants_digests_;
  bool lost_ = false;
  std::optional<std::uint64_t> oversize_;
  bool has_record_too_many_ = false;
  Part part_;
  std::string alone_;               // the part's only record so far, which may stand bare
  std::uint64_t record_bytes_ = 0;  // of the records in the open part
  base::Sha256 hash_;
  std::vector<Part> parts_;
  std::uint64_t records_out_ = 0;
};

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_BODY_WRITER_H
