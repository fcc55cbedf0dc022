// Where bytes come from and go to. Implement these two to read from and write to anything.
#ifndef CROSSWALK_STREAM_H
#define CROSSWALK_STREAM_H

#include <atomic>
#include <concepts>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "crosswalk/export.h"
#include "crosswalk/result.h"

namespace crosswalk {

/// A stream of input bytes.
/// Threads: one reader at a time.
class CROSSWALK_API Source {
 public:
  virtual ~Source() = default;
  /// Reads up to `into.size()` bytes and returns how many; 0 only at the end.
  /// Errors: kIo; the stream is then of no further use.
  virtual Result<std::size_t> read(std::span<char> into) = 0;
  /// True if rewind() works (files, memory); false for pipes.
  [[nodiscard]] virtual bool can_rewind() const { return false; }
  /// Goes back to the first byte. REQUIRES: can_rewind().
  virtual Status rewind() { return Error{ErrorKind::kBug, "this source cannot be read twice"}; }
  /// The name that findings give as `file`.
  [[nodiscard]] virtual std::string_view name() const = 0;
};

/// A stream of output bytes.
/// Threads: one writer at a time.
class CROSSWALK_API Sink {
 public:
  virtual ~Sink() = default;
  /// Takes all of `bytes`, which die when the call returns. Errors: kIo.
  virtual Status write(std::string_view bytes) = 0;
};

/// Opens a file for reading; `-` is standard input. A read that a signal interrupts is taken up
/// again, unless `*cancel` is true by then. Ownership: `cancel` may be null, else it must outlive
/// the source. Errors: kIo, with path and reason; folders are refused.
CROSSWALK_API Result<std::unique_ptr<Source>> open_file(const std::string& path,
                                                        const std::atomic<bool>* cancel = nullptr);

/// `source`, decompressed if its first bytes say that it is gzip or zstd; else what it gives, as it
/// is. Files are decoded on a thread of their own. Places in findings count decompressed bytes.
/// Errors: kIo; also of later reads, if the data are damaged or end early.
CROSSWALK_API Result<std::unique_ptr<Source>> decompressing(std::unique_ptr<Source> source);

/// Reads from memory. `bytes` must outlive the source.
CROSSWALK_API std::unique_ptr<Source> memory_source(std::string_view bytes, std::string name);

/// A string that dies with the call cannot be read later.
template <std::same_as<std::string> String>
std::unique_ptr<Source> memory_source(String&& bytes, std::string name) = delete;

}  // namespace crosswalk

#endif  // CROSSWALK_STREAM_H
