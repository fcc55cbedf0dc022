// The reader of one record a line: it looks for line ends and nothing else.
//
// Inside JSON a line end can only stand between tokens, so lines are cut without being read; what a
// line holds is for whoever judges it, in any order. Blank lines are no records. A line over the
// limit is told at its start; its bytes pass through, and reading goes on at the next line.
//   {"id":1}\r\n\n{"id":2}   ->   two records, of lines 1 and 3
//   {\n"id":1}               ->   two records that cannot be read: this is a document
// Records have no cells. Test: tests/layout/ndjson_reader_test.cc, at block sizes from 1 byte.
#ifndef CROSSWALK_LAYOUT_NDJSON_READER_H
#define CROSSWALK_LAYOUT_NDJSON_READER_H

#include <cstddef>
#include <cstdint>

#include "base/input_buffer.h"
#include "layout/reader.h"
#include "layout/reporter.h"

namespace crosswalk::layout {

/// See RecordReader. The head is a byte order mark or empty.
class NdjsonReader : public RecordReader {
 public:
  /// All arguments must outlive it.
  NdjsonReader(const format::Layout& layout, Source& source, const ReadOptions& options);
  Result<bool> open(record::Head& head) override;
  Result<bool> next(record::Batch& batch) override;

 private:
  Status read_lines(record::Batch& batch);
  Status fill_a_line(std::size_t& whole);
  std::size_t cut_lines(std::string_view text, record::Batch& batch) const;

  const ReadOptions& options_;
  Reporter reporter_;
  base::InputBuffer input_;
  std::uint64_t batches_ = 0;
  std::uint64_t records_ = 0;
  bool inside_long_record_ = false;
};

}  // namespace crosswalk::layout

#endif  // CROSSWALK_LAYOUT_NDJSON_READER_H
