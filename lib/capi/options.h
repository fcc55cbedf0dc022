// Options of C as those of C++.
//
// Counts and pointers become lists, 0 becomes the default, callbacks become functions:
//   max_depth 0   ->   256
//   on_finding(context, &finding) gives 0   ->   no more findings, counts go on
// Test: tests/capi/run_test.cc.
#ifndef CROSSWALK_CAPI_OPTIONS_H
#define CROSSWALK_CAPI_OPTIONS_H

#include <atomic>

#include "capi/handles.h"

namespace crosswalk::capi {

/// Reading and judging, resolved. It must outlive the run that uses `options`.
struct ReadSettings {
  ReadOptions options;
  FindingSink on_finding;
  std::atomic<bool> is_cancelled = false;
};

/// Fills `into` in from `given` (null: all defaults). Errors: kUsage.
Status read_settings(const crosswalk_read_options* given, ReadSettings& into);

/// The options of writing; those of reading are read_settings()'s. Errors: kUsage.
Result<ConvertOptions> convert_options(const crosswalk_convert_options& given);

}  // namespace crosswalk::capi

#endif  // CROSSWALK_CAPI_OPTIONS_H
