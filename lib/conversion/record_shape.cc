// See record_shape.h. A backslash takes the byte behind it along, so a text ends where the parser
// ends it too.
#include "conversion/record_shape.h"

#include <algorithm>
#include <utility>

#include "base/name_table.h"
#include "json/scan.h"

namespace crosswalk::conversion {

using json::Kind;

namespace {

// The quote that ends a text, or `end`. What else stops a text is left to the parser.
const char* end_of_text(const char* at, const char* end) {
  at = json::find_string_stop(at, end);
  while (at != end && *at != '"') {
    const bool is_escape = *at == '\\';
    if (is_escape && end - at < 2) return end;
    at = json::find_string_stop(at + (is_escape ? 2 : 1), end);
  }
  return at;
}

bool is_in_number(char c) {
  return json::is_digit(c) || c == '-' || c == '.' || c == 'e' || c == 'E' || c == '+';
}

// Null if no number begins there.
const char* end_of_number(const char* at, const char* end) {
  const char* const begin = at;
  while (at != end && is_in_number(*at)) ++at;
  return at == begin ? nullptr : at;
}

}  // namespace

std::vector<std::string> naming_members(const std::vector<format::Field>& fields) {
  std::vector<std::string> names;
  for (const format::Field& field : fields) {
    if (field.family == format::Family::kPairs) names.push_back(field.pair_name);
  }
  return names;
}

RecordShape::RecordShape(const RecordView& record, const std::vector<std::string>& fixed) {
  std::uint32_t begin = 0;
  const auto leave_out = [&](std::uint32_t from, std::uint32_t to, Gap gap) {
    pieces_.push_back({std::string(record.text.substr(begin, from - begin)), gap});
    begin = to;
  };
  std::string scratch;
  std::uint32_t fixed_end = 0;
  const std::vector<json::Token>& tokens = record.tape->tokens;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const json::Token& token = tokens[i];
    if (token.kind == Kind::kName &&
        std::ranges::find(fixed, json::string_value(record.text, token, scratch)) != fixed.end())
      fixed_end = std::max(fixed_end, tokens[i + 1].next);
    if (i < fixed_end) continue;
    const bool is_text = token.kind == Kind::kString && token.end - token.begin >= 2 &&
                         record.text[token.begin] == '"';
    if (is_text) leave_out(token.begin + 1, token.end - 1, Gap::kText);
    if (token.kind == Kind::kNumber) leave_out(token.begin, token.end, Gap::kNumber);
  }
  leave_out(static_cast<std::uint32_t>(record.text.size()), 0, Gap::kEnd);
}

bool RecordShape::fits(std::string_view text) const {
  const char* at = text.data();
  const char* const end = at + text.size();
  for (const Piece& piece : pieces_) {
    if (static_cast<std::size_t>(end - at) < piece.bytes.size()) return false;
    if (!base::same_name({at, piece.bytes.size()}, piece.bytes)) return false;
    at += piece.bytes.size();
    if (piece.behind == Gap::kText) at = end_of_text(at, end);
    if (piece.behind == Gap::kNumber) at = end_of_number(at, end);
    if (at == nullptr) return false;
  }
  return at == end;
}

void RecordShapes::add(const RecordView& record) {
  constexpr std::size_t kMost = 16;
  if (shapes_.size() < kMost) shapes_.emplace_back(record, fixed_);
}

bool RecordShapes::fit(std::string_view text) {
  for (std::size_t i = 0; i < shapes_.size(); ++i) {
    if (!shapes_[i].fits(text)) continue;
    if (i > 0) std::swap(shapes_[i], shapes_[i - 1]);
    return true;
  }
  return false;
}

}  // namespace crosswalk::conversion
