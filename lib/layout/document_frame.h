// The frame of a JSON document: the document without its records, and where these were.
//
// A document of any size is scanned in pieces. Everything is copied into the frame, except in the
// array at the record place: there a regular element, the comma and the blanks behind it leave
// nothing, so the frame stays small however many records there are. What is irregular stays: the
// frame parses with the faults of the document's own brackets and commas, and each of its bytes
// knows its place.
//   {"mode":"Add","data":[{"id":1},{"id":2},],"next":3}   ->   {"mode":"Add","data":[{},],"next":3}
// and two elements. What stands inside an element is not looked at but for brackets and quotes: an
// element that is no JSON is found when it is parsed. A member that stands in the array
// (`[1,"cursor":2]`) is part of the frame.
// An element that the end of the document cuts off is told by whoever parses it: the frame is then
// closed silently. Where the frame is broken (`[1 2]`, `[1}`) all that follows is copied.
// Test: tests/layout/document_frame_test.cc, each document cut everywhere.
#ifndef CROSSWALK_LAYOUT_DOCUMENT_FRAME_H
#define CROSSWALK_LAYOUT_DOCUMENT_FRAME_H

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "format/definition.h"
#include "layout/row_skipper.h"

namespace crosswalk::layout {

/// An element of an array at the record place; elided ones are empty. Offsets count from the start
/// of the document.
struct DocumentItem {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  std::uint32_t list = 0;  ///< of which array, where the place comes more than once

  friend bool operator==(const DocumentItem&, const DocumentItem&) = default;
};

/// Scans one document.
/// Threads: one.
class DocumentFrame {
 public:
  /// An array at the record place.
  struct List {
    std::uint32_t begin = 0;     ///< of its bracket in the frame
    std::uint64_t left_out = 0;  ///< elements that are not in the frame
  };

  /// The frame may grow to `max_bytes` and one piece. `place` must outlive it.
  DocumentFrame(const format::RecordPlace& place, std::uint64_t max_bytes);

  /// Takes the next piece of the document. Cost: linear.
  void take(std::string_view piece);
  /// The document has ended.
  void finish();

  /// The elements that have ended, in order. The caller drops those it has seen.
  [[nodiscard]] std::vector<DocumentItem>& items() { return items_; }
  /// The frame so far.
  [[nodiscard]] std::string_view text() const { return text_; }
  /// True if the frame is over its limit; nothing more is looked at.
  [[nodiscard]] bool is_too_long() const { return text_.size() > max_bytes_; }
  /// Where the byte at `offset` of the frame stands in the document.
  [[nodiscard]] std::uint64_t place_of(std::size_t offset) const;
  /// Where the bytes from `begin` to `end` of the frame end in the document.
  [[nodiscard]] std::uint64_t end_of(std::size_t begin, std::size_t end) const {
    return end == begin ? place_of(begin) : std::min(place_of(end - 1) + 1, offset_);
  }
  [[nodiscard]] const std::vector<List>& lists() const { return lists_; }
  /// The first byte taken that must stay together with those that come: outside of the arrays that
  /// is the start of the document or the end of the last of them, inside the start of the element.
  [[nodiscard]] std::uint64_t hold() const { return hold_; }
  /// After finish(): what closes the document around an element that its end cuts off; empty if it
  /// cuts none off.
  [[nodiscard]] const std::string& closers_around() const { return closers_around_; }
  /// True if an element has begun and not ended.
  [[nodiscard]] bool is_inside_item() const { return is_inside_ && !is_lifted_; }

 private:
  enum class At : std::uint8_t {
    kFrame,           // outside of the arrays
    kFrameText,       // in a string there
    kElement,         // an element comes, or the end of the array
    kElided,          // the same, behind an element that is missing
    kText,            // in an element, or the value of a lifted member, that is a string
    kContainer,       // ... an array or object
    kScalar,          // ... anything else
    kElementEnd,      // behind an element
    kTextElementEnd,  // behind an element that is a string: a colon makes it a name
    kLiftedValue,     // behind that colon
    kLost,
  };

  void take_some();
  void take_frame();
  void take_text();
  void take_container();
  void take_scalar();
  void take_element();
  bool pass_over_element();
  void take_behind_element();
  void take_lifted_value();
  void open();
  void close();
  void begin_element();
  void begin_value();
  void end_value();
  void add_item(std::uint64_t begin, std::uint64_t end);
  void leave_out_last();
  [[nodiscard]] bool is_on_way() const;
  [[nodiscard]] bool is_named(const std::string& name) const;
  [[nodiscard]] char here() const { return rest_.front(); }
  void copy(std::string_view bytes);
  void step(std::size_t bytes);
  void copy_and_step(std::size_t bytes = 1);

  struct Piece {
    std::size_t begin = 0;    // in the frame
    std::uint64_t place = 0;  // in the document
  };

  const format::RecordPlace& place_;
  std::uint64_t max_bytes_;
  bool cuts_;  // the place may be an array of records
  At at_ = At::kFrame;
  std::string_view rest_;      // of the piece
  std::uint64_t offset_ = 0;   // of the rest in the document
  std::string text_;           // the frame
  std::vector<Piece> pieces_;  // of the frame: the bytes of each stand next to each other
  std::vector<List> lists_;
  std::vector<DocumentItem> items_;
  std::uint64_t hold_ = 0;
  std::string closers_;  // of what is open in the frame
  std::string closers_around_;
  std::size_t way_ = 0;    // of them on the way to the record place
  std::size_t name_ = 0;   // where the last string of the frame begins
  bool has_name_ = false;  // that string is the name of what comes
  bool is_escaped_ = false;
  bool is_inside_ = false;   // a value of the array has begun
  bool is_lifted_ = false;   // it is a lifted member's
  bool is_regular_ = false;  // the last element has a comma behind it and nothing else
  std::size_t element_ = 0;  // the last element: in the frame
  std::uint64_t begin_ = 0;  // ... and in the document
  std::uint64_t end_ = 0;
  RowSkipper skipper_;
};

}  // namespace crosswalk::layout

#endif  // CROSSWALK_LAYOUT_DOCUMENT_FRAME_H
