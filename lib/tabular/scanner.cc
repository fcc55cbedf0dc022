// Which scanner runs: the one for the best instructions that the processor has. All find the same.
//
// The question is put to the processor at run time, so one build runs everywhere.
// Test: tests/tabular/scanner_test.cc.
#include "tabular/scanner.h"

#include "tabular/vector_scanner.h"

namespace crosswalk::tabular {

void scan(std::string_view text, bool final, const ScanOptions& options, Scan& out) {
  scan_by(base::vector_unit(), text, final, options, out);
}

}  // namespace crosswalk::tabular
