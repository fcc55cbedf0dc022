// Any bytes of any built-in format, converted to another format, with the report of what is lost.
//
// What must hold: a complete conversion's output is read by the target's format without an error,
// with as many records as were written; the report names each field once, counts no more records
// than there are, and says lost only of fields that it calls lossy, or read-only: these the
// source's system works out itself; without leave to lose, nothing else is lost; the size of the
// blocks changes nothing. Where every field with a value is lossless, what came back goes there and
// comes back the same.
// Keys are left out: what may not stand twice is asked of the source's records.
// The choices are source, target, size of the blocks, and manners.
#include <set>
#include <string>

#include "support/require.h"
#include "support/runs.h"

namespace {

using namespace crosswalk;
using fuzz::Bytes;
using fuzz::Outcome;
using fuzz::require;

void check_report(const RunResult& result, bool allows_loss) {
  require(result.loss.has_value());
  std::set<std::string> seen;
  for (const FieldLoss& field : result.loss->fields) {
    require(seen.insert(field.source).second);
    require(field.records <= result.summary.records);
    require(field.lost <= field.records && field.normalised <= field.records);
    if (field.lost == 0 || fuzz::is_let_go(field)) continue;
    require(field.loss == LossClass::kLossy && allows_loss);
  }
}

bool is_lossless(const LossReport& report) {
  for (const FieldLoss& field : report.fields) {
    if (field.records > 0 && field.loss != LossClass::kLossless) return false;
  }
  return true;
}

void check_way_back(const Outcome& there, const std::string& from, const std::string& to) {
  if (there.result->records_out == 0 || !is_lossless(*there.result->loss)) return;
  const Outcome back = fuzz::run_convert(there.body(), fuzz::convert_options(to, from));
  if (!back.is_complete()) return;  // the way back needs what the target does not have
  const Outcome again = fuzz::run_convert(back.body(), fuzz::convert_options(from, to));
  require(again.is_complete());
  const Outcome back_again = fuzz::run_convert(again.body(), fuzz::convert_options(to, from));
  require(back_again.is_complete() && back_again.body() == back.body());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes bytes(data, size);
  const std::string source = fuzz::choose_source(bytes);
  ConvertOptions options = fuzz::convert_options(source, bytes.pick(fuzz::sources()));
  const std::size_t block_bytes = bytes.block_bytes();
  options.allows_loss = bytes.flag();
  options.keep_going = bytes.flag();
  const Outcome there = fuzz::run_convert(bytes.text(), options);
  options.read.block_bytes = block_bytes;
  const Outcome pieces = fuzz::run_convert(bytes.text(), options);
  require(fuzz::same_verdict(there, pieces));
  if (!there.is_complete()) return 0;
  require(pieces.output.bodies == there.output.bodies);
  require(pieces.output.rejects == there.output.rejects);
  const std::string& from = there.result->from;
  if (fuzz::format_of(from) == fuzz::format_of(options.to)) return 0;
  check_report(*there.result, options.allows_loss);
  fuzz::require_readable(there, options.to);
  check_way_back(there, from, options.to);
  return 0;
}
