// See record_builder.h.
#include "json/record_builder.h"

#include <utility>

#include "json/writer.h"

namespace crosswalk::json {

ReadyPair::ReadyPair(std::string_view name_member, std::string_view name, bool is_number,
                     std::string_view value_member, std::uint16_t known_text) {
  Tape tape;
  RecordBuilder builder;
  builder.begin(json, tape);
  builder.open(Kind::kObject);
  builder.name(name_member);
  is_number ? builder.raw(Kind::kNumber, name) : builder.string(name);
  tape.tokens.back().known_text = known_text;
  builder.name(value_member);
  tokens = std::move(tape.tokens);
  json.insert(0, 1, ',');
}

void RecordBuilder::begin(std::string& text, Tape& tape) {
  text.clear();
  tape.clear();
  text_ = &text;
  tokens_ = &tape.tokens;
  open_.clear();
  has_name_ = false;
}

void RecordBuilder::name(std::string_view name) {
  before_name();
  const std::uint32_t begin = size();
  const bool escaped = append_string(*text_, name);
  end_name(begin, escaped);
}

void RecordBuilder::open(Kind container) {
  Open open{token_count(), size(), token_count()};
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

void RecordBuilder::open(const ReadyPair& pair) {
  const Open open{token_count(), size(), token_count()};
  const std::size_t comma = (*tokens_)[open_.back().token].count++ == 0 ? 1 : 0;
  text_->append(pair.json, comma);
  const std::uint32_t begin = open.text_before + (comma == 0 ? 1U : 0U);
  tokens_->insert(tokens_->end(), pair.tokens.begin(), pair.tokens.end());
  for (std::uint32_t i = open.token; i < token_count(); ++i) {
    Token& token = (*tokens_)[i];
    token.begin += begin;
    token.end += begin;
    token.next += open.token;
  }
  open_.push_back(open);
  has_name_ = true;
}

void RecordBuilder::close() {
  Token& token = (*tokens_)[open_.back().token];
  *text_ += token.kind == Kind::kObject ? '}' : ']';
  token.end = size();
  token.next = token_count();
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
