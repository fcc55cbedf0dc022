// What a conversion writes: names and options of the caller, held against what the target can be.
//
//   to "vendor/name:csv", delimiter `;`   ->   that layout, with `;` between its cells
//   to "vendor/name:json", delimiter `;`  ->   kUsage: no layout with cells
// All that the caller's words can get wrong is refused here, before the first byte is written.
// Test: tests/api/target_test.cc.
#ifndef CROSSWALK_API_TARGET_H
#define CROSSWALK_API_TARGET_H

#include <memory>
#include <string>

#include "api/choice.h"
#include "pipeline/writing.h"

namespace crosswalk::api {

/// A target, resolved; output and step are still to be filled in.
struct Target {
  pipeline::Conversion conversion;
  std::string name;                              ///< `vendor/name:layout`
  std::unique_ptr<const format::Layout> layout;  ///< the format's, changed by options; null: it is
                                                 ///< the format's own
};

/// Resolves all that writing needs. Ownership: it points into `formats`, which must outlive it.
/// Errors: kUsage.
Result<Target> resolve_target(const Formats& formats, const ConvertOptions& options,
                              const Choice& source);

/// Errors: kUsage for the name of no encoding; empty is none and passes.
Status check_encoding(const std::string& encoding);

}  // namespace crosswalk::api

#endif  // CROSSWALK_API_TARGET_H
