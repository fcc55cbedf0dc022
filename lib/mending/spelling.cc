// See spelling.h.
#include "mending/spelling.h"

#include <vector>

#include "json/parser.h"
#include "json/writer.h"
#include "text/percent.h"

namespace crosswalk::mending {
namespace {

using json::Kind;
using record::Cell;
using record::CellKind;

std::optional<Kind> kind_of(CellKind kind) {
  switch (kind) {
    case CellKind::kText:
    case CellKind::kString:
      return Kind::kString;
    case CellKind::kNumber:
      return Kind::kNumber;
    case CellKind::kTrue:
      return Kind::kTrue;
    case CellKind::kFalse:
      return Kind::kFalse;
    case CellKind::kNull:
      return Kind::kNull;
    default:
      return std::nullopt;
  }
}

CellKind cell_kind(Kind kind) {
  switch (kind) {
    case Kind::kNumber:
      return CellKind::kNumber;
    case Kind::kTrue:
      return CellKind::kTrue;
    case Kind::kFalse:
      return CellKind::kFalse;
    case Kind::kNull:
      return CellKind::kNull;
    default:
      return CellKind::kString;
  }
}

std::string in_quotes(std::string_view text, char quote) {
  std::string quoted(1, quote);
  for (const char c : text) quoted.append(c == quote ? 2 : 1, c);
  return quoted += quote;
}

std::string encoded(std::string_view text) {
  std::string out;
  text::append_encoded(out, text);
  return out;
}

/// Characters that can stand in a cell without quotes only if they are no delimiter.
bool may_need_quotes(std::string_view text) {
  return text.find_first_of(",;|\t\"\r\n") != std::string_view::npos;
}

std::optional<std::string> spell_text(std::string_view text, const Cell& cell, char quote) {
  if (quote == 0) {
    if (may_need_quotes(text)) return std::nullopt;
    return std::string(text);
  }
  const bool is_quoted = (cell.flags & Cell::kQuoted) != 0;
  return is_quoted || may_need_quotes(text) ? in_quotes(text, quote) : std::string(text);
}

}  // namespace

std::optional<Scalar> scalar_of(std::string_view bytes, const Cell& cell) {
  const auto kind = kind_of(cell.kind);
  if (!kind || (cell.flags & Cell::kFaulty) != 0) return std::nullopt;
  std::string scratch;
  return Scalar{*kind, std::string(record::cell_text(bytes, cell, scratch))};
}

std::optional<Scalar> scalar_of_json(std::string_view raw) {
  json::Tape tape;
  std::vector<json::Fault> faults;
  if (!json::parse(raw, {}, tape, faults)) return std::nullopt;
  const json::Token& token = tape.tokens.front();
  if (token.kind == Kind::kObject || token.kind == Kind::kArray) return std::nullopt;
  if (token.kind != Kind::kString) return Scalar{token.kind, std::string(json::raw(raw, token))};
  std::string scratch;
  return Scalar{token.kind, std::string(json::string_value(raw, token, scratch))};
}

std::string spell_json(const Scalar& scalar) {
  if (scalar.kind != Kind::kString) return scalar.text;
  std::string out;
  json::append_string(out, scalar.text);
  return out;
}

std::optional<std::string> mended_json(std::string_view raw, const MendContext& context) {
  const auto value = scalar_of_json(raw);
  const auto meant = value ? mend(*value, context) : std::nullopt;
  return meant ? std::optional(spell_json(*meant)) : std::nullopt;
}

std::optional<std::string> spell(const Scalar& scalar, const Cell& cell,
                                 const format::Layout& layout) {
  if (cell.kind != CellKind::kText) return spell_json(scalar);
  if (layout.kind == format::LayoutKind::kForm) return encoded(scalar.text);
  return spell_text(scalar.text, cell, layout.quote);
}

Cell cell_of(const Cell& cell, std::uint32_t begin, std::string_view bytes, bool is_encoded) {
  Cell mended{begin, begin + static_cast<std::uint32_t>(bytes.size()), cell.kind, 0};
  const bool is_quoted = bytes.size() > 1 && bytes.front() == '"' && bytes.back() == '"';
  if (cell.kind == CellKind::kText) {
    if (is_encoded && text::is_encoded(bytes)) mended.flags = Cell::kPercent | Cell::kEscaped;
    if ((cell.flags & Cell::kQuoted) != 0 && is_quoted) mended.flags = Cell::kQuoted;
    const std::string_view inside = is_quoted ? bytes.substr(1, bytes.size() - 2) : bytes;
    if (mended.flags == Cell::kQuoted && inside.find('"') != std::string_view::npos)
      mended.flags |= Cell::kEscaped;
    return mended;
  }
  const auto scalar = scalar_of_json(bytes);
  mended.kind = scalar ? cell_kind(scalar->kind) : CellKind::kContainer;
  if (is_quoted) mended.flags = Cell::kQuoted;
  if (is_quoted && bytes.find('\\') != std::string_view::npos) mended.flags |= Cell::kEscaped;
  return mended;
}

}  // namespace crosswalk::mending
