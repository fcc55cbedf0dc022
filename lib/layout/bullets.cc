// See bullets.h.
#include "layout/bullets.h"

#include <algorithm>
#include <string>
#include <utility>

#include "text/percent.h"

namespace crosswalk::layout {

std::size_t bullet_bytes(std::string_view line) {
  for (const std::string_view bullet : {"- ", "* ", "\u2022 ", "\u00B7 "}) {
    if (line.starts_with(bullet)) return bullet.size();
  }
  return 0;
}

std::size_t encoded_bullet_bytes(std::string_view line) {
  constexpr std::size_t kMostBytes = 12;  // a round one and a blank, all of them encoded
  const std::string_view start = line.substr(0, kMostBytes);
  std::string decoded;
  text::Escapes escapes;
  text::assign_decoded(decoded, start, escapes);
  const std::size_t bytes = bullet_bytes(decoded);
  return bytes == 0 ? 0 : text::EncodedOffsets(escapes).at(bytes);
}

diagnostics::RawFinding bullet_at(std::size_t offset, std::size_t length, bool tolerant) {
  diagnostics::RawFinding finding = finding_at(diagnostics::kDocListBullet, offset);
  finding.length = static_cast<std::uint32_t>(length);
  finding.repair = tolerant;
  if (!tolerant) finding.hint = "--tolerant reads past this";
  return finding;
}

bool read_past_bullet(std::string_view text, bool tolerant, const Reporter& reporter,
                      record::Head& head) {
  if (head.columns.empty() || !head.columns.front().stated) return false;
  record::Column& first = head.columns.front();
  const std::size_t bytes = bullet_bytes(text.substr(first.offset, first.length));
  if (bytes == 0) return false;
  reporter.report(bullet_at(first.offset, bytes, tolerant), head.findings);
  first.name.erase(0, bytes);
  first.offset += static_cast<std::uint32_t>(bytes);
  first.length -= static_cast<std::uint32_t>(bytes);
  return true;
}

void read_past_bullets(bool is_encoded, bool tolerant, const Reporter& reporter,
                       record::Batch& batch) {
  for (std::uint32_t i = 0; i < batch.records.size(); ++i) {
    const record::Record& row = batch.records[i];
    if (row.cell_count == 0) continue;
    record::Cell& cell = batch.cells[row.first_cell];
    const std::string_view line =
        std::string_view(batch.bytes).substr(row.begin, row.end - row.begin);
    const std::size_t found = is_encoded ? encoded_bullet_bytes(line) : bullet_bytes(line);
    const auto bytes = std::min(static_cast<std::uint32_t>(found), cell.end - cell.begin);
    if (bytes == 0) continue;
    cell.begin += bytes;
    diagnostics::RawFinding finding = bullet_at(row.begin, bytes, tolerant);
    finding.record = i;
    reporter.report(std::move(finding), batch.findings);
  }
}

}  // namespace crosswalk::layout
