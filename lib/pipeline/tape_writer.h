// Writing records that are JSON values, while they are judged.
//
// Each good record comes as text and tape, goes through the step of the run if there is one
// (conversion/record_step.h: the mapping between two formats), and is written at once into memory
// of the batch. What the writer refuses is told at the place in the record as it was found.
//   take(0), take(1)   ->   `{"a":1}` `{"a":2}` wait; write() hands them out
// Test: tests/pipeline/tape_writer_test.cc.
#ifndef CROSSWALK_PIPELINE_TAPE_WRITER_H
#define CROSSWALK_PIPELINE_TAPE_WRITER_H

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "conversion/record_step.h"
#include "conversion/record_writer.h"
#include "pipeline/batch_writer.h"

namespace crosswalk::pipeline {

/// Step and writer of one job. `step` must outlive it, or be `own_step`.
struct RecordWay {
  std::shared_ptr<conversion::RecordWriter> writer;       ///< not null
  conversion::RecordStep* step = nullptr;                 ///< null: records stay as they are
  bool nfc = false;                                       ///< what is written is in NFC
  std::shared_ptr<conversion::RecordStep> own_step = {};  ///< may be null
};

/// Writes `record` to `out`; what speaks against it is appended to `findings`, and the keys of what
/// was made of it to `keys`, with offsets in `record.text`.
void write_along(const RecordWay& way, const conversion::RecordView& record, std::string& out,
                 std::vector<diagnostics::RawFinding>& findings,
                 std::vector<check::RecordKey>& keys);

/// See BatchWriter.
class TapeWriter final : public BatchWriter, public RecordSink {
 public:
  explicit TapeWriter(RecordWay way) : way_(std::move(way)) {}
  RecordSink* begin(const record::Batch& batch) override;
  void take(std::uint32_t index, const conversion::RecordView& record,
            std::vector<diagnostics::RawFinding>& findings,
            std::vector<check::RecordKey>& keys) override;
  void write(const record::Batch& batch, std::uint32_t index, std::string& out,
             std::vector<diagnostics::RawFinding>& findings,
             std::vector<check::RecordKey>& keys) override;

 private:
  struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  RecordWay way_;
  std::string bytes_;               // of the batch's records
  std::vector<Stretch> stretches_;  // by record
};

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_TAPE_WRITER_H
