// Any bytes as an input of any built-in format, as a user would give it.
//
// What must hold: every run ends with counts that add up; findings, counts and places do not depend
// on the size of the blocks, nor on how many threads work; `take` and `skip` choose records and
// change no verdict.
//   id,name\n1,\n FF 00 05   format as detected, then again in blocks of five bytes
// The choices are format and layout, size of the blocks, tolerance, limits, and threads.
#include <string>

#include "support/require.h"
#include "support/runs.h"

namespace {

using namespace crosswalk;
using fuzz::Bytes;
using fuzz::Outcome;
using fuzz::require;

ReadOptions choose_options(Bytes& bytes) {
  ReadOptions options = fuzz::read_options(fuzz::choose_source(bytes));
  options.block_bytes = bytes.block_bytes();
  const std::uint8_t ways = bytes.byte();
  options.tolerant = (ways & 1U) != 0;
  options.strict = (ways & 2U) != 0;
  options.nfc = (ways & 4U) != 0;
  options.show_values = (ways & 8U) != 0;
  options.want_excerpts = (ways & 16U) != 0;
  if ((ways & 32U) != 0) options.max_record_bytes = 1 + bytes.byte();
  if ((ways & 64U) != 0) options.max_columns = 1 + bytes.byte() % 8U;
  if ((ways & 128U) != 0) options.max_depth = 1 + bytes.byte() % 8U;
  return options;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes bytes(data, size);
  ReadOptions options = choose_options(bytes);
  options.threads = 1 + bytes.byte() % 3U;
  const Outcome pieces = fuzz::run_validate(bytes.text(), options);
  options.threads = 1;
  options.block_bytes = fuzz::kLargeBlock;
  const Outcome whole = fuzz::run_validate(bytes.text(), options);
  require(fuzz::same_verdict(pieces, whole));
  if (!whole.ok()) return 0;
  require(options.from.empty() || whole.result->from == options.from);
  options.skip = bytes.byte() % 4U;
  options.take = 1 + bytes.byte() % 4U;
  const Outcome some = fuzz::run_validate(bytes.text(), options);
  require(some.ok() && some.result->summary.records <= options.take);
  return 0;
}
