// The C++ interface with sources, sinks and outputs that stop or fail after some calls.
//
// What must hold: a failure of the caller's comes back as it was, unless the run was cancelled too,
// which may be seen first; no output ends after it; a sink that wants no more findings gets none,
// and the counts are those of the whole run; a run that was cancelled, or stopped after some
// errors, says so; nothing else ends a run but wrong use.
//   a source that fails at its third read   the run fails with that source's words
// The choices are source, target, and which call of whom fails.
#include <atomic>
#include <string>

#include "support/require.h"
#include "support/runs.h"

namespace {

using namespace crosswalk;
using fuzz::Bytes;
using fuzz::require;

constexpr std::string_view kFailure = "the caller's device is broken";

/// Counts calls; one of them fails. 0: none does.
struct Fuse {
  std::size_t left = 0;
  bool is_blown = false;
  Status burn() {
    if (left == 0 || --left > 0) return {};
    is_blown = true;
    return Error{ErrorKind::kIo, std::string(kFailure)};
  }
};

class FailingSource final : public Source {
 public:
  FailingSource(std::string_view bytes, std::size_t piece_bytes, bool can_rewind, Fuse& fuse)
      : inner_(memory_source(bytes, "input")),
        piece_bytes_(piece_bytes),
        can_rewind_(can_rewind),
        fuse_(fuse) {}
  Result<std::size_t> read(std::span<char> into) override {
    if (Status status = fuse_.burn(); !status.ok()) return status.error();
    return inner_->read(into.first(std::min(into.size(), piece_bytes_)));
  }
  [[nodiscard]] bool can_rewind() const override { return can_rewind_; }
  Status rewind() override {
    if (Status status = fuse_.burn(); !status.ok()) return status;
    return inner_->rewind();
  }
  [[nodiscard]] std::string_view name() const override { return "input"; }

 private:
  std::unique_ptr<Source> inner_;
  std::size_t piece_bytes_;
  bool can_rewind_;
  Fuse& fuse_;
};

class FailingOutput final : public Output {
 public:
  explicit FailingOutput(Fuse& fuse) : fuse_(fuse) {}
  Status begin_part(std::uint64_t) override { return next(); }
  Status write(std::string_view) override { return next(); }
  Status end_part(const Part&) override { return next(); }
  Status reject(std::uint64_t, std::string_view, bool) override { return next(); }
  Status reject_frame(std::string_view, std::string_view, std::string_view) override {
    return next();
  }

 private:
  Status next() {
    require(!fuse_.is_blown);  // nothing is asked of an output that has failed
    return fuse_.burn();
  }
  Fuse& fuse_;
};

/// Wants the first few findings, and no more.
struct Listener {
  std::size_t wanted = 0;
  std::size_t told = 0;
  FindingSink sink() {
    return [this](const Finding&) {
      require(told < wanted || wanted == 0);
      ++told;
      return told != wanted;
    };
  }
};

void check(const Result<RunResult>& result, const Fuse& source, const Fuse& output,
           bool is_cancelled) {
  if (source.is_blown || output.is_blown) {
    require(!result.ok() && result.error().kind == ErrorKind::kIo);
    require(is_cancelled || result.error().message.find(kFailure) != std::string::npos);
    return;
  }
  if (result.ok()) return;
  require(result.error().kind == ErrorKind::kUsage || is_cancelled);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes bytes(data, size);
  const std::string from = fuzz::choose_source(bytes);
  ConvertOptions options = fuzz::convert_options(from, bytes.pick(fuzz::sources()));
  options.read.block_bytes = bytes.block_bytes();
  Fuse source_fuse{bytes.byte()};
  Fuse output_fuse{bytes.byte()};
  Listener listener{bytes.byte()};
  options.read.stop_after = bytes.byte() % 4U;
  const std::uint8_t ways = bytes.byte();
  options.keep_going = (ways & 1U) != 0;
  options.allows_loss = (ways & 2U) != 0;
  options.dedupe = (ways & 4U) != 0 ? Dedupe::kLast : Dedupe::kNone;
  std::atomic<bool> is_cancelled = false;
  std::size_t blocks_left = (ways & 16U) != 0 ? 1 + bytes.byte() % 4U : 0;
  options.read.cancel = &is_cancelled;
  options.read.on_progress = [&](const Progress&) {
    if (blocks_left > 0 && --blocks_left == 0) is_cancelled = true;
  };
  FailingSource source(bytes.text(), bytes.block_bytes(), (ways & 8U) != 0, source_fuse);
  Source* const sources[] = {&source};
  FailingOutput output(output_fuse);
  const auto result = convert(fuzz::formats(), sources, options, output, listener.sink());
  check(result, source_fuse, output_fuse, is_cancelled);
  return 0;
}
