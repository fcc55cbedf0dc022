// Internationalised host names.
#include "text/idn.h"

#include <gtest/gtest.h>

#include <string>

namespace crosswalk::text {
namespace {

TEST(Idn, TakesLabelsOfAnyScript) {
  for (const char* good : {"실례.테스트", "żółw.pl", "EXAMPLE.com", "xn--4gbwdl.xn--wgbh1c",
                           "bücher.de", "北京。中国", "faß.de"}) {
    EXPECT_TRUE(is_idn_hostname(good)) << good;
  }
}

TEST(Idn, RefusesWhatIsNoLabel) {
  for (const char* bad : {"", ".", "a.", "a..b", "-a", "a-", "a_b", "a b", "xn--X", "☃.net", "😀.pl",
                          "a\xCD\xB5.pl"}) {
    EXPECT_FALSE(is_idn_hostname(bad)) << bad;
  }
}

TEST(Idn, RefusesTheExceptionsThatIcuTakes) {
  for (const char* bad : {"\u302E실례.테스트", "실\u302E례", "あ\u3031あ", "a\u303Bb", "\u0640ب"}) {
    EXPECT_FALSE(is_idn_hostname(bad)) << bad;
  }
}

TEST(Idn, AsksForTheCompanyThatSomeCharactersNeed) {
  EXPECT_TRUE(is_idn_hostname("l\u00B7l"));
  EXPECT_FALSE(is_idn_hostname("a\u00B7l"));
  EXPECT_TRUE(is_idn_hostname("ア\u30FBイ"));
  EXPECT_FALSE(is_idn_hostname("a\u30FBb"));
}

TEST(Idn, CountsTheLengthInAscii) {
  std::string label;
  for (int i = 0; i < 70; ++i) label += "실";
  EXPECT_FALSE(is_idn_hostname(label + ".kr"));
  EXPECT_FALSE(is_idn_hostname(std::string(5000, 'a')));
}

TEST(Idn, TakesIllFormedTextForNoName) {
  EXPECT_FALSE(is_idn_hostname("a\xC3"));
}

}  // namespace
}  // namespace crosswalk::text
