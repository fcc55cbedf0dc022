// A file that appears when it is complete, compressed if its name asks for it.
//
//   customers.json.gz   ->   bytes go through gzip into the file
//   customers.json      ->   bytes go into the file
// Test: tests/output/output_stream_test.cc.
#ifndef CROSSWALK_OUTPUT_OUTPUT_STREAM_H
#define CROSSWALK_OUTPUT_OUTPUT_STREAM_H

#include <memory>
#include <string>
#include <string_view>

#include "base/output_file.h"
#include "compression/encoder.h"

namespace crosswalk::output {

/// See base::OutputFile, of which it has the promises.
/// Threads: one.
class OutputStream final : public Sink {
 public:
  /// Begins a file that will be `path`. Errors: kUsage if `path` is a folder, kIo.
  static Result<std::unique_ptr<OutputStream>> create(const std::string& path,
                                                      FileAccess access = FileAccess::kUsual);
  Status write(std::string_view bytes) override;
  /// Writes and synchronises all, so that only the name is left to give. Errors: kIo.
  Status prepare();
  /// Makes the file appear under its name, prepared first if need be. Call once, last. Errors: kIo.
  Status commit();
  /// Undoes commit().
  void take_back() { file_->take_back(); }

 private:
  OutputStream() = default;

  std::unique_ptr<base::OutputFile> file_;
  std::unique_ptr<compression::Encoder> encoder_;  // null: as they are; ends before the file
  bool is_finished_ = false;                       // the encoder
};

}  // namespace crosswalk::output

#endif  // CROSSWALK_OUTPUT_OUTPUT_STREAM_H
