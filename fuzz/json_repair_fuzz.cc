// Any bytes as a JSON document that may say anything, repaired.
//
// What must hold: what comes out is JSON that strict reading takes, and it means what tolerant
// reading took the input for: the same values in the same order, but where a member was moved out
// of an array; a second repair changes nothing.
//   {"a":[1,,007   comes out as {"a":[1,"","007"]}
// Repeated names and ill-formed UTF-8 are not mended, and so end the repair without an output.
#include <string>
#include <vector>

#include "json/parser.h"
#include "support/bytes.h"
#include "support/memory_output.h"
#include "support/require.h"

namespace {

using namespace crosswalk;
using fuzz::require;

// A document that is repaired comes at once, into memory of this size.
constexpr std::uint64_t kMaxRecordBytes = std::uint64_t{1} << 16U;

/// The built-in formats and a schema that takes any value.
struct AnyJson {
  Formats formats = Formats::embedded().value();
  std::string name = formats.add_schema("any", "{}").value() + ":json";
};

struct Repaired {
  bool is_complete = false;
  std::uint64_t repairs = 0;
  std::string text;
};

Repaired repair_text(std::string_view text, std::size_t block_bytes) {
  static const AnyJson kAny;
  RepairOptions options;
  options.read.from = kAny.name;
  options.read.now_unix = 1;
  options.read.block_bytes = block_bytes;
  options.read.max_record_bytes = kMaxRecordBytes;
  tests::MemoryOutput output;
  const auto source = memory_source(text, "input");
  const auto result = repair(kAny.formats, *source, options, output, nullptr);
  const bool is_foreign = !result.ok() && result.error().kind == ErrorKind::kUsage;
  require((result.ok() || is_foreign) && output.bodies.size() <= 1);
  if (is_foreign) return {false, 0, {}};
  Repaired repaired{result.value().complete, result.value().summary.repairs, {}};
  if (repaired.is_complete && !output.bodies.empty()) repaired.text = output.bodies.front();
  return repaired;
}

/// Kind and text of every value; the text of containers is left out.
std::vector<std::string> values_of(std::string_view text, const json::Tape& tape) {
  std::vector<std::string> values;
  std::string scratch;
  for (const json::Token& token : tape.tokens) {
    const bool is_text = token.kind == json::Kind::kString || token.kind == json::Kind::kName;
    values.push_back(std::to_string(static_cast<int>(token.kind)) + ' ');
    if (is_text) values.back() += json::string_value(text, token, scratch);
    if (token.kind == json::Kind::kNumber) values.back() += json::raw(text, token);
  }
  return values;
}

struct Parsed {
  json::Tape tape;
  std::vector<json::Fault> faults;
  bool is_whole = false;
};

Parsed parse(std::string_view text, bool tolerant) {
  Parsed parsed;
  parsed.is_whole = json::parse(text, {tolerant, 256}, parsed.tape, parsed.faults);
  return parsed;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Bytes bytes(data, size);
  if (bytes.text().starts_with("\xEF\xBB\xBF")) return 0;
  const Repaired first = repair_text(bytes.text(), fuzz::kLargeBlock);
  const Repaired pieces = repair_text(bytes.text(), bytes.block_bytes());
  require(pieces.is_complete == first.is_complete && pieces.text == first.text);
  if (!first.is_complete) return 0;
  const Parsed before = parse(bytes.text(), true);
  const Parsed after = parse(first.text, false);
  require(before.is_whole && after.is_whole && after.faults.empty());
  bool is_moved = false;
  for (const json::Fault& fault : before.faults)
    is_moved |= fault.kind == json::FaultKind::kMemberInArray;
  if (!is_moved) require(values_of(bytes.text(), before.tape) == values_of(first.text, after.tape));
  const Repaired second = repair_text(first.text, fuzz::kLargeBlock);
  require(second.is_complete && second.repairs == 0 && second.text == first.text);
  return 0;
}
