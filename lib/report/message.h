// One-line messages of the command, beside reports: wrong use, failures, what was written.
//
//   message_line("crosswalk validate", "cannot open a.csv: No such file or directory")
// A line holds no line end and no terminal escape, whatever the names in it hold.
// Test: tests/report/message_test.cc.
#ifndef CROSSWALK_REPORT_MESSAGE_H
#define CROSSWALK_REPORT_MESSAGE_H

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace crosswalk::report {

/// `who: what` and a line end, fit for a terminal.
std::string message_line(std::string_view who, std::string_view what);

/// A line of text, fit for a terminal: what is invisible or would steer it becomes visible.
std::string line_text(std::string_view line);

/// ` (did you mean a or b?)` with the words of `known` nearest to `word`; empty if none is near.
std::string did_you_mean(std::string_view word, std::span<const std::string> known);

/// `1,204`: a number with its thousands set off.
std::string grouped_digits(std::uint64_t number);

/// `1 record`, `1,204 records`.
std::string counted(std::uint64_t number, std::string_view unit);

}  // namespace crosswalk::report

#endif  // CROSSWALK_REPORT_MESSAGE_H
