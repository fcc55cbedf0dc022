// Formats are loaded once and shared by reference; a copy would load them again unseen.
// REFUSED: deleted|implicitly-deleted
#include <crosswalk/crosswalk.h>

#include <utility>

crosswalk::Formats take(crosswalk::Formats& formats) {
#ifdef CROSSWALK_ALLOWED
  return std::move(formats);
#else
  return formats;
#endif
}
