// How far the reading is, as one line on standard error that is drawn over and erased at the end.
//
//   34 % of 1.2 GB, 410.0 MB/s, 0:02 left        412.3 MB, 380.1 MB/s     (a pipe has no total)
//
// The line appears once a run has taken half a second and is drawn four times a second at most, so
// short runs show nothing. Whatever else goes to the terminal erases it first. The clock is handed
// in, which keeps time out of the tests. Test: tests/cli/progress_test.cc.
#ifndef CROSSWALK_CLI_PROGRESS_H
#define CROSSWALK_CLI_PROGRESS_H

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "crosswalk/stream.h"
#include "inputs.h"
#include "options.h"
#include "terminal.h"

namespace crosswalk::cli {

/// The line for `bytes` of `total` (nothing = not known) read in `elapsed`.
std::string progress_line(std::uint64_t bytes, std::optional<std::uint64_t> total,
                          std::chrono::duration<double> elapsed);

/// The bytes of all inputs; nothing if one is no regular file.
std::optional<std::uint64_t> total_bytes(const std::vector<Input>& inputs);

/// Shows the progress of a run over several inputs.
/// Threads: one.
class ProgressMeter {
 public:
  using Clock = std::chrono::steady_clock;

  /// Draws on `sink`, which must outlive the meter; null: draws nothing.
  ProgressMeter(Sink* sink, std::optional<std::uint64_t> total,
                std::function<Clock::time_point()> now = Clock::now);
  ProgressMeter(const ProgressMeter&) = delete;
  ProgressMeter& operator=(const ProgressMeter&) = delete;
  /// Erases the line.
  ~ProgressMeter() { erase(); }

  /// The current input has been read up to `bytes`.
  void update(std::uint64_t bytes);
  /// The current input is at its end; the next one counts from 0.
  void next_input();
  /// Takes the line off the terminal until the next update.
  void erase();

 private:
  Sink* sink_;
  std::optional<std::uint64_t> total_;
  std::function<Clock::time_point()> now_;
  Clock::time_point begun_;
  Clock::time_point next_draw_;
  std::uint64_t bytes_before_ = 0;
  std::uint64_t bytes_ = 0;  // of the current input
  bool is_shown_ = false;
};

/// A meter on standard error, if `options` want one there.
class ScreenProgress {
 public:
  ScreenProgress(const Options& options, const std::vector<Input>& inputs);
  [[nodiscard]] ProgressMeter& meter() { return meter_; }

 private:
  DescriptorSink screen_;
  ProgressMeter meter_;
};

}  // namespace crosswalk::cli

#endif  // CROSSWALK_CLI_PROGRESS_H
