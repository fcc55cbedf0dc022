// A record as a JSON value: the form in which every layout's records can be written in every other.
//
// Whatever a record was read from (a line, an element of a document, a row under dotted columns, a
// record mapped from another format), it is a text and the tape over it. The tape's root is the
// record.
//   {"id":"a","tags":["x"]}   ->   object(2) name string name array(1) string
// Places are offsets in `text`; who made the record knows what they mean in the input.
#ifndef CROSSWALK_CONVERSION_RECORD_VIEW_H
#define CROSSWALK_CONVERSION_RECORD_VIEW_H

#include <string_view>

#include "json/tape.h"

namespace crosswalk::conversion {

/// A record. Ownership: a view; text and tape must outlive it.
struct RecordView {
  std::string_view text;
  const json::Tape* tape = nullptr;  ///< not null, not empty
  bool is_written = false;           ///< `text` is what an ObjectWriter would write of it
};

}  // namespace crosswalk::conversion

#endif  // CROSSWALK_CONVERSION_RECORD_VIEW_H
