// See outlines.h. Names, brackets and literals are compared as bytes, so nothing about them can be
// wrong that was right in the text that was learned; texts and numbers are judged where they stand.
#include "json/outlines.h"

#include <algorithm>
#include <atomic>
#include <utility>

#include "base/name_table.h"
#include "json/escape.h"
#include "json/scan.h"
#include "text/utf8.h"

namespace crosswalk::json {
namespace {

constexpr std::size_t kMostOutlines = 32;
constexpr std::size_t kMostTokens = 1000;
constexpr std::size_t kMostBytes = std::size_t{1} << 16U;

// The quote that ends a text, null if none does, or not the way that JSON wants.
const char* end_of_text(const char* at, const char* end, bool& escaped) {
  for (;;) {
    at = find_string_stop(at, end);
    if (at == end) return nullptr;
    if (*at == '"') return at;
    if (*at != '\\') return nullptr;
    escaped = true;
    at = skip_escape(at, end);
    if (at == nullptr) return nullptr;
  }
}

const char* end_of_number(const char* at, const char* end) {
  const bool begins = at != end && (*at == '-' || is_digit(*at));
  return begins && scan_number(at, end) == NumberEnd::kGood ? at : nullptr;
}

}  // namespace

std::uint64_t next_outline() {
  static std::atomic<std::uint64_t> last = 0;
  return ++last;
}

bool Outlines::follow(std::string_view text, Tape& tape) {
  if (outlines_.empty() || !has_patience()) return false;
  Reading reading{text.data(), text.data() + text.size()};
  std::size_t at = last_;
  any_escaped_ = false;
  for (std::size_t i = 0; i < outlines_[at].pieces.size(); ++i) {
    begins_[i] = static_cast<std::uint32_t>(reading.at - text.data());
    reading.escaped = false;
    if (!take(outlines_[at].pieces[i], reading) && !change(at, i, reading)) return false;
    escaped_[i] = reading.escaped ? 1 : 0;
    any_escaped_ |= reading.escaped;
  }
  if (reading.at != reading.end || !text::valid(text)) return false;
  missed_ = 0;
  last_ = at;
  make_tape(outlines_[at], tape);
  return true;
}

// After many texts that followed none, only some are tried.
bool Outlines::has_patience() {
  constexpr std::uint32_t kMany = 64;
  constexpr std::uint32_t kSome = 16;
  return ++missed_ < kMany || missed_ % kSome == 0;
}

// Goes on with another outline that has the same pieces before `piece`, and one there that fits.
bool Outlines::change(std::size_t& outline, std::size_t piece, Reading& reading) const {
  for (std::size_t other = 0; other < outlines_.size(); ++other) {
    if (other == outline || shared(other, outline) != piece) continue;
    if (!take(outlines_[other].pieces[piece], reading)) continue;
    outline = other;
    return true;
  }
  return false;
}

// Moves on only if the piece is there, and what stands behind it.
bool Outlines::take(const Piece& piece, Reading& reading) {
  const std::size_t size = piece.bytes.size();
  if (static_cast<std::size_t>(reading.end - reading.at) < size) return false;
  if (!base::same_name({reading.at, size}, piece.bytes)) return false;
  const char* behind = reading.at + size;
  bool escaped = false;
  if (piece.behind == Gap::kText) behind = end_of_text(behind, reading.end, escaped);
  if (piece.behind == Gap::kNumber) behind = end_of_number(behind, reading.end);
  if (behind == nullptr) return false;
  reading.at = behind;
  reading.escaped = escaped;
  return true;
}

// Places are moved by as much as the pieces are that hold them, forward or back.
void Outlines::make_tape(const Outline& outline, Tape& tape) {
  std::vector<std::uint32_t>& moves = begins_;
  for (std::size_t i = 0; i < outline.pieces.size(); ++i) moves[i] -= outline.pieces[i].begin;
  tape.tokens = outline.tokens;
  tape.outline = outline.number;
  const Pieces* pieces = outline.pieces_of.data();
  for (Token& token : tape.tokens) {
    token.begin += moves[pieces->begin];
    token.end += moves[pieces->end];
    ++pieces;
  }
  if (!any_escaped_) return;
  for (std::size_t i = 0; i < outline.pieces.size(); ++i) {
    if (escaped_[i] != 0) tape.tokens[outline.pieces[i].text].escaped = true;
  }
}

void Outlines::learn(std::string_view text, Tape& tape) {
  const bool has_room = outlines_.size() < kMostOutlines;
  if (!has_room || tape.tokens.size() > kMostTokens || text.size() > kMostBytes) return;
  Outline outline = outline_of(text, tape);
  for (const Outline& known : outlines_) {
    const auto parting = std::ranges::mismatch(outline.pieces, known.pieces);
    outline.shared.push_back(static_cast<std::size_t>(parting.in1 - outline.pieces.begin()));
    if (outline.shared.back() < outline.pieces.size()) continue;
    tape.outline = known.number;
    return;
  }
  outline.number = tape.outline = next_outline();
  last_ = outlines_.size();
  begins_.resize(std::max(begins_.size(), outline.pieces.size()));
  escaped_.resize(begins_.size());
  outlines_.push_back(std::move(outline));
}

Outlines::Outline Outlines::outline_of(std::string_view text, const Tape& tape) {
  Outline outline;
  std::uint32_t begin = 0;
  const auto leave_out = [&](std::uint32_t from, std::uint32_t to, Gap gap, std::uint32_t token) {
    outline.pieces.push_back({std::string(text.substr(begin, from - begin)), gap, begin, token});
    begin = to;
  };
  for (std::uint32_t i = 0; i < tape.tokens.size(); ++i) {
    const Token& token = tape.tokens[i];
    if (token.kind == Kind::kString) leave_out(token.begin + 1, token.end - 1, Gap::kText, i);
    if (token.kind == Kind::kNumber) leave_out(token.begin, token.end, Gap::kNumber, i);
  }
  leave_out(static_cast<std::uint32_t>(text.size()), 0, Gap::kEnd, 0);
  // Numbers begin and end where pieces do: their first byte is behind a piece, their end a piece's
  // begin. All other tokens have their first and last byte in a piece.
  const auto piece_at = [&](std::uint32_t offset) {
    const auto behind = std::ranges::upper_bound(outline.pieces, offset, {}, &Piece::begin);
    return static_cast<std::uint16_t>(behind - outline.pieces.begin() - 1);
  };
  for (const Token& token : tape.tokens) {
    const std::uint32_t last = token.kind == Kind::kNumber ? token.end : token.end - 1;
    outline.pieces_of.push_back({piece_at(token.begin), piece_at(last)});
  }
  outline.tokens = tape.tokens;
  for (Token& token : outline.tokens) token.escaped = false;
  return outline;
}

std::size_t Outlines::shared(std::size_t a, std::size_t b) const {
  return outlines_[std::max(a, b)].shared[std::min(a, b)];
}

}  // namespace crosswalk::json
