// One body: in a file that appears when it is committed, or on standard output as it comes.
//
// Both take the one body of a run and pass rejected records on; they differ in the Sink behind.
//   file_output("out.json", {})   out.json appears, or the old one stays whole
//   stdout_output({})             bytes leave at once; a reader that goes away is no error
//   late_stdout_output()          bytes leave when it is committed, or never
// A second body has no place here: the pipeline makes none without limits of its own. Test:
// tests/output/body_output_test.cc.
#include <unistd.h>

#include <cerrno>
#include <memory>
#include <utility>
#include <vector>

#include "base/descriptor.h"
#include "base/guard.h"
#include "base/temporary_file.h"
#include "compression/codec.h"
#include "crosswalk/outputs.h"
#include "output/commit_all.h"
#include "output/output_stream.h"
#include "output/rejects.h"

namespace crosswalk {

namespace {

class BodyOutput : public CommittedOutput {
 public:
  explicit BodyOutput(output::Rejects rejects) : rejects_(std::move(rejects)) {}

  Status begin_part(std::uint64_t number) override {
    if (number == 1) return {};
    return Error{ErrorKind::kBug, "a second body was written to an output of one"};
  }
  Status end_part(const Part& /*part*/) override { return {}; }
  Status reject(std::uint64_t /*record*/, std::string_view bytes, bool readable) override {
    return rejects_.add(bytes, readable);
  }
  Status reject_frame(std::string_view before, std::string_view between,
                      std::string_view after) override {
    rejects_.set_frame(before, between, after);
    return {};
  }

  Status prepare(const RunResult& /*result*/) override { return rejects_.prepare(); }
  Status commit(const RunResult& /*result*/) override { return rejects_.commit(); }
  void take_back() override { rejects_.take_back(); }

 protected:
  output::Rejects rejects_;
};

class FileOutput final : public BodyOutput {
 public:
  FileOutput(std::unique_ptr<output::OutputStream> file, output::Rejects rejects)
      : BodyOutput(std::move(rejects)), file_(std::move(file)) {}

  Status write(std::string_view bytes) override { return file_->write(bytes); }
  Status prepare(const RunResult& result) override {
    return base::guarded([&]() -> Status {
      if (Status prepared = BodyOutput::prepare(result); !prepared) return prepared;
      return file_->prepare();
    });
  }
  Status commit(const RunResult& result) override {
    if (Status prepared = prepare(result); !prepared) return prepared;
    return base::guarded([&] { return output::commit_all(&rejects_, file_.get()); });
  }
  void take_back() override {
    file_->take_back();
    BodyOutput::take_back();
  }

 private:
  std::unique_ptr<output::OutputStream> file_;
};

class StdoutOutput final : public BodyOutput {
 public:
  using BodyOutput::BodyOutput;

  Status write(std::string_view bytes) override {
    const int failure = reader_left_ ? 0 : base::write_all(STDOUT_FILENO, bytes);
    reader_left_ = reader_left_ || failure == EPIPE;
    if (failure == 0 || reader_left_) return {};
    return base::io_error("cannot write to", "standard output", failure);
  }

 private:
  bool reader_left_ = false;
};

/// Keeps the body in a temporary file until it is committed.
class LateStdoutOutput final : public BodyOutput {
 public:
  explicit LateStdoutOutput(base::TemporaryFile file) : BodyOutput({}), file_(std::move(file)) {}

  Status write(std::string_view bytes) override { return file_.append(bytes); }
  Status commit(const RunResult& /*result*/) override {
    std::vector<char> block(kBlockBytes);
    for (std::uint64_t at = 0; at < file_.size();) {
      const Result<std::size_t> count = file_.read(at, block);
      if (!count) return count.error();
      const int failure = base::write_all(STDOUT_FILENO, {block.data(), count.value()});
      if (failure == EPIPE) return {};
      if (failure != 0) return base::io_error("cannot write to", "standard output", failure);
      at += count.value();
    }
    return {};
  }

 private:
  static constexpr std::size_t kBlockBytes = std::size_t{64} << 10U;
  base::TemporaryFile file_;
};

}  // namespace

Status CommittedOutput::prepare(const RunResult& /*result*/) {
  return {};
}

void CommittedOutput::take_back() {}

std::string_view without_compression_ending(std::string_view path) {
  return compression::without_codec_ending(path);
}

Result<std::unique_ptr<CommittedOutput>> late_stdout_output() {
  return base::guarded([]() -> Result<std::unique_ptr<CommittedOutput>> {
    auto file = base::TemporaryFile::open();
    if (!file) return std::move(file).error();
    return std::unique_ptr<CommittedOutput>(
        std::make_unique<LateStdoutOutput>(std::move(file).value()));
  });
}

Result<std::unique_ptr<CommittedOutput>> file_output(const std::string& path,
                                                     const RejectFiles& rejects,
                                                     FileAccess access) {
  return base::guarded([&]() -> Result<std::unique_ptr<CommittedOutput>> {
    auto file = output::OutputStream::create(path, access);
    if (!file) return std::move(file).error();
    auto reject_files = output::Rejects::create(rejects);
    if (!reject_files) return std::move(reject_files).error();
    return std::unique_ptr<CommittedOutput>(
        std::make_unique<FileOutput>(std::move(file).value(), std::move(reject_files).value()));
  });
}

Result<std::unique_ptr<CommittedOutput>> stdout_output(const RejectFiles& rejects) {
  return base::guarded([&]() -> Result<std::unique_ptr<CommittedOutput>> {
    auto reject_files = output::Rejects::create(rejects);
    if (!reject_files) return std::move(reject_files).error();
    return std::unique_ptr<CommittedOutput>(
        std::make_unique<StdoutOutput>(std::move(reject_files).value()));
  });
}

}  // namespace crosswalk
