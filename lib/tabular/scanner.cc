// Which scanner runs: the vector scanner where the processor can, else the plain one. Both find the
// same.
//
// The question is put to the processor at run time, so one build runs everywhere.
// Test: tests/tabular/scanner_test.cc.
#include "tabular/scanner.h"

#include "tabular/vector_scanner.h"

namespace crosswalk::tabular {

void scan(std::string_view text, bool final, const ScanOptions& options, Scan& out) {
  if (has_vector_scanner()) {
    scan_vector(text, final, options, out);
  } else {
    scan_plain(text, final, options, out);
  }
}

}  // namespace crosswalk::tabular
