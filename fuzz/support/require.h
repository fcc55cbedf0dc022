// A promise, held against what happened: a broken one ends the process, as fuzzers want it.
//
//   require(pieces == whole);   prints `document_fuzz.cc:86: a promise is broken` and aborts
// Input that nothing is promised for is turned away by the target itself, before it asks.
// Covered by every target's replay.
#ifndef CROSSWALK_FUZZ_SUPPORT_REQUIRE_H
#define CROSSWALK_FUZZ_SUPPORT_REQUIRE_H

#include <cstdio>
#include <cstdlib>

namespace crosswalk::fuzz {

/// Ends the process if `holds` is false, and says where it was asked.
inline void require(bool holds, const char* file = __builtin_FILE(), int line = __builtin_LINE()) {
  if (holds) return;
  std::fprintf(stderr, "%s:%d: a promise is broken\n", file, line);
  std::abort();
}

}  // namespace crosswalk::fuzz

#endif  // CROSSWALK_FUZZ_SUPPORT_REQUIRE_H
