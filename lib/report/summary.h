// Summaries of several inputs made into one.
//
// Counts add up; groups of the same rule, severity and field become one that keeps the first place
// of the earlier input; the order of groups is made anew. Adding is associative.
// Test: tests/report/summary_test.cc.
#ifndef CROSSWALK_REPORT_SUMMARY_H
#define CROSSWALK_REPORT_SUMMARY_H

#include <cstdint>
#include <string>

#include "crosswalk/finding.h"

namespace crosswalk::report {

/// Adds the summary of a later input to `total`.
/// Cost: groups times the logarithm of groups.
void add(Summary& total, const Summary& later);

/// All findings that `summary` counts.
std::uint64_t finding_count(const Summary& summary);

/// What follows `6 records` in a line of counts: `: 5 valid, 1 invalid, 0 unreadable; 1 error, ...`
std::string further_counts(const Summary& summary);

}  // namespace crosswalk::report

#endif  // CROSSWALK_REPORT_SUMMARY_H
