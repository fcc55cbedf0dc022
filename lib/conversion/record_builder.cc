// See record_builder.h.
#include "conversion/record_builder.h"

#include "json/writer.h"

namespace crosswalk::conversion {
namespace {

std::uint32_t narrow(std::size_t size) {
  return static_cast<std::uint32_t>(size);
}

}  // namespace

void RecordBuilder::begin(std::string& text, json::Tape& tape) {
  text.clear();
  tape.clear();
  text_ = &text;
  tokens_ = &tape.tokens;
  open_.clear();
  has_name_ = false;
}

void RecordBuilder::before_value() {
  if (has_name_ || open_.empty()) return;
  if ((*tokens_)[open_.back().token].count > 0) *text_ += ',';
  ++(*tokens_)[open_.back().token].count;
}

void RecordBuilder::append(json::Kind kind, std::uint32_t begin, bool escaped) {
  json::Token token;
  token.kind = kind;
  token.escaped = escaped;
  token.begin = begin;
  token.end = size();
  token.next = narrow(tokens_->size()) + 1;
  tokens_->push_back(token);
  has_name_ = false;
}

bool RecordBuilder::append_string(std::string_view characters) {
  const std::size_t begin = text_->size();
  json::append_string(*text_, characters);
  return text_->find('\\', begin) != std::string::npos;
}

void RecordBuilder::name(std::string_view name) {
  text_before_name_ = size();
  tokens_before_name_ = narrow(tokens_->size());
  before_value();
  const std::uint32_t begin = size();
  const bool escaped = append_string(name);
  append(json::Kind::kName, begin, escaped);
  *text_ += ':';
  has_name_ = true;
}

void RecordBuilder::open(json::Kind container) {
  Open open{narrow(tokens_->size()), size(), narrow(tokens_->size())};
  if (has_name_) {
    open.text_before = text_before_name_;
    open.tokens_before = tokens_before_name_;
  }
  before_value();
  const std::uint32_t begin = size();
  *text_ += container == json::Kind::kObject ? '{' : '[';
  append(container, begin, false);
  open_.push_back(open);
}

void RecordBuilder::close() {
  json::Token& token = (*tokens_)[open_.back().token];
  *text_ += token.kind == json::Kind::kObject ? '}' : ']';
  token.end = size();
  token.next = narrow(tokens_->size());
  open_.pop_back();
}

void RecordBuilder::close_or_drop() {
  const Open open = open_.back();
  if ((*tokens_)[open.token].count > 0) return close();
  open_.pop_back();
  text_->resize(open.text_before);
  tokens_->resize(open.tokens_before);
  if (!open_.empty()) --(*tokens_)[open_.back().token].count;
}

void RecordBuilder::string(std::string_view characters) {
  before_value();
  const std::uint32_t begin = size();
  const bool escaped = append_string(characters);
  append(json::Kind::kString, begin, escaped);
}

void RecordBuilder::raw(json::Kind kind, std::string_view bytes) {
  before_value();
  const std::uint32_t begin = size();
  *text_ += bytes;
  append(kind, begin, false);
}

void RecordBuilder::copy(std::string_view text, const json::Tape& tape, std::uint32_t token) {
  const json::Token& at = tape.tokens[token];
  std::string scratch;
  const auto end_of = [&](std::uint32_t index) { return tape.tokens[index].next; };
  if (at.kind == json::Kind::kString) return string(json::string_value(text, at, scratch));
  if (at.kind != json::Kind::kArray && at.kind != json::Kind::kObject)
    return raw(at.kind, json::raw(text, at));
  open(at.kind);
  const bool is_object = at.kind == json::Kind::kObject;
  for (std::uint32_t i = token + 1; i < at.next; i = end_of(is_object ? i + 1 : i)) {
    if (is_object) name(json::string_value(text, tape.tokens[i], scratch));
    copy(text, tape, is_object ? i + 1 : i);
  }
  close();
}

}  // namespace crosswalk::conversion
