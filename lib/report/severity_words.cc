// The words for severities: see severity_words.h.
#include "report/severity_words.h"

namespace crosswalk::report {

std::string_view severity_word(Severity severity) {
  switch (severity) {
    case Severity::kOff:
      return "off";
    case Severity::kInfo:
      return "info";
    case Severity::kWarning:
      return "warning";
    case Severity::kError:
      return "error";
  }
  return {};
}

std::optional<Severity> severity_of(std::string_view word) {
  for (const Severity severity :
       {Severity::kOff, Severity::kInfo, Severity::kWarning, Severity::kError}) {
    if (severity_word(severity) == word) return severity;
  }
  return std::nullopt;
}

}  // namespace crosswalk::report
