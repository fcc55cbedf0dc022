// A JSON file of ours (schema or rule words) while it is being read: its tokens, typed access to
// them, and the first thing found wrong, with its place. Further texts may be added that it refers
// to.
//
// Readers call string(), count(), ... as if all were well. The first wrong token is remembered as
// `where:line:column: what, at /pointer`, and from then on every access gives a neutral value, so
// readers need no error paths; whoever started the reading asks failed() at the end. Objects are
// read through a table of words, which is what closes the vocabulary:
//   {"minLenght": 3}  ->  f.json:1:2: unknown keyword "minLenght" (did you mean minLength?),
//                               at /minLenght
// It does not recover: a second mistake is told once the first is mended.
// Test: tests/format/json_file_test.cc.
#ifndef CROSSWALK_FORMAT_JSON_FILE_H
#define CROSSWALK_FORMAT_JSON_FILE_H

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "crosswalk/result.h"
#include "format/schema.h"
#include "json/tape.h"

namespace crosswalk::format {

/// Index of a token in a file's tape.
using TokenId = std::uint32_t;

/// A name in a file and what stands behind it.
struct Member {
  std::string name;
  TokenId name_token = 0;
  TokenId value = 0;
};

/// A JSON text, parsed strictly. Threads: one.
class JsonFile {
 public:
  /// Parses `text`; failed() tells whether it is JSON. `where` names it in errors.
  JsonFile(std::string_view text, std::string_view where) { add(text, where); }

  /// Parses one text more, to lie behind the others; returns its root, 0 after a failure.
  TokenId add(std::string_view text, std::string_view where);

  [[nodiscard]] bool failed() const { return error_.has_value(); }
  /// The first thing wrong. REQUIRES: failed().
  [[nodiscard]] const Error& error() const { return *error_; }
  /// Remembers what is wrong at `token`, if nothing was wrong before.
  void fail(TokenId token, const std::string& what);
  /// Remembers that `name_token` is not one of `known`, with the nearest of them.
  void fail_unknown(TokenId name_token, std::string_view idea,
                    std::span<const std::string_view> known);

  [[nodiscard]] json::Kind kind(TokenId token) const { return texts_.tape.tokens[token].kind; }
  /// The characters of a string token.
  [[nodiscard]] std::string text_of(TokenId token) const;
  /// The bytes of a token as they stand in the file.
  [[nodiscard]] std::string_view raw(TokenId token) const;
  /// The value of member `name` of an object; nothing if it is absent.
  [[nodiscard]] std::optional<TokenId> find(TokenId object, std::string_view name) const;

  /// Typed access: a token of another kind is a failure, and the value then empty.
  std::string string(TokenId token);
  bool boolean(TokenId token);
  std::uint64_t count(
      TokenId token);  ///< a whole number from 0; `3.0` is 3; the largest there is for larger ones
  std::string number(TokenId token);  ///< as written
  std::vector<std::string> strings(TokenId token);
  std::vector<TokenId> elements(TokenId token);
  std::vector<Member> members(TokenId token);

  /// The texts, given away at the end of reading.
  SchemaText take_texts() { return std::move(texts_); }

 private:
  bool expect(TokenId token, json::Kind kind, std::string_view what);
  void fail_at(std::size_t offset, const std::string& what);

  SchemaText texts_;
  std::optional<Error> error_;
};

/// A word of a closed vocabulary, and what reads its value into `Target`.
template <class Target>
struct Word {
  std::string_view name;
  void (*read)(Target& target, TokenId value);
};

/// Reads every member of `object` by the table; a name that is not in it is a failure (`idea` says
/// what it was taken for), or passed over if `open`. Cost: linear in members times words.
template <class Target, std::size_t kWords>
void read_words(JsonFile& file, TokenId object, std::string_view idea,
                const Word<Target> (&words)[kWords], Target& target, bool open = false) {
  for (const Member& member : file.members(object)) {
    const Word<Target>* found = nullptr;
    for (const Word<Target>& word : words) {
      if (word.name == member.name) found = &word;
    }
    if (found != nullptr) {
      found->read(target, member.value);
    } else if (!open) {
      std::vector<std::string_view> known;
      for (const Word<Target>& word : words) known.push_back(word.name);
      file.fail_unknown(member.name_token, idea, known);
    }
  }
}

/// A text and what it stands for.
template <class Value>
struct Choice {
  std::string_view name;
  Value value;
};

/// The value that the text at `token` stands for; a text that is not in the table is a failure.
template <class Value, std::size_t kChoices>
Value read_choice(JsonFile& file, TokenId token, std::string_view idea,
                  const Choice<Value> (&choices)[kChoices]) {
  const std::string name = file.string(token);
  for (const Choice<Value>& choice : choices) {
    if (choice.name == name) return choice.value;
  }
  std::vector<std::string_view> known;
  for (const Choice<Value>& choice : choices) known.push_back(choice.name);
  file.fail_unknown(token, idea, known);
  return choices[0].value;
}

}  // namespace crosswalk::format

#endif  // CROSSWALK_FORMAT_JSON_FILE_H
