// Any bytes as a JSON text: strict, tolerant, by the fast reader, by RapidJSON and by simdjson.
//
// What must hold: strict reading accepts exactly what it finds no fault in, and so do RapidJSON and
// simdjson, but for the known differences (tests/json/json_twins.h); the fast reader gives the same
// tape and faults; tolerant reading accepts all that strict reading does with the same tape; a tape
// that is whole spans the text's tokens without gaps, and any tape can be walked.
//   [1,,2]   refused by all but tolerant reading
// The choice is the limit of nesting.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "json/fast_reader.h"
#include "json/json_twins.h"
#include "support/bytes.h"
#include "support/require.h"

namespace {

using namespace crosswalk::json;
using crosswalk::fuzz::require;

bool same(const Token& a, const Token& b) {
  return a.kind == b.kind && a.escaped == b.escaped && a.begin == b.begin && a.end == b.end &&
         a.next == b.next && a.count == b.count;
}

bool same(const Fault& a, const Fault& b) {
  return a.kind == b.kind && a.offset == b.offset && a.expected == b.expected &&
         a.mended == b.mended;
}

template <class Item>
void require_same(const std::vector<Item>& a, const std::vector<Item>& b) {
  require(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i) require(same(a[i], b[i]));
}

struct Reading {
  Tape tape;
  std::vector<Fault> faults;
  bool is_whole = false;
};

Reading read(std::string_view text, const ParseOptions& options) {
  Reading reading;
  reading.is_whole = parse(text, options, reading.tape, reading.faults);
  return reading;
}

void check_tape(std::string_view text, const Tape& tape) {
  std::string scratch;
  require(!tape.tokens.empty() && tape.tokens[0].next == tape.tokens.size());
  for (const Token& token : tape.tokens) {
    require(token.begin <= token.end && token.end <= text.size());
    require(token.next <= tape.tokens.size());
    if (token.kind == Kind::kString || token.kind == Kind::kName) {
      string_value(text, token, scratch);
    }
  }
}

// Every token has a pointer, also where reading stopped in the middle.
void check_pointers(std::string_view text, const Tape& tape) {
  const std::size_t most = std::min<std::size_t>(tape.tokens.size(), 100);
  for (std::uint32_t i = 0; i < most; ++i) pointer_to(text, tape, i);
}

void check_fast_reader(std::string_view text, const ParseOptions& options, const Reading& plain) {
  static FastReader reader;
  Reading fast;
  fast.is_whole = reader.parse(text, options, fast.tape, fast.faults);
  require(fast.is_whole == plain.is_whole);
  require_same(fast.faults, plain.faults);
  if (plain.is_whole) require_same(fast.tape.tokens, plain.tape.tokens);
}

// What the others are known to treat otherwise, whatever else stands in the text. RapidJSON skips
// each byte of a byte order mark, with the others or without.
bool is_known_otherwise(std::string_view text, const std::vector<Fault>& faults) {
  const bool is_deep = !faults.empty() && faults.back().kind == FaultKind::kDepth;
  const bool is_of_mark = text.find_first_of("\xEF\xBB\xBF") == 0;
  return is_deep || may_hold_a_huge_number(text) || is_of_mark ||
         text.find('\0') != std::string_view::npos;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  crosswalk::fuzz::Bytes bytes(data, size);
  const std::string_view text = bytes.text();
  const std::uint8_t chosen = bytes.byte();
  const std::uint32_t max_depth = chosen == 0 ? 256 : chosen;
  const Reading strict = read(text, {false, max_depth});
  const Reading tolerant = read(text, {true, max_depth});
  require(strict.is_whole == strict.faults.empty());
  if (tolerant.is_whole) check_tape(text, tolerant.tape);
  check_pointers(text, strict.tape);
  check_pointers(text, tolerant.tape);
  if (strict.is_whole) {
    require(tolerant.is_whole && tolerant.faults.empty());
    require_same(strict.tape.tokens, tolerant.tape.tokens);
  }
  check_fast_reader(text, {false, max_depth}, strict);
  check_fast_reader(text, {true, max_depth}, tolerant);
  if (is_known_otherwise(text, strict.faults)) return 0;
  require(simdjson_agrees(text, strict.faults));
  require(rapidjson_agrees(text, strict.faults));
  return 0;
}
