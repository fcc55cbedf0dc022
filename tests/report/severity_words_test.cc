// Severities and their words go there and back.
#include "report/severity_words.h"

#include <gtest/gtest.h>

namespace crosswalk::report {
namespace {

TEST(SeverityWords, GoThereAndBack) {
  for (const Severity severity :
       {Severity::kOff, Severity::kInfo, Severity::kWarning, Severity::kError}) {
    EXPECT_EQ(severity_of(severity_word(severity)), severity);
  }
  EXPECT_EQ(severity_of("Error"), std::nullopt);
  EXPECT_EQ(severity_of(""), std::nullopt);
}

}  // namespace
}  // namespace crosswalk::report
