// A Result does not turn into its value by itself: who wants the value says so.
// REFUSED: could not convert|no viable
#include <crosswalk/crosswalk.h>

crosswalk::Formats load() {
#ifdef CROSSWALK_ALLOWED
  return crosswalk::Formats::embedded().value();
#else
  return crosswalk::Formats::embedded();
#endif
}
