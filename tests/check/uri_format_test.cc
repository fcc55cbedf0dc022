// URIs, IRIs and templates, case by case; each URI is an IRI, each of them a reference.
#include "check/uri_format.h"

#include <gtest/gtest.h>

namespace crosswalk::check {
namespace {

constexpr const char* kUris[] = {"https://a.pl/b?c=%20#d",
                                 "mailto:a@b",
                                 "http://user:pass@[::1]:80/",
                                 "http://[v1.a:b]",
                                 "http://[V1f.$b]",
                                 "a1+b.c-d:e",
                                 "urn:a:b",
                                 "file:///a",
                                 "a:",
                                 "http://a:/",
                                 "http://a?b/c?d"};
constexpr const char* kRelative[] = {"",    "a",  "a/b:c", "./a:b",   "/a",
                                     "//a", "?b", "#c",    "//a:80/b"};

TEST(UriFormat, TakesUrisAsAnyKindOfReference) {
  for (const char* uri : kUris) {
    EXPECT_TRUE(is_uri(uri)) << uri;
    EXPECT_TRUE(is_uri_reference(uri)) << uri;
    EXPECT_TRUE(is_iri(uri)) << uri;
    EXPECT_TRUE(is_iri_reference(uri)) << uri;
  }
}

TEST(UriFormat, TakesRelativeReferencesAsReferencesOnly) {
  for (const char* reference : kRelative) {
    EXPECT_FALSE(is_uri(reference)) << reference;
    EXPECT_TRUE(is_uri_reference(reference)) << reference;
    EXPECT_FALSE(is_iri(reference)) << reference;
    EXPECT_TRUE(is_iri_reference(reference)) << reference;
  }
}

TEST(UriFormat, RefusesWhatIsNoReference) {
  for (const char* bad : {":a",
                          "1a:b",
                          "a:b c",
                          "a:%2",
                          "a:%zz",
                          "a:<b>",
                          "a:b#c#d",
                          "a:[b]",
                          "http://[::1",
                          "http://[::1]a",
                          "http://[x]",
                          "http://a:b",
                          "http://a b",
                          "http://::1",
                          "\\\\a",
                          "a:b\n",
                          "http://[v.a]",
                          "a:%2g",
                          "http://[]",
                          "http://[v1]",
                          "http://[v1:a]",
                          "http://[v1.a%5D]",
                          "http://a b@c",
                          "a?b c",
                          "http://a/b c"}) {
    EXPECT_FALSE(is_uri_reference(bad)) << bad;
    EXPECT_FALSE(is_iri_reference(bad)) << bad;
  }
}

TEST(UriFormat, TakesLettersBeyondAsciiInIrisOnly) {
  for (const char* iri : {"http://żółw.pl/ż?ó#ł", "a:\xC3\xA9"}) {
    EXPECT_TRUE(is_iri(iri)) << iri;
    EXPECT_FALSE(is_uri(iri)) << iri;
  }
  EXPECT_FALSE(is_iri("a:\xC3")) << "ill-formed UTF-8";
}

TEST(UriFormat, KnowsTemplates) {
  for (const char* good :
       {"", "/a", "{a}", "/{a:3}/{b*}", "{?a,b.c}", "{+a}", "%20", "ż{%20a}", "{a_1}"}) {
    EXPECT_TRUE(is_uri_template(good)) << good;
  }
  for (const char* bad :
       {"{",     "}",   "{}", "{a",     "{a:0}", "{a:12345}", "{a:}",   "{a,}", "{.}",    "{a..b}",
        "{a b}", "a b", "%2", "{a*:3}", "\"",    "{%2}",      "{a:1x}", "{a.}", "{a,.b}", "\x7F"}) {
    EXPECT_FALSE(is_uri_template(bad)) << bad;
  }
}

}  // namespace
}  // namespace crosswalk::check
