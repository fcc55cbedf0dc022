// Numbers, kinds and canonical texts at their bounds, and held against plain arithmetic.
#include "check/value.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "check_support.h"

namespace crosswalk::check {
namespace {

using format::As;
using json::Kind;

TEST(ValueCases, SmallIntegersHaveUpToEighteenDigits) {
  EXPECT_EQ(small_integer("0"), 0);
  EXPECT_EQ(small_integer("-0"), 0);
  EXPECT_EQ(small_integer("7"), 7);
  EXPECT_EQ(small_integer("-7"), -7);
  EXPECT_EQ(small_integer("90"), 90);
  EXPECT_EQ(small_integer("999999999999999999"), 999'999'999'999'999'999);
  EXPECT_EQ(small_integer("-999999999999999999"), -999'999'999'999'999'999);
  for (const char* other : {"", "-", "1000000000000000000", "-1000000000000000000", "1.0", "1e2",
                            "1E2", "+1", " 1", "1 ", "a", "--1", "1-", ":", "/"}) {
    EXPECT_FALSE(small_integer(other)) << other;
  }
}

TEST(ValueCases, IntegersHaveNoZeroInFrontNoPointAndNoExponent) {
  for (const char* good : {"0", "-0", "7", "10", "-10", "123456789012345678901234567890"})
    EXPECT_TRUE(is_integer(good)) << good;
  for (const char* bad : {"", "-", "00", "01", "-01", "7.0", "7e0", "7E0", "+7", " 7", "7 ", "a",
                          "0x7", "1,000", "--7", "\u0667"}) {
    EXPECT_FALSE(is_integer(bad)) << bad;
  }
}

TEST(ValueCases, NumbersAreThoseOfJson) {
  for (const char* good : {"0", "-0", "0.0", "1.5", "-1.5e3", "1E+2", "1e-2", "0e0", "1e308",
                           "-1e308", "0.000000000000000000001"})
    EXPECT_TRUE(is_number(good)) << good;
  for (const char* bad :
       {"",    "-",        ".",   ".5",  "5.",    "1.e1",   "1e",   "1e+", "1.5.5", "01",  "+1",
        "1_0", "Infinity", "NaN", "nan", "1e309", "1e-400", "0x10", " 1",  "1 ",    "1\n", "e1"}) {
    EXPECT_FALSE(is_number(bad)) << bad;
  }
}

std::string order_of(const std::string& number, const std::string& limit) {
  const auto order = compare(scalar(Kind::kNumber, number), make_number(limit));
  return order < 0 ? "<" : order > 0 ? ">" : "=";
}

TEST(ValueCases, NumbersAreComparedByValueHoweverTheyAreSpelt) {
  const std::vector<std::vector<std::string>> ascending = {
      {"-1e300"},
      {"-1000000000000000000", "-1e18"},
      {"-999999999999999999"},
      {"-2", "-2.0", "-20e-1"},
      {"-1.5", "-15e-1"},
      {"-1e-300"},
      {"0", "-0", "0.0", "0e5", "-0.0e-9"},
      {"1e-300"},
      {"0.1", "1e-1", "0.10"},
      {"1", "1.0", "10e-1", "0.1e1"},
      {"1.0000000000000000000000001"},
      {"9007199254740992"},
      {"9007199254740993", "9007199254740993.0"},
      {"999999999999999999"},
      {"1000000000000000000", "1e18", "1.0E+18"},
      {"1000000000000000001"},
      {"1e300", "10e299"},
  };
  for (std::size_t a = 0; a < ascending.size(); ++a) {
    for (std::size_t b = 0; b < ascending.size(); ++b) {
      for (const std::string& number : ascending[a]) {
        for (const std::string& limit : ascending[b])
          EXPECT_EQ(order_of(number, limit), a < b   ? "<"
                                             : a > b ? ">"
                                                     : "=")
              << number << ' ' << limit;
      }
    }
  }
}

// A number of up to three digits before and behind the point, as thousandths.
struct Thousandths {
  int count;
  [[nodiscard]] std::string text() const {
    const int size = count < 0 ? -count : count;
    std::string behind = std::to_string(1000 + size % 1000).substr(1);
    while (!behind.empty() && behind.back() == '0') behind.pop_back();
    return (count < 0 ? "-" : "") + std::to_string(size / 1000) + (behind.empty() ? "" : ".") +
           behind;
  }
};

TEST(ValueCases, BoundsSayWhatArithmeticSays) {
  std::mt19937 random(41);
  const auto some = [&random] {
    return Thousandths{(static_cast<int>(random() % 41) - 20) * (random() % 2 == 0 ? 250 : 1000)};
  };
  for (int round = 0; round < 3000; ++round) {
    const Thousandths limit = some();
    const Thousandths value = some();
    const auto passes = [&](const char* keyword) {
      return rules_on(std::string("{\"") + keyword + "\": " + limit.text() + '}', value.text())
          .empty();
    };
    ASSERT_EQ(passes("minimum"), value.count >= limit.count) << value.text() << limit.text();
    ASSERT_EQ(passes("maximum"), value.count <= limit.count) << value.text() << limit.text();
    ASSERT_EQ(passes("exclusiveMinimum"), value.count > limit.count);
    ASSERT_EQ(passes("exclusiveMaximum"), value.count < limit.count);
    if (limit.count <= 0) continue;
    ASSERT_EQ(passes("multipleOf"), value.count % limit.count == 0)
        << value.text() << ' ' << limit.text();
  }
}

// Lengths are code points: letters of one to four bytes on both sides of every limit.
TEST(ValueCases, LengthsCountCodePoints) {
  for (const char* letter : {"a", "\u017c", "\u65e5", "\U0001F600", R"(\u017c)"}) {
    for (std::size_t length = 0; length <= 9; ++length) {
      std::string text;
      for (std::size_t i = 0; i < length; ++i) text += letter;
      text = '"' + text + '"';
      for (std::size_t limit = 0; limit <= 10; ++limit) {
        const std::string number = std::to_string(limit);
        EXPECT_EQ(rules_on(R"({"minLength": )" + number + '}', text).empty(), length >= limit)
            << text << limit;
        EXPECT_EQ(rules_on(R"({"maxLength": )" + number + '}', text).empty(), length <= limit)
            << text << limit;
      }
    }
  }
}

// Enums of up to four texts are searched in another way than longer ones.
TEST(ValueCases, EnumsOfAnyLengthHoldTheirTextsOnly) {
  for (std::size_t count = 1; count <= 12; ++count) {
    std::string list;
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < count; ++i) {
      texts.push_back(std::string(i % 3, 'x') + static_cast<char>('a' + i));
      list += (i == 0 ? "\"" : ",\"") + texts.back() + '"';
    }
    const auto compiled = compile(R"({"enum": [)" + list + "]}");
    for (const std::string& text : texts) {
      EXPECT_TRUE(judge(*compiled, '"' + text + '"').good) << text;
      for (const std::string& other :
           {text + 'a', 'x' + text + 'x', text.substr(1) + 'z', text + ' '})
        EXPECT_FALSE(judge(*compiled, '"' + other + '"').good) << other;
    }
    EXPECT_FALSE(judge(*compiled, R"("")").good);
  }
}

TEST(ValueCases, CellsHaveTheKindOfTheirColumn) {
  const auto kinds = [](std::string_view text) {
    std::string told;
    for (const As as : {As::kNone, As::kText, As::kNumber, As::kInteger, As::kBoolean, As::kFlag,
                        As::kUnix, As::kDate, As::kDateTime}) {
      constexpr std::string_view kLetters = "nftNS";
      const Kind kind = kind_of_cell(as, text);
      told += kind == Kind::kString ? '-' : kLetters[static_cast<std::size_t>(kind)];
    }
    return told;
  };
  EXPECT_EQ(kinds(""), "---------");
  EXPECT_EQ(kinds("0"), "--NN-NN--");
  EXPECT_EQ(kinds("1"), "--NN-NN--");
  EXPECT_EQ(kinds("2"), "--NN--N--");
  EXPECT_EQ(kinds("-1"), "--NN--N--");
  EXPECT_EQ(kinds("01"), "---------");
  EXPECT_EQ(kinds("true"), "----t----");
  EXPECT_EQ(kinds("false"), "----f----");
  EXPECT_EQ(kinds("True"), "---------");
  EXPECT_EQ(kinds("null"), "---------");
  EXPECT_EQ(kinds("2024-02-29"), "---------");
  EXPECT_EQ(kinds(" 1"), "---------");
}

TEST(ValueCases, CanonicalTextsOfNumbersAreEqualWhereTheirValuesAre) {
  std::mt19937 random(43);
  int equal = 0;
  const auto some = [&random] {
    std::string text = random() % 3 == 0 ? "-" : "";
    text += std::to_string(random() % 3 * 10);
    if (random() % 2 == 0) text += std::string(".") + (random() % 2 == 0 ? "0" : "10");
    if (random() % 2 == 0) text += std::string("e") + (random() % 2 == 0 ? "-1" : "+1");
    return text;
  };
  for (int round = 0; round < 5000; ++round) {
    const std::string a = some();
    const std::string b = some();
    const bool are_equal = order_of(a, b) == "=";
    ASSERT_EQ(canonical(a) == canonical(b), are_equal) << a << ' ' << b;
    equal += are_equal ? 1 : 0;
  }
  EXPECT_GT(equal, 300);
}

TEST(ValueCases, CanonicalTextsKeepWhatDiffersApart) {
  const std::vector<std::string> different = {"null",
                                              "true",
                                              "false",
                                              "0",
                                              "1",
                                              "-1",
                                              "1e1",
                                              "1e-1",
                                              "1.1",
                                              "11",
                                              R"("")",
                                              R"("0")",
                                              R"("null")",
                                              R"("a")",
                                              R"("A")",
                                              R"("a ")",
                                              "[]",
                                              "[null]",
                                              "[[]]",
                                              "[0]",
                                              "[0,0]",
                                              R"(["0"])",
                                              "{}",
                                              R"({"a":0})",
                                              R"({"a":null})",
                                              R"({"b":0})",
                                              R"({"a":0,"b":0})",
                                              R"({"a":{"b":0}})",
                                              R"(["a","b"])",
                                              R"(["b","a"])",
                                              R"(["a,b"])",
                                              R"({"a":"b","c":"d"})",
                                              R"({"a":"b,c:d"})",
                                              R"("\"")",
                                              R"("\\")",
                                              R"("\u0000")",
                                              "1e300",
                                              "1e-300"};
  for (std::size_t a = 0; a < different.size(); ++a) {
    for (std::size_t b = 0; b < different.size(); ++b)
      EXPECT_EQ(canonical(different[a]) == canonical(different[b]), a == b)
          << different[a] << ' ' << different[b];
  }
}

TEST(ValueCases, CanonicalTextsForgetHowAValueIsSpelt) {
  const std::pair<const char*, const char*> same[] = {
      {R"({"a":1,"b":2})", R"({ "b" : 2.0, "a" : 10e-1 })"},
      {"[1,2]", " [ 1 ,\n2.00 ] "},
      {R"("\u00e9\/")", "\"é/\""},
      {R"({"x":[{"b":0,"a":-0}]})", R"({"\u0078":[{"a":0,"b":0.0e7}]})"},
      {"100", "1e2"},
      {"0.001", "1E-3"}};
  for (const auto& [a, b] : same) EXPECT_EQ(canonical(a), canonical(b)) << a << ' ' << b;
  EXPECT_NE(canonical("\"é\""), canonical("\"e\u0301\"")) << "other code points";
}

TEST(ValueCases, ShapesSayWhatAValueLooksLike) {
  const std::string text = R"([null,true,-1.50e3,"","żółw",[1,2],{"a":1}])";
  json::Tape tape;
  std::vector<json::Fault> faults;
  ASSERT_TRUE(json::parse(text, {}, tape, faults));
  std::vector<std::pair<diagnostics::ShapeKind, std::uint32_t>> shapes;
  std::string scratch;
  for (std::uint32_t at = 1; at < tape.tokens.size(); at = tape.tokens[at].next) {
    const auto shape = shape_of(value_at(text, tape, at, scratch), &tape);
    shapes.emplace_back(shape.kind, shape.size);
  }
  using diagnostics::ShapeKind;
  const decltype(shapes) expected = {{ShapeKind::kNull, 0},   {ShapeKind::kBoolean, 0},
                                     {ShapeKind::kNumber, 4}, {ShapeKind::kEmpty, 0},
                                     {ShapeKind::kText, 4},   {ShapeKind::kArray, 2},
                                     {ShapeKind::kObject, 1}};
  EXPECT_EQ(shapes, expected);
}

}  // namespace
}  // namespace crosswalk::check
