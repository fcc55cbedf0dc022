// Input that is no text of ours, known by its first bytes: what to say instead of a thousand
// findings.
//
//   PK\x03\x04...xl/workbook.xml   a spreadsheet      <!DOCTYPE html>   a web page
// Bytes that only look odd (a text that begins with PK) are taken for foreign too: no table begins
// with PK and two control characters. Test: tests/layout/foreign_content_test.cc.
#include <algorithm>
#include <array>
#include <utility>

#include "layout/detect.h"

namespace crosswalk::layout {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t kFewBytes = 4;

struct Mark {
  std::string_view begin;
  std::string_view inside;  // must follow somewhere; empty = nothing
  std::string_view says;
};

// The first that fits is told.
constexpr std::array<Mark, 9> kMarks = {{
    {"PK\x03\x04"sv, "xl/"sv, "a spreadsheet (xlsx): save it as CSV UTF-8"sv},
    {"PK\x03\x04"sv, "mimetypeapplication/vnd.oasis"sv,
     "a spreadsheet (ods): save it as CSV UTF-8"sv},
    {"PK\x03\x04"sv, ""sv, "a zip archive: unpack it first"sv},
    {"\xD0\xCF\x11\xE0"sv, ""sv, "an old spreadsheet (xls): save it as CSV UTF-8"sv},
    {"\x1F\x8B"sv, ""sv, "gzip: unpack it first"sv},
    {"\x28\xB5\x2F\xFD"sv, ""sv, "zstd: unpack it first"sv},
    {"%PDF-"sv, ""sv, "a PDF: export the data itself"sv},
    {"PAR1\x15"sv, ""sv, "a Parquet file: export it as CSV"sv},
    {"SQLite format 3"sv, ""sv, "a database (SQLite): export it as CSV"sv},
}};

bool begins_with_tag(std::string_view text, std::string_view tag) {
  return text.size() >= tag.size() &&
         std::equal(tag.begin(), tag.end(), text.begin(), [](char want, char got) {
           const bool is_capital = got >= 'A' && got <= 'Z';
           return want == (is_capital ? static_cast<char>(got | 0x20) : got);
         });
}

bool is_web_page(std::string_view start) {
  if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
  start.remove_prefix(std::min(start.find_first_not_of(" \t\r\n"), start.size()));
  return begins_with_tag(start, "<!doctype html") || begins_with_tag(start, "<html");
}

// ASCII in two bytes a character, the low one at `low`.
bool is_unmarked_utf16(std::string_view start, std::size_t low) {
  constexpr std::size_t kLooked = 8;
  if (start.size() < kLooked) return false;
  for (std::size_t i = 0; i < kLooked; ++i) {
    if ((start[i] != '\0') != (i % 2 == low)) return false;
  }
  return true;
}

}  // namespace

bool may_be_foreign(std::string_view start) {
  const auto begins_alike = [&](const Mark& mark) {
    return start.starts_with(mark.begin.substr(0, kFewBytes));
  };
  return start.find_first_of("<\0"sv) != std::string_view::npos ||
         std::ranges::any_of(kMarks, begins_alike);
}

std::optional<std::string> foreign_content(std::string_view start) {
  constexpr std::string_view kLooksLike = "this looks like ";
  for (const Mark& mark : kMarks) {
    const bool fits =
        start.starts_with(mark.begin) && start.find(mark.inside) != std::string_view::npos;
    if (fits) return std::string(kLooksLike).append(mark.says);
  }
  for (const auto& [low, name] : {std::pair(0U, "utf-16le"), std::pair(1U, "utf-16be")}) {
    if (is_unmarked_utf16(start, low))
      return std::string(kLooksLike) + "UTF-16 text: read it with --encoding " + name;
  }
  if (is_web_page(start)) return std::string(kLooksLike).append("a web page: save the data itself");
  return std::nullopt;
}

}  // namespace crosswalk::layout
