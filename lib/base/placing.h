// A finished file or folder gets its name, and can lose it again.
//
// What stood under the name changes places with the new one, so it is still there, under the
// temporary name, until the caller removes that. The folder around it is synchronised, so that the
// name survives a power cut; where that fails the name is taken back.
//   place("out.partial", "out")   out is the new one, out.partial the old one, if there was one
// Does not work: on a file system that exchanges no names the old one is gone once it is replaced,
// and take_back() leaves the new one.
// Test: tests/base/placing_test.cc.
#ifndef CROSSWALK_BASE_PLACING_H
#define CROSSWALK_BASE_PLACING_H

#include <cstdint>
#include <string>
#include <string_view>

#include "crosswalk/result.h"

namespace crosswalk::base {

/// The name of one file or folder.
/// Threads: one.
class Placing {
 public:
  /// Gives what is called `from` the name `to`, in the same folder. `shown` is what messages call
  /// it. Errors: kIo; then everything is called as before.
  Status place(const std::string& from, const std::string& to, std::string_view shown);
  /// Undoes place(), as far as it can be undone.
  void take_back();
  /// True if the new one stands under its name.
  [[nodiscard]] bool is_placed() const { return kind_ != Kind::kNone; }
  /// True if there is something called `from` now: the old one, or what was taken back.
  [[nodiscard]] bool leaves_something() const { return kind_ != Kind::kRenamed; }

 private:
  enum class Kind : std::uint8_t { kNone, kExchanged, kRenamed };

  std::string from_;
  std::string to_;
  Kind kind_ = Kind::kNone;
  bool replaced_ = false;  // kRenamed: an old one is gone
};

}  // namespace crosswalk::base

#endif  // CROSSWALK_BASE_PLACING_H
