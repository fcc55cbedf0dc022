// crosswalk formats draft: a sample read, a schema written where the formats of one's own stand.
//
// Test: tests/cli/draft_test.py.
#ifndef CROSSWALK_CLI_DRAFT_H
#define CROSSWALK_CLI_DRAFT_H

#include <string>

#include "session.h"

namespace crosswalk::cli {

/// Drafts the format that `--name` names from the file at `sample`, into the folder of `-o`, and
/// tells what is left to do. A schema that is there already is never written over.
void draft_from_sample(Session& session, const std::string& sample);

}  // namespace crosswalk::cli

#endif  // CROSSWALK_CLI_DRAFT_H
