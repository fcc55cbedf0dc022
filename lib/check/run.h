// The interpreter: one loop over the instructions of a node, whatever the value comes from.
//
// Two passes over the same value: the plain keywords first, and only if all of them pass the checks
// that may follow (`must`, `within`). A scalar stops at its first failure; a container goes on, and
// each of its members is a value of its own: what is wrong with one, missing or unknown does not
// keep the container from its checks, but what these say of it again is dropped. Where only a
// verdict counts (`not`, `anyOf`, `if`) the same loop runs silently and stops at the first failure.
//   {"not":{"const":""},"pattern":"^x"} on ""   ->   one finding, of `not`
// Where no branch of an `anyOf` or `oneOf` fits, the nearest one is told instead
// (check/explain.cc). A value that many schemas reach by many ways is judged by each of them once.
// Values of a document stand at their token; a cell's findings stand at the place given.
// Test: tests/check/program_test.cc.
#ifndef CROSSWALK_CHECK_RUN_H
#define CROSSWALK_CHECK_RUN_H

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "check/code.h"
#include "check/value.h"
#include "diagnostics/raw_finding.h"
#include "json/path_cursor.h"

namespace crosswalk::check {

/// Where the findings of a cell stand.
struct Place {
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
  std::uint32_t record = diagnostics::kNoRecord;
  std::int32_t column = diagnostics::kNoColumn;
};

/// True if `members` has `name`, or a pattern that matches it.
bool knows(const Program::Code& code, const Members& members, std::string_view name);

/// Calls visit(node) for each node that judges the member called `name`: by name, by each pattern
/// that matches, else the one for other members.
template <class Visit>
void for_each_node_of_member(const Program::Code& code, const Members& members,
                             std::string_view name, const Visit& visit) {
  const std::uint32_t number = members.names.find(name);
  bool is_known = number != base::NameTable::kNone;
  if (is_known) visit(members.nodes[number]);
  for (const auto& [pattern, node] : members.patterns) {
    if (!code.patterns[pattern].matches(name)) continue;
    visit(node);
    is_known = true;
  }
  if (!is_known && members.others != format::kNoNode) visit(members.others);
}

/// The same nodes in `nodes`, which is cleared first.
void nodes_of_member(const Program::Code& code, const Members& members, std::string_view name,
                     std::vector<format::NodeId>& nodes);

/// A key that a record has: of which check, and at which token.
struct TakenKey {
  Key key;
  std::uint32_t unique = 0;  ///< index in Code::keys
  std::uint32_t token = 0;   ///< of the value at its first pointer
};

/// Runs programs over values.
/// Ownership: everything given must outlive it. Threads: one.
class Run {
 public:
  Run(const Program::Code& code, const RunOptions& options,
      std::vector<diagnostics::RawFinding>& findings)
      : code_(code), options_(options), findings_(findings) {}

  /// Values with a token are read from here. Findings stand at their tokens unless there is a
  /// place.
  void read_from(std::string_view text, const json::Tape& tape) {
    text_ = text;
    tape_ = &tape;
    path_.emplace(text, tape);
    judged_tokens_ = 0;
    if (!told_.empty()) told_.clear();
    if (!silent_.empty()) silent_.clear();
  }
  /// From here on findings stand at `place` (not owned; nullptr: at their tokens).
  void stand_at(const Place* place) { place_ = place; }

  /// From here on the value at `token` is not looked into where findings are told: the elements of
  /// an array, or all of it if it is none. Conditions still see it.
  void leave_out(std::uint32_t token) { left_out_ = token; }

  /// Judges and reports. Returns true if no plain keyword failed.
  bool judge(const Value& value, format::NodeId node);
  /// The verdict of the plain keywords alone; reports nothing.
  bool accepts(const Value& value, format::NodeId node);
  /// Runs one plain instruction. Returns true if it passed, or does not apply.
  bool execute(const Instruction& instruction, const Value& value);
  /// Runs one check, or those behind one instruction that hands on.
  /// REQUIRES: no plain keyword failed on `value`.
  void execute_extra(const Instruction& instruction, const Value& value);
  /// True if the instruction passes with all that it hands on to. What it finds is dropped.
  bool passes_in_silence(const Instruction& instruction, const Value& value);
  /// Appends the keys that `node` gives to `record`, an object with a token; a key with a part that
  /// is not there, or no text or number, or empty, is none.
  void take_keys(const Value& record, format::NodeId node, std::vector<TakenKey>& keys);
  /// Tells damaged texts of the document, whose root `node` describes: keys that a spreadsheet took
  /// for numbers or that have blanks at their ends, lost characters. A value that has a finding
  /// gets no more.
  void judge_texts(format::NodeId node, const diagnostics::RuleCatalog& rules);

 private:
  using Finding = diagnostics::RawFinding;
  /// What was said of the names met so far.
  struct NameVerdicts {
    base::NameTable names;
    std::vector<bool> passes;                       // by number of the name
    std::vector<std::optional<std::string>> hints;  // likewise; as far as they were asked for
  };

  bool judge_plain(const Value& value, format::NodeId node);
  bool judge_keywords(const Value& value, format::NodeId node);
  void judge_extras(const Value& value, format::NodeId node);
  void drop_repeated(std::size_t first_plain, std::size_t first_extra, const Value& object);
  bool dispatch(const Instruction& instruction, const Value& value);
  bool holds(const Instruction& test, const Value& value) const;

  bool fail(const Instruction& instruction, const Value& value);
  bool fail_count(const Instruction& instruction, const Value& value, std::uint64_t found);
  bool fail_member(const Instruction& instruction, const Value& value, std::string_view missing);
  bool fail_members(const Instruction& instruction, const Value& value, const std::string& missing);
  bool fail_name(const Instruction& instruction, std::uint32_t name_token, std::string_view name);
  NameVerdicts& verdicts_of(const Instruction& instruction);
  std::string hint_for(const Instruction& instruction, std::string_view name);
  Finding* report(const Instruction& instruction, const Value& value);
  void place_at_token(Finding& finding, std::uint32_t token);

  bool check_size(const Instruction& instruction, const Value& value);
  bool check_parts(const Instruction& instruction, const Value& value);
  struct Attempt;
  Attempt attempt(const Value& value, format::NodeId node);
  bool fail_nearest(const Instruction& instruction, const Value& value);
  bool fail_as_one_of(const Instruction& instruction, const Value& value,
                      const std::vector<Attempt>& attempts);
  bool fail_depth(const Value& value);
  bool check_any_of(const Instruction& instruction, const Value& value);
  bool check_one_of(const Instruction& instruction, const Value& value);
  format::NodeId branch_of(const Instruction& instruction, const Value& value);
  bool check_branch(const Instruction& instruction, const Value& value);
  void judge_inside(const Instruction& instruction, const Value& value);
  // Calls visit(node) for each node of an instruction that hands on, if it holds for the value.
  template <class Visit>
  void for_each_holding(const Instruction& instruction, const Value& value, const Visit& visit);

  bool check_items(const Instruction& instruction, const Value& value);
  bool check_unique_items(const Instruction& instruction, const Value& value);
  bool check_contains(const Instruction& instruction, const Value& value);
  bool has_member(const Value& object, std::string_view name) const;
  bool check_required(const Instruction& instruction, const Value& value);
  bool check_names(const Instruction& instruction, const Value& value);
  bool passes_name(const Instruction& instruction, const Value& name);
  bool check_members(const Instruction& instruction, const Value& value);
  bool check_dependency(const Instruction& instruction, const Value& value);
  bool judge_token(std::uint32_t token, format::NodeId node);
  bool judge_token_once(std::uint32_t token, format::NodeId node);
  [[nodiscard]] bool is_told() const { return silence_ == 0 && must_ == nullptr; }
  std::uint32_t make_key_text(std::uint32_t object, const UniqueKey& key);
  std::uint32_t key_part(std::uint32_t object, const std::vector<std::string>& steps,
                         std::string& scratch, std::string_view& text) const;
  [[nodiscard]] std::uint32_t token_at(std::uint32_t object,
                                       const std::vector<std::string>& steps) const;
  void tell_damage(diagnostics::CoreRule rule, const diagnostics::RuleCatalog& rules,
                   const Value& value);
  void take_key(const Value& record, std::uint32_t unique, std::vector<TakenKey>& keys);
  void check_distinct(const Instruction& instruction, const Value& value);
  [[nodiscard]] std::uint64_t known_key(std::uint32_t object, const UniqueKey& key) const;
  bool surely_differ(const Value& array, const UniqueKey& key);
  void report_repeat(const Instruction& instruction, std::uint32_t token, std::uint32_t first);
  void check_order(const Instruction& instruction, const Value& value);

  const Program::Code& code_;
  const RunOptions& options_;
  std::vector<Finding>& findings_;
  std::string_view text_;
  const json::Tape* tape_ = nullptr;
  std::optional<json::PathCursor> path_;
  const Place* place_ = nullptr;
  const Instruction* must_ = nullptr;  // findings bear its rule
  std::uint32_t part_ = 0;             // of the value under test; 0 = the whole
  std::uint32_t left_out_ = kNoToken;
  int silence_ = 0;                  // over 0: verdicts only
  std::uint32_t depth_ = 0;          // of nodes inside each other
  std::uint64_t judged_tokens_ = 0;  // of the tape
  std::uint32_t attempts_left_ = 0;  // for branches inside a branch that is tried
  bool is_attempt_ = false;
  bool failed_ = false;  // the value under test itself, not a member of it
  std::unordered_map<std::uint64_t, bool> told_, silent_;  // verdicts by token and node
  std::unordered_map<std::uint64_t, NameVerdicts> named_;  // by what is asked of the names
  std::string_view key_text_;                              // of the key being taken
  std::string key_scratch_;
  std::string joined_key_;
};

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_RUN_H
