// One line a layout: which reader cuts it into records.
//
//   csv              ->  CsvReader
//   a json document  ->  DocumentReader, whose records are JSON values
// Test: tests/layout/reader_test.cc.
#include "layout/reader.h"

#include "layout/csv_reader.h"
#include "layout/document_reader.h"
#include "layout/form_reader.h"
#include "layout/header_data_reader.h"
#include "layout/ndjson_reader.h"
#include "layout/xml_reader.h"

namespace crosswalk::layout {
namespace {

template <class Reader>
std::unique_ptr<RecordReader> make(const format::Layout& layout, Source& source,
                                   const ReadOptions& options) {
  return std::make_unique<Reader>(layout, source, options);
}

}  // namespace

std::unique_ptr<RecordReader> open_reader(const format::Layout& layout, Source& source,
                                          const ReadOptions& options) {
  switch (layout.kind) {
    case format::LayoutKind::kCsv:
      return make<CsvReader>(layout, source, options);
    case format::LayoutKind::kHeaderData:
      return make<HeaderDataReader>(layout, source, options);
    case format::LayoutKind::kForm:
      return make<FormReader>(layout, source, options);
    case format::LayoutKind::kNdjson:
      return make<NdjsonReader>(layout, source, options);
    case format::LayoutKind::kXml:
      return make<XmlReader>(layout, source, options);
    case format::LayoutKind::kDocument:
    case format::LayoutKind::kJsonp:
      break;
  }
  return make<DocumentReader>(layout, source, options);
}

}  // namespace crosswalk::layout
