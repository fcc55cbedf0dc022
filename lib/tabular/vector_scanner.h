// Cutting tables 64 bytes at a time: the fast way, for input that is as it should be.
//
// A block becomes bit masks: quotes, delimiters, LF, CR, NUL. The running parity of the quote bits
// (one carry-less multiplication) says which bytes lie inside quotes, and so which delimiters and
// line ends cut; then only those bits are walked. Masks shifted by one, with a carry from block to
// block, show what is irregular: a quote that opens where no cell begins, text behind a closing
// quote, a CR without its LF, a NUL byte. A record that touches such a block, is over a limit or
// reaches into the last bytes is cut by the plain scanner instead.
//   ab,"c,d",e\n   quotes 3 and 7, inside 3..6, so the delimiters at 2 and 8 cut and the one at 5
//                  does not
//   a"b,c\n        the quote opens behind a: plain
// Test: tests/tabular/scanner_test.cc, held against scan_plain().
#ifndef CROSSWALK_TABULAR_VECTOR_SCANNER_H
#define CROSSWALK_TABULAR_VECTOR_SCANNER_H

#include <string_view>

#include "base/machine.h"
#include "tabular/scanner.h"

namespace crosswalk::tabular {

/// The same as scan(), by the instructions of `unit`; kScalar goes the plain way. REQUIRES: the
/// processor has the unit. Threads: pure. Cost: linear.
void scan_by(base::VectorUnit unit, std::string_view text, bool final, const ScanOptions& options,
             Scan& out);

}  // namespace crosswalk::tabular

#endif  // CROSSWALK_TABULAR_VECTOR_SCANNER_H
