// Any bytes as a JSON document with records in it, read in blocks, held or read twice.
//
// What must hold: every byte is given once and in order; records and findings do not depend on the
// size of the blocks; where the whole text parses, the records are the elements that the tape has
// at the record place.
// The choices are the size of the blocks, then in one byte: where the records are, whether reading
// is tolerant, and whether a document is too long to be held.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json/parser.h"
#include "layout/document_reader.h"
#include "support/bytes.h"
#include "support/require.h"

namespace {

using namespace crosswalk;
using fuzz::require;

using Places = std::vector<std::pair<std::uint64_t, std::uint64_t>>;

struct Reading {
  std::string bytes;
  Places records;
  Places findings;  // rule and offset
  bool is_readable = true;
  friend bool operator==(const Reading&, const Reading&) = default;
};

struct Case {
  format::Layout layout;
  layout::ReadOptions options;
  diagnostics::RuleCatalog rules;
  diagnostics::RulePolicy policy;
};

Reading read(std::string_view text, Case& how, std::size_t block_bytes) {
  how.options.block_bytes = block_bytes;
  how.options.rules = &how.rules;
  how.options.policy = &how.policy;
  const auto source = memory_source(text, "input");
  layout::DocumentReader reader(how.layout, *source, how.options);
  record::Head head;
  require(reader.open(head).ok());
  Reading reading{head.bytes, {}, {}, true};
  record::Batch batch;
  for (bool goes_on = true; goes_on;) {
    goes_on = reader.next(batch).value();
    const std::uint64_t base = reading.bytes.size();
    for (const record::Record& one : batch.records) {
      require(one.begin <= one.end && one.end <= batch.bytes.size());
      reading.records.emplace_back(base + one.begin, base + one.end);
      reading.is_readable &= one.state == record::RecordState::kReadable;
    }
    for (const auto& finding : batch.findings)
      reading.findings.emplace_back(finding.rule, base + finding.offset);
    reading.bytes += batch.bytes;
  }
  require(reading.bytes == text);
  return reading;
}

// The elements at the place, by the tape of the whole text.
Places elements(std::string_view text, const json::Tape& tape, const format::RecordPlace& place) {
  Places found;
  const auto at = check::records_token({text, &tape, true}, place);
  if (!at || tape.tokens[*at].kind != json::Kind::kArray) return found;
  for (std::uint32_t item = *at + 1; item < tape.tokens[*at].next; item = tape.tokens[item].next)
    found.emplace_back(tape.tokens[item].begin, tape.tokens[item].end);
  return found;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Bytes bytes(data, size);
  const std::string_view text = bytes.text();
  const std::size_t block_bytes = bytes.block_bytes();
  const std::uint8_t ways = bytes.byte();
  if (text.starts_with("\xEF\xBB\xBF")) return 0;
  const bool is_member = ways % 2 == 1;
  Case how;
  how.layout.kind = format::LayoutKind::kDocument;
  how.layout.records =
      is_member ? format::RecordPlace{"/data", {"data"}, true} : format::RecordPlace{};
  how.options.tolerant = (ways & 2U) != 0;
  how.options.max_record_bytes = (ways & 4U) != 0 ? 40 : 1U << 20U;
  const Reading reading = read(text, how, fuzz::kLargeBlock);
  require(read(text, how, block_bytes) == reading);

  json::Tape tape;
  std::vector<json::Fault> faults;
  const bool is_whole = json::parse(text, {how.options.tolerant, 256}, tape, faults);
  const bool is_list = is_whole && how.options.max_record_bytes > 40 && !tape.tokens.empty() &&
                       (is_member || tape.tokens.front().kind == json::Kind::kArray);
  if (is_list) require(reading.records == elements(text, tape, *how.layout.records));
  return 0;
}
