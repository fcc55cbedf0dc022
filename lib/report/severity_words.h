// The words for severities, as reports and options write them.
#ifndef CROSSWALK_REPORT_SEVERITY_WORDS_H
#define CROSSWALK_REPORT_SEVERITY_WORDS_H

#include <optional>
#include <string_view>

#include "crosswalk/finding.h"

namespace crosswalk::report {

/// `error`, `warning`, `info` or `off`.
std::string_view severity_word(Severity severity);

/// The severity that `word` names; nothing for another word.
std::optional<Severity> severity_of(std::string_view word);

}  // namespace crosswalk::report

#endif  // CROSSWALK_REPORT_SEVERITY_WORDS_H
