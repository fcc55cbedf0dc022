// Binding a header: each column to its place in the record, and the schema to its cells.
//
// What a cell means is asked of all nodes that judge the record, so a condition on the settings may
// say more of it. Columns of one field under two names are repeated columns.
//   consents.3,consentsData.consents.3   ->   the second is repeated
// Test: tests/check/nested_row_test.cc.
#include <algorithm>
#include <set>

#include "check/cell_form.h"
#include "check/meaning.h"
#include "check/nested_row.h"
#include "check/value_nodes.h"

namespace crosswalk::check {
namespace {

using format::Family;
using format::NodeId;
using Nodes = std::vector<NodeId>;

/// What the cells of a column mean, and the name in a pair's column.
struct Meanings {
  format::As cell = format::As::kText;
  format::As name = format::As::kText;
};

Meanings meanings_of(const Program::Code& code, Nodes nodes, const format::ColumnField& place) {
  const format::Field& field = *place.field;
  for (const std::string& step : field.path) nodes = member_nodes(code, nodes, step);
  Meanings meanings;
  if (field.family == Family::kMembers) nodes = member_nodes(code, nodes, place.member);
  if (field.family == Family::kPairs) {
    nodes = item_nodes(code, nodes);
    meanings.name = meaning_of(code, member_nodes(code, nodes, field.pair_name));
    nodes = member_nodes(code, nodes, field.pair_value);
  }
  if (field.is_list) nodes = item_nodes(code, nodes);
  const bool is_json = field.annotation.as == format::As::kJson;
  meanings.cell = is_json ? format::As::kJson : meaning_of(code, nodes);
  return meanings;
}

/// A column that no field has, as a member of its own; `field` is made its family. The cells of a
/// schema of one's own are typed by what that says of other members.
std::optional<format::ColumnField> other_member(const format::Definition& definition,
                                                const format::FieldTable& table,
                                                const std::string& name, format::Field& field) {
  field.family = Family::kMembers;
  if (definition.is_own_schema) return format::ColumnField{&field, name};
  auto place = table.place_of_unknown(name);
  if (!place) return std::nullopt;
  field.path = std::move(place->object);
  field.annotation.as = format::As::kJson;
  return format::ColumnField{&field, std::move(place->member)};
}

EmptyCell empty_of(const std::vector<format::Missing>& missing) {
  const auto has = [&](format::Missing kind) {
    return std::ranges::find(missing, kind) != missing.end();
  };
  if (has(format::Missing::kEmpty)) return EmptyCell::kText;
  return has(format::Missing::kAbsent) ? EmptyCell::kLeftOut : EmptyCell::kNull;
}

}  // namespace

std::shared_ptr<NestedColumns> NestedColumns::bind(const Program& program,
                                                   const format::Definition& definition,
                                                   const format::Layout& layout,
                                                   const std::vector<std::string>& names,
                                                   const std::vector<NodeId>& nodes) {
  auto bound = std::make_shared<NestedColumns>();
  bound->list_separator_ = layout.list_separator;
  const EmptyCell empty = empty_of(definition.missing);
  bound->parts_.push_back({Part::Kind::kObject, Name(""), {}, {}, 0});
  const format::FieldTable table(format::fields_of(definition));
  std::set<std::vector<std::string>> taken;
  for (std::uint32_t i = 0; i < names.size(); ++i) {
    NestedColumn& column = bound->columns_.emplace_back();
    column.name = names[i];
    auto place = table.find(names[i]);
    column.is_known = place.has_value();
    format::Field other;
    if (!place) place = other_member(definition, table, names[i], other);
    if (!place) continue;
    column.path = place->field->path;
    if (place->field->family != Family::kNone) column.path.push_back(place->member);
    column.state = taken.insert(column.path).second ? ColumnState::kBound : ColumnState::kRepeated;
    if (column.state == ColumnState::kRepeated) continue;
    const Meanings meanings =
        meanings_of(program.code(), nodes.empty() ? Nodes{definition.record} : nodes, *place);
    const format::CellForm& form = place->field->annotation.cell;
    column.typing = {meanings.cell, form, !form.is_usual(), place->field->is_list,
                     column.is_known ? empty : EmptyCell::kLeftOut};
    column.pii = place->field->annotation.pii;
    column.is_family = place->field->family != Family::kNone;
    column.is_required = place->field->is_required;
    bound->place(i, *place, meanings.name);
  }
  return bound;
}

// An unknown column's empty cell is no member: an empty text has quotes there.
void NestedColumns::take_empty_for_null() {
  for (NestedColumn& column : columns_) {
    if (column.is_known) column.typing.empty = EmptyCell::kNull;
  }
}

void NestedColumns::take_cells_as_texts() {
  for (NestedColumn& column : columns_) {
    column.typing = {};
    column.typing.empty = EmptyCell::kLeftOut;
  }
}

std::uint32_t NestedColumns::child(std::uint32_t parent, std::string_view name, Part::Kind kind) {
  const Name wanted(name);
  for (const std::uint32_t known : parts_[parent].children) {
    if (parts_[known].name == wanted && parts_[known].kind == kind) return known;
  }
  const auto index = static_cast<std::uint32_t>(parts_.size());
  parts_.push_back({kind, wanted, {}, {}, 0});
  parts_[parent].children.push_back(index);
  return index;
}

void NestedColumns::place(std::uint32_t column, const format::ColumnField& place,
                          format::As name_as) {
  const format::Field& field = *place.field;
  std::vector<std::string> objects = field.path;
  std::string name = place.member;
  if (field.family != Family::kMembers) {
    name = objects.back();
    objects.pop_back();
  }
  std::uint32_t at = 0;
  for (const std::string& step : objects) at = child(at, step, Part::Kind::kObject);
  Part value{Part::Kind::kValue, Name(name), {}, {}, column};
  if (field.family == Family::kPairs) {
    at = child(at, name, Part::Kind::kPairs);
    value.pair = Pair{Name(field.pair_name), kind_of_cell(name_as, place.member), place.member,
                      Name(field.pair_value)};
  }
  parts_[at].children.push_back(static_cast<std::uint32_t>(parts_.size()));
  parts_.push_back(std::move(value));
}

bool NestedColumns::is_in(std::uint32_t column, std::span<const std::string> path) const {
  const NestedColumn& inner = columns_[column];
  return inner.state == ColumnState::kBound && inner.path.size() >= path.size() &&
         std::ranges::equal(std::span(inner.path).first(path.size()), path);
}

std::optional<std::uint32_t> NestedColumns::first_column_in(
    std::span<const std::string> path) const {
  for (std::uint32_t i = 0; i < columns_.size(); ++i) {
    if (is_in(i, path)) return i;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> NestedColumns::column_at(std::span<const std::string> path) const {
  for (std::uint32_t i = 0; i < columns_.size(); ++i) {
    const bool is_best = columns_[i].path.size() == path.size() || columns_[i].is_required;
    if (is_best && is_in(i, path)) return i;
  }
  return first_column_in(path);
}

}  // namespace crosswalk::check
