// The loss report (crosswalk/loss.h) for people and for programs.
//
//   shop/profile -> club/members
//     identity.email  ->  mail   normalised   several values become one text or the first of them
//     trait.shoe      ->         lossy        club/members has no field for it
// Names of members come from the input; those that do not look like names are told by their shape.
// Test: tests/report/loss_report_test.cc.
#ifndef CROSSWALK_REPORT_LOSS_REPORT_H
#define CROSSWALK_REPORT_LOSS_REPORT_H

#include <string>
#include <string_view>
#include <vector>

#include "crosswalk/loss.h"
#include "json/writer.h"

namespace crosswalk::report {

/// `lossless`, `normalised`, `read-only`, `one-way`, `lossy`.
std::string_view loss_word(LossClass loss);

/// A table of all fields; with their counts, if `is_counted`.
std::string loss_text(const LossReport& report, bool is_counted);

/// A line for each field whose values did not all stay as they were.
std::vector<std::string> loss_lines(const LossReport& report);

/// The members of a JSON object that is open.
void write_loss(json::Writer& writer, const LossReport& report);

/// One JSON object and a line end.
std::string loss_json(const LossReport& report);

}  // namespace crosswalk::report

#endif  // CROSSWALK_REPORT_LOSS_REPORT_H
