#include "tabular/scanner.h"

namespace crosswalk::tabular {

void scan(std::string_view text, bool final, const ScanOptions& options, Scan& out) {
  scan_plain(text, final, options, out);
}

}  // namespace crosswalk::tabular
