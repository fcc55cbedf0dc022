// See syntax.h. One small function a rule, in one table.
#include "mending/syntax.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "diagnostics/rule.h"
#include "json/reader.h"
#include "json/scan.h"
#include "json/tape_builder.h"
#include "layout/rows.h"

namespace crosswalk::mending {
namespace {

using diagnostics::RawFinding;

std::uint32_t offset32(std::size_t offset) {
  return static_cast<std::uint32_t>(offset);
}

std::size_t skip_blanks(std::string_view bytes, std::size_t at) {
  while (at < bytes.size() && json::is_blank(bytes[at])) ++at;
  return at;
}

/// The place of `wanted` right before `at`, blanks between them aside.
std::optional<std::uint32_t> find_before(std::string_view bytes, std::size_t at, char wanted) {
  while (at > 0 && json::is_blank(bytes[at - 1])) --at;
  if (at == 0 || bytes[at - 1] != wanted) return std::nullopt;
  return offset32(at - 1);
}

bool leave_out(std::size_t begin, std::size_t end, Splice& splice) {
  return splice.add({offset32(begin), offset32(end), {}});
}

/// Commas between rows stand for nothing: those behind the first one are left out.
bool mend_between_rows(std::string_view bytes, std::size_t at, Splice& splice) {
  bool good = false;
  for (; at < bytes.size() && bytes[at] == ','; at = skip_blanks(bytes, at + 1))
    good = leave_out(at, at + 1, splice);
  return good;
}

bool mend_elided(const RawFinding& finding, const SyntaxPlace& place, Splice& splice) {
  const std::string_view bytes = place.bytes;
  std::size_t at = finding.offset;
  if (place.is_between_rows) return mend_between_rows(bytes, at, splice);
  bool good = false;
  for (; at < bytes.size() && (bytes[at] == ',' || bytes[at] == ']');
       at = skip_blanks(bytes, at + 1)) {
    good = splice.add({offset32(at), offset32(at), "\"\""});
    if (bytes[at] == ']') break;
  }
  return good;
}

bool mend_trailing_comma(const RawFinding& finding, const SyntaxPlace& place, Splice& splice) {
  const auto comma = find_before(place.bytes, finding.offset, ',');
  return comma && leave_out(*comma, *comma + 1, splice);
}

/// The finding is behind the first zero. What follows the number is no part of it.
bool mend_leading_zero(const RawFinding& finding, const SyntaxPlace& place, Splice& splice) {
  constexpr std::string_view kBeforeDigits = "-0";
  const std::string_view bytes = place.bytes;
  std::size_t begin = finding.offset;
  while (begin > 0 && kBeforeDigits.find(bytes[begin - 1]) != std::string_view::npos) --begin;
  const char* behind = bytes.data() + begin;
  if (begin == bytes.size() ||
      json::scan_number(behind, bytes.data() + bytes.size()) == json::NumberEnd::kDigitWanted)
    return false;
  const auto end = static_cast<std::size_t>(behind - bytes.data());
  const std::string digits(bytes.substr(begin, end - begin));
  return splice.add({offset32(begin), offset32(end), '"' + digits + '"'});
}

/// A comma behind the last row is dangling once its list is closed.
bool mend_unclosed(const RawFinding& finding, const SyntaxPlace& place, Splice& splice) {
  const auto comma = find_before(place.bytes, finding.offset, ',');
  if (comma && !leave_out(*comma, *comma + 1, splice)) return false;
  return splice.add({finding.offset, finding.offset, finding.expected});
}

bool mend_text_before(const RawFinding& finding, const SyntaxPlace& place, Splice& splice) {
  const std::size_t document = place.bytes.find_first_of("{[<", finding.offset);
  return document != std::string_view::npos && leave_out(place.text_begin, document, splice);
}

/// Where the value that begins at `begin` or behind blanks there ends.
std::optional<std::size_t> value_end(std::string_view bytes, std::size_t begin) {
  json::Tape tape;
  json::TapeBuilder builder(tape);
  std::vector<json::Fault> faults;
  json::ReadSettings settings;
  settings.parse.tolerant = true;
  settings.final = false;
  json::Reader reader(bytes, settings, builder, faults);
  if (reader.read(offset32(begin)) != json::ReadState::kWhole) return std::nullopt;
  return reader.position();
}

/// The opening quote of the text whose closing quote stands at `quote`.
std::optional<std::size_t> text_begin(std::string_view bytes, std::size_t quote) {
  for (std::size_t at = quote; at-- > 0;) {
    if (bytes[at] != '"') continue;
    std::size_t backslashes = 0;
    while (backslashes < at && bytes[at - 1 - backslashes] == '\\') ++backslashes;
    if (backslashes % 2 == 0) return at;
  }
  return std::nullopt;
}

/// The array is closed before the member instead of behind it, so the member is the root's.
bool mend_member_in_array(const RawFinding& finding, const SyntaxPlace& place, Splice& splice) {
  const std::string_view bytes = place.bytes;
  const auto quote = find_before(bytes, finding.offset, '"');
  const auto name = quote ? text_begin(bytes, *quote) : std::nullopt;
  const auto end = name ? value_end(bytes, finding.offset + 1) : std::nullopt;
  if (!end) return false;
  const std::size_t closer = skip_blanks(bytes, *end);
  if (closer >= bytes.size() || bytes[closer] != ']') return false;
  const auto comma = find_before(bytes, *name, ',');
  const bool is_closed = comma ? splice.add({*comma, *comma + 1, "],"})
                               : splice.add({offset32(*name), offset32(*name), "],"});
  return is_closed && leave_out(closer, closer + 1, splice);
}

/// The second opening tag becomes the closing one.
bool mend_tag(const RawFinding& finding, const SyntaxPlace&, Splice& splice) {
  return splice.add({finding.offset + 1, finding.offset + 1, "/"});
}

bool mend_byte_order_mark(const RawFinding& finding, const SyntaxPlace& place, Splice& splice) {
  return leave_out(finding.offset, layout::byte_order_mark_bytes(place.bytes), splice);
}

bool mend_header_space(const RawFinding& finding, const SyntaxPlace& place, Splice& splice) {
  std::string_view name = place.bytes.substr(finding.offset, finding.length);
  std::uint32_t begin = finding.offset;
  const bool is_quoted = name.size() > 1 && name.front() == '"' && name.back() == '"';
  if (is_quoted) {
    name = name.substr(1, name.size() - 2);
    ++begin;
  }
  const std::string_view trimmed = layout::without_blanks(name);
  // A quote at the start of a cell would be one around it.
  if (!is_quoted && trimmed.starts_with('"')) return false;
  const auto end = begin + offset32(name.size());
  return trimmed.size() < name.size() && splice.add({begin, end, std::string(trimmed)});
}

bool mend_bullet(const RawFinding& finding, const SyntaxPlace&, Splice& splice) {
  return leave_out(finding.offset, finding.offset + finding.length, splice);
}

struct Mend {
  diagnostics::CoreRule rule;
  bool (*run)(const RawFinding&, const SyntaxPlace&, Splice&);
  std::string_view done;
};

constexpr Mend kMends[] = {
    {diagnostics::kJsonElidedElement, mend_elided, "an empty text put in for each missing element"},
    {diagnostics::kJsonTrailingComma, mend_trailing_comma, "the comma left out"},
    {diagnostics::kJsonLeadingZero, mend_leading_zero, "written as a text of these digits"},
    {diagnostics::kJsonUnclosed, mend_unclosed, "closed at the end"},
    {diagnostics::kJsonTextBeforeDocument, mend_text_before, "the text before it left out"},
    {diagnostics::kJsonMemberInArray, mend_member_in_array, "the array closed before the member"},
    {diagnostics::kXmlTextBeforeRoot, mend_text_before, "the text before it left out"},
    {diagnostics::kXmlMismatchedTag, mend_tag, "written as a closing tag"},
    {diagnostics::kCsvBom, mend_byte_order_mark, "the byte order mark left out"},
    {diagnostics::kCsvHeaderSpace, mend_header_space, "the blanks left out"},
    {diagnostics::kDocListBullet, mend_bullet, "the bullet left out"}};

}  // namespace

bool add_syntax_edits(const RawFinding& finding, const SyntaxPlace& place, Splice& splice) {
  Splice with = splice;
  const auto* const mend = std::ranges::find(kMends, finding.rule, &Mend::rule);
  if (mend == std::end(kMends) || !mend->run(finding, place, with)) return false;
  splice = std::move(with);
  return true;
}

std::string_view describe_syntax(diagnostics::RuleId rule) {
  const auto* const mend = std::ranges::find(kMends, rule, &Mend::rule);
  return mend == std::end(kMends) ? std::string_view() : mend->done;
}

}  // namespace crosswalk::mending
