// One instruction a keyword, in the order in which a first failure is told.
//
// A keyword's rule is the one that a check `on` it names, else the core's. References are followed
// here, so that running them costs nothing.
//   {"minLength":1,"type":"string"}   ->   TYPE string; MIN_LENGTH 1
//   {"pattern":"("}                   ->   an error that tells line and column
// Test: tests/check/compile_test.cc.
#include "check/compile.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "check/analyse.h"
#include "check/choice.h"
#include "check/compile_checks.h"
#include "check/expected.h"
#include "check/targets.h"
#include "check/text_format.h"
#include "check/unknown_names.h"

namespace crosswalk::check {
namespace {

using diagnostics::CoreRule;
using format::Node;
using format::NodeId;
using json::Kind;

class Compiler {
 public:
  Compiler(const format::Schema& schema, const diagnostics::RuleCatalog& rules, Program::Code& code)
      : schema_(schema), rules_(rules), code_(code), targets_(find_targets(schema.nodes)) {}

  Status run() {
    code_.schema = &schema_;
    const auto tell_unknown = nodes_that_tell_unknown_names(schema_);
    for (const Node& node : schema_.nodes) {
      node_ = &node;
      const auto id = static_cast<NodeId>(&node - schema_.nodes.data());
      NodeCode range;
      range.begin = next();
      plain_keywords();
      if (!tell_unknown[id].empty()) unknown_names(tell_unknown[id]);
      range.plain_end = next();
      checks();
      range.end = next();
      code_.nodes.push_back(range);
    }
    if (error_) return *error_;
    return {};
  }

 private:
  std::uint32_t next() const { return static_cast<std::uint32_t>(code_.instructions.size()); }

  template <class T>
  static std::uint32_t append(std::vector<T>& table, T entry) {
    table.push_back(std::move(entry));
    return static_cast<std::uint32_t>(table.size() - 1);
  }

  // Adds the instruction of a keyword; the caller fills in its operand.
  Instruction& add(Op op, KindBits applies, std::string_view keyword, CoreRule core,
                   std::string expected = {}) {
    Instruction instruction;
    instruction.op = op;
    instruction.applies = applies;
    instruction.rule = core;
    instruction.severity = rules_.rule(core).severity;
    for (const format::Check& check : node_->annotation.checks) {
      if (check.kind == format::CheckKind::kOn && check.keyword == keyword) {
        name_rule(instruction, check);
      }
    }
    if (!expected.empty()) instruction.expected = append(code_.expected, std::move(expected));
    return code_.instructions.emplace_back(instruction);
  }

  void name_rule(Instruction& instruction, const format::Check& check) {
    instruction.rule = rules_.find(check.rule);
    instruction.severity = check.severity;
    if (instruction.rule == diagnostics::RuleCatalog::kNoRule) {
      fail(node_->token, "the rule " + check.rule + " is not known");
      instruction.rule = 0;
    }
  }

  void fail(std::uint32_t token, const std::string& what) {
    if (!error_) error_ = schema_.error_of(token, what);
  }

  NodeId target(NodeId node) const { return node == format::kNoNode ? node : targets_[node]; }
  std::vector<NodeId> targets(const std::vector<NodeId>& nodes) const {
    std::vector<NodeId> followed;
    for (const NodeId node : nodes) followed.push_back(target(node));
    return followed;
  }

  void plain_keywords() {
    if (node_->ref != format::kNoNode) {
      add(Op::kRef, kAnyKind, "$ref", diagnostics::kSchemaFalse).node = target(node_->ref);
      return;
    }
    if (node_->boolean) {
      if (!*node_->boolean) add(Op::kFalse, kAnyKind, "false", diagnostics::kSchemaFalse);
      return;
    }
    values();
    texts();
    numbers();
    annotated_forms();
    arrays();
    objects();
    dependencies();
    combinations();
  }

  void values() {
    if (node_->has_types) {
      add(Op::kType, kAnyKind, "type", diagnostics::kSchemaType, expected_types(node_->types))
          .operand = type_mask(node_->types);
    }
    if (node_->constant) {
      const std::vector<std::uint32_t> tokens = {*node_->constant};
      add(Op::kConst, kAnyKind, "const", diagnostics::kSchemaConst,
          expected_values(schema_, tokens))
          .operand = append(code_.choices, make_choice(schema_, tokens));
    }
    if (node_->has_enumeration) {
      add(Op::kEnum, kAnyKind, "enum", diagnostics::kSchemaEnum,
          expected_values(schema_, node_->enumeration))
          .operand = append(code_.choices, make_choice(schema_, node_->enumeration));
      code_.choices.back().aliases = aliases_of(node_->annotation);
    }
    if (node_->negation != format::kNoNode) {
      add(Op::kNot, kAnyKind, "not", diagnostics::kSchemaNot).node = target(node_->negation);
    }
  }

  // What a node wants, where that is told in a few words.
  std::string expected_form(NodeId id) const {
    const Node& node = schema_.nodes[id];
    if (node.constant) return expected_values(schema_, std::vector{*node.constant});
    if (node.has_enumeration) return expected_values(schema_, node.enumeration);
    return node.has_types ? expected_types(node.types) : "something else";
  }

  static std::uint32_t type_mask(std::uint8_t types) {
    std::uint32_t mask = 0;
    const auto accept = [&](format::TypeBit type, KindBits kinds) {
      if ((types & type) != 0) mask |= kinds;
    };
    accept(format::kTypeNull, bit(Kind::kNull));
    accept(format::kTypeBoolean, bit(Kind::kFalse) | bit(Kind::kTrue));
    accept(format::kTypeObject, kObjectKind);
    accept(format::kTypeArray, kArrayKind);
    accept(format::kTypeString, kStringKind);
    accept(format::kTypeNumber, kNumberKind);
    if ((types & format::kTypeInteger) != 0 && (types & format::kTypeNumber) == 0) {
      mask |= kNumberKind | kWholeNumbers;
    }
    return mask;
  }

  void size_limit(Op op, KindBits applies, std::string_view keyword, CoreRule core,
                  const std::optional<std::uint64_t>& limit, std::string_view unit) {
    if (!limit) return;
    const std::string_view relation = keyword.substr(0, 3) == "min" ? "at least" : "at most";
    add(op, applies, keyword, core, expected_count(relation, *limit, unit)).operand =
        append(code_.sizes, *limit);
  }

  void texts() {
    size_limit(Op::kMinLength, kStringKind, "minLength", diagnostics::kSchemaMinLength,
               node_->min_length, "character");
    size_limit(Op::kMaxLength, kStringKind, "maxLength", diagnostics::kSchemaMaxLength,
               node_->max_length, "character");
    if (const auto format = text_format(node_->format.value_or(""))) {
      add(Op::kFormat, kStringKind, "format", diagnostics::kSchemaFormat,
          std::string(describe(*format)))
          .operand = static_cast<std::uint32_t>(*format);
    }
    if (node_->pattern) {
      const std::uint32_t operand = pattern(*node_->pattern, "pattern");
      add(Op::kPattern, kStringKind, "pattern", diagnostics::kSchemaPattern,
          "text that matches " + *node_->pattern)
          .operand = operand;
    }
  }

  // The pattern `text`, which stands behind `keyword` or is the name of one of its members.
  // The same text is the same pattern.
  std::uint32_t pattern(const std::string& text, std::string_view keyword) {
    if (const auto known = patterns_.find(text); known != patterns_.end()) return known->second;
    auto compiled = Pattern::compile(text);
    if (compiled) {
      return patterns_[text] = append(code_.patterns, std::move(compiled).value());
    }
    const std::uint32_t value = member_token(node_->token, keyword);
    const bool is_name = schema_.tape.tokens[value].kind == Kind::kObject;
    fail(is_name ? member_token(value, text) - 1 : value, compiled.error().message);
    return 0;
  }

  std::uint32_t member_token(std::uint32_t object, std::string_view name) const {
    return json::member(schema_.text, schema_.tape, object, name);
  }

  void number_limit(Op op, std::string_view keyword, CoreRule core,
                    const std::optional<std::string>& limit, std::string_view relation) {
    if (!limit) return;
    add(op, kNumberKind, keyword, core, std::string(relation) + ' ' + *limit).operand =
        append(code_.numbers, make_number(*limit));
  }

  void numbers() {
    number_limit(Op::kMinimum, "minimum", diagnostics::kSchemaRange, node_->minimum, "at least");
    number_limit(Op::kMaximum, "maximum", diagnostics::kSchemaRange, node_->maximum, "at most");
    number_limit(Op::kExclusiveMinimum, "exclusiveMinimum", diagnostics::kSchemaRange,
                 node_->exclusive_minimum, "more than");
    number_limit(Op::kExclusiveMaximum, "exclusiveMaximum", diagnostics::kSchemaRange,
                 node_->exclusive_maximum, "less than");
    number_limit(Op::kMultipleOf, "multipleOf", diagnostics::kSchemaMultipleOf, node_->multiple_of,
                 "a multiple of");
  }

  void annotated_forms() {
    const format::As as = node_->annotation.as;
    if (as == format::As::kFlag || as == format::As::kInteger || as == format::As::kUnix) {
      add(Op::kSpelling, kNumberKind, "as", diagnostics::kSchemaType,
          as == format::As::kFlag ? "0 or 1" : "digits without fraction or exponent")
          .operand = static_cast<std::uint32_t>(as);
    }
    const auto& parts = node_->annotation.parts;
    if (parts && parts->item != format::kNoNode) {
      Instruction& split = add(Op::kParts, kStringKind, "parts", diagnostics::kSchemaFalse);
      split.operand = append(code_.separators, parts->by);
      split.node = target(parts->item);
    }
  }

  void arrays() {
    size_limit(Op::kMinItems, kArrayKind, "minItems", diagnostics::kSchemaMinItems,
               node_->min_items, "element");
    size_limit(Op::kMaxItems, kArrayKind, "maxItems", diagnostics::kSchemaMaxItems,
               node_->max_items, "element");
    if (node_->unique_items) {
      add(Op::kUniqueItems, kArrayKind, "uniqueItems", diagnostics::kSchemaUniqueItems,
          "different elements");
    }
    if (node_->has_tuple) {
      Instruction& tuple = add(Op::kTuple, kArrayKind, "items", diagnostics::kSchemaFalse);
      tuple.operand = append(code_.node_lists, targets(node_->tuple));
      tuple.node = target(node_->additional_items);
    } else if (node_->items != format::kNoNode) {
      add(Op::kItems, kArrayKind, "items", diagnostics::kSchemaFalse).node = target(node_->items);
    }
    if (node_->contains != format::kNoNode) {
      const NodeId wanted = target(node_->contains);
      add(Op::kContains, kArrayKind, "contains", diagnostics::kSchemaContains,
          expected_form(wanted))
          .node = wanted;
    }
  }

  void objects() {
    size_limit(Op::kMinProperties, kObjectKind, "minProperties", diagnostics::kSchemaMinProperties,
               node_->min_properties, "member");
    size_limit(Op::kMaxProperties, kObjectKind, "maxProperties", diagnostics::kSchemaMaxProperties,
               node_->max_properties, "member");
    if (!node_->required.empty()) {
      add(Op::kRequired, kObjectKind, "required", diagnostics::kSchemaRequired).operand =
          append(code_.name_lists, node_->required);
    }
    if (node_->property_names != format::kNoNode) {
      add(Op::kPropertyNames, kObjectKind, "propertyNames", diagnostics::kSchemaPropertyNames)
          .node = target(node_->property_names);
    }
    members();
  }

  void members() {
    Members members;
    auto properties = node_->properties;
    std::ranges::sort(properties);
    for (const auto& [name, node] : properties) add_name(name, target(node), members);
    for (const auto& [text, node] : node_->pattern_properties) {
      const std::uint32_t number = pattern(text, "patternProperties");
      if (error_) return;
      members.patterns.emplace_back(number, target(node));
      const std::string& start = code_.patterns[number].start();
      if (!start.empty()) members.family_starts.push_back(start);
    }
    const NodeId others = target(node_->additional_properties);
    const bool refused = others != format::kNoNode && schema_.nodes[others].boolean == false;
    if (!refused) members.others = others;
    const bool has_nodes =
        !members.nodes.empty() || !members.patterns.empty() || members.others != format::kNoNode;
    if (!has_nodes && !refused) return;
    const std::uint32_t table = append(code_.members, std::move(members));
    if (refused) {
      Instruction& names = add(Op::kKnownNames, kObjectKind, "additionalProperties",
                               diagnostics::kSchemaUnknownField);
      names.operand = table;
      // A plain keyword that fails is an error, whatever the rule is worth elsewhere.
      if (names.rule == diagnostics::kSchemaUnknownField) names.severity = Severity::kError;
    }
    if (has_nodes) {
      add(Op::kMembers, kObjectKind, "properties", diagnostics::kSchemaFalse).operand = table;
    }
  }

  static void add_name(const std::string& name, NodeId node, Members& members) {
    members.names.add(name);
    members.nodes.push_back(node);
  }

  void unknown_names(const std::vector<NodeId>& nodes) {
    const auto described = described_names(schema_, nodes);
    if (!described) return;
    Members members;
    for (const std::string& name : std::set(described->names.begin(), described->names.end()))
      add_name(name, format::kNoNode, members);
    for (const std::string& text : described->patterns)
      members.patterns.emplace_back(pattern(text, "patternProperties"), format::kNoNode);
    add(Op::kUnknownNames, kObjectKind, "", diagnostics::kSchemaUnknownField).operand =
        append(code_.members, std::move(members));
  }

  void dependencies() {
    for (const auto& [name, needs] : node_->dependency_names) {
      add(Op::kDependency, kObjectKind, "dependencies", diagnostics::kSchemaDependency).operand =
          append(code_.dependencies, Dependency{name, needs, format::kNoNode});
    }
    for (const auto& [name, node] : node_->dependency_schemas) {
      add(Op::kDependency, kObjectKind, "dependencies", diagnostics::kSchemaDependency).operand =
          append(code_.dependencies, Dependency{name, {}, target(node)});
    }
  }

  void combinations() {
    for (const NodeId node : node_->all_of) {
      add(Op::kAllOf, kAnyKind, "allOf", diagnostics::kSchemaFalse).node = target(node);
    }
    if (node_->has_any_of) {
      add(Op::kAnyOf, kAnyKind, "anyOf", diagnostics::kSchemaAnyOf,
          "one of " + std::to_string(node_->any_of.size()) + " forms")
          .operand = append(code_.node_lists, targets(node_->any_of));
    }
    if (node_->has_one_of) {
      add(Op::kOneOf, kAnyKind, "oneOf", diagnostics::kSchemaOneOf,
          "exactly one of " + std::to_string(node_->one_of.size()) + " forms")
          .operand = append(code_.node_lists, targets(node_->one_of));
    }
    if (node_->condition != format::kNoNode) {
      add(Op::kIf, kAnyKind, "if", diagnostics::kSchemaIf).operand = append(
          code_.branches,
          Branch{target(node_->condition), target(node_->consequence), target(node_->alternative)});
    }
  }

  void checks() {
    for (const format::Check& check : node_->annotation.checks) {
      auto instruction = compile_check(check, node_->annotation.as, rules_, code_);
      if (!instruction) continue;
      if (instruction->op == Op::kMust) instruction->node = target(check.node);
      name_rule(*instruction, check);
      code_.instructions.push_back(*instruction);
    }
  }

  const format::Schema& schema_;
  const diagnostics::RuleCatalog& rules_;
  Program::Code& code_;
  std::vector<NodeId> targets_;
  std::map<std::string, std::uint32_t> patterns_;  // by text
  const Node* node_ = nullptr;
  std::optional<Error> error_;
};

}  // namespace

Status compile_schema(const format::Schema& schema, const diagnostics::RuleCatalog& rules,
                      Program::Code& code) {
  const Status compiled = Compiler(schema, rules, code).run();
  if (!compiled) return compiled;
  if (const auto hindrance = analyse(code)) {
    return schema.error_of(schema.nodes[hindrance->node].token, hindrance->what);
  }
  return {};
}

}  // namespace crosswalk::check
