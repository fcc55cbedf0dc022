// Names and addresses of machines, case by case.
#include "check/host_format.h"

#include <gtest/gtest.h>

#include <string>

namespace crosswalk::check {
namespace {

TEST(HostFormat, KnowsIpv4) {
  EXPECT_TRUE(is_ipv4("127.0.0.1"));
  for (const char* bad : {"256.0.0.1", "1.2.3", "1.2.3.4.5", "01.2.3.4", "1.2.3.a", "1..3.4"}) {
    EXPECT_FALSE(is_ipv4(bad)) << bad;
  }
}

TEST(HostFormat, KnowsIpv6) {
  for (const char* good : {"::", "::1", "1::", "1:2:3:4:5:6:7:8", "::ffff:10.0.0.1", "1:2::7:8"}) {
    EXPECT_TRUE(is_ipv6(good)) << good;
  }
  for (const char* bad : {"", ":", "1", ":::", "1::2::3", "1:2:3:4:5:6:7:8:9",
                          "12345::", "1:2:3:4:5:6:7::8", "::1.2.3", "1.2.3.4::", "g::"}) {
    EXPECT_FALSE(is_ipv6(bad)) << bad;
  }
}

TEST(HostFormat, KnowsHostnamesByTheirLabels) {
  const std::string longest_label(63, 'a');
  for (const std::string& good : {std::string("a"), std::string("www.example.com"),
                                  std::string("3com.com"), std::string("a--b.c"), longest_label}) {
    EXPECT_TRUE(is_hostname(good)) << good;
  }
  for (const std::string& bad :
       {std::string(), std::string("."), std::string("a."), std::string("a..b"), std::string("-a"),
        std::string("a-"), std::string("a_b"), std::string("a b"), longest_label + 'a'}) {
    EXPECT_FALSE(is_hostname(bad)) << bad;
  }
}

TEST(HostFormat, LetsAHostnameHave253Characters) {
  const std::string quarter = std::string(63, 'a') + '.';
  const std::string longest = quarter + quarter + quarter + std::string(61, 'a');
  EXPECT_TRUE(is_hostname(longest));
  EXPECT_FALSE(is_hostname(longest + 'a'));
}

TEST(HostFormat, LooksIntoPunycode) {
  EXPECT_TRUE(is_hostname("xn--4gbwdl.xn--wgbh1c"));
  EXPECT_TRUE(is_hostname("XN--4GBWDL"));
  EXPECT_FALSE(is_hostname("xn--X"));
}

TEST(HostFormat, LeavesOtherScriptsToIdnHostnames) {
  EXPECT_FALSE(is_hostname("żółw.pl"));
  EXPECT_TRUE(is_idn_hostname("żółw.pl"));
}

}  // namespace
}  // namespace crosswalk::check
