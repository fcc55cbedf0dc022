// Bytes of cells on their way into what is written: copied from where they stand if they are right
// as they are, else decoded or escaped.
//
// Rows are written into room that was made beforehand, so putting a cell is mostly a move of 16
// bytes; only a text that JSON must escape makes more room.
//   ann        ->   "ann"         its bytes between quotes
//   "a ""b"""  ->   "a \"b\""     decoded, then escaped
// Test: tests/conversion/plan_test.cc, tests/conversion/object_plan_test.cc.
#ifndef CROSSWALK_CONVERSION_CELL_BYTES_H
#define CROSSWALK_CONVERSION_CELL_BYTES_H

#include <cstddef>
#include <string>
#include <string_view>

#include "base/copy.h"
#include "json/writer.h"
#include "record/batch.h"

namespace crosswalk::conversion {

/// Copying may write so much behind a row.
inline constexpr std::size_t kCopySlack = base::kCopyBlock;

inline const char* end_of(std::string_view text) {
  return text.data() + text.size();
}

/// The bytes of a cell as they stand.
inline std::string_view raw_bytes(std::string_view bytes, const record::Cell& cell) {
  return {bytes.data() + cell.begin, cell.end - cell.begin};
}

/// Puts what `append` appends to a string at `at` in `out`, whatever room that takes; what is left
/// behind it stays as large. Returns the place behind it.
template <class Append>
char* put_by(std::string& out, char* at, const Append& append) {
  const auto begin = static_cast<std::size_t>(at - out.data());
  const std::size_t room = out.size() - begin;
  out.resize(begin);
  append();
  const std::size_t end = out.size();
  out.resize(end + room);
  return out.data() + end;
}

/// Puts `text` as a JSON string at `at` in `out`. REQUIRES: room for it, its quotes and kCopySlack;
/// what JSON must escape makes room for itself. Up to `readable_end` memory may be read.
inline char* put_json_string(std::string& out, char* at, std::string_view text,
                             const char* readable_end) {
  *at = '"';
  char* const end = json::put_if_plain(at + 1, text, readable_end);
  if (end == nullptr) return put_by(out, at, [&] { json::append_string(out, text); });
  *end = '"';
  return end + 1;
}

}  // namespace crosswalk::conversion

#endif  // CROSSWALK_CONVERSION_CELL_BYTES_H
