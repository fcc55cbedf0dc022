// Messages of one line.
#include "report/message.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace crosswalk::report {
namespace {

TEST(Message, IsOneHarmlessLine) {
  EXPECT_EQ(message_line("crosswalk", "cannot open a\n\x1b[2J.csv"),
            "crosswalk: cannot open a␊␛[2J.csv\n");
}

TEST(Message, ShowsWhatCannotBeSeen) {
  EXPECT_EQ(line_text(std::string_view("a\0b\ufeffż", 8)), "a␀b\ufffdż");
}

TEST(Message, SuggestsTheNearestWord) {
  const std::vector<std::string> known = {"--from", "--to", "--strict"};
  EXPECT_EQ(did_you_mean("--fron", known), " (did you mean --from?)");
  EXPECT_EQ(did_you_mean("--nonsense", known), "");
}

TEST(Message, GroupsDigitsAndCounts) {
  EXPECT_EQ(grouped_digits(0), "0");
  EXPECT_EQ(grouped_digits(999), "999");
  EXPECT_EQ(grouped_digits(1000), "1,000");
  EXPECT_EQ(grouped_digits(1234567), "1,234,567");
  EXPECT_EQ(counted(1, "record"), "1 record");
  EXPECT_EQ(counted(0, "record"), "0 records");
}

}  // namespace
}  // namespace crosswalk::report
