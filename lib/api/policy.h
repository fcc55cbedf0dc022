// The severities of a run, from the caller's options: `--ignore`, `--severity`, `--strict`.
//
//   csv.* = off, csv.bom = error   ->   csv.bom is told as an error, no other csv rule at all
// Later options win, whether they name a rule or a group. A policy itself takes any name without a
// word, so names are checked here. Test: tests/api/policy_test.cc.
#ifndef CROSSWALK_API_POLICY_H
#define CROSSWALK_API_POLICY_H

#include <string>
#include <vector>

#include "crosswalk/run.h"
#include "diagnostics/rule.h"
#include "format/library.h"

namespace crosswalk::api {

/// `off`, `info`, `warning` or `error`.
const char* name_of(Severity severity);

/// What `options` make of severities. What is to be confirmed before `written` is written is an
/// error where no setting confirms it; null: nothing is written. Errors: kUsage for a rule, or a
/// group such as `csv.*`, that does not exist.
Result<diagnostics::RulePolicy> make_policy(const format::Library& library,
                                            const ReadOptions& options,
                                            const format::Definition* written = nullptr);

/// What `options` changed, for the summary: `rule=severity`.
std::vector<std::string> changed_rules(const ReadOptions& options);

}  // namespace crosswalk::api

#endif  // CROSSWALK_API_POLICY_H
