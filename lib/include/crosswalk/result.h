// Errors as values.
//
// What is wrong with the user's data is a Finding (finding.h) and never stops a run. What is wrong
// with the run itself (a missing file, a full disk, an unknown format) is an Error in a Result. No
// exception leaves the library.
#ifndef CROSSWALK_RESULT_H
#define CROSSWALK_RESULT_H

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace crosswalk {

/// What kind of failure ended the run; the command maps it to its exit code.
enum class ErrorKind : std::uint8_t {
  kUsage,  ///< wrong use: unknown format, schema that does not load, ambiguous input (exit 2)
  kIo,     ///< reading or writing failed (exit 3)
  kBug,    ///< a broken promise of crosswalk itself (exit 70)
};

/// One failure of a run. `message` is one line without a final full stop and holds no value of the
/// input.
struct Error {
  ErrorKind kind = ErrorKind::kBug;
  std::string message;
};

/// A value or the Error that kept it from being made.
/// Threads: as the value's type. Cost: no allocation beyond the value's or the error's own.
template <class T>
class [[nodiscard]] Result {
 public:
  /// Holds a value.
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  /// Holds an error.
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  /// True if a value is held.
  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  /// True if a value is held.
  explicit operator bool() const { return ok(); }
  /// The value. REQUIRES: ok().
  T& value() & { return std::get<0>(state_); }
  /// The value. REQUIRES: ok().
  const T& value() const& { return std::get<0>(state_); }
  /// The value, moved out. REQUIRES: ok().
  T&& value() && { return std::get<0>(std::move(state_)); }
  /// The error. REQUIRES: !ok().
  const Error& error() const& { return std::get<1>(state_); }
  /// The error, moved out. REQUIRES: !ok().
  Error&& error() && { return std::get<1>(std::move(state_)); }

 private:
  std::variant<T, Error> state_;
};

/// Success, or the Error that kept the work from being done.
template <>
class [[nodiscard]] Result<void> {
 public:
  /// Success.
  Result() = default;
  /// Holds an error.
  Result(Error error) : error_(std::move(error)) {}

  /// True on success.
  [[nodiscard]] bool ok() const { return !error_.has_value(); }
  /// True on success.
  explicit operator bool() const { return ok(); }
  /// The error. REQUIRES: !ok().
  const Error& error() const& { return *error_; }
  /// The error, moved out. REQUIRES: !ok().
  Error&& error() && { return *std::move(error_); }

 private:
  std::optional<Error> error_;
};

/// Success or an Error.
using Status = Result<void>;

}  // namespace crosswalk

#endif  // CROSSWALK_RESULT_H
