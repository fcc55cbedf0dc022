// An error nobody looks at is an error lost: a Status must be used.
// REFUSED: nodiscard|ignoring return
#include <crosswalk/crosswalk.h>

void add(crosswalk::Formats& formats) {
#ifdef CROSSWALK_ALLOWED
  if (!formats.add_folder("formats")) return;
#else
  formats.add_folder("formats");
#endif
}
