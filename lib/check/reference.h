// The reference engine: valijson over a RapidJSON document, behind the same door as the rule
// program.
//
// It says only whether a value is valid by the plain draft-07 keywords. `--engine reference` and
// the twin tests use it. Guarded: texts longer than the limit are not given to it (std::regex
// recursion), depth is limited, nothing throws out.
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

/// A schema held by the reference engine.
class ReferenceEngine {
 public:
  /// `schema_text` is a whole schema file; `record` a pointer to the schema to use in it ("" = the
  /// root). Errors: kUsage if it cannot be compiled.
  static Result<std::unique_ptr<ReferenceEngine>> compile(std::string_view schema_text,
                                                          std::string_view record);
  ~ReferenceEngine();
  /// True if the JSON text is valid; else `failures` gets the leaf failures.
  bool check(std::string_view json_text, std::vector<ReferenceFailure>& failures) const;

 private:
  struct Impl;
  explicit ReferenceEngine(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_REFERENCE_H
