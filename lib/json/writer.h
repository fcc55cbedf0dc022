// Appending JSON, canonical as the contract has it: no blanks, escapes only \" \\ \b \f \n \r \t
// and \u00xx in lower case.
//
// Strings are copied in runs between the bytes that need an escape (scan.h finds them).
//   a"b<LF>  ->  "a\"b\n"
//   Bytes that are no UTF-8 are copied as they are: the caller has checked them.
// Test: tests/json/writer_test.cc.
#ifndef CROSSWALK_JSON_WRITER_H
#define CROSSWALK_JSON_WRITER_H

#include <cstdint>
#include <string>
#include <string_view>

namespace crosswalk::json {

/// Appends `text` (UTF-8) as a JSON string with its quotes. Bytes that need no escape are copied in
/// runs (vector code finds them). Returns true if some byte needed one. Cost: linear.
bool append_string(std::string& out, std::string_view text);
/// True if some byte of `text` needs an escape. Cost: linear, vector code. REQUIRES: the
/// base::kCopyBlock bytes behind it may be read.
bool needs_escape(std::string_view text);
/// Copies `text` as base::copy_text() does. Returns the place behind it, or nullptr if it cannot
/// stand between quotes as it is. Cost: linear, vector code.
/// REQUIRES: as base::copy_text().
char* put_if_plain(char* to, std::string_view text, const char* readable_end);
/// Appends a decimal integer.
void append_number(std::string& out, std::uint64_t number);

/// Writes objects and arrays for reports and manifests: takes care of commas, nesting and (with
/// `indent`) line breaks.
class Writer {
 public:
  /// Appends to `out`, which must outlive the writer. `indent` 0: one line, no blanks after `,` and
  /// `:`.
  explicit Writer(std::string& out, int indent = 0) : out_(out), indent_(indent) {}
  Writer& begin_object();
  Writer& end_object();
  Writer& begin_array();
  Writer& end_array();
  Writer& key(std::string_view name);
  Writer& string(std::string_view text);
  Writer& number(std::uint64_t value);
  Writer& boolean(bool value);
  Writer& null();
  /// Appends JSON text as it is.
  Writer& raw(std::string_view json_text);

 private:
  Writer& open(char bracket);
  Writer& close(char bracket);
  void before_value();
  void new_line();

  std::string& out_;
  int indent_;
  int depth_ = 0;
  bool first_ = true;
  bool after_key_ = false;
};

}  // namespace crosswalk::json

#endif  // CROSSWALK_JSON_WRITER_H
