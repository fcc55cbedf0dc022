// Of several exit codes the worst counts.
#include "exit_code.h"

#include <gtest/gtest.h>

namespace crosswalk::cli {
namespace {

TEST(Outcome, KeepsTheWorstWhateverTheOrder) {
  const ExitCode by_badness[] = {kDone, kFound, kWrongUse, kFailed, kBroken};
  for (const ExitCode first : by_badness) {
    for (const ExitCode second : by_badness) {
      Outcome outcome;
      outcome.note(first);
      outcome.note(second);
      EXPECT_EQ(outcome.worst(), std::max(first, second));
    }
  }
}

TEST(Outcome, ReplacesTheCodeOfFindingsOnly) {
  Outcome outcome;
  EXPECT_EQ(outcome.exit_code(9), 0);
  outcome.note(kFound);
  EXPECT_EQ(outcome.exit_code(9), 9);
  EXPECT_EQ(outcome.exit_code(std::nullopt), 1);
  outcome.note(kFailed);
  EXPECT_EQ(outcome.exit_code(9), 3);
}

TEST(CodeOf, FollowsTheKindOfError) {
  EXPECT_EQ(code_of(ErrorKind::kUsage), 2);
  EXPECT_EQ(code_of(ErrorKind::kIo), 3);
  EXPECT_EQ(code_of(ErrorKind::kBug), 70);
}

}  // namespace
}  // namespace crosswalk::cli
