// What the beginning of a JSON text shows, seen without parsing: names of members, and where a
// member's value begins. Broken and cut-off texts show as much as can be made out of them.
//
//   {"data":[{"id":7,"na     members of the object: data; at /data, in the first element: id
//   [1,{"id":7}]             the first object is found behind anything
// Names are compared as they are written: one with an escape (`\u0069d`) is not recognised.
// Test: tests/layout/glimpse_test.cc.
#ifndef CROSSWALK_LAYOUT_GLIMPSE_H
#define CROSSWALK_LAYOUT_GLIMPSE_H

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "format/definition.h"

namespace crosswalk::layout {

/// An object at a glance.
struct ObjectGlimpse {
  std::vector<std::string> members;  ///< names, in order
  std::size_t bytes = 0;             ///< from its brace to its end; 0 if the text ends first
};

/// The first object of `text`; empty if there is none. Cost: linear in the object.
ObjectGlimpse glimpse_object(std::string_view text);

/// How many lines with an object on each `text` begins with, as far as that matters: 0, 1 or 2.
/// `first_bytes` is the length of the first object, with which `text` begins.
int count_object_lines(std::string_view text, std::size_t first_bytes);

/// What stands at the place of the records.
struct RecordGlimpse {
  std::string_view first;     ///< the text from the first record's brace on; empty: none is seen
  bool is_misplaced = false;  ///< a list stands where one record should, or the other way round
};

/// The first record of the document whose object begins `text`.
RecordGlimpse glimpse_record(std::string_view text, const format::RecordPlace& place);

}  // namespace crosswalk::layout

#endif  // CROSSWALK_LAYOUT_GLIMPSE_H
