// Checks that look at several values of a document: keys, and the order of times.
//
// The key of a record is taken whatever else is wrong with it; the elements of an array are held
// against each other here. A key of several values is made of their texts with their lengths, so
// that 1,23 and 12,3 differ; a text and a number with the same characters are the same key.
//   unique ["/id"] on [{"id":7},{"id":"7"}]   ->   told at the second, related to the first
//   order ["/from","/to"] on {"from":"2024-02-01","to":"2024-01-01"}   ->   told at `to`
// Test: tests/check/run_keys_test.cc.
#include <algorithm>
#include <array>
#include <map>

#include "base/name_table.h"
#include "base/position.h"
#include "check/key_set.h"
#include "check/run.h"
#include "check/time_order.h"
#include "text/nfc.h"

namespace crosswalk::check {

void Run::take_key(const Value& record, std::uint32_t unique, std::vector<TakenKey>& keys) {
  const std::uint32_t token = make_key_text(record.token, code_.keys[unique]);
  if (token != 0) keys.push_back({make_key(key_text_), unique, token});
}

// Puts the key of `object` into key_text_, a view that dies with the next one; returns the token at
// its first pointer, 0 if it has no key.
std::uint32_t Run::make_key_text(std::uint32_t object, const UniqueKey& key) {
  if (key.pointers.size() == 1)
    return key_part(object, key.pointers.front(), key_scratch_, key_text_);
  joined_key_.clear();
  std::uint32_t first = 0;
  for (const auto& steps : key.pointers) {
    std::string_view text;
    const std::uint32_t token = key_part(object, steps, key_scratch_, text);
    if (token == 0) return 0;
    joined_key_ += std::to_string(text.size()) + ':';
    joined_key_ += text;
    if (first == 0) first = token;
  }
  key_text_ = joined_key_;
  return first;
}

std::uint32_t Run::key_part(std::uint32_t object, const std::vector<std::string>& steps,
                            std::string& scratch, std::string_view& text) const {
  const std::uint32_t token = token_at(object, steps);
  if (token == 0) return 0;
  text = value_at(text_, *tape_, token, scratch).text;
  const json::Kind kind = tape_->tokens[token].kind;
  const bool has_text = kind == json::Kind::kString || kind == json::Kind::kNumber;
  if (!has_text || text.empty()) return 0;
  if (options_.nfc) text = scratch = text::nfc(text);
  return token;
}

// The token at `steps` below `object`, 0 if there is none.
std::uint32_t Run::token_at(std::uint32_t object, const std::vector<std::string>& steps) const {
  std::uint32_t token = object;
  for (const std::string& step : steps) {
    if (tape_->tokens[token].kind != json::Kind::kObject) return 0;
    token = json::member(text_, *tape_, token, step);
    if (token == 0) return 0;
  }
  return token;
}

// What stands for a key that is the first member, if that has a number (json::Token::known_text),
// else 0. Who numbers texts names no member twice.
std::uint64_t Run::known_key(std::uint32_t object, const UniqueKey& key) const {
  if (key.pointers.size() != 1 || key.pointers.front().size() != 1) return 0;
  const std::vector<json::Token>& tokens = tape_->tokens;
  const bool has_members = tokens[object].kind == json::Kind::kObject && tokens[object].count > 0;
  if (!has_members || tokens[object + 2].known_text == 0) return 0;
  std::string unused;
  const std::string_view name = json::string_value(text_, tokens[object + 1], unused);
  return base::same_name(name, key.pointers.front().front()) ? tokens[object + 2].known_text : 0;
}

// Few elements, whose keys need not be kept to be told apart: their hashes differ.
bool Run::surely_differ(const Value& array, const UniqueKey& key) {
  constexpr std::size_t kFew = 32;
  if (tape_->tokens[array.token].count > kFew) return false;
  std::array<std::uint64_t, kFew> hashes;  // up to `last`
  auto last = hashes.begin();
  const std::uint32_t end = tape_->tokens[array.token].next;
  for (std::uint32_t element = array.token + 1; element < end;
       element = tape_->tokens[element].next) {
    std::uint64_t hash = known_key(element, key);
    if (hash == 0) {
      if (make_key_text(element, key) == 0) continue;
      hash = base::name_hash(key_text_);
    }
    if (std::find(hashes.begin(), last, hash) != last) return false;
    *last++ = hash;
  }
  return true;
}

void Run::check_distinct(const Instruction& instruction, const Value& value) {
  struct First {
    std::uint32_t element = 0;
    std::uint32_t key = 0;
  };
  const UniqueKey& key = code_.keys[instruction.operand];
  if (surely_differ(value, key)) return;
  std::map<std::string, First, std::less<>> seen;
  const auto canonical = [&](std::uint32_t element) {
    std::string text;
    append_canonical(text_, *tape_, element, text);
    return text;
  };
  const std::uint32_t end = tape_->tokens[value.token].next;
  for (std::uint32_t element = value.token + 1; element < end;
       element = tape_->tokens[element].next) {
    const std::uint32_t token = make_key_text(element, key);
    if (token == 0) continue;
    const auto [first, is_new] = seen.try_emplace(std::string(key_text_), First{element, token});
    if (is_new) continue;
    const bool is_asked = key.rest == format::Rest::kAny ||
                          (canonical(element) == canonical(first->second.element)) ==
                              (key.rest == format::Rest::kEqual);
    if (is_asked) report_repeat(instruction, token, first->second.key);
  }
}

// Told at `token`; its first occurrence is that at `first`, in a line counted from the text's
// first.
void Run::report_repeat(const Instruction& instruction, std::uint32_t token, std::uint32_t first) {
  std::string scratch;
  Finding* const finding = report(instruction, value_at(text_, *tape_, token, scratch));
  if (finding == nullptr || place_ != nullptr) return;
  finding->related_line = 1 + base::measure(text_.substr(0, tape_->tokens[first].begin)).lines;
}

void Run::check_order(const Instruction& instruction, const Value& value) {
  const TimeOrder& order = code_.orders[instruction.operand];
  const std::uint32_t first = token_at(value.token, order.first);
  const std::uint32_t second = token_at(value.token, order.second);
  if (first == 0 || second == 0) return;
  std::string first_scratch;
  std::string second_scratch;
  const Value earlier = value_at(text_, *tape_, first, first_scratch);
  const Value later = value_at(text_, *tape_, second, second_scratch);
  if (earlier.kind != json::Kind::kString || later.kind != json::Kind::kString) return;
  if (are_out_of_order(earlier.text, later.text, order.is_strict)) fail(instruction, later);
}

}  // namespace crosswalk::check
