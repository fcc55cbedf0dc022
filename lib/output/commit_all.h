// Several outputs get their names, or none.
//
// One after the other is committed; where one fails, those before it are taken back.
//   commit_all(rejects, body)   the body's name cannot be given   ->   the rejects lose theirs
// Does not work: a process that is killed between two names leaves the first.
// Test: tests/output/commit_all_test.cc.
#ifndef CROSSWALK_OUTPUT_COMMIT_ALL_H
#define CROSSWALK_OUTPUT_COMMIT_ALL_H

#include "crosswalk/result.h"

namespace crosswalk::output {

inline Status commit_all() {
  return {};
}

/// Commits what is there, in order; null is passed over. Each has commit() and take_back().
/// Errors: those of the first commit() that fails; nothing is committed then.
template <class First, class... Rest>
Status commit_all(First* first, Rest*... rest) {
  if (first == nullptr) return commit_all(rest...);
  if (Status committed = first->commit(); !committed) return committed;
  Status others = commit_all(rest...);
  if (!others) first->take_back();
  return others;
}

}  // namespace crosswalk::output

#endif  // CROSSWALK_OUTPUT_COMMIT_ALL_H
