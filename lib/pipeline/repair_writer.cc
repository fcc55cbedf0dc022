// See repair_writer.h.
#include "pipeline/repair_writer.h"

namespace crosswalk::pipeline {

Status RepairWriter::begin() {
  if (part_.number != 0) return {};
  part_.number = 1;
  return output_.begin_part(part_.number);
}

Status RepairWriter::write(std::string_view bytes) {
  if (lost_ || bytes.empty()) return {};
  if (Status begun = begin(); !begun) return begun;
  part_.bytes += bytes.size();
  return output_.write(bytes);
}

Status RepairWriter::finish(std::uint64_t records) {
  if (lost_) return {};
  if (Status begun = begin(); !begun) return begun;
  part_.records = records;
  part_.first_record = records == 0 ? 0 : 1;
  part_.last_record = records;
  return output_.end_part(part_);
}

}  // namespace crosswalk::pipeline
