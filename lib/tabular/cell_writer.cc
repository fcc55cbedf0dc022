// Writing cells in their canonical form: quotes only where the text could not be read back without.
//
//   x, "y"   becomes   "x, ""y"""
// The one empty cell of a one-column row looks like a blank line; its quotes are the business of
// who writes rows. Test: tests/tabular/cell_writer_test.cc, which reads back what was written.
#include "tabular/scanner.h"

#include <string>

namespace crosswalk::tabular {

bool needs_quotes(std::string_view text, const Dialect& dialect) {
  if (dialect.quote == 0) return false;
  for (const char byte : text) {
    if (byte == dialect.delimiter || byte == dialect.quote || byte == '\r' || byte == '\n') {
      return true;
    }
  }
  return false;
}

void append_cell(std::string& out, std::string_view text, const Dialect& dialect) {
  if (!needs_quotes(text, dialect)) {
    out += text;
    return;
  }
  out += dialect.quote;
  for (std::size_t quote; (quote = text.find(dialect.quote)) != std::string_view::npos;) {
    out += text.substr(0, quote + 1);
    out += dialect.quote;
    text.remove_prefix(quote + 1);
  }
  out += text;
  out += dialect.quote;
}

}  // namespace crosswalk::tabular
