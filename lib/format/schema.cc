// Where in the texts of a schema an error stands.
//
//   error_of(token, "wanted a text")   ->   f.json:3:7: wanted a text, at /properties/a/pattern
// Line ends and other controls in what the texts say, and in names, are shown by their pictures: an
// error is one line. Test: tests/format/schema_test.cc.
#include "format/schema.h"

#include <algorithm>

#include "base/position.h"
#include "diagnostics/display_text.h"

namespace crosswalk::format {

const TextPart& SchemaText::part_at(std::uint32_t offset) const {
  const auto after = std::find_if(parts.begin() + 1, parts.end(),
                                  [&](const TextPart& part) { return part.begin > offset; });
  return *(after - 1);
}

std::string_view SchemaText::bytes(const TextPart& part) const {
  return std::string_view(text).substr(part.begin, part.end - part.begin);
}

Error SchemaText::error_at(std::uint32_t offset, const std::string& what) const {
  const TextPart& part = part_at(offset);
  const Position place =
      base::advance({}, base::measure(bytes(part).substr(0, offset - part.begin)));
  const std::string message = part.where + ':' + std::to_string(place.line) + ':' +
                              std::to_string(place.column) + ": " + what;
  return {ErrorKind::kUsage, diagnostics::display_text(message)};
}

Error SchemaText::error_of(std::uint32_t token, const std::string& what) const {
  const std::uint32_t offset = tape.tokens[token].begin;
  const std::string pointer = json::pointer_to(text, tape, token, part_at(offset).root);
  return error_at(offset, pointer.empty() ? what : what + ", at " + pointer);
}

}  // namespace crosswalk::format
