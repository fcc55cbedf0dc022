// The reference engine: valijson over a RapidJSON document, behind the same door as the rule
// program.
//
// It says only whether a value is valid by the plain draft-07 keywords. `--engine reference` and
// the twin tests use it. What would crash it is not given to it: a text of 26,000 characters ends
// the process inside std::regex, and nesting of thousands of levels takes seconds; such values are
// not judged, and the answer says so. Test: tests/check/reference_test.cc.
#ifndef CROSSWALK_CHECK_REFERENCE_H
#define CROSSWALK_CHECK_REFERENCE_H

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "crosswalk/result.h"

namespace crosswalk::check {

/// One failure as the reference engine tells it.
struct ReferenceFailure {
  std::string pointer;      ///< RFC 6901
  std::string description;  ///< its words; may hold schema text, never values
};

/// What the reference engine says of a value.
enum class ReferenceVerdict : std::uint8_t {
  kValid,
  kInvalid,
  kNotJudged  ///< no JSON, too deep, a text too long for its patterns, or it threw
};

/// A schema held by the reference engine.
/// Threads: one at a time.
class ReferenceEngine {
 public:
  /// `schema_text` is a whole schema file; `record` a pointer to the schema to use in it ("" = the
  /// root). Errors: kUsage if it cannot be compiled.
  static Result<std::unique_ptr<ReferenceEngine>> compile(std::string_view schema_text,
                                                          std::string_view record);
  ~ReferenceEngine();
  ReferenceEngine(const ReferenceEngine&) = delete;
  ReferenceEngine& operator=(const ReferenceEngine&) = delete;

  /// Judges a JSON text; if it is invalid, appends the failures, innermost first. Cost: some
  /// microseconds a keyword.
  ReferenceVerdict check(std::string_view json_text, std::vector<ReferenceFailure>& failures) const;

 private:
  struct Impl;
  explicit ReferenceEngine(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_REFERENCE_H
