// Whole texts: the reading loop (reader.h) between a status line that may stand before it and
// nothing after it.
//
// A status line is three digits and words on a line of their own before `{` or `[`, as printed in
// documentation of HTTP answers:
//   200 OK
//   {"data":[]}
// Strict reading takes 200 for the document and stops at the O. `2000 OK` is no status line.
// Test: tests/json/parser_test.cc.
#include "json/parser.h"

#include <algorithm>

#include "json/reader.h"
#include "json/scan.h"
#include "json/tape_builder.h"
#include "text/utf8.h"

namespace crosswalk::json {

namespace {

bool is_status_text(char c) {
  const char lower = static_cast<char>(c | 0x20);
  return (lower >= 'a' && lower <= 'z') || c == ' ' || c == '\t' || c == '-' || c == '\'';
}

// Moves `p` past the `HTTP/1.1` of a whole status line, if one stands there.
const char* skip_protocol(const char* p, const char* end) {
  constexpr std::string_view kProtocol = "HTTP/";
  if (!std::string_view(p, static_cast<std::size_t>(end - p)).starts_with(kProtocol)) return p;
  p += kProtocol.size();
  while (p != end && (is_digit(*p) || *p == '.')) ++p;
  return skip_blanks(p, end);
}

// The byte after the status line that `text` begins with, or 0.
std::uint32_t status_line_end(std::string_view text) {
  const char* const begin = text.data();
  const char* const end = begin + text.size();
  const char* const number = skip_protocol(skip_blanks(begin, end), end);
  const char* p = number;
  if (!skip_digits(p, end) || p - number != 3) return 0;
  while (p != end && is_status_text(*p)) ++p;
  if (p == end || (*p != '\n' && *p != '\r')) return 0;
  p = skip_blanks(p, end);
  if (p == end || (*p != '{' && *p != '[')) return 0;
  return static_cast<std::uint32_t>(p - begin);
}

// Strict reading stops at the first byte after the number, or at the protocol before it.
std::uint32_t after_status_number(std::string_view text) {
  const char* const end = text.data() + text.size();
  const char* p = skip_blanks(text.data(), end);
  skip_digits(p, end);
  return static_cast<std::uint32_t>(skip_blanks(p, end) - text.data());
}

bool read_document(std::string_view text, std::uint32_t begin, const ParseOptions& options,
                   Tape& tape, std::vector<Fault>& faults) {
  ReadSettings settings;
  settings.parse = options;
  settings.check_utf8 = !text::valid(text);
  TapeBuilder builder(tape);
  Reader reader(text, settings, builder, faults);
  if (reader.read(begin) != ReadState::kWhole) {
    builder.break_off();
    return false;
  }
  const char* const end = text.data() + text.size();
  const char* const rest = skip_blanks(text.data() + reader.position(), end);
  if (rest == end) return true;
  const auto offset = static_cast<std::uint32_t>(rest - text.data());
  faults.push_back({FaultKind::kSyntax, offset, "the end of the text", false});
  return false;
}

}  // namespace

bool parse(std::string_view text, const ParseOptions& options, Tape& tape,
           std::vector<Fault>& faults) {
  tape.clear();
  const auto first_fault = static_cast<std::ptrdiff_t>(faults.size());
  const std::uint32_t begin = status_line_end(text);
  if (begin != 0) {
    faults.push_back({FaultKind::kTextBeforeDocument, after_status_number(text),
                      "the end of the text", options.tolerant});
    if (!options.tolerant) return false;
  }
  const bool whole = read_document(text, begin, options, tape, faults);
  const auto own_faults = faults.begin() + first_fault;
  std::stable_sort(own_faults, faults.end(),
                   [](const Fault& a, const Fault& b) { return a.offset < b.offset; });
  return whole && std::all_of(own_faults, faults.end(), [](const Fault& f) { return f.mended; });
}

}  // namespace crosswalk::json
