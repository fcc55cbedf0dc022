// How the documents of a format are written down: the root annotation's `layouts`.
//
//   {"csv": {...}, "json": {...}}   ->   two layouts; the first is what is written by default
// A layout that does not say what its kind needs is refused with its place.
// Test: tests/format/definition_reader_test.cc.
#ifndef CROSSWALK_FORMAT_LAYOUT_READER_H
#define CROSSWALK_FORMAT_LAYOUT_READER_H

#include <vector>

#include "format/definition.h"
#include "format/schema_reader.h"

namespace crosswalk::format {

/// Reads the object of layouts at `value`. Errors: in reader.file().
std::vector<Layout> read_layouts(SchemaReader& reader, TokenId value);

}  // namespace crosswalk::format

#endif  // CROSSWALK_FORMAT_LAYOUT_READER_H
