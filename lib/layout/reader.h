// Readers: an input and a layout in, a head and batches of whole records out. One file per layout,
// one line in the registry.
//
// A reader cuts; it knows no schema. Structural faults become findings of the batch they stand in:
// rule names come from the layout's checks (row-width, column-duplicate) or are the core's. Any
// block size gives the same records, findings and places: batches differ, their sum does not. Test:
// tests/layout/*_test.cc, at block sizes from 1 byte.
#ifndef CROSSWALK_LAYOUT_READER_H
#define CROSSWALK_LAYOUT_READER_H

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "check/envelope.h"
#include "crosswalk/result.h"
#include "crosswalk/stream.h"
#include "diagnostics/rule.h"
#include "format/definition.h"
#include "record/batch.h"
#include "record/transcript.h"

namespace crosswalk::layout {

/// How to read.
struct ReadOptions {
  std::size_t block_bytes = std::size_t{256} << 10U;  ///< how much is read at once; at least 1
  std::uint64_t max_record_bytes = 8ULL
                                   << 20U;  ///< a longer record is limit.record-size; at most 1 GiB
  std::uint32_t max_columns = 10000;
  std::uint32_t max_depth = 256;
  bool tolerant = false;
  bool source_only = false;       ///< the run converts: a byte order mark is only worth knowing
  std::optional<char> delimiter;  ///< `--delimiter`
  std::string encoding;  ///< what the input was decoded from, in which kIllFormed stands for bytes
                         ///< that it does not define; empty = it is read as it is, as UTF-8
  std::vector<std::string> column_names;  ///< `--column-names`: the input has no header line
  const diagnostics::RuleCatalog* rules = nullptr;  ///< not null
  const diagnostics::RulePolicy* policy = nullptr;  ///< not null
};

/// How the pointers of records begin: `/data/7` is the eighth record of those at `/data`.
struct RecordPointers {
  std::string prefix;
  bool are_items = false;  ///< the record's number less one follows

  /// The pointer of the record with this number in its file, 1-based.
  [[nodiscard]] std::string of(std::uint64_t record) const {
    return are_items ? prefix + '/' + std::to_string(record - 1) : prefix;
  }
};

/// Cuts one input into records.
/// Threads: one.
class RecordReader {
 public:
  virtual ~RecordReader() = default;
  /// Reads up to the first record. Call once, first. False: there is no table to read (the head's
  /// findings say why). Errors: kIo.
  virtual Result<bool> open(record::Head& head) = 0;
  /// Fills `batch` (cleared first) with the next bytes: whole records and what stands around them.
  /// False: the end was reached; `batch` then holds what stands after the last record (it may have
  /// findings, and no records). Errors: kIo.
  virtual Result<bool> next(record::Batch& batch) = 0;
  /// What stands around the records, if the input holds that. Valid from open() to next(). Of the
  /// records only their place is there: an array has their number, and not more.
  [[nodiscard]] virtual std::optional<check::Envelope> envelope() const { return std::nullopt; }
  /// Takes what was found in that envelope, offsets in its text: each finding is told with the
  /// batch that it stands in. REQUIRES: open() was called, next() was not.
  virtual void tell_of_envelope(std::vector<diagnostics::RawFinding> findings) {
    static_cast<void>(findings);
  }
  /// The JSON that was made of an input of another syntax: of the envelope (forms; it may be judged
  /// even where open() returned false), or of the one record. Offsets are then those of its JSON.
  [[nodiscard]] virtual const record::Transcript* transcript() const { return nullptr; }
  /// Records are JSON values whose syntax the reader has judged already: its faults are told. Valid
  /// after open().
  [[nodiscard]] virtual bool tells_faults() const { return false; }
  /// Valid after open(), for layouts whose records are JSON values.
  [[nodiscard]] virtual RecordPointers pointers() const { return {}; }
  /// What closes the document around a last record that its end cuts off. Valid after open().
  [[nodiscard]] virtual std::string closers_around() const { return {}; }
};

/// Opens a reader for `layout`. All arguments must outlive it.
std::unique_ptr<RecordReader> open_reader(const format::Layout& layout, Source& source,
                                          const ReadOptions& options);

}  // namespace crosswalk::layout

#endif  // CROSSWALK_LAYOUT_READER_H
