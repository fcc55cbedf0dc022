// See leaves.h. The fields are a tree of member names, walked beside the tape.
#include "conversion/leaves.h"

#include <algorithm>

#include "diagnostics/rule.h"

namespace crosswalk::conversion {

using json::Kind;
using json::Token;

Leaves::Leaves(const std::vector<format::Field>& fields) {
  nodes_.emplace_back();
  for (const format::Field& field : fields) add(field);
}

void Leaves::add(const format::Field& field) {
  std::size_t at = 0;
  for (const std::string& name : field.path) at = step_to(at, name);
  Node& node = nodes_[at];
  if (field.family == format::Family::kNone) {
    node.column = field.column;
    return;
  }
  node.is_pairs = field.family == format::Family::kPairs;
  node.family = field.column.substr(0, field.column.size() - 1);
  node.pair_name = field.pair_name;
  node.pair_value = field.pair_value;
}

std::size_t Leaves::step_to(std::size_t node, const std::string& name) {
  const auto known = std::ranges::find(nodes_[node].members, name, &Step::name);
  if (known != nodes_[node].members.end()) return known->node;
  const std::size_t made = nodes_.size();
  nodes_[node].members.push_back({name, made});
  Node& child = nodes_.emplace_back();
  child.family = nodes_[node].family + name + '.';
  return made;
}

void Leaves::take_apart(const RecordView& record, LeafSink& sink,
                        std::vector<diagnostics::RawFinding>& refusals) {
  record_ = record;
  sink_ = &sink;
  refusals_ = &refusals;
  if (record.tape->tokens.front().kind == Kind::kObject) visit_object(0, 0);
}

void Leaves::visit_object(std::uint32_t object, std::size_t node) {
  const std::vector<Token>& tokens = record_.tape->tokens;
  for (std::uint32_t at = object + 1; at < tokens[object].next; at = tokens[at + 1].next) {
    const std::string_view name = characters(at, scratch_);
    const auto& members = nodes_[node].members;
    const auto step = std::ranges::find(members, name, &Step::name);
    if (step != members.end()) {
      visit_member(at + 1, step->node);
    } else {
      column_ = nodes_[node].family;
      column_ += name;
      sink_->take({column_, at + 1});
    }
  }
}

void Leaves::visit_member(std::uint32_t value, std::size_t node) {
  const Kind kind = record_.tape->tokens[value].kind;
  if (!nodes_[node].column.empty()) {
    sink_->take({nodes_[node].column, value});
  } else if (nodes_[node].is_pairs && kind == Kind::kArray) {
    visit_pairs(value, nodes_[node]);
  } else if (kind == Kind::kObject) {
    visit_object(value, node);
  } else if (kind != Kind::kNull) {
    column_.assign(nodes_[node].family, 0, nodes_[node].family.size() - 1);
    sink_->take({column_, value});
  }
}

void Leaves::visit_pairs(std::uint32_t list, const Node& node) {
  const std::vector<Token>& tokens = record_.tape->tokens;
  for (std::uint32_t item = list + 1; item < tokens[list].next; item = tokens[item].next) {
    if (visit_pair(item, node)) continue;
    diagnostics::RawFinding& refusal = refusals_->emplace_back();
    refusal.rule = diagnostics::kConvertNotACell;
    refusal.offset = tokens[item].begin;
    refusal.length = tokens[item].end - tokens[item].begin;
  }
}

// False if the element is more than a name and a value.
bool Leaves::visit_pair(std::uint32_t element, const Node& node) {
  const std::vector<Token>& tokens = record_.tape->tokens;
  if (tokens[element].kind != Kind::kObject) return false;
  const std::uint32_t name = json::member(record_.text, *record_.tape, element, node.pair_name);
  const std::uint32_t value = json::member(record_.text, *record_.tape, element, node.pair_value);
  const std::uint32_t known = (name != 0 ? 1U : 0U) + (value != 0 ? 1U : 0U);
  if (name == 0 || tokens[element].count != known) return false;
  column_ = node.family;
  column_ += characters(name, scratch_);
  if (value != 0) sink_->take({column_, value});
  return true;
}

std::string_view Leaves::characters(std::uint32_t token, std::string& scratch) const {
  const Token& at = record_.tape->tokens[token];
  const bool is_text = at.kind == Kind::kString || at.kind == Kind::kName;
  return is_text ? json::string_value(record_.text, at, scratch) : json::raw(record_.text, at);
}

}  // namespace crosswalk::conversion
