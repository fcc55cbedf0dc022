// What is wrong with the parameters of a form, as edits.
//
// A value is decoded, mended as a cell would be, and percent-encoded again. The numbers of columns
// are written anew from 1 on, in the order in which the reader takes the columns; names that have
// the right number already keep their bytes.
//   `delimiter=%7C` by a table      ->  `delimiter=pipe`
//   `header_1=id&header_3=name`     ->  `header_1=id&header_2=name`
//   `header_01=id&header_3=name`    ->  no edits: 01 is a defect of its own
// Whether the rows fit the columns then is not asked here. Test: tests/mending/form_test.cc.
#ifndef CROSSWALK_MENDING_FORM_H
#define CROSSWALK_MENDING_FORM_H

#include <string_view>
#include <vector>

#include "diagnostics/raw_finding.h"
#include "format/definition.h"
#include "mending/splice.h"
#include "mending/value.h"
#include "record/batch.h"

namespace crosswalk::mending {

/// A form as its reader took it. Ownership: points to what the caller keeps.
struct Form {
  std::string_view text;                       ///< from the input's first byte
  const std::vector<record::Column>& columns;  ///< in the order of their numbers
  const format::Layout& layout;
};

/// The edits that mend what `finding` is about; none if it cannot be mended so.
std::vector<Edit> edits_for(const diagnostics::RawFinding& finding, const MendContext& mend,
                            const Form& form);

}  // namespace crosswalk::mending

#endif  // CROSSWALK_MENDING_FORM_H
