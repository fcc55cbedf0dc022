// From the text of a schema file to a Definition, refusing what it does not know.
//
// Every word outside the closed vocabulary is an error with line, column and a did-you-mean; so are
// lints that no meta-schema can say: `on` names a keyword that stands beside it, `$ref`s lead
// somewhere, `unique` names known members, table layouts name their width and duplicate rules,
// patterns compile elsewhere (lib/check).
#ifndef CROSSWALK_FORMAT_LOADER_H
#define CROSSWALK_FORMAT_LOADER_H

#include <string>
#include <string_view>

#include "crosswalk/result.h"
#include "diagnostics/rule.h"
#include "format/definition.h"
#include "format/documents.h"

namespace crosswalk::format {

/// How a schema is read that is no format.
struct SchemaOptions {
  /// The vocabulary is closed. Without, unknown keywords are passed over as draft-07 says.
  bool is_closed = false;
  std::string uri = {};                ///< of the schema's own file; may be empty
  DocumentFinder documents = nullptr;  ///< what its `$ref`s may lead to beside its own file
};

/// Reads a draft-07 schema into its tree, and `x-crosswalk` where it stands. `where` names the file
/// in errors. Errors: kUsage, `where:line:column: what (did you mean ...?), at /pointer`.
Result<Schema> load_schema(std::string_view text, std::string_view where,
                           const SchemaOptions& options);

/// Reads a format file. `name` is `vendor/name`. Rule names that it uses are interned into `rules`.
/// Errors: as load_schema.
Result<Definition> load_definition(std::string_view text, std::string_view name,
                                   std::string_view where, diagnostics::RuleCatalog& rules);

/// Reads a `rules.json` (an object: rule name -> severity, message, hint, meaning, example, cure)
/// into `rules`. Errors: as load_schema.
Status load_rules(std::string_view text, std::string_view where, diagnostics::RuleCatalog& rules);

}  // namespace crosswalk::format

#endif  // CROSSWALK_FORMAT_LOADER_H
