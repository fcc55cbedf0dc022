// Keywords of arrays and objects, and where the findings of a document stand.
//
// A missing member is told at the object's opening brace, with the pointer where it would stand; an
// unknown one at its name. Each member that fails is told, not only the first.
//   {"a":1,"c":2} with required a, b and nothing but a, b known
//     ->  b missing at byte 0, pointer /b;   c unknown at byte 7, pointer /c
// Test: tests/check/run_containers_test.cc.
#include <algorithm>
#include <span>
#include <unordered_set>

#include "check/run.h"
#include "check/suggestion.h"

namespace crosswalk::check {

void Run::place_at_token(Finding& finding, std::uint32_t token) {
  const json::Token& at = tape_->tokens[token];
  finding.offset = at.begin;
  finding.length = at.end - at.begin;
  path_->move_to(token);
  finding.pointer = path_->pointer();
  finding.field = path_->member();
}

bool Run::judge_token(std::uint32_t token, format::NodeId node) {
  const bool is_array = tape_->tokens[token].kind == json::Kind::kArray;
  if (token == left_out_ && !is_array && is_told()) return true;
  constexpr std::uint64_t kUsualTimes = 16;  // that a schema asks for a value, on average
  const bool is_often = ++judged_tokens_ > kUsualTimes * (tape_->tokens.size() + 1000);
  const bool failed = failed_;
  std::string scratch;
  const bool good = is_often ? judge_token_once(token, node)
                             : judge(value_at(text_, *tape_, token, scratch), node);
  failed_ = failed;
  return good;
}

// Remembers verdicts: schemas that refer to themselves by two ways would else judge a value twice,
// its children four times, and so on. What was told of it once is not told again.
bool Run::judge_token_once(std::uint32_t token, format::NodeId node) {
  constexpr std::size_t kMostRemembered = std::size_t{1} << 22U;
  auto& verdicts = silence_ > 0 ? silent_ : told_;
  const std::uint64_t key = (std::uint64_t{token} << 32U) | node;
  const bool may_remember = silence_ > 0 || must_ == nullptr;
  if (const auto known = verdicts.find(key); may_remember && known != verdicts.end()) {
    return known->second;
  }
  std::string scratch;
  const bool good = judge(value_at(text_, *tape_, token, scratch), node);
  if (verdicts.size() >= kMostRemembered) verdicts.clear();
  if (may_remember) verdicts.emplace(key, good);
  return good;
}

bool Run::check_items(const Instruction& instruction, const Value& value) {
  if (value.token == left_out_ && is_told()) return true;
  const bool is_tuple = instruction.op == Op::kTuple;
  bool good = true;
  std::size_t index = 0;
  const std::uint32_t end = tape_->tokens[value.token].next;
  for (std::uint32_t element = value.token + 1; element < end;
       element = tape_->tokens[element].next, ++index) {
    format::NodeId node = instruction.node;
    if (is_tuple && index < code_.node_lists[instruction.operand].size()) {
      node = code_.node_lists[instruction.operand][index];
    }
    if (node != format::kNoNode) good &= judge_token(element, node);
    if (!good && silence_ > 0) break;
  }
  return good;
}

bool Run::check_unique_items(const Instruction& instruction, const Value& value) {
  std::unordered_set<std::string> seen;
  const std::uint32_t end = tape_->tokens[value.token].next;
  for (std::uint32_t element = value.token + 1; element < end;
       element = tape_->tokens[element].next) {
    std::string canonical;
    append_canonical(text_, *tape_, element, canonical);
    if (seen.insert(std::move(canonical)).second) continue;
    return fail(instruction, value);
  }
  return true;
}

bool Run::check_contains(const Instruction& instruction, const Value& value) {
  std::string scratch;
  const std::uint32_t end = tape_->tokens[value.token].next;
  for (std::uint32_t element = value.token + 1; element < end;
       element = tape_->tokens[element].next) {
    if (accepts(value_at(text_, *tape_, element, scratch), instruction.node)) return true;
  }
  return fail(instruction, value);
}

bool Run::has_member(const Value& object, std::string_view name) const {
  return json::member(text_, *tape_, object.token, name) != 0;
}

bool Run::fail_member(const Instruction& instruction, const Value& value,
                      std::string_view missing) {
  const bool failed = failed_;
  if (Finding* const finding = report(instruction, value)) {
    finding->name = missing;
    finding->expected = missing;
    finding->shape = {};
    if (place_ == nullptr) {
      finding->length = 1;
      json::append_reference_token(finding->pointer, missing);
      finding->field = missing;
    }
  }
  failed_ = failed;
  return false;
}

// A `must` is one test, told once, with all that it misses.
bool Run::fail_members(const Instruction& instruction, const Value& value,
                       const std::string& missing) {
  if (Finding* const finding = report(instruction, value)) {
    finding->expected = missing;
    finding->shape = {};
    if (place_ == nullptr) finding->length = 1;
  }
  return false;
}

bool Run::check_required(const Instruction& instruction, const Value& value) {
  std::vector<std::string_view> missing;
  for (const std::string& name : code_.name_lists[instruction.operand]) {
    if (has_member(value, name)) continue;
    if (silence_ > 0) return false;
    missing.push_back(name);
  }
  if (must_ != nullptr && missing.size() > 1) {
    std::string names(missing.front());
    for (const std::string_view name : std::span(missing).subspan(1))
      names.append(", ").append(name);
    return fail_members(instruction, value, names);
  }
  for (const std::string_view name : missing) fail_member(instruction, value, name);
  return missing.empty();
}

bool Run::fail_name(const Instruction& instruction, std::uint32_t name_token,
                    std::string_view name) {
  const bool failed = failed_;
  if (Finding* const finding = report(instruction, {json::Kind::kString, name, name_token})) {
    finding->name = name;
    if (instruction.op != Op::kPropertyNames) finding->hint = hint_for(instruction, name);
  }
  failed_ = failed;
  return false;
}

Run::NameVerdicts& Run::verdicts_of(const Instruction& instruction) {
  constexpr std::uint64_t kOfMembers = std::uint64_t{1} << 32U;
  return named_[instruction.op == Op::kPropertyNames ? instruction.node
                                                     : kOfMembers | instruction.operand];
}

// What one record has wrong, the next ones have, so the search for what is meant is done once.
std::string Run::hint_for(const Instruction& instruction, std::string_view name) {
  const Members& members = code_.members[instruction.operand];
  NameVerdicts& known = verdicts_of(instruction);
  const std::uint32_t number = known.names.find(name);
  if (number == base::NameTable::kNone) return suggestion(members, name);
  known.hints.resize(known.passes.size());
  std::optional<std::string>& hint = known.hints[number];
  if (!hint) hint = suggestion(members, name);
  return *hint;
}

// Records name their members alike, so what some names pass is remembered: few, as names that are
// chosen to look alike are found one after the other.
bool Run::passes_name(const Instruction& instruction, const Value& name) {
  constexpr std::size_t kMostRemembered = 256;
  const bool asks_node = instruction.op == Op::kPropertyNames;
  NameVerdicts& known = verdicts_of(instruction);
  const std::uint32_t number = known.names.find(name.text);
  if (number != base::NameTable::kNone) return known.passes[number];
  const bool passes = asks_node ? accepts(name, instruction.node)
                                : knows(code_, code_.members[instruction.operand], name.text);
  if (known.passes.size() == kMostRemembered) return passes;
  known.names.add(name.text);
  known.passes.push_back(passes);
  return passes;
}

// An unknown name that is only warned of is no failure of the object.
bool Run::check_names(const Instruction& instruction, const Value& value) {
  const bool is_warning = instruction.op == Op::kUnknownNames;
  const bool failed = failed_;
  bool good = true;
  std::string scratch;
  const std::uint32_t end = tape_->tokens[value.token].next;
  for (std::uint32_t token = value.token + 1; token < end; token = tape_->tokens[token + 1].next) {
    const Value name = value_at(text_, *tape_, token, scratch);
    if (!passes_name(instruction, name)) good = fail_name(instruction, token, name.text);
    if (!good && silence_ > 0) break;
  }
  if (is_warning) failed_ = failed;
  return good || is_warning;
}

bool Run::check_members(const Instruction& instruction, const Value& value) {
  const Members& members = code_.members[instruction.operand];
  std::string scratch;
  bool good = true;
  const std::uint32_t end = tape_->tokens[value.token].next;
  for (std::uint32_t token = value.token + 1; token < end; token = tape_->tokens[token + 1].next) {
    for_each_node_of_member(code_, members,
                            json::string_value(text_, tape_->tokens[token], scratch),
                            [&](format::NodeId node) { good &= judge_token(token + 1, node); });
    if (!good && silence_ > 0) break;
  }
  return good;
}

bool Run::check_dependency(const Instruction& instruction, const Value& value) {
  const Dependency& dependency = code_.dependencies[instruction.operand];
  if (!has_member(value, dependency.name)) return true;
  if (dependency.node != format::kNoNode) return judge_plain(value, dependency.node);
  bool good = true;
  for (const std::string& name : dependency.needs) {
    if (!has_member(value, name)) good = fail_member(instruction, value, name);
    if (!good && silence_ > 0) break;
  }
  return good;
}

bool knows(const Program::Code& code, const Members& members, std::string_view name) {
  return members.names.find(name) != base::NameTable::kNone ||
         std::any_of(members.patterns.begin(), members.patterns.end(),
                     [&](const auto& entry) { return code.patterns[entry.first].matches(name); });
}

void nodes_of_member(const Program::Code& code, const Members& members, std::string_view name,
                     std::vector<format::NodeId>& nodes) {
  nodes.clear();
  for_each_node_of_member(code, members, name, [&](format::NodeId node) { nodes.push_back(node); });
}

}  // namespace crosswalk::check
