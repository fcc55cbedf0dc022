// The reader of a JSON document of any size, alone or as the argument of a call (layout/jsonp.h).
//
// A document is scanned twice. The first pass keeps its frame (layout/document_frame.h): the
// document without its records, which is parsed for the envelope, so members behind the records are
// known before the first of them is judged. The second pass cuts the records. What is
// held of it between the two, and what is read again: base/reread_input.h. Memory: a few records.
//   {"mode":"Add","data":[{"id":1},{"id":2}]} with records at /data   ->   two records
//   [{"id":1}] or {"id":1} with records at the root                    ->   one record
//   {"data":[{} {}]}   ->   the frame is broken: all of it is one unreadable record
// The elements of a list are not looked into: whoever judges one parses it and tells its faults;
// those told here stand between the records, or in a document that is no list. Without a place for
// records the document is the record, and is not looked into either. Test:
// tests/layout/document_reader_test.cc.
#ifndef CROSSWALK_LAYOUT_DOCUMENT_READER_H
#define CROSSWALK_LAYOUT_DOCUMENT_READER_H

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/reread_input.h"
#include "json/parser.h"
#include "layout/document_frame.h"
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
  void tell_of_envelope(std::vector<diagnostics::RawFinding> findings) override;
  [[nodiscard]] RecordPointers pointers() const override { return pointers_; }
  [[nodiscard]] std::string closers_around() const override { return frame_->closers_around(); }
  [[nodiscard]] bool tells_faults() const override { return tells_faults_; }

 private:
  enum class Part : std::uint8_t { kWhole, kRecords, kRest };

  /// A finding that waits for the batch it stands in.
  struct Waiting {
    diagnostics::RawFinding finding;
    std::uint64_t offset = 0;  // in the document
    bool is_of_envelope = false;
  };

  [[nodiscard]] const format::RecordPlace& record_place() const;
  [[nodiscard]] std::string_view json() const {
    return frame_->text().substr(json_begin_, json_end_ - json_begin_);
  }
  Status start_at_head(std::string& head);
  Status scan_frame(const std::string& head);
  void read_frame();
  void refuse_long_frame();
  bool find_json();
  void parse_frame();
  void find_records();
  void take_list(json::Token& place);
  void refuse();
  void take_whole(std::size_t begin, std::size_t end, record::RecordState state);
  void report(diagnostics::RawFinding finding);

  Result<std::size_t> choose_bytes(record::Batch& batch);
  Result<std::size_t> choose_whole(record::Batch& batch);
  Result<std::size_t> choose_records(record::Batch& batch);
  std::size_t scan_block();
  std::size_t cut(std::size_t bytes, record::Batch& batch);
  std::size_t cut_long_record(std::uint64_t begin, record::Batch& batch);
  [[nodiscard]] bool is_among_records() const;
  [[nodiscard]] bool is_stuck() const;
  [[nodiscard]] base::InputBuffer& input() { return input_.buffer(); }
  [[nodiscard]] std::string_view view() const { return input_.buffer().view(); }
  [[nodiscard]] bool is_at_end() const { return input_.buffer().at_end(); }
  [[nodiscard]] bool is_done() const { return is_at_end() && view().empty(); }
  void give_findings(std::uint64_t begin, record::Batch& batch);

  const format::Layout& layout_;
  const ReadOptions& options_;
  Reporter reporter_;
  base::RereadInput input_;

  std::optional<DocumentFrame> frame_;  // of the first pass
  std::size_t json_begin_ = 0;          // of the JSON in the frame
  std::size_t json_end_ = 0;
  json::Tape tape_;
  bool is_readable_ = false;
  bool tells_faults_ = false;
  RecordPointers pointers_;
  std::vector<Waiting> waiting_;

  Part part_ = Part::kRecords;
  record::RecordState whole_state_ = record::RecordState::kReadable;
  std::uint64_t whole_begin_ = 0;  // of the one record
  std::uint64_t whole_end_ = 0;
  std::optional<DocumentFrame> cutter_;  // of the second pass
  std::optional<std::uint32_t> list_;    // whose items are the records
  std::optional<std::uint64_t> passed_;  // where the record begins that is too long and goes on
  std::uint64_t offset_ = 0;             // of the input's view in the document
  std::size_t scanned_ = 0;              // bytes of the view
  bool is_cut_ = false;                  // the cutter has seen the document's end
  std::uint64_t batches_ = 0;
  std::uint64_t records_ = 0;
};

}  // namespace crosswalk::layout

#endif  // CROSSWALK_LAYOUT_DOCUMENT_READER_H
