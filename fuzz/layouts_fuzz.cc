// Any bytes in a layout of any built-in format, written in another layout of it, and back.
//
// What must hold: the plain way (records written one by one) writes what the copying plan writes;
// the size of the blocks changes nothing; what converts without an error converts back, and from
// then on there and back to the same bytes (the first time may bring columns and members into
// another order); nothing that was written is refused when it is read again.
//   id,name\n1,Ann\n FF 00 01   format as detected, into the second of its layouts, and back
// Left out: a request's secrets are written, as the way back needs them; requests get their other
// members by settings. The choices are source, layout, size of the blocks, and manners.
#include <string>

#include "support/require.h"
#include "support/runs.h"

namespace {

using namespace crosswalk;
using fuzz::Bytes;
using fuzz::Outcome;
using fuzz::require;

/// A conversion within one format.
struct Pair {
  std::string from, to;
  std::size_t block_bytes = 0;
  bool is_tolerant = false;
  bool keeps_going = false;
  bool is_plain = false;
};

Outcome convert(std::string_view text, const Pair& pair) {
  ConvertOptions options = fuzz::convert_options(pair.from, pair.to);
  options.read.tolerant = pair.is_tolerant;
  options.read.block_bytes = pair.block_bytes;
  options.read.engine = pair.is_plain ? Engine::kReference : Engine::kCompiled;
  options.keep_going = pair.keeps_going;
  return fuzz::run_convert(text, options);
}

std::string detected(std::string_view text) {
  const Outcome outcome = fuzz::run_validate(text, fuzz::read_options({}));
  return outcome.ok() ? outcome.result->from : std::string();
}

std::string choose_target(Bytes& bytes, const std::string& from) {
  const auto& layouts = fuzz::library().find(fuzz::format_of(from))->layouts;
  return std::string(fuzz::format_of(from)) + ':' + bytes.pick(layouts).name;
}

void check_way_back(const Pair& pair, const std::string& there) {
  Pair strict = pair;
  strict.is_tolerant = strict.keeps_going = strict.is_plain = false;
  Pair reversed = strict;
  std::swap(reversed.from, reversed.to);
  const Outcome back = convert(there, reversed);
  if (!back.ok()) return;  // no conversion leads back
  require(back.is_complete());
  const Outcome again = convert(back.body(), strict);
  require(again.is_complete());
  const Outcome back_again = convert(again.body(), reversed);
  require(back_again.is_complete() && back_again.body() == back.body());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes bytes(data, size);
  Pair pair;
  pair.from = fuzz::choose_source(bytes);
  if (pair.from.empty()) pair.from = detected(bytes.text());
  if (pair.from.empty()) return 0;
  pair.to = choose_target(bytes, pair.from);
  const std::size_t block_bytes = bytes.block_bytes();
  pair.is_tolerant = bytes.flag();
  pair.keeps_going = bytes.flag();
  pair.block_bytes = fuzz::kLargeBlock;
  const Outcome there = convert(bytes.text(), pair);
  pair.block_bytes = block_bytes;
  const Outcome pieces = convert(bytes.text(), pair);
  require(fuzz::same_verdict(there, pieces));
  if (!there.is_complete()) return 0;
  require(pieces.output.bodies == there.output.bodies);
  require(pieces.output.rejects == there.output.rejects);
  pair.is_plain = true;
  const Outcome plain = pair.keeps_going ? there : convert(bytes.text(), pair);
  if (plain.is_complete()) require(plain.output.bodies == there.output.bodies);
  if (there.result->records_out > 0) check_way_back(pair, there.body());
  return 0;
}
