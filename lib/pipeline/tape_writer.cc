// See tape_writer.h.
#include "pipeline/tape_writer.h"

#include <optional>
#include <span>
#include <string>

#include "text/nfc.h"

namespace crosswalk::pipeline {

void write_along(const RecordWay& way, const conversion::RecordView& record, std::string& out,
                 std::vector<diagnostics::RawFinding>& findings,
                 std::vector<check::RecordKey>& keys) {
  if (way.step == nullptr) return way.writer->write(record, out, findings);
  const std::optional<conversion::RecordView> made = way.step->apply(record, findings);
  if (!made) return;
  const std::size_t before = findings.size();
  way.writer->write(*made, out, findings);
  for (diagnostics::RawFinding& refusal : std::span(findings).subspan(before))
    refusal.offset = way.step->origin_of(refusal.offset);
  const auto made_keys = way.step->keys();
  keys.insert(keys.end(), made_keys.begin(), made_keys.end());
}

RecordSink* TapeWriter::begin(const record::Batch& batch) {
  bytes_.clear();
  stretches_.assign(batch.records.size(), {});
  return this;
}

void TapeWriter::take(std::uint32_t index, const conversion::RecordView& record,
                      std::vector<diagnostics::RawFinding>& findings,
                      std::vector<check::RecordKey>& keys) {
  stretches_[index].begin = bytes_.size();
  write_along(way_, record, bytes_, findings, keys);
  if (way_.nfc) {
    const std::string in_nfc = text::nfc(bytes_.substr(stretches_[index].begin));
    bytes_.replace(stretches_[index].begin, std::string::npos, in_nfc);
  }
  stretches_[index].end = bytes_.size();
}

void TapeWriter::write(const record::Batch& /*batch*/, std::uint32_t index, std::string& out,
                       std::vector<diagnostics::RawFinding>& /*findings*/,
                       std::vector<check::RecordKey>& /*keys*/) {
  const Stretch& stretch = stretches_[index];
  out.append(bytes_, stretch.begin, stretch.end - stretch.begin);
}

}  // namespace crosswalk::pipeline
