// The words that say what a field has to do with the canonical record: `is`, `values`, `one_way`,
// `hash`, `remove`. They stand at a schema, in the root's `map`, and in a map file of the user's.
//
//   {"is": ["/full_name", ["/first_name", "/last_name"]]}   read as the one, written from either
//   {"is": ["/gender"], "values": {"F": "female", "?": ["unknown", "other"]}}
// A table of values is to be read in one way only, and written in one: two texts with the same
// canonical name need `one_way`, which says that there is no way back.
//   {"values": {"F": "female", "W": "female"}}              refused
// Whether a target gets all it needs is asked when two formats are paired (conversion/mapping.h).
// Test: tests/format/mapping_reader_test.cc.
#ifndef CROSSWALK_FORMAT_MAPPING_READER_H
#define CROSSWALK_FORMAT_MAPPING_READER_H

#include <string>
#include <string_view>

#include "crosswalk/result.h"
#include "format/definition.h"
#include "format/json_file.h"

namespace crosswalk::format {

/// Reads the list `is` at `value`.
void read_is(JsonFile& file, TokenId value, FieldMapping& mapping);
/// Reads the table `values` at `value`.
void read_values(JsonFile& file, TokenId value, FieldMapping& mapping);
/// Reads an object of mappings by column, such as the root's `map`.
ColumnMappings read_column_mappings(JsonFile& file, TokenId value);

/// Fails `file` if the mapping read from the object at `token` contradicts itself.
void lint_mapping(JsonFile& file, TokenId token, const FieldMapping& mapping);
/// Fails `file` if the mapping read from the object at `token` leads to no field of the record that
/// `holds` names, or calls a value what that field cannot be.
void lint_places(JsonFile& file, TokenId token, Holds holds, const FieldMapping& mapping);

/// A user's own mapping between two formats.
struct MapFile {
  ColumnMappings source;
  ColumnMappings target;
};

/// Reads a map file for formats that hold `holds`. `where` names it in errors.
/// Errors: kUsage with line and column.
Result<MapFile> load_map(std::string_view text, std::string_view where, Holds holds);

}  // namespace crosswalk::format

#endif  // CROSSWALK_FORMAT_MAPPING_READER_H
