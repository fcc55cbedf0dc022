// A file that appears under its name only when it is complete.
//
// Bytes go to `.NAME.partial-XXXXXXXX` beside the target, created exclusively and for the owner
// alone. prepare() writes the rest, synchronises and gives the file its final mode; commit() gives
// it its name. Until then, and when anything fails, an old file under the name stays whole;
// destroying an OutputFile removes what has no name.
//   customers.json   ->   .customers.json.partial-1f0c93ab, then customers.json
// A link is followed to the file that it names. What is no regular file (a pipe, /dev/null) cannot
// be replaced: it is written straight, as the bytes come, and a reader that goes away is no error.
// Does not work: a process that is killed leaves the partial file behind.
// Test: tests/base/output_file_test.cc.
#ifndef CROSSWALK_BASE_OUTPUT_FILE_H
#define CROSSWALK_BASE_OUTPUT_FILE_H

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/descriptor.h"
#include "base/placing.h"
#include "crosswalk/outputs.h"
#include "crosswalk/result.h"
#include "crosswalk/stream.h"

namespace crosswalk::base {

/// An output file, buffered.
/// Threads: one.
class OutputFile final : public Sink {
 public:
  /// Begins a file that will be `path`. Errors: kUsage if `path` is a folder, kIo.
  static Result<std::unique_ptr<OutputFile>> create(const std::string& path,
                                                    FileAccess access = FileAccess::kUsual);
  ~OutputFile() override;
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  /// Adds bytes. Errors: kIo; the file is then of no further use.
  Status write(std::string_view bytes) override;
  /// Writes and synchronises all, so that only the name is left to give. Errors: kIo, also if a
  /// write failed before.
  Status prepare();
  /// Makes the file appear under its name, prepared first if need be. Call once, last. Errors: kIo;
  /// the old file is then untouched.
  Status commit();
  /// Undoes commit(): the old file stands under the name again, or nothing.
  void take_back() { placing_.take_back(); }
  /// The bytes written so far.
  [[nodiscard]] std::uint64_t size() const { return size_; }

 private:
  OutputFile(std::string path, std::string target);
  Status open_partial();
  Status open_special();
  Status flush();
  Status write_through(std::string_view bytes);

  std::string path_;     // as given, for messages
  std::string target_;   // the file to replace: path_ with links followed
  std::string partial_;  // empty for what is written straight
  Placing placing_;
  Descriptor file_;
  std::string buffer_;
  std::uint64_t size_ = 0;
  int write_errno_ = 0;   // of the first write that failed; nothing is written after it
  unsigned mode_ = 0600;  // that prepare() gives
  bool is_prepared_ = false;
};

}  // namespace crosswalk::base

#endif  // CROSSWALK_BASE_OUTPUT_FILE_H
