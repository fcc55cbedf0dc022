// References made whole; the examples are those of RFC 3986, section 5.4.
#include "format/uri.h"

#include <gtest/gtest.h>

#include <string>

namespace crosswalk::format {
namespace {

TEST(Uri, ResolvesWhatTheRfcPrints) {
  const std::pair<const char*, const char*> kExamples[] = {
      {"g:h", "g:h"},
      {"g", "http://a/b/c/g"},
      {"./g", "http://a/b/c/g"},
      {"g/", "http://a/b/c/g/"},
      {"/g", "http://a/g"},
      {"//g", "http://g"},
      {"?y", "http://a/b/c/d;p?y"},
      {"g?y", "http://a/b/c/g?y"},
      {"#s", "http://a/b/c/d;p?q#s"},
      {"g#s", "http://a/b/c/g#s"},
      {"g;x=1/../y", "http://a/b/c/y"},
      {"", "http://a/b/c/d;p?q"},
      {".", "http://a/b/c/"},
      {"..", "http://a/b/"},
      {"../g", "http://a/b/g"},
      {"../../../g", "http://a/g"},
      {"/./g", "http://a/g"},
      {"g.", "http://a/b/c/g."},
      {"..g", "http://a/b/c/..g"},
      {"./g/.", "http://a/b/c/g/"},
      {"g?y/../x", "http://a/b/c/g?y/../x"},
  };
  for (const auto& [reference, whole] : kExamples) {
    EXPECT_EQ(resolve_uri("http://a/b/c/d;p?q", reference), whole) << reference;
  }
}

TEST(Uri, ResolvesWithoutABaseOrAPath) {
  EXPECT_EQ(resolve_uri("", "d.json#/a"), "d.json#/a");
  EXPECT_EQ(resolve_uri("", "#/a"), "#/a");
  EXPECT_EQ(resolve_uri("http://a", "b"), "http://a/b");
  EXPECT_EQ(resolve_uri("http://a/b", "c/d:e"), "http://a/c/d:e");
  EXPECT_EQ(resolve_uri("a", "../g"), "g");
  EXPECT_EQ(resolve_uri("a", "./g"), "g");
  EXPECT_EQ(resolve_uri("a/b", "."), "a/");
  EXPECT_EQ(resolve_uri("a", "."), "");
  EXPECT_EQ(resolve_uri("a", ".."), "");
  EXPECT_EQ(resolve_uri("urn:a:b", "#c"), "urn:a:b#c");
}

TEST(Uri, CutsTheFragmentOff) {
  EXPECT_EQ(split_fragment("a#b").first, "a");
  EXPECT_EQ(split_fragment("a#b").second, "b");
  EXPECT_EQ(split_fragment("a").first, "a");
  EXPECT_EQ(split_fragment("a").second, "");
}

TEST(Uri, DecodesTriplesAndLeavesTheRest) {
  EXPECT_EQ(decode_percent("%25%7e%"), "%~%");
  EXPECT_EQ(decode_percent("%g1%2"), "%g1%2");
}

TEST(Uri, WritesPathsSoThatTheyCanBeReadBack) {
  const std::string path = "/a b/ż%#?.json";
  const std::string uri = file_uri(path);
  EXPECT_EQ(uri, "file:///a%20b/%C5%BC%25%23%3F.json");
  EXPECT_EQ("file://" + path, decode_percent(uri));
}

}  // namespace
}  // namespace crosswalk::format
