// The reader of a whole JSON document, alone or as the argument of a call (layout/jsonp.h): its
// records, and the envelope around them.
//
// Documents are read whole, up to 1 GiB, into one batch. A layout that says where its records are
// gets one record for each of them; the spans are those of the values. Without such a place, and
// where the document is broken, all of it is one record. What breaks the syntax belongs to the
// record that it stands in, or to none.
//   {"mode":"Add","data":[{"id":1},{"id":2}]} with records at /data   ->   two records
//   [{"id":1}] or {"id":1} with records at the root                    ->   one record
// Whoever judges a record parses it again, as a record may come in any way; the tape of the whole
// is for the envelope. Test: tests/layout/document_reader_test.cc.
#ifndef CROSSWALK_LAYOUT_DOCUMENT_READER_H
#define CROSSWALK_LAYOUT_DOCUMENT_READER_H

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "json/parser.h"
#include "layout/reader.h"
#include "layout/reporter.h"

namespace crosswalk::layout {

/// See RecordReader. The head is a byte order mark or empty.
class DocumentReader : public RecordReader {
 public:
  /// All arguments must outlive it.
  DocumentReader(const format::Layout& layout, Source& source, const ReadOptions& options);
  Result<bool> open(record::Head& head) override;
  Result<bool> next(record::Batch& batch) override;
  [[nodiscard]] std::optional<check::Envelope> envelope() const override;
  [[nodiscard]] RecordPointers pointers() const override { return pointers_; }

 private:
  Status read_all(record::Head& head);
  void parse();
  bool find_json();
  void cut_records();
  void add_record(std::uint32_t begin, std::uint32_t end);
  void give_findings_to_records();

  const format::Layout& layout_;
  const ReadOptions& options_;
  Reporter reporter_;
  Source& source_;
  record::Batch batch_;
  json::Tape tape_;
  RecordPointers pointers_;
  bool is_readable_ = false;
  std::size_t begin_ = 0;  // of the JSON in the batch
  std::size_t end_ = 0;
};

}  // namespace crosswalk::layout

#endif  // CROSSWALK_LAYOUT_DOCUMENT_READER_H
