// What a run reads and judges by, resolved by lib/api from names and options.
//
// Names have become pointers, severities a policy, the clock a number: whatever could be wrong with
// the caller's words has been refused before a run sees it.
//   from "vendor/name:csv"   ->   definition, layout, program
// It says nothing of what is written; see Conversion in writing.h. Test:
// tests/pipeline/run_test.cc.
#ifndef CROSSWALK_PIPELINE_RUN_SETUP_H
#define CROSSWALK_PIPELINE_RUN_SETUP_H

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "check/program.h"
#include "crosswalk/run.h"
#include "diagnostics/rule.h"
#include "format/definition.h"
#include "layout/reader.h"
#include "text/time_zone.h"

namespace crosswalk::pipeline {

/// What a run reads, resolved. All pointers outlive the run.
struct RunSetup {
  const diagnostics::RuleCatalog* rules = nullptr;  ///< not null
  const diagnostics::RulePolicy* policy = nullptr;  ///< not null
  const format::Definition* definition = nullptr;   ///< not null
  const format::Layout* layout = nullptr;           ///< not null; of the definition
  const check::Program* program = nullptr;          ///< not null; of the definition
  const format::Operation* operation = nullptr;     ///< null: none
  const ReadOptions* options = nullptr;             ///< not null
  std::int64_t now_unix = 0;
  std::optional<text::TimeZone> time_zone;   ///< of date-times that state none; nothing: not known
  std::vector<std::string> exposed_secrets;  ///< settings of class secret that others may have seen
};

/// The part of the setup that readers need.
inline layout::ReadOptions reader_options(const RunSetup& setup) {
  layout::ReadOptions options;
  options.block_bytes = setup.options->block_bytes;
  options.max_record_bytes = setup.options->max_record_bytes;
  options.max_columns = setup.options->max_columns;
  options.max_depth = setup.options->max_depth;
  options.tolerant = setup.options->tolerant;
  options.delimiter = setup.options->delimiter;
  options.column_names = setup.options->column_names;
  options.rules = setup.rules;
  options.policy = setup.policy;
  return options;
}

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_RUN_SETUP_H
