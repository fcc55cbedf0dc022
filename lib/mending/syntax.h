// What tolerant reading mended, as edits that let strict reading pass.
//
// A finding says by its rule and place what is wrong; the bytes around it say what is to be put in
// or left out. Each edit makes the text mean what tolerant reading took it for.
//   `["a",,]`  elided at the second comma           ->  `["a","",""]`
//   `{"data":[1,"cursor":{}]}`  member in an array  ->  `{"data":[1],"cursor":{}}`
//   `{"data":[1,"cursor":{},2]}`                    ->  refused: what follows would have to be
//   moved
// The bytes must hold all that an edit needs; a batch and a head do, as readers cut them between
// records. Test: tests/mending/syntax_test.cc.
#ifndef CROSSWALK_MENDING_SYNTAX_H
#define CROSSWALK_MENDING_SYNTAX_H

#include <cstdint>
#include <string_view>

#include "diagnostics/raw_finding.h"
#include "mending/splice.h"

namespace crosswalk::mending {

/// Where a finding of syntax stands.
struct SyntaxPlace {
  std::string_view bytes;        ///< of the batch or head
  std::uint32_t text_begin = 0;  ///< of the document or line that the finding is about
  bool is_between_rows = false;  ///< in a list of rows, but in none of them
};

/// Adds the edits that mend what `finding`, a repair of tolerant reading, is about. False if it
/// cannot be mended so; nothing is added then.
bool add_syntax_edits(const diagnostics::RawFinding& finding, const SyntaxPlace& place,
                      Splice& splice);

/// What the edits of a rule do, for the finding; empty if the rule has none.
std::string_view describe_syntax(diagnostics::RuleId rule);

}  // namespace crosswalk::mending

#endif  // CROSSWALK_MENDING_SYNTAX_H
