// See transcript.h.
#include "record/transcript.h"

#include <algorithm>

namespace crosswalk::record {

Stretch Transcript::origin_of(std::uint32_t offset) const {
  const auto after = std::ranges::upper_bound(marks_, offset, {}, &Mark::at);
  return after == marks_.begin() ? Stretch{} : std::prev(after)->stretch;
}

void Transcript::move_back(diagnostics::RawFinding& finding) const {
  const Stretch stretch = origin_of(finding.offset);
  finding.offset = stretch.begin;
  finding.length = stretch.length;
}

}  // namespace crosswalk::record
