// Which tag closes which, strictly and mended.
#include "layout/xml_nesting.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace crosswalk::layout {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

XmlNesting nested(std::string_view text, std::uint32_t max_depth = 10) {
  return nest(scan_xml(text), text.size(), {"n", "m"}, max_depth);
}

std::string stop_of(std::string_view text, std::uint32_t max_depth = 10) {
  const XmlNesting nesting = nested(text, max_depth);
  if (!nesting.stop) return "";
  constexpr const char* kKinds[] = {"text", "mismatch", "syntax", "depth"};
  return kKinds[static_cast<std::size_t>(nesting.stop->kind)] + std::string(" ") +
         std::to_string(nesting.stop->offset);
}

TEST(XmlNesting, LeavesWellFormedTextAlone) {
  const XmlNesting nesting = nested("<n><n>1</n><m/></n> <!-- end -->");
  EXPECT_FALSE(nesting.stop);
  EXPECT_THAT(nesting.mended, IsEmpty());
}

TEST(XmlNesting, TakesAKnownOpeningTagForTheClosingOne) {
  EXPECT_THAT(nested("<a><n>2<n><m>1<m></a>").mended, ElementsAre(2U, 4U));
  EXPECT_EQ(stop_of("<a><n>2<n><m>1<m></a>"), "");
}

TEST(XmlNesting, TellsWhatItCannotMend) {
  EXPECT_EQ(stop_of("<a><x>2<x></a>"), "mismatch 10") << "x is not known";
  EXPECT_EQ(stop_of("<a><n>2<n b=\"1\"></a>"), "mismatch 16");
  EXPECT_EQ(stop_of("<a><b></a>"), "mismatch 6");
  EXPECT_EQ(stop_of("</a>"), "mismatch 0");
  EXPECT_EQ(stop_of("<a><b></b>"), "syntax 10");
  EXPECT_EQ(stop_of("<a/><b/>"), "syntax 4");
  EXPECT_EQ(stop_of("<a/> x"), "syntax 5");
}

TEST(XmlNesting, StopsAtTheLimitOfDepth) {
  EXPECT_EQ(stop_of("<a><b><c/></b></a>", 3), "");
  EXPECT_EQ(stop_of("<a><b><c/></b></a>", 2), "depth 6");
}

}  // namespace
}  // namespace crosswalk::layout
