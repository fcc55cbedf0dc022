// What a run knows of the input that it is reading; for run.cc and run_bind.cc alone.
//
//   opened: reader, head   bound: table, nested or records_task   then batch after batch
// Test: tests/pipeline/run_test.cc.
#ifndef CROSSWALK_PIPELINE_RUN_INPUT_H
#define CROSSWALK_PIPELINE_RUN_INPUT_H

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "check/table.h"
#include "layout/reader.h"
#include "pipeline/nested_checker.h"
#include "pipeline/record_checker.h"
#include "pipeline/request.h"
#include "pipeline/run.h"

namespace crosswalk::pipeline {

/// An input that was opened.
struct Run::Input {
  std::unique_ptr<layout::RecordReader> reader;
  record::Head head;
  Findings findings;                                 // of the head
  std::shared_ptr<const check::TableProgram> table;  // null: records are JSON values
  RecordTask records_task;
  std::optional<NestedTask> nested;
  std::shared_ptr<const Request> request;    // null: none is written
  std::vector<format::NodeId> record_nodes;  // of a form's rows
  bool is_envelope_good = true;
  std::vector<std::string> names;
  std::string encoding;           // that it was decoded from; empty for UTF-8
  std::size_t own_key_rules = 0;  // how many keys the source's program knows
  bool is_done = false;           // what follows does not matter
  std::uint64_t records = 0;
};

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_RUN_INPUT_H
