// One line a layout: which reader cuts it into records.
//
//   csv       ->  CsvReader
//   a whole document  ->  kUsage: it has no records to cut
// Test: tests/layout/reader_test.cc.
#include "layout/reader.h"

#include "layout/csv_reader.h"
#include "layout/header_data_reader.h"

namespace crosswalk::layout {

Result<std::unique_ptr<RecordReader>> open_reader(const format::Layout& layout, Source& source,
                                                  const ReadOptions& options) {
  using Reader = std::unique_ptr<RecordReader>;
  switch (layout.kind) {
    case format::LayoutKind::kCsv:
      return Reader(std::make_unique<CsvReader>(layout, source, options));
    case format::LayoutKind::kHeaderData:
      return Reader(std::make_unique<HeaderDataReader>(layout, source, options));
    case format::LayoutKind::kDocument:
      break;
  }
  return Error{ErrorKind::kUsage, "layout " + layout.name + " is one document, not records"};
}

}  // namespace crosswalk::layout
