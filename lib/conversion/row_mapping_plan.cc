// Making a RowMapping: the columns of the target, and the ways that lead to them. See
// row_mapping.h.
#include <algorithm>
#include <set>

#include "check/table_plan.h"
#include "conversion/row_mapping.h"
#include "conversion/star_name.h"

namespace crosswalk::conversion {

using check::NestedColumns;
using format::Family;
using format::Field;
using format::Missing;
using json::Kind;

namespace {

/// The route of a column that may be any member of the record.
Route route_of_column(const Mapping& mapping, const std::string& column) {
  const auto place = mapping.source().table().find(column);
  if (place) return mapping.route_of(*place->field, place->member);
  const auto other = mapping.source().table().place_of_unknown(column);
  if (!other) return mapping.route_of_unknown(column);
  std::string dotted;
  for (const std::string& step : other->object) dotted += step + '.';
  return mapping.route_of_unknown(dotted + other->member);
}

/// The columns below a part of the record, in its order.
void append_columns(const NestedColumns& table, std::uint32_t part,
                    std::vector<std::uint32_t>& columns) {
  const NestedColumns::Part& at = table.parts()[part];
  if (at.kind == NestedColumns::Part::Kind::kValue) columns.push_back(at.column);
  for (const std::uint32_t child : at.children) append_columns(table, child, columns);
}

}  // namespace

std::optional<SourceColumns> source_columns(const Mapping& mapping,
                                            const check::TableProgram& table, bool has_null_cells) {
  SourceColumns source;
  std::set<std::string> names;
  const auto& columns = table.impl().columns;
  for (std::uint32_t i = 0; i < columns.size(); ++i) {
    const std::string& name = columns[i].name;
    if (!names.insert(name).second) return std::nullopt;
    source.columns.push_back(
        {i, table.cell_typing(i, has_null_cells), route_of_column(mapping, name)});
  }
  return source;
}

std::optional<SourceColumns> source_columns(const Mapping& mapping, const NestedColumns& table) {
  SourceColumns source;
  source.list_separator = table.list_separator();
  std::vector<std::uint32_t> placed;
  append_columns(table, 0, placed);
  if (placed.size() != table.columns().size()) return std::nullopt;
  for (const std::uint32_t number : placed) {
    const check::NestedColumn& column = table.columns()[number];
    source.columns.push_back({number, column.typing, route_of_column(mapping, column.name)});
  }
  return source;
}

RowMapping::RowMapping(std::shared_ptr<const Mapping> mapping, SourceColumns source)
    : mapping_(std::move(mapping)),
      translator_(*mapping_),
      list_separator_(std::move(source.list_separator)) {
  for (SourceColumn& column : source.columns) sources_.emplace_back().column = std::move(column);
}

std::optional<RowMapping> RowMapping::compile(std::shared_ptr<const Mapping> mapping,
                                              SourceColumns source,
                                              const std::vector<std::string>* columns) {
  RowMapping made(std::move(mapping), std::move(source));
  if (columns != nullptr && !made.add_columns(*columns)) return std::nullopt;
  for (Source& one : made.sources_) made.add_ways(one, columns == nullptr);
  if (!made.add_own_columns(columns == nullptr)) return std::nullopt;
  made.drop_shared_families();
  made.find_better();
  return made;
}

bool RowMapping::add_columns(const std::vector<std::string>& columns) {
  return std::ranges::all_of(columns, [&](const std::string& column) {
    return std::ranges::find(columns_, column) == columns_.end() && add_column(column);
  });
}

/// False if the column is none of a field.
bool RowMapping::add_column(const std::string& column) {
  const Side& side = mapping_->target();
  const auto place = side.table().find(column);
  if (!place) return false;
  Target& target = targets_.emplace_back();
  target.field = place->field;
  target.entry = side.entry_of(*place->field, place->member).entry;
  target.is_required = place->field->is_required;
  columns_.push_back(column);
  return !target.is_required || give_own(target);
}

/// False if the target's own value is a container.
bool RowMapping::give_own(Target& target) const {
  if (!mapping_->has_own(target.entry)) return true;
  std::string text;
  json::Tape tape;
  json::RecordBuilder builder;
  builder.begin(text, tape);
  builder.open(Kind::kArray);
  mapping_->write_own(target.entry, builder);
  builder.close();
  target.own = json::raw(text, tape.tokens[1]);
  target.own_kind = tape.tokens[1].kind;
  return target.own_kind != Kind::kArray && target.own_kind != Kind::kObject;
}

/// The fields that every record must have; false if one has neither a column nor a value.
bool RowMapping::add_own_columns(bool may_add) {
  for (const Field& field : mapping_->target().table().fields()) {
    const auto known = std::ranges::find(targets_, &field, &Target::field);
    if (!field.is_required || field.family != Family::kNone) continue;
    if (known == targets_.end() && (!may_add || !add_column(field.column))) return false;
  }
  for (std::uint32_t i = 0; i < targets_.size(); ++i) {
    const Target& target = targets_[i];
    if (!target.is_required) continue;
    if (!target.is_fed && target.own.empty()) return false;
    required_.push_back(i);
  }
  return true;
}

void RowMapping::add_ways(Source& source, bool may_add) {
  const Route& route = source.column.route;
  for (const Place& place : route.places) {
    const Field& field = *mapping_->target().entries()[place.entry].field;
    Way& way = source.ways.emplace_back();
    way.place = &place;
    way.is_pair = field.family == Family::kPairs;
    way.is_plain = is_plain(source, place);
    way.is_copied = is_copied(source, place);
    for (const Missing state : {Missing::kAbsent, Missing::kNull, Missing::kEmpty})
      way.written[static_cast<std::size_t>(state)] = mapping_->written_missing(place.entry, state);
    const ValueForm& form = mapping_->target_form(place.entry);
    const auto& is = mapping_->target().entries()[place.entry].mapping.is;
    const bool is_joined = !place.is_hash && is[place.rank].size() > 1;
    const bool is_kept_whole = source.column.typing.is_list && form.kind == FormKind::kAny;
    if (!form.is_list && !is_joined && !is_kept_whole) way.target = target_of(place, may_add);
    if (way.target != kNone) targets_[way.target].is_fed = true;
  }
  source.is_copied =
      !source.ways.empty() && !route.is_choice && std::ranges::all_of(source.ways, &Way::is_copied);
  if (!source.ways.empty()) return;
  if (route.entry != Route::kUnknown) {
    const format::Schema& schema = mapping_->source().definition().schema;
    const auto own = own_value(schema, *mapping_->source().entries()[route.entry].field);
    if (own) source.own = json::raw(schema.text, schema.tape.tokens[*own]);
  }
  source.is_lost = source.own.empty() && !source.column.typing.has_form &&
                   source.column.typing.as != format::As::kJson;
}

/// True if cells of the column that are not empty are texts of these characters.
bool RowMapping::has_texts(const Source& source) {
  const check::CellTyping& typing = source.column.typing;
  const bool is_text = typing.as == format::As::kText || typing.as == format::As::kNone;
  return is_text && !typing.has_form && !typing.is_list;
}

/// True if all values stand in that place as they are.
bool RowMapping::is_plain(const Source& source, const Place& place) const {
  return mapping_->keeps_words(source.column.route, place) &&
         source.column.route.canonical == FormKind::kAny &&
         mapping_->target_form(place.entry).kind == FormKind::kAny;
}

/// True if texts of the column do.
bool RowMapping::is_copied(const Source& source, const Place& place) const {
  const auto takes_texts = [](FormKind kind) {
    return kind == FormKind::kAny || kind == FormKind::kText;
  };
  return has_texts(source) && mapping_->keeps_words(source.column.route, place) &&
         takes_texts(source.column.route.canonical) &&
         takes_texts(mapping_->target_form(place.entry).kind);
}

/// The column of a place; kNone if it has none that is surely its own.
std::uint32_t RowMapping::target_of(const Place& place, bool may_add) {
  const Side& side = mapping_->target();
  const Entry& entry = side.entries()[place.entry];
  const std::string member =
      entry.field->family == Family::kNone ? "" : with_star(entry.member, place.star);
  const std::string column = format::column_of(*entry.field, member);
  const auto named = side.table().find(column);
  if (!named || named->field != entry.field || named->member != member) return kNone;
  const auto known = std::ranges::find(columns_, column);
  if (known == columns_.end() && (!may_add || !add_column(column))) return kNone;
  const auto number = std::ranges::find(columns_, column) - columns_.begin();
  return static_cast<std::uint32_t>(number);
}

/// Which of several columns names a member first depends on the row.
void RowMapping::drop_shared_families() {
  std::vector<std::uint32_t> uses(targets_.size());
  const auto for_each_way = [&](const auto& visit) {
    for (Source& source : sources_) {
      for (Way& way : source.ways) {
        const bool is_of_family =
            way.target != kNone && targets_[way.target].field->family != Family::kNone;
        if (is_of_family) visit(way);
      }
    }
  };
  for_each_way([&](const Way& way) { ++uses[way.target]; });
  for_each_way([&](Way& way) {
    if (uses[way.target] > 1) way.target = kNone;
  });
}

/// A field takes the value at the first of its places that has one. Whether a choice leads there
/// depends on the row.
void RowMapping::find_better() {
  const auto leads_before = [](const Source& rival, const Way& way) {
    return std::ranges::any_of(rival.ways, [&](const Way& other) {
      return other.target == way.target && other.place->rank < way.place->rank;
    });
  };
  for (Source& source : sources_) {
    for (Way& way : source.ways) {
      bool is_open = false;
      for (std::uint32_t i = 0; way.target != kNone && i < sources_.size(); ++i) {
        if (!leads_before(sources_[i], way)) continue;
        way.better.push_back(i);
        is_open |= sources_[i].column.route.is_choice;
      }
      if (is_open) way.target = kNone;
    }
  }
}

}  // namespace crosswalk::conversion
