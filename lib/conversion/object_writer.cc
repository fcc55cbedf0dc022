// See object_writer.h. Members are mostly in order already; they are sorted only if not.
#include "conversion/object_writer.h"

#include <algorithm>

#include "json/writer.h"

namespace crosswalk::conversion {

using json::Kind;
using json::Token;

namespace {

bool has_escapes(std::string_view text) {
  return text.find('\\') != std::string_view::npos;
}

}  // namespace

void ObjectWriter::write(const RecordView& record, std::string& out,
                         std::vector<diagnostics::RawFinding>& /*refusals*/) {
  record_ = record;
  out_ = &out;
  if (is_right(record)) {
    out += record.text;
  } else {
    const std::size_t begin = out.size();
    write_value(0, node_);
    const std::uint64_t outline = record.tape->outline;
    if (outline != 0 && right_.find(outline) == nullptr && !has_escapes(record.text))
      right_.add(outline, std::string_view(out).substr(begin) == record.text);
  }
  if (ends_line_) out += '\n';
}

bool ObjectWriter::is_right(const RecordView& record) {
  if (record.is_written) return true;
  const std::uint64_t outline = record.tape->outline;
  const bool* const known = outline != 0 ? right_.find(outline) : nullptr;
  return known != nullptr && *known && !has_escapes(record.text);
}

void ObjectWriter::write_at(const RecordView& record, std::uint32_t token, std::string& out) {
  record_ = record;
  out_ = &out;
  write_value(token, format::kNoNode);
}

std::size_t ObjectWriter::write_around(const RecordView& record, std::uint32_t left_out,
                                       std::string& out) {
  record_ = record;
  out_ = &out;
  left_out_ = left_out;
  write_value(0, node_);
  left_out_ = 0;
  return gap_;
}

void ObjectWriter::write_value(std::uint32_t token, format::NodeId node) {
  const Token& at = record_.tape->tokens[token];
  if (token != 0 && token == left_out_) {
    gap_ = out_->size();
  } else if (at.kind == Kind::kObject) {
    write_object(token, node);
  } else if (at.kind == Kind::kArray) {
    write_array(token, node);
  } else if (at.kind == Kind::kString) {
    write_string(at);
  } else {
    *out_ += json::raw(record_.text, at);
  }
}

void ObjectWriter::write_object(std::uint32_t token, format::NodeId node) {
  const std::size_t first = entries_.size();
  order_members(token, node);
  const std::size_t end = entries_.size();
  *out_ += '{';
  for (std::size_t i = first; i < end; ++i) {
    const Entry entry = entries_[i];
    if (i > first) *out_ += ',';
    write_string(record_.tape->tokens[entry.value - 1]);
    *out_ += ':';
    write_value(entry.value, entry.rank.node);
  }
  *out_ += '}';
  entries_.resize(first);
}

void ObjectWriter::order_members(std::uint32_t object, format::NodeId node) {
  const auto& tokens = record_.tape->tokens;
  const auto first = static_cast<std::ptrdiff_t>(entries_.size());
  std::uint32_t expected = 0;
  for (std::uint32_t name = object + 1; name < tokens[object].next; name = tokens[name + 1].next) {
    const auto text = json::string_value(record_.text, tokens[name], scratch_);
    const MemberRank rank = order_.find(node, text, expected);
    if (rank.rank != MemberRank::kUnnamed) expected = rank.rank + 1;
    entries_.push_back({rank, name + 1});
  }
  const auto rank_of = [](const Entry& entry) { return entry.rank.rank; };
  const auto begin = entries_.begin() + first;
  if (std::ranges::is_sorted(begin, entries_.end(), {}, rank_of)) return;
  std::ranges::stable_sort(begin, entries_.end(), {}, rank_of);
}

void ObjectWriter::write_array(std::uint32_t token, format::NodeId node) {
  const auto& tokens = record_.tape->tokens;
  const format::NodeId items = order_.items_of(node);
  *out_ += '[';
  for (std::uint32_t item = token + 1; item < tokens[token].next; item = tokens[item].next) {
    if (item > token + 1) *out_ += ',';
    write_value(item, items);
  }
  *out_ += ']';
}

void ObjectWriter::write_string(const Token& token) {
  const std::string_view raw = json::raw(record_.text, token);
  const bool is_quoted = !raw.empty() && raw.front() == '"';
  if (is_quoted && !token.escaped) {
    *out_ += raw;
  } else {
    json::append_string(*out_, json::string_value(record_.text, token, scratch_));
  }
}

}  // namespace crosswalk::conversion
