// Appending JSON: see writer.h. Test: tests/json/writer_test.cc.
#include "json/writer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

#include "base/block.h"
#include "base/copy.h"
#include "json/scan.h"

namespace crosswalk::json {

namespace {

void append_escape(std::string& out, char c) {
  constexpr std::string_view kPlain = "\"\\\b\f\n\r\t";
  constexpr std::string_view kLetters = "\"\\bfnrt";
  constexpr std::string_view kHex = "0123456789abcdef";
  out += '\\';
  const std::size_t at = kPlain.find(c);
  if (at != std::string_view::npos) {
    out += kLetters[at];
    return;
  }
  const auto byte = static_cast<unsigned char>(c);
  out += "u00";
  out += kHex[byte >> 4U];
  out += kHex[byte & 15U];
}

using base::Block;

// All bits set in each of the first `count` bytes that cannot stand between quotes.
Block escaped_bytes(Block bytes, std::size_t count) {
  const Block marks =
      reinterpret_cast<Block>(bytes == '"') | reinterpret_cast<Block>(bytes == '\\');
  return (marks | reinterpret_cast<Block>(bytes < 0x20)) & base::first_bytes(count);
}

}  // namespace

bool append_string(std::string& out, std::string_view text) {
  const char* const end = text.data() + text.size();
  bool has_escapes = false;
  out += '"';
  for (const char* p = text.data(); p != end;) {
    const char* const stop = find_string_stop(p, end);
    out.append(p, stop);
    p = stop;
    if (p == end) break;
    append_escape(out, *p++);
    has_escapes = true;
  }
  out += '"';
  return has_escapes;
}

bool needs_escape(std::string_view text) {
  Block found{};
  for (std::size_t at = 0; at < text.size(); at += sizeof found) {
    Block bytes;
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    found |= escaped_bytes(bytes, text.size() - at);
  }
  return !base::is_empty(found);
}

char* put_if_plain(char* to, std::string_view text, const char* readable_end) {
  const char* const end = text.data() + text.size();
  if (readable_end - end < base::kCopyBlock) {
    const bool is_plain = find_string_stop(text.data(), end) == end;
    return is_plain ? base::copy_text(to, text, readable_end) : nullptr;
  }
  Block found{};
  for (std::size_t at = 0; at < text.size(); at += sizeof found) {
    Block bytes;
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    std::memcpy(to + at, &bytes, sizeof bytes);
    found |= escaped_bytes(bytes, text.size() - at);
  }
  return base::is_empty(found) ? to + text.size() : nullptr;
}

void append_number(std::string& out, std::uint64_t number) {
  std::array<char, 20> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  out.append(digits.data(), end);
}

Writer& Writer::begin_object() {
  return open('{');
}

Writer& Writer::end_object() {
  return close('}');
}

Writer& Writer::begin_array() {
  return open('[');
}

Writer& Writer::end_array() {
  return close(']');
}

Writer& Writer::key(std::string_view name) {
  before_value();
  append_string(out_, name);
  out_ += indent_ > 0 ? ": " : ":";
  after_key_ = true;
  return *this;
}

Writer& Writer::string(std::string_view text) {
  before_value();
  append_string(out_, text);
  return *this;
}

Writer& Writer::number(std::uint64_t value) {
  before_value();
  append_number(out_, value);
  return *this;
}

Writer& Writer::boolean(bool value) {
  return raw(value ? "true" : "false");
}

Writer& Writer::null() {
  return raw("null");
}

Writer& Writer::raw(std::string_view json_text) {
  before_value();
  out_ += json_text;
  return *this;
}

Writer& Writer::open(char bracket) {
  before_value();
  out_ += bracket;
  ++depth_;
  first_ = true;
  return *this;
}

Writer& Writer::close(char bracket) {
  --depth_;
  if (!first_) new_line();
  out_ += bracket;
  first_ = false;
  return *this;
}

void Writer::before_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (!first_) out_ += ',';
  if (depth_ > 0) new_line();
  first_ = false;
}

void Writer::new_line() {
  if (indent_ == 0) return;
  out_ += '\n';
  out_.append(static_cast<std::size_t>(indent_ * depth_), ' ');
}

}  // namespace crosswalk::json
