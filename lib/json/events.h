// What reading a JSON text yields: one call for each scalar, name, opening and closing bracket,
// with the bytes it stands in.
//
// The tape builder and the row scanner's cells are two handlers of the same events, so they see the
// same text, the same mends and the same places.
//   {"a":[1]}  ->  begin(object) name("a") begin(array) scalar(1) end end
// A member that stands inside an array ({"data":[1,"cursor":2]}) belongs to the root object; its
// events come where it stands, between on_lifted_begin and on_lifted_end.
// Test: tests/json/reader_test.cc.
#ifndef CROSSWALK_JSON_EVENTS_H
#define CROSSWALK_JSON_EVENTS_H

#include <cstdint>

#include "json/tape.h"

namespace crosswalk::json {

/// A stretch of the text, in bytes from its begin.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// Takes the events of one text, in its order.
class EventHandler {
 public:
  EventHandler() = default;
  EventHandler(const EventHandler&) = delete;
  EventHandler& operator=(const EventHandler&) = delete;
  virtual ~EventHandler() = default;

  /// A scalar. A string's span has its quotes; one without them was made from a number with leading
  /// zeros; an empty span is an elided element.
  virtual void on_scalar(Kind kind, Span span, bool escaped) = 0;
  /// An array or object opens at `begin`.
  virtual void on_begin(Kind kind, std::uint32_t begin) = 0;
  /// The innermost open container ends before `end`.
  virtual void on_end(std::uint32_t end) = 0;
  /// A member's name, quotes included; its value comes next.
  virtual void on_name(Span span, bool escaped) = 0;
  /// The name of a member that stands in an array; its value comes next.
  virtual void on_lifted_begin(Span name, bool escaped) = 0;
  /// The value of that member has ended.
  virtual void on_lifted_end() = 0;
};

}  // namespace crosswalk::json

#endif  // CROSSWALK_JSON_EVENTS_H
