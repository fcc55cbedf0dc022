// Texts and paths in what programs read.
#include "report/printable.h"

#include <gtest/gtest.h>

namespace crosswalk::report {
namespace {

TEST(Printable, LeavesTextAndWhatJsonEscapesAlone) {
  EXPECT_EQ(printable("żółw\n\x1b"), "żółw\n\x1b");
}

TEST(Printable, ReplacesWhatSomeTerminalsObeyAndSomeReadersRefuse) {
  EXPECT_EQ(printable("a\xff\xc2\x9b\x7f"), "a\ufffd\ufffd␡");
}

TEST(UriOf, EncodesWhatAUriHasNoPlaceFor) {
  EXPECT_EQ(uri_of("data/a-b_c.~1.csv"), "data/a-b_c.~1.csv");
  EXPECT_EQ(uri_of("my file:ż%.csv"), "my%20file%3A%C5%BC%25.csv");
  EXPECT_EQ(uri_of("<stdin>"), "%3Cstdin%3E");
}

TEST(UriOf, MakesAFileUriOfAnAbsolutePath) {
  EXPECT_EQ(uri_of("/home/ann/a b.csv"), "file:///home/ann/a%20b.csv");
}

}  // namespace
}  // namespace crosswalk::report
