// Inputs changed as what they are: tables as tables, JSON as JSON, choices as choices.
#include "mutators/input.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "json/parser.h"
#include "support/bytes.h"

namespace crosswalk::fuzz {
namespace {

std::set<std::string> changed(std::string_view input) {
  std::set<std::string> all;
  for (unsigned seed = 1; seed < 1000; ++seed) {
    Dice dice(seed);
    all.insert(mutate_input(input, dice));
  }
  return all;
}

TEST(InputMutator, ChangesTheTextOrTheChoices) {
  std::size_t texts = 0;
  std::size_t choices = 0;
  for (const std::string& input : changed("a,b\n1,2\n\xFF\x02\x03")) {
    const bool same_text = Bytes(std::string_view(input)).text() == "a,b\n1,2\n";
    const bool same_choices = input.ends_with("\xFF\x02\x03");
    EXPECT_TRUE(same_text || same_choices) << input;
    texts += same_text ? 0 : 1;
    choices += same_choices ? 0 : 1;
  }
  EXPECT_GT(texts, 50U);
  EXPECT_GT(choices, 50U);
}

TEST(InputMutator, KeepsMostJsonReadable) {
  const auto all = changed(R"({"mode":"Add","data":[{"id":1,"name":"x"}]})");
  const auto readable = std::ranges::count_if(all, [](const std::string& input) {
    json::Tape tape;
    std::vector<json::Fault> faults;
    json::parse(Bytes(std::string_view(input)).text(), {true, 256}, tape, faults);
    return !tape.tokens.empty();
  });
  EXPECT_GT(readable * 2, static_cast<std::ptrdiff_t>(all.size()));
}

TEST(InputMutator, ChangesEitherOfTwoTexts) {
  const std::string input("{\"a\":1}\0b,c\n", 12);
  std::set<std::string_view> first;
  std::set<std::string_view> second;
  const auto all = changed(input);
  for (const std::string& one : all) {
    first.insert(std::string_view(one).substr(0, one.find('\0')));
    second.insert(std::string_view(one).substr(one.find('\0') + 1));
  }
  EXPECT_GT(first.size(), 10U);
  EXPECT_GT(second.size(), 10U);
}

}  // namespace
}  // namespace crosswalk::fuzz
