// Damage of texts, and cells in forms of their own, held against patterns that say the same.
#include <gtest/gtest.h>
#include <re2/re2.h>

#include <string>
#include <vector>

#include "check/cell_form.h"
#include "check/text_rules.h"
#include "support/random_text.h"

namespace crosswalk::check {
namespace {

TEST(TextCases, SpreadsheetNumbersAreDigitsPointDigitsAndAnExponent) {
  const RE2 twin(R"(^[0-9]+\.[0-9]+E\+[0-9]+$)", RE2::Quiet);
  tests::RandomText random(11, {"0", "9", "48.", ".", "E", "E+", "E+1", "e+", " "});
  int numbers = 0;
  for (int round = 0; round < 60000; ++round) {
    const std::string text = random.next(6);
    const bool expected = RE2::FullMatch(text, twin);
    ASSERT_EQ(is_spreadsheet_number(text), expected) << text;
    numbers += expected ? 1 : 0;
  }
  EXPECT_GT(numbers, 30);
}

TEST(TextCases, BlankEndsAreBlanksTabsAndNoBreakSpaces) {
  for (const std::string blank : {" ", "\t", "\u00a0"}) {
    EXPECT_TRUE(has_blank_end(blank));
    EXPECT_TRUE(has_blank_end(blank + "a"));
    EXPECT_TRUE(has_blank_end("a" + blank));
    EXPECT_FALSE(has_blank_end("a" + blank + "b"));
  }
  for (const char* other : {"\n", "\r", "\u2003", "\u00a1", "\xC2", "\xA0", "a", "\v"})
    EXPECT_FALSE(has_blank_end(other)) << other;
}

TEST(TextCases, TrimmingTakesBlanksAndTabsOffBothEnds) {
  const std::pair<const char*, const char*> cases[] = {{"", ""},
                                                       {" ", ""},
                                                       {" \t ", ""},
                                                       {"a", "a"},
                                                       {" a", "a"},
                                                       {"a\t", "a"},
                                                       {"\t a b\t ", "a b"},
                                                       {"\na\n", "\na\n"},
                                                       {"\u00a0a", "\u00a0a"}};
  for (const auto& [text, expected] : cases) EXPECT_EQ(trim_blanks(text), expected) << text;
}

TEST(TextCases, AMarkBetweenLettersIsALostCharacterOutsideOfUrls) {
  const RE2 between(R"([A-Za-z\x80-\xFF]\?[A-Za-z\x80-\xFF])", RE2::Latin1);
  tests::RandomText random(13, {"a", "Z", "\u017c", "?", "?", "1", " ", "://", ":", "@"});
  int lost = 0;
  for (int round = 0; round < 40000; ++round) {
    const std::string text = random.next(6);
    const bool expected = RE2::PartialMatch(text, between) && text.find("://") == std::string::npos;
    ASSERT_EQ(has_lost_character(text), expected) << text;
    ASSERT_GE(may_have_lost_characters(text), has_lost_character(text)) << text;
    lost += expected ? 1 : 0;
  }
  EXPECT_GT(lost, 500);
  EXPECT_TRUE(has_lost_character("http://a \uFFFD")) << "in a URL too";
}

TEST(TextCases, FormulasBeginWithASignThatIsNoNumbers) {
  const RE2 fine(R"(^[+-](?:[0-9 .,()/-]*[0-9][0-9 .,()/-]*|[0-9 .,()/-]*[0-9][eE][+-]?[0-9]+)?$)");
  tests::RandomText random(17, {"1", "20", "e", "E+", "-", "+", ".", ",", " ", "(", ")", "/", "A"});
  int formulas = 0;
  for (int round = 0; round < 40000; ++round) {
    const std::string text = random.next(5);
    for (const char* sign : {"+", "-"}) {
      const bool expected = !RE2::FullMatch(sign + text, fine);
      ASSERT_EQ(is_formula(sign + text), expected) << sign << text;
      formulas += expected ? 1 : 0;
    }
    ASSERT_TRUE(is_formula('=' + text));
    ASSERT_TRUE(is_formula('@' + text));
    ASSERT_FALSE(is_formula('a' + text));
    ASSERT_FALSE(is_formula(' ' + text));
  }
  EXPECT_GT(formulas, 10000);
}

std::string usual(const format::CellForm& form, std::string_view text) {
  std::string scratch;
  const auto found = usual_form(form, text, scratch);
  return found ? std::string(*found) : "not of the form";
}

// Marks of numbers, and the pattern of what they let stand.
TEST(TextCases, NumbersOfAFormAreGroupedByThreesOrNotAtAll) {
  struct Case {
    const char* decimal;
    const char* group;
    const char* pattern;
  };
  for (const auto& [decimal, group, pattern] :
       {Case{",", "", R"(-?[0-9]+(,[0-9]+)?)"},
        Case{",", ".", R"(-?([0-9]+|[0-9]{1,3}(\.[0-9]{3})+)(,[0-9]+)?)"},
        Case{"", "'", R"(-?([0-9]+|[0-9]{1,3}('[0-9]{3})+)(\.[0-9]+)?)"},
        Case{".", ",", R"(-?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]+)?)"},
        Case{",", " ", R"(-?([0-9]+|[0-9]{1,3}( [0-9]{3})+)(,[0-9]+)?)"}}) {
    format::CellForm form;
    form.decimal = decimal;
    form.group = group;
    const RE2 twin(pattern);
    tests::RandomText random(19, {"1", "23", "456", ",", ".", "'", " ", "-", "0"});
    int numbers = 0;
    for (int round = 0; round < 30000; ++round) {
      const std::string text = random.next(6);
      if (text.empty()) continue;
      const std::string found = usual(form, text);
      const bool expected = RE2::FullMatch(text, twin);
      ASSERT_EQ(found != "not of the form", expected) << pattern << " on " << text;
      if (!expected) continue;
      ++numbers;
      std::string plain = text;
      if (*group != '\0') std::erase(plain, *group);
      if (*decimal != '\0') std::replace(plain.begin(), plain.end(), *decimal, '.');
      ASSERT_EQ(found, plain) << pattern << " on " << text;
    }
    EXPECT_GT(numbers, 1000) << pattern;
  }
}

TEST(TextCases, DatesOfAFormHaveItsDigitsInItsOrder) {
  struct Case {
    const char* form;
    const char* pattern;
  };
  for (const auto& [date, pattern] :
       {Case{"DD.MM.YYYY", R"((?P<d>[0-9]{2})\.(?P<m>[0-9]{2})\.(?P<y>[0-9]{4}))"},
        Case{"D.M.YYYY", R"((?P<d>[0-9]{1,2})\.(?P<m>[0-9]{1,2})\.(?P<y>[0-9]{4}))"},
        Case{"DDMMYYYY", R"((?P<d>[0-9]{2})(?P<m>[0-9]{2})(?P<y>[0-9]{4}))"}}) {
    format::CellForm form;
    form.date = date;
    const RE2 twin(pattern);
    tests::RandomText random(23, {"1.", "02.", "31", "12", "1990", "990", ".", "-"});
    int dates = 0;
    for (int round = 0; round < 60000; ++round) {
      const std::string text = random.next(4);
      std::string day;
      std::string month;
      std::string year;
      if (text.empty()) continue;
      const bool expected = RE2::FullMatch(text, twin, &day, &month, &year);
      const auto two = [](const std::string& digits) {
        return digits.size() == 1 ? '0' + digits : digits;
      };
      ASSERT_EQ(usual(form, text),
                expected ? year + '-' + two(month) + '-' + two(day) : "not of the form")
          << date << " on " << text;
      dates += expected ? 1 : 0;
    }
    EXPECT_GT(dates, 50) << date;
  }
}

TEST(TextCases, ACellIsOfItsFormOrAText) {
  std::string scratch;
  format::CellForm form;
  form.decimal = ",";
  form.none = {"-", "n/a"};
  const auto kind = [&](format::As as, std::string_view text) {
    return cell_value(&form, as, text, scratch).kind;
  };
  EXPECT_EQ(kind(format::As::kNumber, "1,5"), json::Kind::kNumber);
  EXPECT_EQ(kind(format::As::kInteger, "15"), json::Kind::kNumber);
  EXPECT_EQ(kind(format::As::kNumber, "1.5"), json::Kind::kString);
  EXPECT_EQ(kind(format::As::kNumber, "007"), json::Kind::kString) << "no number of JSON";
  EXPECT_EQ(kind(format::As::kNumber, "-"), json::Kind::kString) << "it means nothing";
  EXPECT_EQ(cell_value(&form, format::As::kNumber, "-", scratch).text, "");
  EXPECT_EQ(cell_value(&form, format::As::kNumber, "1.5", scratch).text, "1.5");
  EXPECT_EQ(cell_value(nullptr, format::As::kNumber, "1.5", scratch).kind, json::Kind::kNumber);
  EXPECT_EQ(cell_value(nullptr, format::As::kNumber, "-", scratch).text, "-");
}

TEST(TextCases, WritingADateKeepsWhatTheFormCanSay) {
  format::CellForm form;
  form.date = "D/M/YYYY hh:mm:ss";
  EXPECT_EQ(in_form(form, "1990-02-01T08:05:09"), "1/2/1990 08:05:09");
  EXPECT_EQ(in_form(form, "1990-12-31T00:00:00"), "31/12/1990 00:00:00");
  EXPECT_EQ(in_form(form, "1990-10-20T10:00:00"), "20/10/1990 10:00:00");
  form.date = "YYYY.MM.DD hh:mm";
  EXPECT_EQ(in_form(form, "1990-02-01T08:05:00"), "1990.02.01 08:05");
  EXPECT_EQ(in_form(form, "1990-02-01T08:05:09"), "1990-02-01T08:05:09") << "seconds would be lost";
  form.date = "YYYY-MM-DD";
  EXPECT_EQ(in_form(form, "1990-02-01"), "1990-02-01");
}

}  // namespace
}  // namespace crosswalk::check
