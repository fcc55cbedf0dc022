// The order of findings: see raw_finding.h.
#include "diagnostics/raw_finding.h"

#include <tuple>

namespace crosswalk::diagnostics {

bool comes_before(const RawFinding& a, const RawFinding& b, const RuleCatalog& rules) {
  const auto place = [](const RawFinding& finding) {
    return std::tie(finding.offset, finding.column);
  };
  if (place(a) != place(b)) return place(a) < place(b);
  if (a.rule != b.rule) return rules.rule(a.rule).name < rules.rule(b.rule).name;
  return a.part < b.part;
}

}  // namespace crosswalk::diagnostics
