// Progress: what the line says, when it is drawn, and that it goes away.
#include "progress.h"

#include <gtest/gtest.h>

#include <string>

#include "support/temp_folder.h"

namespace crosswalk::cli {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

struct Screen : Sink {
  Status write(std::string_view bytes) override {
    text += bytes;
    return {};
  }
  std::string text;
};

TEST(ProgressLine, SaysBytesRateAndTimeLeft) {
  EXPECT_EQ(progress_line(250'000'000, 1'000'000'000, seconds(5)),
            "25 % of 1.0 GB, 50.0 MB/s, 0:15 left");
  EXPECT_EQ(progress_line(1'000'000, 7'384'000'000, seconds(1)),
            "0 % of 7.4 GB, 1.0 MB/s, 2:03:03 left");
  EXPECT_EQ(progress_line(1000, 1000, seconds(1)), "100 % of 1.0 kB, 1.0 kB/s, 0:00 left");
}

TEST(ProgressLine, OfAPipeHasNoTotal) {
  EXPECT_EQ(progress_line(2'500'000, std::nullopt, seconds(2)), "2.5 MB, 1.2 MB/s");
}

TEST(ProgressLine, DropsATotalThatWasWrong) {
  EXPECT_EQ(progress_line(2'000'000, 1'000'000, seconds(2)), "2.0 MB, 1.0 MB/s");
}

TEST(ProgressLine, NeverDividesByNothing) {
  EXPECT_EQ(progress_line(0, 0, seconds(0)), "100 % of 0.0 kB, 0.0 kB/s");
}

TEST(ProgressMeter, DrawsAfterHalfASecondAndFourTimesASecondAtMost) {
  Screen screen;
  ProgressMeter::Clock::time_point now{};
  ProgressMeter meter(&screen, 1'000'000, [&] { return now; });
  std::size_t draws = 0;
  for (int ms = 0; ms <= 2000; ms += 10) {
    now = ProgressMeter::Clock::time_point(milliseconds(ms));
    screen.text.clear();
    meter.update(static_cast<std::uint64_t>(ms) * 100);
    if (screen.text.empty()) continue;
    EXPECT_GE(ms, 500);
    ++draws;
  }
  EXPECT_EQ(draws, 7U);
}

TEST(ProgressMeter, ErasesWhatItDrewOnce) {
  Screen screen;
  ProgressMeter::Clock::time_point now{};
  {
    ProgressMeter meter(&screen, 1'000'000, [&] { return now; });
    meter.erase();
    EXPECT_EQ(screen.text, "");
    now += seconds(1);
    meter.update(500'000);
    EXPECT_EQ(screen.text, "\r\x1b[K50 % of 1.0 MB, 500.0 kB/s, 0:01 left");
    screen.text.clear();
    meter.erase();
    EXPECT_EQ(screen.text, "\r\x1b[K");
  }
  EXPECT_EQ(screen.text, "\r\x1b[K");
}

TEST(ProgressMeter, AddsTheInputsUp) {
  Screen screen;
  ProgressMeter::Clock::time_point now{};
  ProgressMeter meter(&screen, 1'000'000, [&] { return now; });
  meter.update(400'000);
  meter.next_input();
  now += seconds(1);
  meter.update(100'000);
  EXPECT_NE(screen.text.find("50 % of 1.0 MB"), std::string::npos) << screen.text;
}

TEST(ProgressMeter, DrawsNothingWithoutAScreen) {
  ProgressMeter meter(nullptr, std::nullopt);
  meter.update(1);
}

TEST(TotalBytes, AddsFilesUpAndKnowsNothingOfPipes) {
  const tests::TempFolder folder;
  const std::string path = folder.path("a.csv");
  tests::write_file(path, "hello");
  const Input file{path, {path}, std::nullopt};
  EXPECT_EQ(total_bytes({file, file}), 10U);
  EXPECT_EQ(total_bytes({file, Input{"-", {"-"}, std::nullopt}}), std::nullopt);
  EXPECT_EQ(total_bytes({Input{"x", {path + ".none"}, std::nullopt}}), std::nullopt);
}

}  // namespace
}  // namespace crosswalk::cli
