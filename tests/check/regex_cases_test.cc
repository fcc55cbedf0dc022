// Patterns and the texts that they match and do not, as ECMA-262 says, on every matcher that takes
// them: what Pattern chose, the automaton, RE2, and the engine for look-around.
#include <gtest/gtest.h>
#include <re2/re2.h>

#include <string>
#include <vector>

#include "check/regex.h"
#include "text/fallback_regex.h"

namespace crosswalk::check {
namespace {

struct Case {
  const char* pattern;
  std::vector<std::string> matched;
  std::vector<std::string> refused;
};

void expect_answer(const char* pattern, const std::string& text, bool expected) {
  const auto tree = parse_regex(pattern);
  ASSERT_TRUE(tree) << pattern;
  const auto compiled = Pattern::compile(pattern);
  ASSERT_TRUE(compiled) << pattern;
  EXPECT_EQ(compiled.value().matches(text), expected) << pattern << " on " << text;
  const auto fallback = text::FallbackRegex::compile(to_engine_text(tree.value()));
  ASSERT_TRUE(fallback) << pattern;
  EXPECT_EQ(fallback.value()->matches(text), expected) << pattern << " on " << text;
  const auto automaton = Automaton::from(tree.value());
  const auto told = automaton ? automaton->matches(text) : std::nullopt;
  if (told) {
    EXPECT_EQ(*told, expected) << pattern << " on " << text;
  }
  if (needs_backtracking(tree.value())) return;
  const RE2 engine(to_engine_text(tree.value()));
  EXPECT_EQ(RE2::PartialMatch(text, engine), expected) << pattern << " on " << text;
}

void expect_answers(const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    for (const std::string& text : one.matched) expect_answer(one.pattern, text, true);
    for (const std::string& text : one.refused) expect_answer(one.pattern, text, false);
  }
}

TEST(RegexCases, AnchorsAreTheEndsOfTheTextAndNotOfLines) {
  expect_answers({
      {"^a", {"a", "ab"}, {"", "ba", "\na"}},
      {"a$", {"a", "ba"}, {"", "ab", "a\n", "a\r\n"}},
      {"^$", {""}, {"\n", " ", "a"}},
      {"^", {"", "a", "\n"}, {}},
      {"$", {"", "a", "\n"}, {}},
      {"^a$|^b$", {"a", "b"}, {"ab", "a\nb", ""}},
      {"(^|,)x(,|$)", {"x", "a,x", "x,b", "a,x,b"}, {"ax", "xb", "a,xb", ""}},
      {"a^b", {}, {"ab", "a^b", "a\nb"}},
      {"a$b", {}, {"ab", "a$b", "a\nb"}},
  });
}

TEST(RegexCases, QuantifiersCountWhatTheyStandBehind) {
  expect_answers({
      {"^ab*$", {"a", "ab", "abbb"}, {"", "b", "aab", "abab"}},
      {"^ab+$", {"ab", "abb"}, {"a", "b", "abab"}},
      {"^ab?$", {"a", "ab"}, {"abb", "b", ""}},
      {"^a{2}$", {"aa"}, {"", "a", "aaa"}},
      {"^a{2,}$", {"aa", "aaa", "aaaaaaa"}, {"", "a"}},
      {"^a{2,3}$", {"aa", "aaa"}, {"a", "aaaa"}},
      {"^a{0}$", {""}, {"a"}},
      {"^a{0,1}$", {"", "a"}, {"aa"}},
      {"^(ab){2,3}$", {"abab", "ababab"}, {"ab", "abababab", "aabb", "abb"}},
      {"^(a|bc){2}$", {"aa", "abc", "bca", "bcbc"}, {"a", "bc", "bb", "aaa"}},
      {"^a*?b$", {"b", "aab"}, {"a", "ba"}},
      {"^a+?$", {"a", "aaa"}, {"", "ab"}},
      {"^a??$", {"", "a"}, {"aa"}},
      {"^a{1,2}?$", {"a", "aa"}, {"", "aaa"}},
      {"^(a*)*$", {"", "a", "aaaa"}, {"b", "ab"}},
      {"^(a?){3}$", {"", "a", "aa", "aaa"}, {"aaaa"}},
      {"^(a{2}){3}$", {"aaaaaa"}, {"aaaa", "aaaaa", "aaaaaaa"}},
      {"^(a{1,2}){2}$", {"aa", "aaa", "aaaa"}, {"a", "aaaaa"}},
  });
}

TEST(RegexCases, BracesThatAreNoQuantifierAreText) {
  expect_answers({
      {"^a{$", {"a{"}, {"a", "aa"}},
      {"^a{}$", {"a{}"}, {"a", ""}},
      {"^a{,2}$", {"a{,2}"}, {"", "a", "aa"}},
      {"^a{x}$", {"a{x}"}, {"ax"}},
      {"^a{1$", {"a{1"}, {"a"}},
      {"^a{1,$", {"a{1,"}, {"a"}},
      {"^a{1,2$", {"a{1,2"}, {"a", "aa"}},
      {"^}]$", {"}]"}, {"}", "]"}},
      {"^a\\{2\\}$", {"a{2}"}, {"aa"}},
  });
}

TEST(RegexCases, SetsHoldTheirRangesEndsIncluded) {
  expect_answers({
      {"^[b-d]$", {"b", "c", "d"}, {"a", "e", "B", "-", ""}},
      {"^[^b-d]$", {"a", "e", "-", "\n", "ż"}, {"b", "c", "d", ""}},
      {"^[-a]$", {"-", "a"}, {"b"}},
      {"^[a-]$", {"-", "a"}, {"b"}},
      {"^[a\\-c]$", {"-", "a", "c"}, {"b"}},
      {"^[\\]]$", {"]"}, {"\\", ""}},
      {"^[\\^a]$", {"^", "a"}, {"\\", "b"}},
      {"^[a^]$", {"^", "a"}, {"b"}},
      {"^[.*+?]$", {".", "*", "+", "?"}, {"a", "\\"}},
      {"^[[]$", {"["}, {"]"}},
      {"^[(|)]$", {"(", "|", ")"}, {"", "a"}},
      {"[]", {}, {"", "a", "]"}},
      {"^[^]$", {"a", "\n", "ż"}, {"", "ab"}},
      {"^[a-cx-z5]$", {"a", "c", "x", "z", "5"}, {"d", "w", "4", "6"}},
      {"^[\\d.]+$", {"1.5", "...", "0"}, {"1,5", "", "a"}},
      {"^[^\\d]$", {"a", " "}, {"0", "9"}},
      {"^[\\s\\S]$", {"a", "\n", "\u2028"}, {""}},
      {"^[\\b]$", {"\b"}, {"b", ""}},
      {"^[ą-ę]$", {"ą", "ć", "ę"}, {"a", "e", "ł", "\xC4"}},
  });
}

TEST(RegexCases, ClassesAreThoseOfTheStandard) {
  expect_answers({
      {"^\\d$", {"0", "9"}, {"/", ":", "a", "\u0663", ""}},
      {"^\\D$", {"/", ":", "a", "\u0663"}, {"0", "9", ""}},
      {"^\\w$", {"a", "z", "A", "Z", "0", "9", "_"}, {"-", "`", "{", "@", "[", "/", ":", "ż"}},
      {"^\\W$", {"-", "`", "{", "@", "[", "/", ":", "ż"}, {"a", "z", "A", "Z", "0", "9", "_"}},
      {"^\\s$",
       {" ", "\t", "\n", "\v", "\f", "\r", "\u00a0", "\u1680", "\u2000", "\u200a", "\u2028",
        "\u2029", "\u202f", "\u205f", "\u3000", "\ufeff"},
       {"", "a", "\b", "\x0e", "\x1f", "!", "\u0085", "\u180e", "\u200b", "\u2060"}},
      {"^\\S$", {"a", "\b", "\x0e", "\u0085", "\u200b"}, {" ", "\u00a0", "\u2029", "\ufeff"}},
      {"^.$", {"a", "\t", "\v", "\f", "\u0085", "ż", "😀"}, {"\n", "\r", "\u2028", "\u2029", ""}},
      {"^.*$", {"", "abc"}, {"a\nb", "\r"}},
  });
}

TEST(RegexCases, EscapesStandForTheirCharacter) {
  expect_answers({
      {"^\\t\\n\\v\\f\\r$", {"\t\n\v\f\r"}, {"tnvfr", ""}},
      {"^\\x41$", {"A"}, {"x41", "a"}},
      {"^\\x7e$", {"~"}, {"\x7F"}},
      {"^\\u0041$", {"A"}, {"u0041"}},
      {"^\\u017c$", {"ż"}, {"z", "Ż"}},
      {"^\\u{17C}$", {"ż"}, {"z"}},
      {"^\\u{1f600}$", {"😀"}, {"😁"}},
      {"^\\ud83d\\ude00$", {"😀"}, {"😁"}},
      {"^[\\ud83d\\ude00-\\ud83d\\ude02]$", {"😀", "😁", "😂"}, {"😃"}},
      {"^\\cA\\cz$", {"\x01\x1A"}, {"cAcz"}},
      {"^\\.\\*\\+\\?\\(\\)\\[\\]\\{\\}\\|\\^\\$\\\\\\/$", {".*+?()[]{}|^$\\/"}, {""}},
      {"^\\-\\@\\#$", {"-@#"}, {"\\-\\@\\#"}},
      {"^a\\0b$", {std::string("a\0b", 3)}, {"ab", "a0b"}},
  });
}

TEST(RegexCases, AlternativesAreTriedFromTheWholeSequence) {
  expect_answers({
      {"^(a|b|)c$", {"ac", "bc", "c"}, {"abc", ""}},
      {"^a|b|c$", {"ax", "xbx", "xc"}, {"xa", "cx", ""}},
      {"^(?:a|ab)(?:c|bcd)$", {"ac", "abc", "abcd", "abbcd"}, {"ab", "acd", "abbc"}},
      {"a||b", {"", "x"}, {}},
      {"^(|a)$", {"", "a"}, {"aa"}},
      {"^(?:yes|no|)$", {"yes", "no", ""}, {"y", "yesno", "Yes"}},
  });
}

TEST(RegexCases, WordBoundariesStandBesideWordCharactersOfAscii) {
  expect_answers({
      {"\\bcat\\b", {"cat", "a cat.", "-cat-"}, {"cats", "concat", "cat_", "1cat"}},
      {"\\Bcat", {"concat", "_cat"}, {"cat", "a cat"}},
      {"^\\b$", {}, {"", " "}},
      {"^\\B$", {""}, {"a"}},
  });
}

TEST(RegexCases, LookAroundTakesNoCharacters) {
  expect_answers({
      {"^(?=.*[0-9])(?=.*[a-z]).{4,}$", {"abc1", "1abc", "a1a1a"}, {"abcd", "1234", "a1"}},
      {"^(?!admin$)[a-z]+$", {"user", "admins", "admi"}, {"admin", "", "USER"}},
      {"^(?!.*--)[a-z-]+$", {"a-b", "-", "a-b-c"}, {"a--b", "--", ""}},
      {"(?<=\\$)[0-9]+", {"$5", "a$10"}, {"5", "$", "$a5"}},
      {"(?<!\\$)\\b[0-9]+", {"5", "a 10"}, {"$5", "a"}},
      {"^(?:(?!ab).)*$", {"", "ba", "a", "aa"}, {"ab", "xab", "aab", "\n"}},
  });
}

TEST(RegexCases, BackReferencesRepeatTheTextOfTheirGroup) {
  expect_answers({
      {"^(a|b)\\1$", {"aa", "bb"}, {"ab", "ba", "a"}},
      {"^(?:x)(a+)-\\1$", {"xa-a", "xaa-aa"}, {"xa-aa", "xaa-a"}},
      {"^(.)(.)\\2\\1$", {"abba", "aaaa"}, {"abab", "aba"}},
      {"^(['\"]).*\\1$", {"'a'", "\"a\"", "''"}, {"'a\"", "'"}},
  });
}

TEST(RegexCases, PropertiesAreThoseOfUnicode) {
  expect_answers({
      {"^\\p{L}+$", {"a", "żółw", "Ж"}, {"1", "a1", "", "-"}},
      {"^\\P{L}+$", {"1", "-", " "}, {"a", "ż"}},
      {"^\\p{Lu}\\p{Ll}*$", {"A", "Żółw"}, {"a", "AB", "ż"}},
      {"^[\\p{L}\\d]+$", {"a1", "ż9"}, {"-", "a-1"}},
      {"^[^\\p{L}]$", {"1", "-"}, {"a", "ż"}},
      {"^\\p{Nd}$", {"5", "\u0663"}, {"a", "\u2167"}},
  });
}

TEST(RegexCases, PatternsOfDataMatchTheirData) {
  expect_answers({
      {"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
       {"2024-02-29", "0000-99-99"},
       {"2024-2-29", "2024-02-299", " 2024-02-29", "2024/02/29", ""}},
      {"^(0|[1-9][0-9]*)(\\.[0-9]{1,2})?$",
       {"0", "10", "0.5", "12.34"},
       {"", "01", ".5", "1.", "1.234", "-1"}},
      {"^\\+[1-9][0-9]{6,14}$",
       {"+1234567", "+123456789012345"},
       {"+123456", "+1234567890123456", "+0234567", "1234567"}},
      {"^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$",
       {"PL61109010140000071219812874", "GB29NWBK60161331926819"},
       {"PL611", "pl61109010140000071219812874", "P161109010140000071"}},
      {"^[a-z0-9]+(-[a-z0-9]+)*$", {"a", "a-b", "a1-2b-c"}, {"", "-a", "a-", "a--b", "A"}},
      {"^[^\\s@]+@[^\\s@]+\\.[^\\s@]{2,}$",
       {"a@b.pl", "żółw@poczta.pl"},
       {"a@b", "a@b.c", "a b@c.pl", "a@@b.pl", "a@b.pl\n"}},
      {"^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$",
       {"#fff", "#A0b1C2"},
       {"#ffff", "fff", "#ggg", "#fffffff", "#"}},
      {"^(txt|num|date)_[a-z_]{1,10}$",
       {"txt_a", "num___", "date_abcdefghij"},
       {"txt_", "bool_a", "date_abcdefghijk", "txt_A"}},
  });
}

TEST(RegexCases, WhatIsNoPatternIsRefusedWithItsPlace) {
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"a**", "nothing to repeat at character 3"},
      {"a|*", "nothing to repeat at character 3"},
      {"(+a)", "nothing to repeat at character 2"},
      {"a{1}*", "nothing to repeat at character 5"},
      {"a{2}{3}", "nothing to repeat at character 5"},
      {"x|{2}", "nothing to repeat at character 3"},
      {"(?i:a)", "nothing to repeat at character 2"},
      {"ż)", "a ) without ( at character 2"},
      {"((a)", "a ( without ) at character 5"},
      {"[^", "a [ without ] at character 3"},
      {"[b-a]", "a range out of order at character 5"},
      {"[a-\\d]", "a range out of order at character 6"},
      {"a{2,1}", "a repeat whose bounds are out of order at character 7"},
      {"\\q", "an unknown escape at character 2"},
      {"\\xg0", "a hexadecimal digit is missing at character 3"},
      {"\\u{110000}", "a bad \\u{...} at character 10"},
      {"\\pL", "\\p without { at character 3"},
      {"\\p{L", "a property name without } at character 5"},
      {"(?<a", "a group name without > at character 5"},
  };
  for (const auto& [pattern, words] : cases) {
    const auto tree = parse_regex(pattern);
    ASSERT_FALSE(tree) << pattern;
    EXPECT_EQ(tree.error().message, std::string(words) + " of the pattern") << pattern;
    EXPECT_EQ(tree.error().kind, ErrorKind::kUsage) << pattern;
  }
}

TEST(RegexCases, GroupsMayBeNestedAHundredDeep) {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '(') + 'a' + std::string(depth, ')');
  };
  EXPECT_TRUE(parse_regex(nested(100)));
  EXPECT_FALSE(parse_regex(nested(101)));
  EXPECT_TRUE(parse_regex(nested(99) + nested(99))) << "beside each other they are not nested";
}

// Each repeat counts for its greatest number, else for its least.
TEST(RegexCases, ARepeatMayBeWrittenOutToHalfAMillion) {
  for (const char* good : {"a{500000}", "(a{1000}){500}", "(ab){250000}", "a{0,500000}"}) {
    EXPECT_LE(written_out_size(parse_regex(good).value()), 500'000U) << good;
  }
  for (const char* bad : {"a{500001}", "(a{1000}){501}", "ba{500000}", "a{0,500001}"}) {
    EXPECT_FALSE(Pattern::compile(bad)) << bad;
  }
}

TEST(RegexCases, TheRequiredByteIsTheRarestThatEveryMatchHolds) {
  const auto required = [](const char* pattern) {
    const auto byte = Pattern::compile(pattern).value().required_byte();
    return byte ? std::string(1, *byte) : std::string("none");
  };
  EXPECT_EQ(required("^[a-z]+@[a-z]+$"), "none") << "a shape needs no search beforehand";
  EXPECT_EQ(required("[a-z]+@[a-z]+\\.x"), "@");
  EXPECT_EQ(required("a_b,c d"), "_") << "what is rarer in data";
  EXPECT_EQ(required("ab9"), "b") << "letters and digits only where nothing else is there";
  EXPECT_EQ(required("(x-|y-)z?q"), "-");
  EXPECT_EQ(required("(x-|y+)z?"), "none");
  EXPECT_EQ(required("(,a)+b*"), ",");
  EXPECT_EQ(required("(,a)*b{2}c?"), "b");
  EXPECT_EQ(required(",{0}bc"), "c");
  EXPECT_EQ(required("ż+"), "none");
  EXPECT_EQ(required("[,]"), ",") << "a shape of one byte";
}

TEST(RegexCases, TheFixedStartEndsWhereTheTextVaries) {
  const auto start = [](const char* pattern) { return Pattern::compile(pattern).value().start(); };
  EXPECT_EQ(start("^abc$"), "abc");
  EXPECT_EQ(start("^ab+c"), "a");
  EXPECT_EQ(start("^ab?c"), "a");
  EXPECT_EQ(start("^(ab)(c|d)"), "ab");
  EXPECT_EQ(start("^(a(b[cd])e)f"), "ab") << "what stands behind what varies does not count";
  EXPECT_EQ(start("^a|^b"), "");
  EXPECT_EQ(start("^\\x41\\u0042[c]"), "ABc");
  EXPECT_EQ(start("^aż"), "a");
  EXPECT_EQ(start("^"), "");
}

}  // namespace
}  // namespace crosswalk::check
