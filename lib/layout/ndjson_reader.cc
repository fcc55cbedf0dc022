// See ndjson_reader.h. A block is cut behind its last line end; what follows waits for more. A CR
// at the end of what was read may be half of a CR LF, so it waits too.
#include "layout/ndjson_reader.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "layout/rows.h"

namespace crosswalk::layout {

namespace {

using record::Batch;

constexpr std::size_t kLineEndBytes = 2;

/// Bytes of the whole lines that `text` begins with; `final`: the last one needs no end.
std::size_t whole_lines(std::string_view text, bool final) {
  if (final) return text.size();
  const std::size_t end = text.find_last_of("\r\n");
  if (end == std::string_view::npos) return 0;
  const bool may_be_half = text[end] == '\r' && end + 1 == text.size();
  if (!may_be_half) return end + 1;
  const std::size_t before = text.substr(0, end).find_last_of("\r\n");
  return before == std::string_view::npos ? 0 : before + 1;
}

/// Where the line that begins at `begin` ends. Two searches for one byte each are faster than one
/// for both.
std::size_t line_end(std::string_view text, std::size_t begin) {
  const std::size_t end = std::min(text.find('\n', begin), text.size());
  const std::size_t length = text.substr(begin, end - begin).find('\r');
  return length == std::string_view::npos ? end : begin + length;
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t") == std::string_view::npos;
}

}  // namespace

NdjsonReader::NdjsonReader(const format::Layout& layout, Source& source, const ReadOptions& options)
    : options_(options), reporter_(layout, options), input_(source, options.block_bytes) {}

Result<bool> NdjsonReader::open(record::Head& head) {
  constexpr std::size_t kMarkBytes = 3;
  if (Status filled = fill_up_to(kMarkBytes, input_); !filled) return std::move(filled).error();
  head.bytes = input_.view().substr(0, byte_order_mark_bytes(input_.view()));
  input_.consume(head.bytes.size());
  return true;
}

Result<bool> NdjsonReader::next(Batch& batch) {
  batch.clear();
  batch.number = batches_++;
  batch.first_record = records_ + 1;
  Status done = inside_long_record_
                    ? pass_line(options_.block_bytes, input_, batch, inside_long_record_)
                    : read_lines(batch);
  if (!done) return std::move(done).error();
  records_ += batch.records.size();
  return !input_.at_end() || !input_.view().empty() || !batch.records.empty();
}

Status NdjsonReader::read_lines(Batch& batch) {
  std::size_t whole = 0;
  if (Status filled = fill_a_line(whole); !filled) return filled;
  const std::string_view text = input_.view();
  const bool is_stuck = whole == 0 && text.size() > options_.max_record_bytes;
  std::size_t taken = cut_lines(text.substr(0, whole), batch);
  const std::size_t kept = first_long_record(batch, options_.max_record_bytes);
  if (is_stuck || kept < batch.records.size()) {
    const std::size_t begin = is_stuck ? 0 : batch.records[kept].begin;
    report_long_record(kept, begin, options_.max_record_bytes, reporter_, batch);
    taken = end_with_unreadable(text, kept, begin, options_.max_record_bytes, batch);
    inside_long_record_ = true;
  }
  take_bytes(taken, input_, batch);
  return {};
}

// Reads a block, or more until a line is whole, over the limit, or at the end of the input.
Status NdjsonReader::fill_a_line(std::size_t& whole) {
  std::size_t wanted = std::min(input_.view().size() + 1, options_.block_bytes);
  do {
    if (Status filled = fill_up_to(wanted, input_); !filled) return filled;
    whole = whole_lines(input_.view(), input_.at_end());
    wanted = input_.view().size() + 1;
  } while (whole == 0 && !input_.at_end() &&
           wanted <= options_.max_record_bytes + kLineEndBytes + 1);
  return {};
}

// Appends the lines of `text`, which are whole; returns its size.
std::size_t NdjsonReader::cut_lines(std::string_view text, Batch& batch) const {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = line_end(text, begin);
    if (!is_blank(text.substr(begin, end - begin))) {
      record::Record& record = batch.records.emplace_back();
      record.begin = static_cast<std::uint32_t>(begin);
      record.end = static_cast<std::uint32_t>(end);
    }
    begin = after_line_end(text, end);
  }
  return text.size();
}

}  // namespace crosswalk::layout
