// Any bytes, looked at: what is this, which columns does it have, which format would it make?
//
// What must hold: scores lie between 0 and 1, best first, each with a format that is known; the
// source can be read on from its start; a format that was drafted loads, tells what is still to be
// said, and validates its own sample without failing.
//   PK 03 04   nothing fits
// The choice is whether the sample has a header line.
#include <set>
#include <string>

#include "crosswalk/draft.h"
#include "support/require.h"
#include "support/runs.h"
#include "support/temp_folder.h"

namespace {

using namespace crosswalk;
using fuzz::Bytes;
using fuzz::require;

void check_detection(std::string_view text) {
  const auto source = memory_source(text, "input");
  const auto found = detect(fuzz::formats(), *source);
  require(found.ok());
  double best = 1;
  for (const Detected& candidate : found.value()) {
    require(candidate.score > 0 && candidate.score <= best && !candidate.evidence.empty());
    best = candidate.score;
    require(fuzz::library().find(fuzz::format_of(candidate.format)) != nullptr);
  }
  require(source->rewind().ok());
}

void check_draft(std::string_view text, bool has_header) {
  DraftOptions options;
  options.name = "own/export";
  if (!has_header) options.column_names = {"id", "email", "city"};
  const auto sample = memory_source(text, "sample");
  const auto draft = draft_format(*sample, options);
  if (!draft.ok()) return require(draft.error().kind == ErrorKind::kUsage);
  static const tests::TempFolder kFolder;
  kFolder.write("own/export.schema.json", draft.value().schema);
  Formats& formats = fuzz::formats_to_add_to();
  require(formats.add_folder(kFolder.path()).ok());
  ValidateOptions check{fuzz::read_options("own/export")};
  check.read.column_names = options.column_names;
  const auto input = memory_source(text, "sample");
  const auto result = validate(formats, *input, check, nullptr);
  require(result.ok());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes bytes(data, size);
  check_detection(bytes.text());
  check_draft(bytes.text(), !bytes.flag());
  return 0;
}
