// See object_plan.h. Values that may take more room than their cell (lists, texts of another form,
// texts with escapes) make room for themselves.
#include "conversion/object_plan.h"

#include <algorithm>

#include "check/table_plan.h"
#include "conversion/cell_bytes.h"
#include "conversion/member_order.h"

namespace crosswalk::conversion {

using check::CellTyping;
using check::NestedColumns;
using check::TypedCell;
using json::Kind;

/// Compiles one plan.
class ObjectPlan::Compiler {
 public:
  Compiler(const format::Schema& schema, bool ends_line) : order_(schema) {
    plan_.ends_line_ = ends_line;
  }

  ObjectPlan of_nested(const NestedColumns& columns, format::NodeId record) {
    plan_.list_separator_ = columns.list_separator();
    columns_ = &columns;
    add_members(columns.parts().front(), record);
    return finish();
  }

  ObjectPlan of_table(const check::TableProgram& table, bool has_null_cells,
                      format::NodeId record) {
    const auto& columns = table.impl().columns;
    std::vector<Ranked> members;
    for (std::uint32_t i = 0; i < columns.size(); ++i)
      members.push_back({order_.find(record, columns[i].name, 0), i});
    sort(members);
    for (const Ranked& member : members) {
      std::string name;
      json::append_string(name, columns[member.number].name);
      add_cell(name + ':', member.number, table.cell_typing(member.number, has_null_cells), ",");
    }
    return finish();
  }

 private:
  using Part = NestedColumns::Part;
  struct Ranked {
    MemberRank rank;
    std::uint32_t number = 0;
  };

  static void sort(std::vector<Ranked>& members) {
    std::ranges::stable_sort(members, {}, [](const Ranked& member) { return member.rank.rank; });
  }

  void add_members(const Part& object, format::NodeId node) {
    std::vector<Ranked> members;
    for (const std::uint32_t child : object.children)
      members.push_back({order_.find(node, part(child).name.characters, 0), child});
    sort(members);
    for (const Ranked& member : members) add_member(part(member.number), member.rank.node);
  }

  void add_member(const Part& member, format::NodeId node) {
    const std::string name(member.name.json.quoted());
    if (member.kind == Part::Kind::kValue) return add_value(name, member, ",");
    const bool is_object = member.kind == Part::Kind::kObject;
    const Text opening = text(name + (is_object ? '{' : '['));
    plan_.steps_.push_back({StepKind::kOpen, opening, {}, 0});
    if (is_object) add_members(member, node);
    if (!is_object) add_pairs(member, order_.items_of(node));
    plan_.steps_.push_back({StepKind::kClose, opening, text(is_object ? "}," : "],"), 0});
  }

  void add_pairs(const Part& list, format::NodeId node) {
    for (const std::uint32_t child : list.children) {
      const NestedColumns::Pair& pair = *part(child).pair;
      std::string name(pair.name_member.json.quoted());
      if (pair.name_kind == Kind::kString) json::append_string(name, pair.name);
      if (pair.name_kind != Kind::kString) name += pair.name;
      const std::string value(pair.value_member.json.quoted());
      const auto rank_of = [&](const NestedColumns::Name& member) {
        return order_.find(node, member.characters, 0).rank;
      };
      const bool is_name_first = rank_of(pair.name_member) <= rank_of(pair.value_member);
      if (is_name_first) add_value('{' + name + ',' + value, part(child), "},");
      if (!is_name_first) add_value('{' + value, part(child), ',' + name + "},");
    }
  }

  void add_value(const std::string& before, const Part& value, const std::string& after) {
    add_cell(before, value.column, columns_->columns()[value.column].typing, after);
  }

  void add_cell(const std::string& before, std::uint32_t column, CellTyping typing,
                const std::string& after) {
    const auto number = static_cast<std::uint32_t>(plan_.cells_.size());
    plan_.cells_.push_back({column, std::move(typing)});
    plan_.steps_.push_back({StepKind::kCell, text(before), text(after), number});
  }

  Text text(const std::string& bytes) {
    const Text added{static_cast<std::uint32_t>(plan_.text_.size()),
                     static_cast<std::uint32_t>(bytes.size())};
    plan_.text_ += bytes;
    return added;
  }

  ObjectPlan finish() {
    constexpr std::size_t kMostOfEmptyCell = std::string_view("null").size();
    constexpr std::size_t kMostAroundRecord = std::string_view("{}\n").size();
    plan_.most_around_cells_ =
        plan_.text_.size() + plan_.cells_.size() * kMostOfEmptyCell + kMostAroundRecord;
    plan_.text_.append(kCopySlack, ' ');
    return std::move(plan_);
  }

  [[nodiscard]] const Part& part(std::uint32_t number) const { return columns_->parts()[number]; }

  ObjectPlan plan_;
  MemberOrder order_;
  const NestedColumns* columns_ = nullptr;
};

ObjectPlan ObjectPlan::of_nested(const NestedColumns& columns, const format::Schema& schema,
                                 format::NodeId record, bool ends_line) {
  return Compiler(schema, ends_line).of_nested(columns, record);
}

ObjectPlan ObjectPlan::of_table(const check::TableProgram& table, bool has_null_cells,
                                const format::Schema& schema, format::NodeId record,
                                bool ends_line) {
  return Compiler(schema, ends_line).of_table(table, has_null_cells, record);
}

bool ObjectPlan::write(const record::Batch& batch, std::uint32_t record,
                       check::TypingMemory& memory, std::string& out) const {
  const record::Record& row = batch.records[record];
  const record::Cell* const cells = batch.cells.data() + row.first_cell;
  const Way way{batch.bytes, memory, out};
  const std::size_t begin = out.size();
  out.resize(begin + (row.end - row.begin) + most_around_cells_ + kCopySlack);
  char* at = out.data() + begin;
  *at++ = '{';
  for (const Step& step : steps_) {
    if (step.kind == StepKind::kOpen) at = put(at, step.before);
    if (step.kind == StepKind::kClose) at = close(at, step);
    if (step.kind == StepKind::kCell)
      at = put_member(at, step, cells[cells_[step.cell].column], way);
    if (at == nullptr) break;
  }
  if (at == nullptr) {
    out.resize(begin);
    return false;
  }
  if (at[-1] == ',') --at;
  *at++ = '}';
  if (ends_line_) *at++ = '\n';
  out.resize(static_cast<std::size_t>(at - out.data()));
  return true;
}

char* ObjectPlan::put(char* at, Text text) const {
  return base::copy_text(at, {text_.data() + text.begin, text.size}, end_of(text_));
}

char* ObjectPlan::close(char* at, const Step& step) const {
  const bool is_empty = at[-1] != ',';
  return is_empty ? at - step.before.size : put(at - 1, step.after);
}

// Null if the cell is none that a plan can write.
char* ObjectPlan::put_member(char* at, const Step& step, const record::Cell& cell,
                             const Way& way) const {
  using Sort = TypedCell::Sort;
  if ((cell.flags & record::Cell::kFaulty) != 0) return nullptr;
  const CellTyping& typing = cells_[step.cell].typing;
  TypedCell value = check::typed_cell(way.bytes, cell, typing, way.memory);
  if (value.sort == Sort::kNothing) return at;
  if (value.sort == Sort::kJson) {
    const auto kind = check::kind_at_a_glance(value.text);
    if (!kind) return nullptr;
    value.kind = *kind;
  }
  return put(put_value(put(at, step.before), typing, value, way), step.after);
}

char* ObjectPlan::put_value(char* at, const CellTyping& typing, const TypedCell& value,
                            const Way& way) const {
  const std::string_view text = value.text;
  const char* const readable_end = value.is_span ? end_of(way.bytes) : end_of(text);
  const bool is_string = value.kind == Kind::kString;
  if (value.sort == TypedCell::Sort::kList)
    return put_by(way.out, at, [&] { append_list(typing, text, way.out); });
  if (typing.has_form && is_string)
    return put_by(way.out, at, [&] { json::append_string(way.out, text); });
  if (typing.has_form) return put_by(way.out, at, [&] { way.out += text; });
  if (is_string) return put_json_string(way.out, at, text, readable_end);
  return base::copy_text(at, text, readable_end);
}

void ObjectPlan::append_list(const CellTyping& typing, std::string_view text,
                             std::string& out) const {
  char before = '[';
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(list_separator_, begin), text.size());
    const std::string_view element = text.substr(begin, end - begin);
    out += before;
    before = ',';
    if (check::kind_of_cell(typing.as, element) == Kind::kString) {
      json::append_string(out, element);
    } else {
      out += element;
    }
    begin = end + list_separator_.size();
  }
  out += ']';
}

}  // namespace crosswalk::conversion
