// Cells under each other.
#include "report/aligned.h"

#include <gtest/gtest.h>

namespace crosswalk::report {
namespace {

TEST(Aligned, PutsCellsUnderEachOther) {
  EXPECT_EQ(aligned({{"a", "text", "x"}, {"long", "n", "y"}}),
            "  a     text  x\n  long  n     y\n");
}

TEST(Aligned, MeasuresWhatATerminalShows) {
  EXPECT_EQ(aligned({{"名", "1"}, {"ab", "2"}}), "  名  1\n  ab  2\n");
}

TEST(Aligned, LeavesNoBlanksAtTheEndsOfLines) {
  EXPECT_EQ(aligned({{"a", ""}, {"b"}}), "  a\n  b\n");
  EXPECT_EQ(aligned({}), "");
}

}  // namespace
}  // namespace crosswalk::report
