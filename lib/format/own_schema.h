// A draft-07 schema of the user's own, taken for a format.
//
// It says nothing of layouts, so it gets all that need no more words: a JSON document, judged as a
// whole, and a table, whose rows are what the root describes, or the elements where the root
// describes a list. Unknown keywords are passed over, as draft-07 says.
//   {"type": "array", "items": {"$ref": "#/definitions/row"}, ...}   ->   rows by definitions/row
// An empty cell is a member that is not there. Test: tests/format/own_schema_test.cc.
#ifndef CROSSWALK_FORMAT_OWN_SCHEMA_H
#define CROSSWALK_FORMAT_OWN_SCHEMA_H

#include <string>
#include <string_view>

#include "crosswalk/result.h"
#include "diagnostics/rule.h"
#include "format/definition.h"
#include "format/documents.h"

namespace crosswalk::format {

/// The text of a schema, and what is known of it.
struct OwnSchema {
  std::string name;  ///< of the format: `schema/x`
  std::string text;
  std::string where;  ///< names it in errors
  std::string uri;    ///< may be empty
  DocumentFinder documents = nullptr;
};

/// The schema in the file at `path`, which may refer to the files of its folder. Errors: kIo;
/// kUsage for a file that is too large.
Result<OwnSchema> own_schema_file(const std::string& path);

/// What the format of a schema called `stem` is called; characters that a name can't hold become
/// hyphens.
std::string own_schema_name(std::string_view stem);

/// Reads a schema as a format. Rule names that it uses are interned into `rules`. Errors: kUsage as
/// load_schema.
Result<Definition> load_own_schema(const OwnSchema& schema, diagnostics::RuleCatalog& rules);

}  // namespace crosswalk::format

#endif  // CROSSWALK_FORMAT_OWN_SCHEMA_H
