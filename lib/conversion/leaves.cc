// See leaves.h. The fields are a tree of member names, walked beside the tape.
#include "conversion/leaves.h"

#include <algorithm>

#include "diagnostics/rule.h"

namespace crosswalk::conversion {

using json::Kind;
using json::Token;

Leaves::Leaves(const std::vector<format::Field>& fields) : fields_(fields) {
  add_node();
  for (const format::Field& field : fields) add(field);
}

Leaves::Node& Leaves::add_node() {
  Node& node = nodes_.emplace_back();
  node.number = static_cast<std::uint32_t>(nodes_.size() - 1);
  return node;
}

void Leaves::add(const format::Field& field) {
  Node* node = &nodes_.front();
  for (const std::string& name : field.path) node = &step_to(*node, name);
  if (field.family == format::Family::kNone) {
    node->is_leaf = true;
    node->column = field.column;
    return;
  }
  node->is_pairs = field.family == format::Family::kPairs;
  node->family = field.column.substr(0, field.column.size() - 1);
  if (node->family.ends_with('.')) node->column = node->family.substr(0, node->family.size() - 1);
  node->pair_name = field.pair_name;
  node->pair_value = field.pair_value;
}

Leaves::Node& Leaves::step_to(Node& node, const std::string& name) {
  const std::uint32_t known = node.names.find(name);
  if (known != base::NameTable::kNone) return *node.members[known];
  Node& child = add_node();
  node.names.add(name);
  node.members.push_back(&child);
  child.column = node.family + name;
  child.family = child.column + '.';
  child.path = node.path;
  child.path.push_back(name);
  return child;
}

void Leaves::take_apart(const RecordView& record, LeafSink& sink,
                        std::vector<diagnostics::RawFinding>& refusals) {
  record_ = record;
  sink_ = &sink;
  refusals_ = &refusals;
  const std::uint64_t outline = record.tape->outline;
  noted_ = outline != 0 ? known_.find(outline) : nullptr;
  if (noted_ != nullptr && give_known(*noted_)) return;
  if (outline != 0 && noted_ == nullptr) noted_ = &known_.add(outline, {});
  if (noted_ != nullptr) *noted_ = {};
  if (record.tape->tokens.front().kind == Kind::kObject) visit_object(0, nodes_.front());
}

// False if it is not known what this record has, and nothing was given.
bool Leaves::give_known(const Known& known) {
  const bool has_same_pairs = std::ranges::all_of(known.pair_names, [&](const PairName& pair) {
    return base::same_name(characters(pair.token), pair.name);
  });
  if (!known.is_whole || !has_same_pairs) return false;
  for (const NodeLeaf& leaf : known.leaves)
    sink_->take({leaf.node->column, leaf.token, leaf.node->number});
  return true;
}

void Leaves::give(const Node& node, std::uint32_t value) {
  if (noted_ != nullptr) noted_->leaves.push_back({&node, value});
  sink_->take({node.column, value, node.number});
}

/// The node of a member; `guess` is its number, probably, and becomes that of the next. Null if it
/// is new and too many are known.
Leaves::Node* Leaves::member_of(Node& node, std::string_view name, std::uint32_t& guess) {
  const std::uint32_t known = node.names.find(name, guess);
  if (known == base::NameTable::kNone) return learn(node, name);
  guess = known + 1;
  return node.members[known];
}

Leaves::Node* Leaves::learn(Node& node, std::string_view name) {
  constexpr std::size_t kMostNodes = 10'000;
  if (nodes_.size() >= kMostNodes) return nullptr;
  Node& child = step_to(node, std::string(name));
  child.is_leaf = true;
  child.is_misread = is_misread(node, name);
  return &child;
}

// True if the column of a member that the format does not know is read as another one: of `a.b` in
// the record as `b` in `a`.
bool Leaves::is_misread(const Node& above, std::string_view name) {
  if (name.find('.') == std::string_view::npos) return false;
  if (!table_) table_.emplace(fields_);
  const std::string column = above.family + std::string(name);
  if (const auto known = table_->find(column)) {
    const bool is_member = known->field->family != format::Family::kNone;
    return !is_member || known->field->path != above.path || known->member != name;
  }
  const auto place = table_->place_of_unknown(column);
  return !place || place->object != above.path || place->member != name;
}

void Leaves::take(Node& above, std::string_view name, std::uint32_t& guess, std::uint32_t value) {
  Node* const node = member_of(above, name, guess);
  if (node != nullptr ? node->is_misread : is_misread(above, name))
    return refuse(value, "its name is that of another column: write another layout, or rename it");
  if (node != nullptr) return visit_member(value, *node);
  if (noted_ != nullptr) noted_->is_whole = false;
  column_ = above.family;
  column_ += name;
  sink_->take({column_, value});
}

void Leaves::visit_object(std::uint32_t object, Node& node) {
  const std::vector<Token>& tokens = record_.tape->tokens;
  std::uint32_t guess = 0;
  for (std::uint32_t at = object + 1; at < tokens[object].next; at = tokens[at + 1].next)
    take(node, characters(at), guess, at + 1);
}

void Leaves::visit_member(std::uint32_t value, Node& node) {
  const Kind kind = record_.tape->tokens[value].kind;
  if (node.is_leaf) {
    give(node, value);
  } else if (node.is_pairs && kind == Kind::kArray) {
    visit_pairs(value, node);
  } else if (kind == Kind::kObject) {
    visit_object(value, node);
  } else if (kind != Kind::kNull) {
    give(node, value);
  }
}

void Leaves::visit_pairs(std::uint32_t list, Node& node) {
  const std::vector<Token>& tokens = record_.tape->tokens;
  std::uint32_t guess = 0;
  for (std::uint32_t item = list + 1; item < tokens[list].next; item = tokens[item].next) {
    if (!visit_pair(item, node, guess)) refuse(item);
  }
}

void Leaves::refuse(std::uint32_t token, const char* hint) {
  const Token& at = record_.tape->tokens[token];
  diagnostics::RawFinding& refusal = refusals_->emplace_back();
  refusal.rule = diagnostics::kConvertNotACell;
  refusal.offset = at.begin;
  refusal.length = at.end - at.begin;
  refusal.hint = hint;
  if (noted_ != nullptr) noted_->is_whole = false;
}

// False if the element is more than a name and a value.
bool Leaves::visit_pair(std::uint32_t element, Node& node, std::uint32_t& guess) {
  const std::vector<Token>& tokens = record_.tape->tokens;
  if (tokens[element].kind != Kind::kObject) return false;
  const std::uint32_t name = json::member(record_.text, *record_.tape, element, node.pair_name);
  const std::uint32_t value = json::member(record_.text, *record_.tape, element, node.pair_value);
  const std::uint32_t known = (name != 0 ? 1U : 0U) + (value != 0 ? 1U : 0U);
  if (name == 0 || tokens[element].count != known) return false;
  if (noted_ != nullptr) noted_->pair_names.push_back({name, std::string(characters(name))});
  if (value != 0) take(node, characters(name), guess, value);
  return true;
}

std::string_view Leaves::characters(std::uint32_t token) {
  const Token& at = record_.tape->tokens[token];
  const bool is_text = at.kind == Kind::kString || at.kind == Kind::kName;
  return is_text ? json::string_value(record_.text, at, scratch_) : json::raw(record_.text, at);
}

}  // namespace crosswalk::conversion
