// One-line messages of the command: see message.h.
#include "report/message.h"

#include <fmt/format.h>

#include "diagnostics/display_text.h"
#include "diagnostics/nearest.h"

namespace crosswalk::report {

std::string message_line(std::string_view who, std::string_view what) {
  return fmt::format("{}: {}\n", who, diagnostics::display_text(what));
}

std::string did_you_mean(std::string_view word, std::span<const std::string> known) {
  return diagnostics::did_you_mean(diagnostics::nearest(word, known));
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
