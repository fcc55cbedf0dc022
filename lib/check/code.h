// The instructions that a schema compiles to.
//
// Every keyword of a node is one instruction, and a node is a run of instructions in one flat list:
// first the plain keywords in the order in which a first failure is told, then the checks that only
// values without a plain failure get. What an instruction needs besides its number stands in a
// table of its kind.
//   {"type":"string","minLength":1,"x-crosswalk":{"checks":[{"must":{...},...}]}}
//     ->  TYPE string | MIN_LENGTH 1 | MUST node
// Test: tests/check/program_test.cc.
#ifndef CROSSWALK_CHECK_CODE_H
#define CROSSWALK_CHECK_CODE_H

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/name_table.h"
#include "check/key.h"
#include "check/program.h"
#include "check/regex.h"
#include "check/value.h"

namespace crosswalk::check {

/// What an instruction tests. Enumerators stand in the order of execution.
enum class Op : std::uint8_t {
  kRef,        ///< `node`
  kFalse,      ///< never passes
  kType,       ///< KindBits `operand`, and kWholeNumbers
  kConst,      ///< choice `operand`
  kEnum,       ///< choice `operand`
  kNot,        ///< `node`
  kMinLength,  ///< size `operand`
  kMaxLength,
  kFormat,   ///< TextFormat `operand`
  kPattern,  ///< pattern `operand`
  kMinimum,  ///< number `operand`
  kMaximum,
  kExclusiveMinimum,
  kExclusiveMaximum,
  kMultipleOf,
  kSpelling,  ///< As `operand`
  kParts,     ///< split at separator `operand`, then `node`
  kMinItems,  ///< size `operand`
  kMaxItems,
  kUniqueItems,
  kItems,          ///< `node`
  kTuple,          ///< tuple `operand`, then `node` for the rest
  kContains,       ///< `node`
  kMinProperties,  ///< size `operand`
  kMaxProperties,
  kRequired,       ///< name list `operand`
  kPropertyNames,  ///< `node`
  kKnownNames,     ///< members `operand`: names outside them fail
  kMembers,        ///< members `operand`: values by their nodes
  kDependency,     ///< dependency `operand`
  kAllOf,          ///< `node`
  kAnyOf,          ///< node list `operand`
  kOneOf,          ///< node list `operand`
  kIf,             ///< branch `operand`
  kUnknownNames,   ///< members `operand`: names outside them are told, and pass
  kMust,           ///< `node`, only after the plain keywords
  kWithin,         ///< time range `operand`, only after the plain keywords
  kOrder,          ///< time order `operand`, only after the plain keywords
  kUnique          ///< key `operand`: of an array's elements; of records by Run::take_keys
};

/// True for instructions that look at nothing but their operand and a scalar or literal.
inline constexpr bool is_test(Op op) {
  switch (op) {
    case Op::kType:
    case Op::kConst:
    case Op::kEnum:
    case Op::kFormat:
    case Op::kPattern:
    case Op::kMinimum:
    case Op::kMaximum:
    case Op::kExclusiveMinimum:
    case Op::kExclusiveMaximum:
    case Op::kMultipleOf:
    case Op::kSpelling:
      return true;
    default:
      return false;
  }
}

/// True for instructions whose nodes describe the same value, some of them only where they hold.
inline constexpr bool hands_on(Op op) {
  return op == Op::kRef || op == Op::kAllOf || op == Op::kIf || op == Op::kAnyOf ||
         op == Op::kOneOf || op == Op::kDependency;
}

/// Operand of kType: numbers pass only without a fraction.
inline constexpr std::uint32_t kWholeNumbers = 0x100;

/// One keyword of one node. A value of a kind outside `applies` passes: that is decided once, when
/// the schema is compiled.
struct Instruction {
  Op op = Op::kFalse;
  KindBits applies = kAnyKind;
  bool negated = false;  ///< a `not` around one test: passes where the test fails
  Severity severity = Severity::kError;
  diagnostics::RuleId rule = 0;
  std::uint32_t operand = 0;
  format::NodeId node = format::kNoNode;
  std::uint32_t expected = 0;  ///< index in Code::expected; 0 is the empty text
};

/// The instructions of one schema node: plain ones, then those for good values.
struct NodeCode {
  std::uint32_t begin = 0;
  std::uint32_t plain_end = 0;
  std::uint32_t end = 0;
  KindBits can_fail = 0;         ///< kinds of value that some plain keyword may refuse
  KindBits can_pass = kAnyKind;  ///< kinds of value that all plain keywords may let pass
  KindBits extras = 0;  ///< kinds that a kMust or kWithin reached from here on the same value asks
  std::uint32_t visits = 1;  ///< of nodes, at most, to judge one value without its children
  bool has_keys = false;     ///< a kUnique is reached from here on the same value
  bool has_checks = false;   ///< a check is reached from here, on the same value or one inside it
};

/// The values of `const` or `enum`.
struct Choice {
  KindBits kinds = 0;  ///< of the values; decides for null, true and false
  std::vector<Number> numbers;
  std::vector<std::string> texts;                            ///< sorted
  std::size_t longest_text = 0;                              ///< bytes
  std::vector<std::string> containers;                       ///< canonical texts, sorted
  std::vector<std::pair<std::string, std::string>> aliases;  ///< other texts, each with its meaning
};

/// `properties`, `patternProperties` and `additionalProperties` of one node.
struct Members {
  base::NameTable names;                                           ///< of `properties`, sorted
  std::vector<format::NodeId> nodes;                               ///< by number of the name
  std::vector<std::pair<std::uint32_t, format::NodeId>> patterns;  ///< index in Code::patterns
  format::NodeId others = format::kNoNode;  ///< for all other members; kNoNode: anything goes
  std::vector<std::string> family_starts;   ///< fixed starts of patterns, such as `txt_`
};

/// One entry of `dependencies`.
struct Dependency {
  std::string name;
  std::vector<std::string> needs;
  format::NodeId node = format::kNoNode;  ///< instead of `needs`
};

/// `if`, `then`, `else`.
struct Branch {
  format::NodeId condition = format::kNoNode;
  format::NodeId consequence = format::kNoNode;
  format::NodeId alternative = format::kNoNode;
};

/// `within`.
struct TimeRange {
  std::int64_t from_unix = 0;
  std::int64_t ahead_seconds = 0;
  format::As as = format::As::kNone;
};

/// `unique`: what makes a key.
struct UniqueKey {
  std::vector<std::vector<std::string>> pointers;  ///< as steps; the first is where it is told
  KeyRule rule;                                    ///< severity as declared
  format::Rest rest = format::Rest::kAny;          ///< which repeats count
};

/// `order`: two times as the steps that lead to them.
struct TimeOrder {
  std::vector<std::string> first;
  std::vector<std::string> second;
  bool is_strict = false;  ///< nor equal
};

/// A compiled schema: instructions and what they point at. Immutable once compiled.
struct Program::Code {
  const format::Schema* schema = nullptr;
  std::vector<Instruction> instructions;
  std::vector<NodeCode> nodes;  ///< by NodeId
  std::vector<Pattern> patterns;
  std::vector<Choice> choices;
  std::vector<Members> members;
  std::vector<Dependency> dependencies;
  std::vector<Branch> branches;
  std::vector<TimeRange> ranges;
  std::vector<UniqueKey> keys;
  std::vector<TimeOrder> orders;
  std::vector<Number> numbers;
  std::vector<std::string> separators;
  std::vector<std::uint64_t> sizes;
  std::vector<std::vector<std::string>> name_lists;
  std::vector<std::vector<format::NodeId>> node_lists;
  std::vector<std::string> expected{std::string()};

  /// The keywords of a node that every value gets.
  [[nodiscard]] std::span<const Instruction> plain(format::NodeId node) const {
    const NodeCode& code = nodes[node];
    return std::span(instructions).subspan(code.begin, code.plain_end - code.begin);
  }
  /// The checks of a node that only values without a plain failure get.
  [[nodiscard]] std::span<const Instruction> extras(format::NodeId node) const {
    const NodeCode& code = nodes[node];
    return std::span(instructions).subspan(code.plain_end, code.end - code.plain_end);
  }
};

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_CODE_H
