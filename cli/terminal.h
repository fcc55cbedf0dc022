// Writing to standard output, standard error and report files, byte for byte and at once.
//
// A reader that went away (a closed pipe) is no failure: what is written after that is dropped, and
// reader_left() says so. Test: tests/cli/command_test.py (broken pipe, full disk).
#ifndef CROSSWALK_CLI_TERMINAL_H
#define CROSSWALK_CLI_TERMINAL_H

#include <string>
#include <string_view>

#include "crosswalk/stream.h"

namespace crosswalk::cli {

/// A sink over a file descriptor that it does not own.
/// Threads: one.
class DescriptorSink : public Sink {
 public:
  /// `name` is what errors call it.
  DescriptorSink(int descriptor, std::string name)
      : descriptor_(descriptor), name_(std::move(name)) {}
  /// Errors: kIo, once; after it bytes are dropped.
  Status write(std::string_view bytes) override;
  /// True once a write found nobody at the other end.
  [[nodiscard]] bool reader_left() const { return reader_left_; }
  /// True if a person sees what is written.
  [[nodiscard]] bool is_terminal() const;

 private:
  int descriptor_;
  std::string name_;
  bool reader_left_ = false;
  bool has_failed_ = false;
};

/// Writes `text` to standard output. Errors: kIo; none if the reader left.
Status print(std::string_view text);

/// The line `crosswalk WHO: WHAT`; `who` may be empty.
std::string complaint(std::string_view who, std::string_view what);
/// Writes complaint() to standard error.
void complain(std::string_view who, std::string_view what);
/// Writes `text` to standard error. Needs no memory.
void write_to_standard_error(std::string_view text);

/// Writes that memory ran out, without any.
void complain_of_memory();

}  // namespace crosswalk::cli

#endif  // CROSSWALK_CLI_TERMINAL_H
