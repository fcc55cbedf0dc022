// What a schema can say wrongly in good grammar: names that no property has, conditions without an
// `if`, the same value twice.
//
// A meta-schema cannot say these, and a validator would pass over them in silence.
//   {"required": ["nam"], "properties": {"name": {}}}   "nam" can never be there
//   {"if": {...}, "else": {...}}                         fine
// Not found: conditions that contradict each other. Test: tests/format/lint_test.cc.
#ifndef CROSSWALK_FORMAT_LINT_H
#define CROSSWALK_FORMAT_LINT_H

#include "format/json_file.h"
#include "format/schema.h"

namespace crosswalk::format {

/// Fails `file` if the node read from the object at `token` says something that can't be meant.
void lint_node(JsonFile& file, const Node& node, TokenId token);

/// Fails `file` if the names in the list at `list` are not all `properties` of the schema `object`,
/// or one stands there twice.
void lint_names(JsonFile& file, TokenId object, TokenId list);

/// Fails `file` if the texts in the list at `list` are not pointers into the value that the schema
/// `object` describes: the first step is one of its `properties`, where it has any; an
/// empty one means the elements of an array themselves. A pointer may stand there once.
void lint_pointers(JsonFile& file, TokenId object, TokenId list);

/// Fails `file` if the schema at `token` is not built of what `down` can say of a column.
void lint_down(JsonFile& file, TokenId token);

}  // namespace crosswalk::format

#endif  // CROSSWALK_FORMAT_LINT_H
