// Any bytes as a schema: a format of a user's folder, a schema of one's own, a file of rule texts.
//
// What must hold: what does not load is refused as wrong use, in one line that names the file, and
// nothing was added; what loads can be described, and judges small inputs in every layout without
// more than findings; converting them to its other layouts ends, whatever comes of it.
//   {"type": "strng"}   refused: bytes.schema.json:1:10: ...
// The choice is what the bytes are taken for.
#include <filesystem>
#include <string>

#include "support/require.h"
#include "support/runs.h"
#include "support/temp_folder.h"

namespace {

using namespace crosswalk;
using fuzz::require;

void check_refusal(const Error& error, std::string_view file) {
  require(error.kind == ErrorKind::kUsage);
  require(error.message.find(file) != std::string::npos);
  require(error.message.find('\n') == std::string::npos);
}

constexpr std::string_view kGoodSchema =
    R"({"$schema": "http://json-schema.org/draft-07/schema#", "title": "Club", "type": "object",
        "properties": {"rows": {"type": "array"}}, "x-crosswalk": {"layouts": {"json": {}}}})";

/// What every format is asked: small inputs, good and broken.
constexpr std::string_view kTexts[] = {
    "{}", "[]", "[{\"a\":1},{\"id\":\"x\",\"b\":[null,{\"c\":2.50}]}]", "a,id\n1,x\n,\"\"\n",
    R"({"header":["id","a"],"data":[["x",1],["",null]]})"};

void run(const Formats& formats, const std::string& from, const std::string& to,
         std::string_view text) {
  ConvertOptions options;
  options.read.from = from;
  options.read.now_unix = 1;
  options.read.block_bytes = fuzz::kLargeBlock;
  options.to = to;
  tests::MemoryOutput output;
  const auto source = memory_source(text, "input");
  Source* const sources[] = {source.get()};
  const auto converted = convert(formats, sources, options, output, nullptr);
  require(converted.ok() || converted.error().kind == ErrorKind::kUsage);
  const auto again = memory_source(text, "input");
  ValidateOptions check{options.read};
  const auto judged = validate(formats, *again, check, nullptr);
  require(judged.ok() || judged.error().kind == ErrorKind::kUsage);
}

void use(const Formats& formats, const std::string& name) {
  const auto info = formats.describe(name);
  require(info.ok());
  for (const LayoutInfo& from : info.value().layouts) {
    for (const std::string_view text : kTexts)
      run(formats, name + ':' + from.name, name + ':' + info.value().layouts.front().name, text);
  }
  static_cast<void>(formats.compare(name, formats.names().front()));
}

void load_own(std::string_view text) {
  Formats& formats = fuzz::formats_to_add_to();
  const auto name = formats.add_schema("bytes", text);
  if (!name.ok()) return check_refusal(name.error(), "bytes");
  use(formats, name.value());
}

// A file of rule texts stands beside a good schema: a folder of rules alone has no formats.
void load_folder(std::string_view text, const std::string& file) {
  static const tests::TempFolder kFolder;
  std::filesystem::remove_all(kFolder.path("own"));
  kFolder.write("own/club/members.schema.json", kGoodSchema);
  kFolder.write("own/club/" + file, text);
  Formats& formats = fuzz::formats_to_add_to();
  const std::size_t before = formats.names().size();
  if (Status added = formats.add_folder(kFolder.path("own")); !added.ok()) {
    check_refusal(added.error(), file);
    require(formats.names().size() == before);
    return;
  }
  if (formats.describe("club/bytes").ok()) use(formats, "club/bytes");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Bytes bytes(data, size);
  switch (bytes.below(3)) {
    case 0:
      load_own(bytes.text());
      break;
    case 1:
      load_folder(bytes.text(), "bytes.schema.json");
      break;
    default:
      load_folder(bytes.text(), "rules.json");
  }
  return 0;
}
