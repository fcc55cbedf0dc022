// A run's counts and its error are one value, which must be used.
// REFUSED: nodiscard|ignoring return
#include <crosswalk/crosswalk.h>

void run(const crosswalk::Formats& formats, crosswalk::Source& source) {
  const auto sink = [](const crosswalk::Finding&) { return true; };
#ifdef CROSSWALK_ALLOWED
  const auto result = crosswalk::validate(formats, source, {}, sink);
  if (!result) return;
#else
  crosswalk::validate(formats, source, {}, sink);
#endif
}
