// A source in memory reads the caller's bytes: a string that dies with the call cannot be read.
// REFUSED: deleted
#include <crosswalk/crosswalk.h>

std::unique_ptr<crosswalk::Source> read(const std::string& header) {
#ifdef CROSSWALK_ALLOWED
  return crosswalk::memory_source(header, "rows");
#else
  return crosswalk::memory_source(header + "\n", "rows");
#endif
}
