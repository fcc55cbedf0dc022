// See record_encoder.h.
#include "pipeline/record_encoder.h"

#include <vector>

#include "diagnostics/rule.h"
#include "json/parser.h"
#include "json/tape.h"

namespace crosswalk::pipeline {

diagnostics::RawFinding lacking_character(const std::string& encoding) {
  diagnostics::RawFinding finding;
  finding.rule = diagnostics::kCsvBadEncoding;
  finding.expected = "text in " + encoding;
  finding.hint = "write it in UTF-8, or in an encoding that has its characters";
  return finding;
}

bool RecordEncoder::encode(std::string& output, std::size_t begin) {
  encoded_.clear();
  if (!encoder_.encode(std::string_view(output).substr(begin), encoded_)) return false;
  output.replace(begin, std::string::npos, encoded_);
  return true;
}

diagnostics::RawFinding RecordEncoder::lacking_in(const record::Batch& batch,
                                                  std::uint32_t record) {
  diagnostics::RawFinding finding = lacking_character(encoding_);
  const record::Record& found = batch.records[record];
  finding.offset = found.begin;
  finding.record = record;
  if (found.cell_count > 0) {
    find_cell(batch, found, finding);
  } else {
    find_value(batch, finding);
  }
  return finding;
}

void RecordEncoder::find_cell(const record::Batch& batch, const record::Record& row,
                              diagnostics::RawFinding& finding) {
  std::string scratch;
  for (std::uint32_t column = 0; column < row.cell_count; ++column) {
    const record::Cell& cell = batch.cells[row.first_cell + column];
    if (!encoder_.first_lacking(record::cell_text(batch.bytes, cell, scratch))) continue;
    finding.offset = cell.begin;
    finding.length = cell.end - cell.begin;
    finding.column = static_cast<std::int32_t>(column);
    return;
  }
}

// The record is a JSON value.
void RecordEncoder::find_value(const record::Batch& batch, diagnostics::RawFinding& finding) {
  const record::Record& record = batch.records[finding.record];
  const auto text = std::string_view(batch.bytes).substr(record.begin, record.end - record.begin);
  json::Tape tape;
  std::vector<json::Fault> faults;
  json::parse(text, {.tolerant = true}, tape, faults);
  std::string scratch;
  for (std::uint32_t token = 0; token < tape.tokens.size(); ++token) {
    const json::Token& value = tape.tokens[token];
    if (value.kind != json::Kind::kString) continue;
    if (!encoder_.first_lacking(json::string_value(text, value, scratch))) continue;
    finding.offset = record.begin + value.begin;
    finding.length = value.end - value.begin;
    finding.pointer = json::pointer_to(text, tape, token);
    finding.field = finding.pointer.substr(finding.pointer.rfind('/') + 1);
    finding.pointer.insert(0, pointers_.of(batch.first_record + finding.record));
    return;
  }
}

}  // namespace crosswalk::pipeline
