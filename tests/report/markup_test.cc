// Texts between tags and in attributes.
#include "report/markup.h"

#include <gtest/gtest.h>

namespace crosswalk::report {
namespace {

TEST(MarkupTest, NoTextCanOpenATagOrEndAnAttribute) {
  EXPECT_EQ(markup("<b>&\"x'"), "&lt;b&gt;&amp;&quot;x'");
  EXPECT_EQ(markup("Zażółć 漢"), "Zażółć 漢");
}

TEST(MarkupTest, WhatXmlHasNoPlaceForBecomesVisible) {
  EXPECT_EQ(markup(std::string_view("\0\x1b\x7f", 3)), "␀␛␡");
  EXPECT_EQ(markup("\xEF\xBF\xBE\xFF"), "\xEF\xBF\xBD\xEF\xBF\xBD");
}

}  // namespace
}  // namespace crosswalk::report
