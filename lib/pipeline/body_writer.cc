// See body_writer.h. Parts are packed greedily: a part is ended when the next record does not fit.
#include "pipeline/body_writer.h"

#include <algorithm>
#include <utility>

namespace crosswalk::pipeline {

BodyWriter::BodyWriter(Output& output, conversion::Frame frame, const BodyLimits& limits,
                       bool wants_digests)
    : output_(output), frame_(std::move(frame)), limits_(limits), wants_digests_(wants_digests) {}

Status BodyWriter::append(const RecordRun& run) {
  std::size_t from = 0;
  while (!lost_ && from < run.ends.size()) {
    const std::size_t count = count_fitting(run, from);
    if (count > 0) {
      if (Status status = append_to_part(run, from, count); !status.ok()) return status;
      from += count;
    } else if (is_given_up()) {
      give_up(run.ends[from] - run.begin_of(from) - frame_.between.size());
    } else if (Status status = end_part(); !status.ok()) {
      return status;
    }
  }
  return {};
}

bool BodyWriter::is_given_up() const {
  return limits_.max_body_bytes != 0 || (limits_.wants_one_body && frame_.holds_one);
}

// A record of `record_bytes` does not fit.
void BodyWriter::give_up(std::uint64_t record_bytes) {
  has_record_too_many_ = frame_.holds_one && part_.records > 0;
  if (!has_record_too_many_)
    oversize_ = frame_.body_bytes(record_bytes_ + record_bytes, part_.records + 1);
  lost_ = true;
}

bool BodyWriter::fits(std::uint64_t record_bytes, std::uint64_t records) const {
  if (frame_.holds_one && records > 1) return false;
  if (limits_.split_records != 0 && records > limits_.split_records) return false;
  const std::uint64_t bytes = frame_.body_bytes(record_bytes, records);
  if (limits_.max_body_bytes != 0) return bytes <= limits_.max_body_bytes;
  return limits_.split_bytes == 0 || bytes <= limits_.split_bytes || records == 1;
}

std::size_t BodyWriter::count_fitting(const RecordRun& run, std::size_t from) const {
  std::uint64_t bytes = record_bytes_;
  std::size_t count = 0;
  while (from + count < run.ends.size()) {
    const std::size_t record = from + count;
    bytes += run.ends[record] - run.begin_of(record) - frame_.between.size();
    if (!fits(bytes, part_.records + count + 1)) break;
    ++count;
  }
  return count;
}

Status BodyWriter::append_to_part(const RecordRun& run, std::size_t from, std::size_t count) {
  std::size_t begin = run.begin_of(from);
  const std::size_t end = run.ends[from + count - 1];
  record_bytes_ += end - begin - count * frame_.between.size();
  const bool is_first = part_.records == 0;
  if (is_first) {
    part_.first_record = run.first_record + from;
    begin += frame_.between.size();
  }
  part_.records += count;
  part_.last_record = run.first_record + from + count - 1;
  records_out_ += count;
  const std::string_view bytes = run.bytes.substr(begin, end - begin);
  if (frame_.is_bare(part_.records)) {
    alone_ = bytes;
    return {};
  }
  if (is_first || !alone_.empty()) {
    if (Status status = begin_records(); !status.ok()) return status;
  }
  return write(bytes);
}

// Begins the part's body, with the record that waited.
Status BodyWriter::begin_records() {
  if (Status status = begin_part(frame_.before); !status.ok()) return status;
  if (Status status = write(frame_.first); !status.ok()) return status;
  return write(std::exchange(alone_, {}));
}

Status BodyWriter::begin_part(std::string_view before) {
  part_.number = parts_.size() + 1;
  if (Status status = output_.begin_part(part_.number); !status.ok()) return status;
  return write(before);
}

Status BodyWriter::end_part() {
  const bool is_bare = frame_.is_bare(part_.records);
  Status status = is_bare ? begin_part(frame_.bare_before) : Status();
  if (status.ok()) status = write(std::exchange(alone_, {}));
  if (status.ok()) status = write(is_bare ? frame_.bare_after : frame_.after);
  if (!status.ok()) return status;
  if (wants_digests_) part_.sha256 = hash_.finish();
  parts_.push_back(std::exchange(part_, {}));
  record_bytes_ = 0;
  return output_.end_part(parts_.back());
}

Status BodyWriter::finish() {
  if (lost_) return {};
  if (part_.records == 0) {
    if (!parts_.empty()) return {};
    if (Status status = begin_part(frame_.before); !status.ok()) return status;
  }
  return end_part();
}

Status BodyWriter::write(std::string_view bytes) {
  if (bytes.empty()) return {};
  if (wants_digests_) hash_.update(bytes);
  part_.bytes += bytes.size();
  return output_.write(bytes);
}

}  // namespace crosswalk::pipeline
