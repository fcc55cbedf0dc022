// The root annotation of a format: layouts, where a record's schema stands, what missing looks
// like, requests.
//
//   {"layouts": {"csv": {...}}, "record": "#/definitions/customer", "operations": {...}}
// A table layout (csv, or json with `columns`) must name the rules for a row of the wrong width and
// a column that is there twice, because every table can have them; a json layout without `columns`
// is a plain document and has neither. Test: tests/format/definition_reader_test.cc.
#ifndef CROSSWALK_FORMAT_DEFINITION_READER_H
#define CROSSWALK_FORMAT_DEFINITION_READER_H

#include "format/definition.h"
#include "format/schema_reader.h"

namespace crosswalk::format {

/// Reads the `x-crosswalk` of the root into `definition`: everything but its schema's nodes, its
/// name and origin. Checks of the root node itself are returned.
/// REQUIRES: the root's keywords have been read. Errors: in reader.file().
std::vector<Check> read_definition(SchemaReader& reader, Definition& definition);

/// Finds the schema of the records that `records` points to, and tells the layouts where they are.
/// REQUIRES: all `$ref`s have been followed. Errors: in reader.file().
void place_records(SchemaReader& reader, Definition& definition);

}  // namespace crosswalk::format

#endif  // CROSSWALK_FORMAT_DEFINITION_READER_H
