// What stands behind the opaque handles of crosswalk_c.h, and how errors and structs cross the
// border.
//
// This layer uses the public C++ interface alone, so whatever C can do, C++ can do in the same way.
// Structs that carry their size are read up to that size:
//   caller's struct is shorter   ->   the members that it lacks are zero
//   caller's struct is longer    ->   refused unless the rest is zero, as it asks for what we lack
// Test: tests/capi/*_test.cc, and in C examples/validate_file_c.c.
#ifndef CROSSWALK_CAPI_HANDLES_H
#define CROSSWALK_CAPI_HANDLES_H

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/guard.h"
#include "crosswalk/crosswalk.h"
#include "crosswalk/crosswalk_c.h"

struct crosswalk_error {
  crosswalk_status status = CROSSWALK_BUG;
  std::string message;
};

struct crosswalk_formats {
  crosswalk::Formats formats;
  std::vector<std::string> names;
};

struct crosswalk_source {
  std::unique_ptr<crosswalk::Source> source;
};

struct crosswalk_run {
  crosswalk::RunResult result;
};

struct crosswalk_loss {
  crosswalk::LossReport report;
  std::vector<std::vector<crosswalk_text>> targets;  // by field, of `report`
};

struct crosswalk_matches {
  std::vector<crosswalk::Detected> matches;
};

namespace crosswalk::capi {

/// A text of the library's, as C sees it: lives as long as what it was taken from.
inline crosswalk_text give(std::string_view text) {
  return {text.data(), text.size()};
}

/// A text of the caller's.
inline std::string_view take(crosswalk_text text) {
  return text.data == nullptr ? std::string_view() : std::string_view(text.data, text.size);
}

/// Hands `error` out, if the caller wants it, and gives its status.
crosswalk_status fail(const Error& error, crosswalk_error** out);

/// Runs `work`, which returns a Status, and turns what it comes to into a status and an error.
template <class Work>
crosswalk_status run(crosswalk_error** error, Work&& work) {
  const Status status = base::guarded(std::forward<Work>(work));
  return status.ok() ? CROSSWALK_OK : fail(status.error(), error);
}

/// kUsage: an argument that must not be NULL is.
inline Error null_argument(std::string_view name) {
  return {ErrorKind::kUsage, "argument " + std::string(name) + " is NULL"};
}

/// `given` as the library knows the struct. Errors: kUsage for a size that cannot be, and for
/// members that are set and unknown here.
template <class Struct>
Result<Struct> read_struct(const Struct& given, std::string_view name) {
  const std::size_t size = given.struct_size;
  if (size < sizeof(std::size_t))
    return Error{ErrorKind::kUsage, std::string(name) + ": struct_size is not set"};
  Struct known{};
  const char* const bytes = reinterpret_cast<const char*>(&given);
  std::memcpy(&known, bytes, std::min(size, sizeof(Struct)));
  const bool is_known = std::all_of(bytes + std::min(size, sizeof(Struct)), bytes + size,
                                    [](char byte) { return byte == 0; });
  if (!is_known)
    return Error{ErrorKind::kUsage,
                 std::string(name) + ": a member is set that this version does not know"};
  return known;
}

/// Puts `filled` into the caller's struct, as much of it as that has room for; its own struct_size
/// becomes what was filled. Errors: kUsage for a size that cannot be.
template <class Struct>
Status fill_struct(Struct filled, Struct& into, std::string_view name) {
  const std::size_t size = into.struct_size;
  if (size < sizeof(std::size_t))
    return Error{ErrorKind::kUsage, std::string(name) + ": struct_size is not set"};
  filled.struct_size = std::min(size, sizeof(Struct));
  std::memcpy(&into, &filled, filled.struct_size);
  return {};
}

}  // namespace crosswalk::capi

#endif  // CROSSWALK_CAPI_HANDLES_H
