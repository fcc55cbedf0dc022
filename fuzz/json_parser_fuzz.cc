// Any bytes as a JSON text, strict and tolerant.
//
// What must hold: strict reading accepts exactly what it finds no fault in; tolerant reading
// accepts all of that with the same tape; a tape that is whole spans the text's tokens without
// gaps.
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "json/parser.h"

namespace {

using crosswalk::json::Fault;
using crosswalk::json::Kind;
using crosswalk::json::Tape;
using crosswalk::json::Token;

void require(bool holds) {
  if (!holds) std::abort();
}

bool same(const Token& a, const Token& b) {
  return a.kind == b.kind && a.escaped == b.escaped && a.begin == b.begin && a.end == b.end &&
         a.next == b.next && a.count == b.count;
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
  pointer_to(text, tape, static_cast<std::uint32_t>(tape.tokens.size() - 1));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  Tape strict;
  std::vector<Fault> faults;
  const bool good = parse(text, {false, 64}, strict, faults);
  require(good == faults.empty());
  Tape tolerant;
  std::vector<Fault> mended;
  const bool readable = parse(text, {true, 64}, tolerant, mended);
  require(!good || (readable && mended.empty()));
  if (readable) check_tape(text, tolerant);
  if (!good) return 0;
  require(strict.tokens.size() == tolerant.tokens.size());
  for (std::size_t i = 0; i < strict.tokens.size(); ++i) {
    require(same(strict.tokens[i], tolerant.tokens[i]));
  }
  return 0;
}
