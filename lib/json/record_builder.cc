// See record_builder.h.
#include "json/record_builder.h"

#include "json/writer.h"

namespace crosswalk::json {
namespace {

std::uint32_t narrow(std::size_t size) {
  return static_cast<std::uint32_t>(size);
}

}  // namespace

void RecordBuilder::begin(std::string& text, Tape& tape) {
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

void RecordBuilder::append(Kind kind, std::uint32_t begin, bool escaped) {
  Token token;
  token.kind = kind;
  token.escaped = escaped;
  token.begin = begin;
  token.end = size();
  token.next = narrow(tokens_->size()) + 1;
  tokens_->push_back(token);
  has_name_ = false;
}

void RecordBuilder::name(std::string_view name) {
  before_name();
  const std::uint32_t begin = size();
  const bool escaped = append_string(*text_, name);
  end_name(begin, escaped);
}

void RecordBuilder::quoted_name(std::string_view json, bool escaped) {
  before_name();
  const std::uint32_t begin = size();
  *text_ += json;
  end_name(begin, escaped);
}

void RecordBuilder::before_name() {
  text_before_name_ = size();
  tokens_before_name_ = narrow(tokens_->size());
  before_value();
}

void RecordBuilder::end_name(std::uint32_t begin, bool escaped) {
  append(Kind::kName, begin, escaped);
  *text_ += ':';
  has_name_ = true;
}

void RecordBuilder::open(Kind container) {
  Open open{narrow(tokens_->size()), size(), narrow(tokens_->size())};
  if (has_name_) {
    open.text_before = text_before_name_;
    open.tokens_before = tokens_before_name_;
  }
  before_value();
  const std::uint32_t begin = size();
  *text_ += container == Kind::kObject ? '{' : '[';
  append(container, begin, false);
  open_.push_back(open);
}

void RecordBuilder::close() {
  Token& token = (*tokens_)[open_.back().token];
  *text_ += token.kind == Kind::kObject ? '}' : ']';
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
  const bool escaped = append_string(*text_, characters);
  append(Kind::kString, begin, escaped);
}

void RecordBuilder::raw(Kind kind, std::string_view bytes) {
  before_value();
  const std::uint32_t begin = size();
  *text_ += bytes;
  append(kind, begin, false);
}

void RecordBuilder::copy(std::string_view text, const Tape& tape, std::uint32_t token) {
  const Token& at = tape.tokens[token];
  std::string scratch;
  const auto end_of = [&](std::uint32_t index) { return tape.tokens[index].next; };
  if (at.kind == Kind::kString) return string(string_value(text, at, scratch));
  if (at.kind != Kind::kArray && at.kind != Kind::kObject) return raw(at.kind, json::raw(text, at));
  open(at.kind);
  const bool is_object = at.kind == Kind::kObject;
  for (std::uint32_t i = token + 1; i < at.next; i = end_of(is_object ? i + 1 : i)) {
    if (is_object) name(string_value(text, tape.tokens[i], scratch));
    copy(text, tape, is_object ? i + 1 : i);
  }
  close();
}

}  // namespace crosswalk::json
