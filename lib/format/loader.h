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

namespace crosswalk::format {

/// Reads a plain draft-07 schema into its tree. `where` names the file in errors. With `annotated`,
/// the vocabulary is closed and `x-crosswalk` is read; without, unknown keywords are ignored as
/// draft-07 says. Errors: kUsage, `where:line:column: what (did you mean ...?)`.
Result<Schema> load_schema(std::string text, std::string_view where, bool annotated);

/// Reads a format file. `name` is `vendor/name`. Rule names that it uses are interned into `rules`.
/// Errors: as load_schema.
Result<Definition> load_definition(std::string text, std::string_view name, std::string_view where,
                                   diagnostics::RuleCatalog& rules);

/// Reads a `rules.json` (an object: rule name -> severity, message, hint, meaning, example, cure)
/// into `rules`. Errors: as load_schema.
Status load_rules(std::string_view text, std::string_view where, diagnostics::RuleCatalog& rules);

}  // namespace crosswalk::format

#endif  // CROSSWALK_FORMAT_LOADER_H
