// Any bytes of any built-in format, split into parts; the folder as an input again; and any bytes
// as a manifest.
//
// What must hold: parts follow each other without a gap in the records; each is an input of its own
// that is read without an error; no part of several records is over the limits; the parts,
// converted together into one body, give what the conversion gives without limits; a folder's
// manifest lists its parts as they are, and nothing differs from it. Bytes that are no manifest are
// refused.
//   three records, two in a part   ->   parts of two and one
// The choices are whether the bytes are a manifest, source, layout, and limits.
#include <filesystem>
#include <string>

#include "support/require.h"
#include "support/runs.h"
#include "support/temp_folder.h"

namespace {

using namespace crosswalk;
using fuzz::Bytes;
using fuzz::Outcome;
using fuzz::require;

const tests::TempFolder& folder() {
  static const tests::TempFolder kFolder;
  return kFolder;
}

Result<RunResult> join(const std::vector<std::string>& bodies, const std::string& of,
                       tests::MemoryOutput& output) {
  std::vector<std::unique_ptr<Source>> owned;
  std::vector<Source*> sources;
  for (const std::string& body : bodies) {
    owned.push_back(memory_source(body, "part"));
    sources.push_back(owned.back().get());
  }
  return convert(fuzz::formats(), sources, fuzz::convert_options(of, of), output, nullptr);
}

void check_parts(const Outcome& split, const ConvertOptions& options) {
  std::uint64_t last = 0;
  const auto& parts = split.output.parts;
  require(parts.size() == split.output.bodies.size() && parts.size() == split.result->parts.size());
  for (std::size_t i = 0; i < parts.size(); ++i) {
    require(parts[i].number == i + 1 && parts[i].bytes == split.output.bodies[i].size());
    require(parts[i].records == 0 || parts[i].first_record > last);
    if (parts[i].records > 0) last = parts[i].last_record;
    require(options.split_records == 0 || parts[i].records <= options.split_records);
    require(options.split_bytes == 0 || parts[i].bytes <= options.split_bytes);
    if (parts[i].records == 0) continue;
    const Outcome read = fuzz::run_validate(split.output.bodies[i], fuzz::read_options(options.to));
    require(read.ok() && read.result->summary.errors == 0);
    require(read.result->summary.records == parts[i].records);
  }
}

void check_joined(const Outcome& split, const Outcome& whole, const std::string& to) {
  if (whole.result->records_out == 0 || whole.output.bodies.size() > 1) return;
  tests::MemoryOutput joined;
  const auto result = join(split.output.bodies, to, joined);
  require(result.ok() && result.value().complete);
  require(result.value().records_out == whole.result->records_out);
  const Outcome again = fuzz::run_convert(whole.body(), fuzz::convert_options(to, to));
  require(again.is_complete() && joined.bodies == again.output.bodies);
}

void check_folder(const Outcome& split) {
  const std::string dir = folder().path("parts");
  std::filesystem::remove_all(dir);
  auto output = folder_output(dir, "part", {}, {});
  require(output.ok());
  for (std::size_t i = 0; i < split.output.parts.size(); ++i) {
    require(output.value()->begin_part(i + 1).ok());
    require(output.value()->write(split.output.bodies[i]).ok());
    require(output.value()->end_part(split.output.parts[i]).ok());
  }
  require(output.value()->commit(*split.result).ok());
  const auto manifest = read_manifest(dir);
  require(manifest.ok() && manifest.value().parts.size() == split.output.parts.size());
  require(manifest.value().format == split.result->to);
  const auto different = check_manifest(manifest.value(), nullptr);
  require(different.ok() && different.value() == 0);
}

void read_as_manifest(std::string_view text) {
  folder().write("own/manifest.json", text);
  const auto manifest = read_manifest(folder().path("own"));
  if (!manifest.ok()) return require(manifest.error().kind == ErrorKind::kUsage);
  std::uint64_t told = 0;
  const auto different = check_manifest(manifest.value(), [&told](const Finding&) {
    ++told;
    return true;
  });
  require(!different.ok() || different.value() == told);
  static_cast<void>(read_columns(fuzz::formats(), folder().path("own/manifest.json")));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes bytes(data, size);
  if (bytes.flag()) {
    read_as_manifest(bytes.text());
    return 0;
  }
  const std::string from = fuzz::choose_source(bytes);
  const Outcome read = fuzz::run_validate(bytes.text(), fuzz::read_options(from));
  if (!read.ok()) return 0;
  const auto& layouts = fuzz::library().find(fuzz::format_of(read.result->from))->layouts;
  const std::string to =
      std::string(fuzz::format_of(read.result->from)) + ':' + bytes.pick(layouts).name;
  ConvertOptions options = fuzz::convert_options(read.result->from, to);
  const Outcome whole = fuzz::run_convert(bytes.text(), options);
  if (!whole.is_complete()) return 0;
  options.split_records = 1 + bytes.byte() % 4U;
  if (bytes.flag()) options.split_bytes = 64 + bytes.byte() * 4U;
  const Outcome split = fuzz::run_convert(bytes.text(), options);
  if (!split.is_complete()) return 0;  // one record is over the limit
  check_parts(split, options);
  check_joined(split, whole, to);
  if (bytes.flag()) check_folder(split);
  return 0;
}
