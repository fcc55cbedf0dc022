// The inner loops: the fast search held against its plain twin, numbers by cases.
#include "json/scan.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>

namespace crosswalk::json {
namespace {

TEST(Scan, FindsEachByteThatStopsAStringAtEachPlace) {
  for (int byte = 0; byte < 256; ++byte) {
    for (std::size_t at = 0; at < 40; ++at) {
      std::string text(40, 'x');
      text[at] = static_cast<char>(byte);
      const char* const end = text.data() + text.size();
      const bool stops = byte < 0x20 || byte == '"' || byte == '\\';
      EXPECT_EQ(find_string_stop(text.data(), end) - text.data(), stops ? static_cast<int>(at) : 40)
          << byte << " at " << at;
    }
  }
}

TEST(Scan, FindsTheSameAsItsPlainTwin) {
  std::mt19937 random(11);
  for (int round = 0; round < 20000; ++round) {
    std::string text(random() % 80, ' ');
    for (char& c : text) c = static_cast<char>(random() % 30 == 0 ? random() % 256 : 'a');
    const char* const end = text.data() + text.size();
    EXPECT_EQ(find_string_stop(text.data(), end), find_string_stop_plain(text.data(), end));
  }
}

struct NumberCase {
  std::string_view text;
  NumberEnd end;
  std::ptrdiff_t length;
};

TEST(Scan, ReadsNumbersByTheGrammar) {
  const NumberCase cases[] = {
      {"0", NumberEnd::kGood, 1},
      {"-0", NumberEnd::kGood, 2},
      {"12,", NumberEnd::kGood, 2},
      {"0.50", NumberEnd::kGood, 4},
      {"1e5", NumberEnd::kGood, 3},
      {"-1.5E-07]", NumberEnd::kGood, 8},
      {"1-2", NumberEnd::kGood, 1},
      {"01", NumberEnd::kLeadingZero, 2},
      {"-007.5e1", NumberEnd::kLeadingZero, 8},
      {"00", NumberEnd::kLeadingZero, 2},
      {"-", NumberEnd::kDigitWanted, 1},
      {"-a", NumberEnd::kDigitWanted, 1},
      {"1.", NumberEnd::kDigitWanted, 2},
      {"1.e5", NumberEnd::kDigitWanted, 2},
      {"1e", NumberEnd::kDigitWanted, 2},
      {"1e+", NumberEnd::kDigitWanted, 3},
      {"01.", NumberEnd::kDigitWanted, 1},
      {"-01e", NumberEnd::kDigitWanted, 2},
  };
  for (const NumberCase& c : cases) {
    const char* p = c.text.data();
    EXPECT_EQ(scan_number(p, c.text.data() + c.text.size()), c.end) << c.text;
    EXPECT_EQ(p - c.text.data(), c.length) << c.text;
  }
}

}  // namespace
}  // namespace crosswalk::json
