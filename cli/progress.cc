// How far the reading is: see progress.h.
#include "progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

namespace crosswalk::cli {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kFirstDraw{500};
constexpr milliseconds kBetweenDraws{250};
constexpr const char* kEraseLine = "\r\x1b[K";

// `412.3 MB`
std::string size_words(double bytes) {
  constexpr std::array kUnits = {"kB", "MB", "GB", "TB"};
  std::size_t unit = 0;
  double amount = bytes / 1000;
  while (amount >= 1000 && unit + 1 < kUnits.size()) {
    amount /= 1000;
    ++unit;
  }
  return fmt::format("{:.1f} {}", amount, kUnits[unit]);
}

// `0:02`, `1:02:03`
std::string duration_words(double seconds) {
  const auto whole = static_cast<std::uint64_t>(seconds + 0.5);
  const std::uint64_t minutes = whole / 60;
  if (minutes < 60) return fmt::format("{}:{:02}", minutes, whole % 60);
  return fmt::format("{}:{:02}:{:02}", minutes / 60, minutes % 60, whole % 60);
}

bool wants_progress(const Options& options, const DescriptorSink& screen) {
  if (options.progress != When::kAuto) return options.progress == When::kAlways;
  return screen.is_terminal() && !options.is_quiet;
}

}  // namespace

std::string progress_line(std::uint64_t bytes, std::optional<std::uint64_t> total,
                          std::chrono::duration<double> elapsed) {
  const auto done = static_cast<double>(bytes);
  const double rate = elapsed.count() > 0 ? done / elapsed.count() : 0;
  const std::string rate_words = size_words(rate) + "/s";
  if (!total || *total < bytes) return size_words(done) + ", " + rate_words;
  const auto all = static_cast<double>(*total);
  const double percent = all > 0 ? 100 * done / all : 100;
  std::string line = fmt::format("{:.0f} % of {}, {}", percent, size_words(all), rate_words);
  if (rate > 0) line += fmt::format(", {} left", duration_words((all - done) / rate));
  return line;
}

std::optional<std::uint64_t> total_bytes(const std::vector<Input>& inputs) {
  std::uint64_t total = 0;
  for (const Input& input : inputs) {
    for (const std::string& path : input.paths) {
      std::error_code error;
      if (path == "-" || !std::filesystem::is_regular_file(path, error)) return std::nullopt;
      const std::uintmax_t size = std::filesystem::file_size(path, error);
      if (error) return std::nullopt;
      total += size;
    }
  }
  return total;
}

ProgressMeter::ProgressMeter(Sink* sink, std::optional<std::uint64_t> total,
                             std::function<Clock::time_point()> now)
    : sink_(sink),
      total_(total),
      now_(std::move(now)),
      begun_(now_()),
      next_draw_(begun_ + kFirstDraw) {}

void ProgressMeter::update(std::uint64_t bytes) {
  bytes_ = bytes;
  if (sink_ == nullptr) return;
  const Clock::time_point now = now_();
  if (now < next_draw_) return;
  next_draw_ = now + kBetweenDraws;
  is_shown_ = true;
  // Where standard error cannot be written there is nobody to show it to.
  (void)sink_->write(kEraseLine + progress_line(bytes_before_ + bytes_, total_, now - begun_));
}

void ProgressMeter::next_input() {
  bytes_before_ += std::exchange(bytes_, 0);
}

void ProgressMeter::erase() {
  if (std::exchange(is_shown_, false)) (void)sink_->write(kEraseLine);
}

ScreenProgress::ScreenProgress(const Options& options, const std::vector<Input>& inputs)
    : screen_(STDERR_FILENO, "standard error"),
      meter_(wants_progress(options, screen_) ? &screen_ : nullptr, total_bytes(inputs)) {}

}  // namespace crosswalk::cli
