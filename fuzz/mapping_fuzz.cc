// Any bytes as a map file, a NUL, and an input: a user's own mapping between two formats.
//
// What must hold: a map that does not load is refused as wrong use, in one line that names it; one
// that loads leads to a conversion that loses nothing in silence, whose report stays whole, and
// whose output the target's format takes, but for keys that stand twice; converting in pieces gives
// the same.
//   {"source": {"id": {"is": ["/ids/crm"]}}}\0id\n1\n
// The choices are source, target, and leave to lose.
#include <set>
#include <string>

#include "support/require.h"
#include "support/runs.h"

using namespace crosswalk;
using fuzz::Bytes;
using fuzz::Outcome;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes bytes(data, size);
  const auto [map, text] = bytes.halves();
  const std::string& from = bytes.pick(fuzz::sources());
  ConvertOptions options = fuzz::convert_options(from, bytes.pick(fuzz::sources()));
  options.allows_loss = bytes.flag();
  options.keep_going = bytes.flag();
  options.map = map;
  options.map_name = "own.map.json";
  const Outcome there = fuzz::run_convert(text, options);
  options.read.block_bytes = bytes.block_bytes();
  const Outcome pieces = fuzz::run_convert(text, options);
  require(fuzz::same_verdict(there, pieces));
  require(pieces.output.bodies == there.output.bodies);
  if (!there.is_complete() || !there.result->loss) return 0;
  std::set<std::string> seen;
  for (const FieldLoss& field : there.result->loss->fields) {
    require(seen.insert(field.source).second);
    require(field.lost == 0 || options.allows_loss || fuzz::is_let_go(field));
  }
  fuzz::require_readable(there, options.to);
  return 0;
}
