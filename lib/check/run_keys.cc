// Keys of records that are documents: taken whatever else is wrong with the record.
//
// The walk follows what describes the record itself: references, `allOf`, and the branch of an `if`
// that holds for it, so a key may count for some records only. A key of several values is made of
// their texts with their lengths, so that 1,23 and 12,3 differ; a text and a number with the same
// characters are the same key.
//   unique ["/id"] on {"id":7} and {"id":"7"}   ->   the same key
// Test: tests/check/run_keys_test.cc.
#include "check/key_set.h"
#include "check/run.h"

namespace crosswalk::check {

void Run::take_keys(const Value& record, format::NodeId node, std::vector<TakenKey>& keys) {
  if (!code_.nodes[node].has_keys) return;
  for (const Instruction& instruction : code_.plain(node)) {
    if (instruction.op == Op::kRef || instruction.op == Op::kAllOf) {
      take_keys(record, instruction.node, keys);
    } else if (instruction.op == Op::kIf) {
      const format::NodeId branch = branch_of(instruction, record);
      if (branch != format::kNoNode) take_keys(record, branch, keys);
    }
  }
  for (const Instruction& instruction : code_.extras(node)) {
    if (instruction.op == Op::kUnique) take_key(record, instruction.operand, keys);
  }
}

void Run::take_key(const Value& record, std::uint32_t unique, std::vector<TakenKey>& keys) {
  const auto& pointers = code_.keys[unique].pointers;
  key_text_.clear();
  std::uint32_t first = 0;
  for (const auto& steps : pointers) {
    const std::uint32_t token = append_key_text(record.token, steps, pointers.size() == 1);
    if (token == 0) return;
    if (first == 0) first = token;
  }
  keys.push_back({make_key(key_text_), unique, first});
}

// Appends the text at `steps` below `record`; returns its token, 0 if it makes no key.
std::uint32_t Run::append_key_text(std::uint32_t record, const std::vector<std::string>& steps,
                                   bool is_only) {
  std::uint32_t token = record;
  for (const std::string& step : steps) {
    if (tape_->tokens[token].kind != json::Kind::kObject) return 0;
    token = json::member(text_, *tape_, token, step);
    if (token == 0) return 0;
  }
  std::string scratch;
  const Value value = value_at(text_, *tape_, token, scratch);
  const bool has_text = value.kind == json::Kind::kString || value.kind == json::Kind::kNumber;
  if (!has_text || value.text.empty()) return 0;
  if (!is_only) key_text_ += std::to_string(value.text.size()) + ':';
  key_text_ += value.text;
  return token;
}

}  // namespace crosswalk::check
