// Writes one record as canonical JSON text and its tape at once.
//
// Nothing is parsed again: each token is appended as its bytes are. An object that got no member
// can be taken back, as if it had never been opened.
//   open({) name(a) open({) close  ->  {}          the inner object had nothing and is gone
// Strings are escaped as json/writer.h does. Test: tests/json/record_builder_test.cc.
#ifndef CROSSWALK_JSON_RECORD_BUILDER_H
#define CROSSWALK_JSON_RECORD_BUILDER_H

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "json/tape.h"
#include "json/writer.h"

namespace crosswalk::json {

/// A member's name, ready to be written often.
struct ReadyName {
  explicit ReadyName(std::string_view name) : json(",") {
    is_escaped = append_string(json, name);
    json += ':';
  }
  friend bool operator==(const ReadyName&, const ReadyName&) = default;

  /// `"name":`
  [[nodiscard]] std::string_view quoted() const { return std::string_view(json).substr(1); }

  std::string json;  ///< `,"name":`
  bool is_escaped = false;
};

/// The pair `{"name":"vip","value":` up to its value, ready to be written often.
struct ReadyPair {
  /// `name` is a number if `is_number`; `known_text`: see Token.
  ReadyPair(std::string_view name_member, std::string_view name, bool is_number,
            std::string_view value_member, std::uint16_t known_text);

  std::string json;           ///< with a comma before it
  std::vector<Token> tokens;  ///< as if the object began the text and the tape
};

/// Builds records, one after another, into the caller's text and tape. The text is there when the
/// root is closed.
/// Threads: one.
class RecordBuilder {
 public:
  /// Begins a record: `text` and `tape` are cleared, must outlive it and be left alone until its
  /// end.
  void begin(std::string& text, Tape& tape);
  /// A member's name; its value comes next. REQUIRES: an object is the innermost container.
  void name(std::string_view name);
  /// The same for a name that was made ready.
  void name(const ReadyName& ready);
  void open(Kind container);
  /// Opens a pair; its value comes next, and then close(). REQUIRES: an array is the innermost
  /// container.
  void open(const ReadyPair& pair);
  void close();
  /// Closes the innermost container, or takes it and its name back if it is empty.
  void close_or_drop();
  /// A string of these characters.
  void string(std::string_view characters);
  /// A number, a literal, or a string without escapes, of these bytes.
  void raw(Kind kind, std::string_view bytes);
  /// The value at a token of another text, byte for byte.
  void copy(std::string_view text, const Tape& tape, std::uint32_t token);
  /// The bytes written so far.
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(at_ - begin_); }

 private:
  struct Open {
    std::uint32_t token = 0;
    std::uint32_t text_before = 0;  // what was there before it and its name
    std::uint32_t tokens_before = 0;
  };

  [[nodiscard]] std::uint32_t token_count() const {
    return static_cast<std::uint32_t>(tokens_->size());
  }
  void append(Kind kind, std::uint32_t begin, bool escaped);
  void end_value();
  void before_value();
  void make_room(std::size_t bytes);
  void grow(std::size_t bytes);
  void finish();
  void put(char c) { *at_++ = c; }
  void put(std::string_view bytes);
  bool put_string(std::string_view characters);

  std::string* text_ = nullptr;  // given when the root is closed
  std::vector<Token>* tokens_ = nullptr;
  std::string room_;  // what is written, and room for more
  char* begin_ = nullptr;
  char* at_ = nullptr;
  char* end_ = nullptr;
  std::vector<Open> open_;
  bool has_name_ = false;
  std::uint32_t text_before_name_ = 0;
  std::uint32_t tokens_before_name_ = 0;
};

// What every member needs is inline. Room is made for more than is written, so that single
// characters and whole blocks can follow without a look.
inline void RecordBuilder::make_room(std::size_t bytes) {
  constexpr std::size_t kMore = 64;
  if (static_cast<std::size_t>(end_ - at_) < bytes + kMore) grow(bytes + kMore);
}

inline void RecordBuilder::put(std::string_view bytes) {
  if (!bytes.empty()) std::memcpy(at_, bytes.data(), bytes.size());
  at_ += bytes.size();
}

inline void RecordBuilder::before_value() {
  if (has_name_ || open_.empty()) return;
  if ((*tokens_)[open_.back().token].count++ > 0) put(',');
}

inline void RecordBuilder::append(Kind kind, std::uint32_t begin, bool escaped) {
  tokens_->push_back({kind, escaped, 0, begin, size(), token_count() + 1, 0});
}

inline void RecordBuilder::end_value() {
  has_name_ = false;
  if (open_.empty()) finish();
}

inline void RecordBuilder::name(const ReadyName& ready) {
  make_room(ready.json.size());
  text_before_name_ = size();
  tokens_before_name_ = token_count();
  const std::size_t comma = (*tokens_)[open_.back().token].count++ == 0 ? 1 : 0;
  put(std::string_view(ready.json).substr(comma));
  const std::uint32_t begin = text_before_name_ + (comma == 0 ? 1U : 0U);
  tokens_->push_back({Kind::kName, ready.is_escaped, 0, begin, size() - 1, token_count() + 1, 0});
  has_name_ = true;
}

inline void RecordBuilder::raw(Kind kind, std::string_view bytes) {
  make_room(bytes.size());
  before_value();
  const std::uint32_t begin = size();
  put(bytes);
  append(kind, begin, false);
  end_value();
}

}  // namespace crosswalk::json

#endif  // CROSSWALK_JSON_RECORD_BUILDER_H
