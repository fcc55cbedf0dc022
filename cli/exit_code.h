// Exit codes, and which of several counts. Test: tests/cli/exit_code_test.cc.
#ifndef CROSSWALK_CLI_EXIT_CODE_H
#define CROSSWALK_CLI_EXIT_CODE_H

#include <algorithm>
#include <optional>

#include "crosswalk/result.h"

namespace crosswalk::cli {

/// How the command ended, the worse the higher. Signals end it with 128 and their number.
enum ExitCode : int { kDone = 0, kFound = 1, kWrongUse = 2, kFailed = 3, kBroken = 70 };

/// The code of an error of the library.
inline ExitCode code_of(ErrorKind kind) {
  if (kind == ErrorKind::kUsage) return kWrongUse;
  return kind == ErrorKind::kIo ? kFailed : kBroken;
}

/// Collects codes; the worst counts.
class Outcome {
 public:
  void note(ExitCode code) { worst_ = std::max(worst_, code); }
  [[nodiscard]] ExitCode worst() const { return worst_; }
  /// The process's exit code. `findings_exit` stands in for 1.
  [[nodiscard]] int exit_code(std::optional<int> findings_exit) const {
    return worst_ == kFound ? findings_exit.value_or(kFound) : static_cast<int>(worst_);
  }

 private:
  ExitCode worst_ = kDone;
};

}  // namespace crosswalk::cli

#endif  // CROSSWALK_CLI_EXIT_CODE_H
