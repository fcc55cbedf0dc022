// One-line messages of the command: see message.h.
#include "report/message.h"

#include <fmt/format.h>

#include <vector>

#include "base/nearest.h"
#include "diagnostics/display_text.h"

namespace crosswalk::report {

std::string message_line(std::string_view who, std::string_view what) {
  return fmt::format("{}: {}\n", who, line_text(what));
}

std::string line_text(std::string_view line) {
  return diagnostics::display_text(line);
}

std::string did_you_mean(std::string_view word, std::span<const std::string> known) {
  const std::vector<std::string_view> names(known.begin(), known.end());
  return base::did_you_mean(base::nearest(word, names));
}

std::string grouped_digits(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::string counted(std::uint64_t number, std::string_view unit) {
  return fmt::format("{} {}{}", grouped_digits(number), unit, number == 1 ? "" : "s");
}

}  // namespace crosswalk::report
