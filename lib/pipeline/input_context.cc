// See input_context.h.
#include "pipeline/input_context.h"

#include <algorithm>
#include <utility>

namespace crosswalk::pipeline {
namespace {

bool has_secrets(const format::Schema& schema) {
  return std::ranges::any_of(schema.nodes, [](const format::Node& node) {
    return node.annotation.pii == format::Pii::kSecret;
  });
}

bool knows_name(const format::Definition& definition, std::string_view name) {
  const format::Node& record = definition.schema.nodes[definition.record];
  return std::ranges::any_of(record.properties,
                             [&](const auto& property) { return property.first == name; });
}

}  // namespace

InputContext::InputContext(std::string file, const format::Definition& definition,
                           const format::Layout& layout, const diagnostics::RuleCatalog& rules,
                           const ReadOptions& options, const record::Head& head)
    : head_(head), has_columns_(format::has_rows(layout.kind)) {
  render_.rules = &rules;
  render_.file = std::move(file);
  render_.show_values = options.show_values;
  render_.want_excerpts = options.want_excerpts;
  render_.has_secrets = has_secrets(definition.schema);
  if (layout.kind == format::LayoutKind::kHeaderData) {
    render_.columns_member = layout.columns_member;
    render_.records_member = layout.records_member;
    render_.head_names.known = {layout.columns_member, layout.records_member};
  }
  if (layout.kind != format::LayoutKind::kForm) find_names();
  for (const record::Column& column : head.columns)
    is_known_.push_back(knows_name(definition, column.name) ? 1 : 0);
  is_secret_.assign(head.columns.size(), 0);
}

// The names of a table stand together, those of a form among its values.
void InputContext::find_names() {
  if (head_.columns.empty() || !head_.columns.front().stated) return;
  const record::Column& last = head_.columns.back();
  render_.head_names.begin = head_.columns.front().offset;
  render_.head_names.end = last.offset + last.length;
}

void InputContext::mark_secrets(const check::TableProgram& program) {
  for (std::size_t column = 0; column < is_secret_.size(); ++column)
    is_secret_[column] = program.column_pii(column) == format::Pii::kSecret ? 1 : 0;
}

Position InputContext::in_input(Position place) const {
  if (decoded_ != nullptr) place.byte = decoded_->raw_offset(place.byte);
  return place;
}

std::string_view InputContext::as_found(std::string_view text, std::uint64_t begin,
                                        std::string& scratch) const {
  if (decoded_ == nullptr) return text;
  scratch = decoded_->raw_bytes(begin, begin + text.size());
  return scratch;
}

void InputContext::release_before(std::uint64_t end) const {
  if (decoded_ != nullptr && head_.tail.empty()) decoded_->release(head_.bytes.size(), end);
}

void InputContext::mark_columns(const check::NestedColumns& columns) {
  for (std::size_t i = 0; i < is_secret_.size(); ++i) {
    const check::NestedColumn& column = columns.columns()[i];
    is_known_[i] = column.state == check::ColumnState::kBound && !column.is_family ? 1 : 0;
    is_secret_[i] = column.pii == format::Pii::kSecret ? 1 : 0;
  }
}

diagnostics::Location InputContext::location_in(std::int32_t column) const {
  diagnostics::Location location;
  location.is_secret = !has_columns_ && render_.has_secrets;
  if (column == diagnostics::kNoColumn) return location;
  const auto index = static_cast<std::size_t>(column);
  if (index >= head_.columns.size()) return location;
  location.column_name = head_.columns[index].name;
  location.is_known_name = is_known_[index] != 0;
  location.is_secret = is_secret_[index] != 0;
  return location;
}

}  // namespace crosswalk::pipeline
