// What stands around the rows of a header/data body: the root object, its names, its other members.
//
// The body is read piece by piece, so the object is never whole in memory. An Envelope reads the
// text before the rows, stops at the `[` that opens them, and goes on behind the `]` that ends
// them.
//   {"header":["id"],"data":[   ->  the columns; rows begin
//   ],"note":1}                 ->  schema.unknown-field at "note"; the end
//   {"data":[                   ->  rows begin, and there are no columns yet
// Each member but the rows must end within the record limit, counted from the start of the text or
// of what follows the rows: it is read as one piece. Test: tests/layout/envelope_test.cc, at every
// cut of the text.
#ifndef CROSSWALK_LAYOUT_ENVELOPE_H
#define CROSSWALK_LAYOUT_ENVELOPE_H

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "json/reader.h"
#include "json/tape.h"
#include "layout/reader.h"
#include "layout/reporter.h"
#include "record/batch.h"

namespace crosswalk::layout {

/// Reads the members of one body. Offsets are relative to the text given.
/// Threads: one.
class Envelope {
 public:
  /// Why reading stopped.
  enum class Stop : std::uint8_t {
    kNeedInput,  ///< call again with the same text and more behind it
    kRows,       ///< position() is behind the `[` of the rows
    kEnd,        ///< position() is behind the object
    kBroken,     ///< a finding says why
  };

  /// All arguments must outlive it.
  Envelope(const format::Layout& layout, const ReadOptions& options, const Reporter& reporter)
      : layout_(layout), options_(options), reporter_(reporter) {}

  /// Reads on in `text`; `final`: no more bytes will come. Cost: linear, but for the member that is
  /// not whole, which is read again.
  Stop read(std::string_view text, bool final);
  /// The rows have ended: the text of the next read() begins behind their `]`.
  void continue_behind_rows();

  /// Bytes of the text that have been read.
  [[nodiscard]] std::size_t position() const { return at_; }
  /// True once usable column names were read.
  [[nodiscard]] bool has_columns() const { return has_columns_; }
  /// True once the member of the column names was met, usable or not.
  [[nodiscard]] bool met_columns() const { return met_columns_; }
  /// The columns, in their order, and the place of their bracket.
  [[nodiscard]] const std::vector<record::Column>& columns() const { return columns_; }
  [[nodiscard]] std::size_t columns_offset() const { return columns_offset_; }
  /// The name of the rows' member.
  [[nodiscard]] std::size_t rows_offset() const { return rows_offset_; }
  /// The brace of the object.
  [[nodiscard]] std::size_t object_offset() const { return object_offset_; }
  /// Moves out what was found.
  Findings take_findings();

 private:
  enum class Place : std::uint8_t { kBeforeObject, kFirstMember, kNextMember, kAfterValue };
  // What one take came to: Stop, or to go on.
  enum class Step : std::uint8_t { kNeedInput, kRows, kEnd, kBroken, kGoOn };

  Step take();
  Step take_object_begin();
  Step take_text_before(std::size_t begin);
  Step take_close();
  Step take_member();
  Step take_value(const std::string& name, std::size_t name_begin, std::size_t begin);
  Step take_rows(std::size_t name_begin, std::size_t begin);
  Step take_columns(std::size_t begin);
  bool read_column(const json::Token& token);
  Step read_json(std::size_t begin);
  Step take_end_of_text(bool is_mendable, std::string_view expected);
  Step stop(json::FaultKind kind, std::string_view expected);
  Step stop_with(diagnostics::RawFinding finding);
  Step stop_too_long();
  void report_unknown(const std::string& name, std::size_t name_begin);
  void report_duplicate(const std::string& name, std::size_t name_begin);
  bool mend(json::FaultKind kind, std::string_view expected);
  bool skip_blanks();

  const format::Layout& layout_;
  const ReadOptions& options_;
  const Reporter& reporter_;
  std::string_view text_;
  bool final_ = false;
  Place place_ = Place::kBeforeObject;
  std::size_t at_ = 0;         // everything before it is settled
  json::Tape tape_;            // of the last value read
  std::size_t value_end_ = 0;  // of the last value read
  std::size_t object_offset_ = 0;
  std::size_t rows_offset_ = 0;
  std::size_t columns_offset_ = 0;
  bool met_rows_ = false;
  bool met_columns_ = false;
  bool has_columns_ = false;
  std::vector<record::Column> columns_;
  Findings findings_;
};

}  // namespace crosswalk::layout

#endif  // CROSSWALK_LAYOUT_ENVELOPE_H
