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
  const std::uint32_t value = builder.size();
  builder.raw(Kind::kNull, "null");
  builder.close();
  json.resize(value);
  json.insert(0, 1, ',');
  tape.tokens.pop_back();
  tokens = std::move(tape.tokens);
}

void RecordBuilder::begin(std::string& text, Tape& tape) {
  tape.clear();
  text_ = &text;
  tokens_ = &tape.tokens;
  begin_ = at_ = room_.data();
  end_ = begin_ + room_.size();
  open_.clear();
  has_name_ = false;
}

void RecordBuilder::finish() {
  text_->assign(begin_, at_);
}

void RecordBuilder::grow(std::size_t bytes) {
  const std::uint32_t written = size();
  room_.resize(2 * room_.size() + bytes);
  begin_ = room_.data();
  at_ = begin_ + written;
  end_ = begin_ + room_.size();
}

void RecordBuilder::name(std::string_view name) {
  make_room(name.size());
  text_before_name_ = size();
  tokens_before_name_ = token_count();
  before_value();
  const std::uint32_t begin = size();
  const bool escaped = put_string(name);
  append(Kind::kName, begin, escaped);
  put(':');
  has_name_ = true;
}

void RecordBuilder::open(Kind container) {
  make_room(0);
  Open open{token_count(), size(), token_count()};
  if (has_name_) {
    open.text_before = text_before_name_;
    open.tokens_before = tokens_before_name_;
  }
  before_value();
  const std::uint32_t begin = size();
  put(container == Kind::kObject ? '{' : '[');
  append(container, begin, false);
  has_name_ = false;
  open_.push_back(open);
}

void RecordBuilder::open(const ReadyPair& pair) {
  make_room(pair.json.size());
  const Open open{token_count(), size(), token_count()};
  const std::size_t comma = (*tokens_)[open_.back().token].count++ == 0 ? 1 : 0;
  put(std::string_view(pair.json).substr(comma));
  const std::uint32_t begin = open.text_before + (comma == 0 ? 1U : 0U);
  for (Token token : pair.tokens) {
    token.begin += begin;
    token.end += begin;
    token.next += open.token;
    tokens_->push_back(token);
  }
  open_.push_back(open);
  has_name_ = true;
}

void RecordBuilder::close() {
  make_room(0);
  Token& token = (*tokens_)[open_.back().token];
  put(token.kind == Kind::kObject ? '}' : ']');
  token.end = size();
  token.next = token_count();
  open_.pop_back();
  end_value();
}

void RecordBuilder::close_or_drop() {
  const Open open = open_.back();
  if ((*tokens_)[open.token].count > 0) return close();
  open_.pop_back();
  at_ = begin_ + open.text_before;
  tokens_->resize(open.tokens_before);
  if (!open_.empty()) --(*tokens_)[open_.back().token].count;
}

void RecordBuilder::string(std::string_view characters) {
  make_room(characters.size());
  before_value();
  const std::uint32_t begin = size();
  const bool escaped = put_string(characters);
  append(Kind::kString, begin, escaped);
  end_value();
}

// Most need no escape: they are copied first, and looked at where they stand.
bool RecordBuilder::put_string(std::string_view characters) {
  char* const begin = at_;
  put('"');
  put(characters);
  if (!needs_escape({begin + 1, characters.size()})) {
    put('"');
    return false;
  }
  at_ = begin;
  std::string escaped;
  append_string(escaped, characters);
  make_room(escaped.size());
  put(escaped);
  return true;
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
