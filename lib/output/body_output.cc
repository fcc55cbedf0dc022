// One body: in a file that appears when it is committed, or on standard output as it comes.
//
// Both take the one body of a run and pass rejected records on; they differ in the Sink behind.
//   file_output("out.json", {})   out.json appears, or the old one stays whole
//   stdout_output({})             bytes leave at once; a reader that goes away is no error
//   late_stdout_output()          bytes leave when it is committed, or never
// A second body has no place here: the pipeline makes none without limits of its own. Test:
// tests/output/body_output_test.cc.
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <utility>

#include "base/descriptor.h"
#include "compression/codec.h"
#include "crosswalk/outputs.h"
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

 protected:
  Status commit_rejects() { return rejects_.commit(); }

 private:
  output::Rejects rejects_;
};

class FileOutput final : public BodyOutput {
 public:
  FileOutput(std::unique_ptr<output::OutputStream> file, output::Rejects rejects)
      : BodyOutput(std::move(rejects)), file_(std::move(file)) {}

  Status write(std::string_view bytes) override { return file_->write(bytes); }
  Status commit(const RunResult& /*result*/) override {
    if (Status committed = commit_rejects(); !committed) return committed;
    return file_->commit();
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
  Status commit(const RunResult& /*result*/) override { return commit_rejects(); }

 private:
  bool reader_left_ = false;
};

/// Keeps the body in a file without a name until it is committed.
class LateStdoutOutput final : public BodyOutput {
 public:
  explicit LateStdoutOutput(std::FILE* file) : BodyOutput({}), file_(file, &std::fclose) {}

  Status write(std::string_view bytes) override {
    if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) == bytes.size()) return {};
    return base::io_error("cannot write to", "a temporary file", errno);
  }
  Status commit(const RunResult& /*result*/) override {
    if (std::fflush(file_.get()) != 0 || std::fseek(file_.get(), 0, SEEK_SET) != 0)
      return base::io_error("cannot read", "a temporary file", errno);
    std::array<char, kBlockBytes> block;
    for (;;) {
      const std::size_t count = std::fread(block.data(), 1, block.size(), file_.get());
      if (count == 0) return {};
      const int failure = base::write_all(STDOUT_FILENO, {block.data(), count});
      if (failure == EPIPE) return {};
      if (failure != 0) return base::io_error("cannot write to", "standard output", failure);
    }
  }

 private:
  static constexpr std::size_t kBlockBytes = std::size_t{64} << 10U;
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
};

}  // namespace

std::string_view without_compression_ending(std::string_view path) {
  return compression::without_codec_ending(path);
}

Result<std::unique_ptr<CommittedOutput>> late_stdout_output() {
  std::FILE* const file = std::tmpfile();
  if (file == nullptr) return base::io_error("cannot write to", "a temporary file", errno);
  return std::unique_ptr<CommittedOutput>(std::make_unique<LateStdoutOutput>(file));
}

Result<std::unique_ptr<CommittedOutput>> file_output(const std::string& path,
                                                     const RejectFiles& rejects,
                                                     FileAccess access) {
  auto file = output::OutputStream::create(path, access);
  if (!file) return std::move(file).error();
  auto reject_files = output::Rejects::create(rejects);
  if (!reject_files) return std::move(reject_files).error();
  return std::unique_ptr<CommittedOutput>(
      std::make_unique<FileOutput>(std::move(file).value(), std::move(reject_files).value()));
}

Result<std::unique_ptr<CommittedOutput>> stdout_output(const RejectFiles& rejects) {
  auto reject_files = output::Rejects::create(rejects);
  if (!reject_files) return std::move(reject_files).error();
  return std::unique_ptr<CommittedOutput>(
      std::make_unique<StdoutOutput>(std::move(reject_files).value()));
}

}  // namespace crosswalk
