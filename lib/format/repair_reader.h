// `repair` of a check: how a value that fails it may be mended.
//
// A word, or a table of values that are meant by others. A repair must be able to help: it stands
// at a check of values.
//   {"on": "enum", "rule": "club.size", "repair": {"large": "L"}}      read
//   {"unique": ["/no"], "rule": "club.twice", "repair": "lower"}        refused: no value is wrong
// Whether it helps in fact is proved at each value, when it is tried (lib/pipeline).
// Test: tests/format/repair_reader_test.cc.
#ifndef CROSSWALK_FORMAT_REPAIR_READER_H
#define CROSSWALK_FORMAT_REPAIR_READER_H

#include "format/json_file.h"
#include "format/schema.h"

namespace crosswalk::format {

/// Reads the repair at `token`.
Repair read_repair(JsonFile& file, TokenId token);

/// Fails `file` if the repair at `token` cannot mend what `check`, which has it, finds.
void lint_repair(JsonFile& file, TokenId token, const Check& check);

}  // namespace crosswalk::format

#endif  // CROSSWALK_FORMAT_REPAIR_READER_H
