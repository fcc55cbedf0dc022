// Any bytes, read by the reader of any layout: rows, rows in a body, lines, documents, forms,
// answers.
//
// What must hold: the bytes come out as they went in, each once; records, cells and findings do not
// depend on the size of the blocks; findings stand in the order of their places.
//   header_1=id&rows=1   in a layout of forms   one record at 14
// What readers say of a schema's rules is not asked here: validate_fuzz.cc does.
// The choices are the layout, the size of the blocks, tolerance, and limits.
#include <string>

#include "support/readings.h"
#include "support/require.h"
#include "support/runs.h"

namespace {

using namespace crosswalk;
using fuzz::Bytes;
using fuzz::require;

tests::ReadingOptions choose_options(Bytes& bytes) {
  const std::string& source = bytes.pick(fuzz::sources());
  tests::ReadingOptions options;
  options.layout = *fuzz::library().find(fuzz::format_of(source))->layout(fuzz::layout_of(source));
  options.rules = fuzz::library().rules();
  const std::uint8_t ways = bytes.byte();
  options.read.tolerant = (ways & 1U) != 0;
  options.read.max_record_bytes = (ways & 2U) != 0 ? 1U + bytes.byte() : 1U << 16U;
  if ((ways & 4U) != 0) options.read.max_columns = 1U + bytes.byte() % 8U;
  if ((ways & 8U) != 0) options.read.max_depth = 1U + bytes.byte() % 8U;
  if ((ways & 16U) != 0) options.read.column_names = {"a", "b"};
  if ((ways & 32U) != 0) options.read.delimiter = ';';
  return options;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes bytes(data, size);
  const tests::ReadingOptions options = choose_options(bytes);
  const auto source = memory_source(bytes.text(), "input");
  const tests::Reading whole = tests::read_source(*source, options, fuzz::kLargeBlock);
  if (whole.is_table) require(whole.bytes == bytes.text());
  require(source->rewind().ok());
  const tests::Reading pieces = tests::read_source(*source, options, bytes.block_bytes());
  require(pieces.text() == whole.text());
  require(pieces.bytes == whole.bytes || !whole.is_table);
  return 0;
}
