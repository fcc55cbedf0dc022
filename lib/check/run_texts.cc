// What an export or a spreadsheet did to the texts of a document (text_rules.h), told only of texts
// that nothing else is wrong with.
//
// Damaged texts are rare, so each text is looked at first; what class of personal data it is, is
// asked of the schema only then, by the way that leads to it.
//   {"crmId":"4.86E+10"}         with pii id at crmId   ->   text.spreadsheet-number at the value
//   {"note":"4.86E+10"}          with no pii            ->   nothing
//   {"name":"Micha? Nowak"}      whatever it is         ->   text.lost-character
// Test: tests/check/run_texts_test.cc.
#include <algorithm>

#include "check/run.h"
#include "check/text_rules.h"
#include "format/pointer.h"
#include "text/nfc.h"

namespace crosswalk::check {
namespace {

using format::NodeId;
using format::Pii;
using Nodes = std::vector<NodeId>;

/// Adds `node` and what always describes the same value.
void add_described(const Program::Code& code, NodeId node, Nodes& nodes) {
  if (std::ranges::find(nodes, node) != nodes.end()) return;
  nodes.push_back(node);
  for (const Instruction& instruction : code.plain(node)) {
    if (instruction.op == Op::kRef || instruction.op == Op::kAllOf)
      add_described(code, instruction.node, nodes);
  }
}

/// The nodes of the member or element that `step` names.
Nodes below(const Program::Code& code, const Nodes& nodes, const std::string& step) {
  Nodes found;
  Nodes members;
  for (const NodeId node : nodes) {
    for (const Instruction& instruction : code.plain(node)) {
      if (instruction.op == Op::kItems) add_described(code, instruction.node, found);
      if (instruction.op != Op::kMembers) continue;
      nodes_of_member(code, code.members[instruction.operand], step, members);
      for (const NodeId member : members) add_described(code, member, found);
    }
  }
  return found;
}

/// The class of personal data of the value at `pointer`.
Pii pii_of(const Program::Code& code, Nodes nodes, std::string_view pointer) {
  const auto steps = format::pointer_steps(pointer);
  for (const std::string& step : *steps) nodes = below(code, nodes, step);
  for (const NodeId node : nodes) {
    const Pii pii = code.schema->nodes[node].annotation.pii;
    if (pii != Pii::kNone) return pii;
  }
  return Pii::kNone;
}

}  // namespace

void Run::judge_texts(format::NodeId node, const diagnostics::RuleCatalog& rules) {
  Nodes nodes;
  add_described(code_, node, nodes);
  const bool may_lose_characters = may_have_lost_characters(text_);
  std::string scratch;
  for (std::uint32_t token = 0; token < tape_->tokens.size(); ++token) {
    if (tape_->tokens[token].kind != json::Kind::kString) continue;
    const Value value = value_at(text_, *tape_, token, scratch);
    const bool is_number = is_spreadsheet_number(value.text);
    const bool has_blank = has_blank_end(value.text);
    const bool is_other_in_nfc = !options_.nfc && !text::is_nfc(value.text);
    const bool has_lost = may_lose_characters && has_lost_character(value.text);
    if (!is_number && !has_blank && !has_lost && !is_other_in_nfc) continue;
    const std::uint32_t begin = tape_->tokens[token].begin;
    if (std::ranges::count(findings_, begin, &Finding::offset) > 0) continue;
    const Pii pii = pii_of(code_, nodes, json::pointer_to(text_, *tape_, token));
    if (is_number && (pii == Pii::kId || pii == Pii::kPhone))
      tell_damage(diagnostics::kTextSpreadsheetNumber, rules, value);
    if (has_blank && (pii == Pii::kId || pii == Pii::kEmail))
      tell_damage(diagnostics::kTextKeyBlank, rules, value);
    if (is_other_in_nfc && (pii == Pii::kId || pii == Pii::kEmail))
      tell_damage(diagnostics::kTextNotNfc, rules, value);
    if (has_lost) tell_damage(diagnostics::kTextLostCharacter, rules, value);
  }
}

void Run::tell_damage(diagnostics::CoreRule rule, const diagnostics::RuleCatalog& rules,
                      const Value& value) {
  Instruction damage;
  damage.rule = rule;
  damage.severity = rules.rule(rule).severity;
  fail(damage, value);
}

}  // namespace crosswalk::check
