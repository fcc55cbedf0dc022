// Routes and their classes; see mapping.h.
#include "conversion/mapping.h"

#include <algorithm>

#include "base/nearest.h"
#include "conversion/star_name.h"
#include "diagnostics/display_text.h"
#include "format/canonical.h"

namespace crosswalk::conversion {
namespace {

using format::Definition;
using format::Holds;

/// The first place that is a pointer and not a joined text, as reading sees it.
bool is_readable(const format::CanonicalPlace& place) {
  return place.size() == 1;
}

std::vector<ValueForm> forms_of(const Side& side) {
  std::vector<ValueForm> forms;
  for (const Entry& entry : side.entries())
    forms.push_back(form_of(side.definition().schema, *entry.field));
  return forms;
}

FormKind canonical_form(Holds holds, const std::string& pointer) {
  const std::string format = format::canonical_format(holds, pointer);
  if (format == "date") return FormKind::kDate;
  return format == "date-time" ? FormKind::kDateTime : FormKind::kAny;
}

Error no_way(const Definition& source, const Definition& target) {
  const auto held = [](const Definition& format) {
    if (format.holds == Holds::kNothing) return format.name + " is mapped to no record";
    return format.name + (format.holds == Holds::kEvent ? " holds events" : " holds customers");
  };
  return {ErrorKind::kUsage, "no conversion leads from " + source.name + " to " + target.name +
                                 ": " + held(source) + ", " + held(target)};
}

Status refuse_todos(const Definition& format) {
  const std::vector<std::string> todos = format.todos();
  if (todos.empty()) return {};
  return Error{ErrorKind::kUsage, format.name + " does not convert before its todo is done: " +
                                      diagnostics::display_text(todos.front())};
}

std::string why_changed(const ValueForm& from, const ValueForm& to) {
  if (from.is_list != to.is_list || from.by != to.by)
    return to.holds_several() ? "several values are written otherwise"
                              : "several values become one text or the first of them";
  return from.kind != to.kind ? "the form of the values changes" : "";
}

}  // namespace

Mapping::Mapping(Side source, Side target, MappingOptions options)
    : source_(std::move(source)),
      target_(std::move(target)),
      options_(std::move(options)),
      source_forms_(forms_of(source_)),
      target_forms_(forms_of(target_)) {}

Result<Mapping> Mapping::compile(const Definition& source, const Definition& target,
                                 MappingOptions options) {
  if (source.holds != target.holds || source.holds == Holds::kNothing)
    return no_way(source, target);
  for (const Definition* format : {&source, &target}) {
    Status done = refuse_todos(*format);
    if (!done) return done.error();
  }
  Result<Side> from = Side::make(source, options.source);
  if (!from) return from.error();
  Result<Side> to = Side::make(target, options.target);
  if (!to) return to.error();
  Mapping mapping(std::move(from).value(), std::move(to).value(), std::move(options));
  Status drops = mapping.check_drops();
  if (!drops) return drops.error();
  return mapping;
}

Status Mapping::check_drops() const {
  for (const std::string& name : options_.drop) {
    const bool is_known = std::ranges::any_of(source_.entries(), [&](const Entry& entry) {
      return entry.column == name || star_in(entry.column, name);
    });
    if (is_known) continue;
    std::vector<std::string_view> known;
    for (const Entry& entry : source_.entries()) known.push_back(entry.column);
    std::vector<std::string> near = base::nearest(name, known);
    near.resize(std::min<std::size_t>(near.size(), 1));
    const std::string message = source_.definition().name + " has no column \"" + name +
                                "\" to drop" + base::did_you_mean(near);
    return Error{ErrorKind::kUsage, diagnostics::display_text(message)};
  }
  return {};
}

Route Mapping::route_of(const format::Field& field, std::string_view member) const {
  return route_of_entry(source_.entry_of(field, member));
}

Route Mapping::route_of_unknown(const std::string& column) const {
  Route route;
  route.entry = Route::kUnknown;
  route.column = column;
  route.loss = {column, {}, LossClass::kLossy, source_.definition().name + " does not know it"};
  route.loss.is_dropped = is_dropped(route);
  return route;
}

Route Mapping::route_of_entry(const Named& named) const {
  const Entry& entry = source_.entries()[named.entry];
  const Holds holds = source_.definition().holds;
  Route route;
  route.entry = named.entry;
  route.column = column_of(entry, named.star);
  for (const format::CanonicalPlace& place : entry.mapping.is) {
    if (!is_readable(place)) continue;
    route.places = target_.places_of(with_star(place.front(), named.star));
    if (route.places.empty()) continue;
    const Place& first = route.places.front();
    const format::FieldMapping& target = target_.entries()[first.entry].mapping;
    const bool is_open = !first.is_hash && has_star(target.is[first.rank][first.part]);
    route.is_choice = is_open && route.places.size() > 1;
    route.may_join = format::may_be_canonical_list(holds, place.front());
    route.canonical = canonical_form(holds, place.front());
    break;
  }
  classify(named, route);
  route.loss.is_known_name = named.star.empty();
  if (is_dropped(route)) {
    route.places.clear();
    route.loss.is_dropped = true;
  }
  return route;
}

void Mapping::classify(const Named& named, Route& route) const {
  const Entry& entry = source_.entries()[named.entry];
  FieldLoss& loss = route.loss;
  loss.source = route.column;
  if (route.places.empty()) {
    const bool is_own = own_value(source_.definition().schema, *entry.field).has_value();
    loss.loss = entry.field->is_read_only ? LossClass::kReadOnly : LossClass::kLossy;
    loss.reason = entry.field->is_read_only
                      ? source_.definition().name + " works it out itself"
                      : target_.definition().name + " has no field for it" +
                            (is_own ? ", where it is not what is written without it" : "");
    return;
  }
  const auto worsen = [&](LossClass to, const std::string& reason) {
    if (to <= loss.loss) return;
    loss.loss = to;
    loss.reason = reason;
  };
  for (const Place& place : route.places) {
    const Entry& target = target_.entries()[place.entry];
    loss.targets.push_back(column_of(target, place.star));
    if (place.is_hash) worsen(LossClass::kOneWay, "only its hash is written");
    if (entry.mapping.is_one_way || target.mapping.is_one_way)
      worsen(LossClass::kOneWay, "several of its values are called the same");
    const std::string change = why_changed(source_forms_[named.entry], target_forms_[place.entry]);
    if (!change.empty()) worsen(LossClass::kNormalised, change);
    if (!leads_back(named, place)) worsen(LossClass::kNormalised, "it would come back otherwise");
  }
}

bool Mapping::leads_back(const Named& named, const Place& place) const {
  const Entry& target = target_.entries()[place.entry];
  for (const format::CanonicalPlace& back : target.mapping.is) {
    if (!is_readable(back)) continue;
    const std::vector<Place> found = source_.places_of(with_star(back.front(), place.star));
    if (found.empty()) continue;
    return std::ranges::any_of(found, [&](const Place& candidate) {
      return candidate.entry == named.entry && candidate.star == named.star;
    });
  }
  return false;
}

bool Mapping::is_dropped(const Route& route) const {
  return std::ranges::any_of(options_.drop, [&](const std::string& name) {
    return name == route.column || star_in(name, route.column);
  });
}

const format::Field* Mapping::source_of(std::span<const std::string> path) const {
  for (const Entry& entry : source_.entries()) {
    if (entry.field->family != format::Family::kNone) continue;
    const Route route = route_of(*entry.field, "");
    const bool feeds = std::ranges::any_of(route.places, [&](const Place& place) {
      return std::ranges::equal(target_.entries()[place.entry].field->path, path);
    });
    if (feeds) return entry.field;
  }
  return nullptr;
}

const format::Field* Mapping::lossless_source_of(std::span<const std::string> path) const {
  const format::Field* only = nullptr;
  for (std::size_t i = 0; i < source_.entries().size(); ++i) {
    const Entry& entry = source_.entries()[i];
    const Route route = route_of_entry({i, has_star(entry.column) ? "*" : ""});
    for (const Place& place : route.places) {
      if (!std::ranges::equal(target_.entries()[place.entry].field->path, path)) continue;
      const bool is_whole = route.loss.loss == LossClass::kLossless && !has_own(place.entry) &&
                            entry.field->family == format::Family::kNone;
      if (only != nullptr || !is_whole) return nullptr;
      only = entry.field;
    }
  }
  return only;
}

const std::string* Mapping::setting_of(const std::string& column) const {
  for (const auto& [name, value] : options_.settings) {
    if (name == column) return &value;
  }
  return nullptr;
}

// A family of a pattern has no name to tell; the columns that the format maps by name stand for it.
LossReport Mapping::report() const {
  LossReport report{source_.definition().name, target_.definition().name, {}, unfed()};
  for (std::size_t i = 0; i < source_.entries().size(); ++i) {
    const Entry& entry = source_.entries()[i];
    if (!entry.field->pattern.empty() && entry.mapping.is.empty()) continue;
    report.fields.push_back(route_of_entry({i, has_star(entry.column) ? "*" : ""}).loss);
  }
  return report;
}

/// Required fields of the target that no column of the source, value of their own or setting feeds.
std::vector<std::string> Mapping::unfed() const {
  std::vector<std::string> columns;
  for (std::size_t i = 0; i < target_.entries().size(); ++i) {
    const Entry& entry = target_.entries()[i];
    const bool is_given =
        own_value(target_.definition().schema, *entry.field) || setting_of(entry.column) != nullptr;
    if (entry.field->is_required && !is_given && !is_fed(i)) columns.push_back(entry.column);
  }
  return columns;
}

bool Mapping::is_fed(std::size_t target_entry) const {
  for (std::size_t i = 0; i < source_.entries().size(); ++i) {
    const Entry& entry = source_.entries()[i];
    const Route route = route_of_entry({i, has_star(entry.column) ? "*" : ""});
    const bool feeds = std::ranges::any_of(
        route.places, [&](const Place& place) { return place.entry == target_entry; });
    if (feeds) return true;
    // A family of any names may hold the one that is wanted.
    const bool is_open = std::ranges::any_of(entry.mapping.is, [&](const auto& place) {
      return has_star(place.front()) &&
             std::ranges::any_of(target_.entries()[target_entry].mapping.is, [&](const auto& to) {
               return star_in(place.front(), to.front()).has_value();
             });
    });
    if (is_open) return true;
  }
  return false;
}

std::optional<std::uint32_t> own_value(const format::Schema& schema, const format::Field& field) {
  for (const format::NodeId id : field.nodes) {
    if (schema.nodes[id].constant) return schema.nodes[id].constant;
  }
  for (const format::NodeId id : field.nodes) {
    if (schema.nodes[id].fallback) return schema.nodes[id].fallback;
  }
  return std::nullopt;
}

}  // namespace crosswalk::conversion
