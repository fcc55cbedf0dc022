// See source_walk.h.
#include "conversion/source_walk.h"

#include <algorithm>
#include <utility>

namespace crosswalk::conversion {
namespace {

using format::Family;
using format::Field;
using json::Kind;

std::string dotted(const std::vector<std::string>& path, std::string_view name) {
  std::string column;
  for (const std::string& step : path) column += step + '.';
  return column.append(name);
}

}  // namespace

SourceWalk::SourceWalk(const Mapping& mapping) : mapping_(mapping) {
  object_at({});
  for (const Field& field : mapping.source().table().fields()) {
    std::vector<std::string> above = field.path;
    if (field.family == Family::kMembers) {
      object_at(above);
      continue;
    }
    above.pop_back();
    const std::uint32_t object = object_at(above);
    Step step{};
    if (field.family == Family::kPairs) {
      step = {StepKind::kPairs, static_cast<std::uint32_t>(pairs_.size())};
      pairs_.push_back({&field, {}});
    } else {
      step.index = add_route(mapping.route_of(field, {}));
    }
    objects_[object].steps.add(field.path.back(), step);
  }
}

/// The object at `path`, made with all above it if it is new.
std::uint32_t SourceWalk::object_at(const std::vector<std::string>& path) {
  const auto known = std::ranges::find(objects_, path, &Object::path);
  if (known != objects_.end()) return static_cast<std::uint32_t>(known - objects_.begin());
  std::uint32_t above = 0;
  if (!path.empty()) above = object_at({path.begin(), path.end() - 1});
  const auto made = static_cast<std::uint32_t>(objects_.size());
  objects_.push_back({path, {}});
  if (!path.empty()) objects_[above].steps.add(path.back(), {StepKind::kObject, made});
  return made;
}

std::uint32_t SourceWalk::add_route(Route route) {
  routes_.push_back(std::move(route));
  return static_cast<std::uint32_t>(routes_.size() - 1);
}

void SourceWalk::walk(std::string_view text, const json::Tape& tape, std::uint32_t root,
                      std::vector<Arrival>& arrivals) {
  const bool has_outline = tape.outline != 0 && root == 0;
  if (Known* const known = has_outline ? known_.find(tape.outline) : nullptr)
    return walk_known({text, tape, arrivals, nullptr}, *known);
  std::vector<PairName> pair_names;
  arrivals.clear();
  walk_object({text, tape, arrivals, has_outline ? &pair_names : nullptr}, root, 0);
  if (has_outline) known_.add(tape.outline, {arrivals, std::move(pair_names)});
}

// Names of pairs are asked for again where they changed.
void SourceWalk::walk_known(const Walk& walk, Known& known) {
  for (PairName& pair : known.pair_names) {
    const std::string_view name = characters(walk, pair.token);
    if (base::same_name(name, pair.name)) continue;
    pair.name = name;
    std::uint32_t guess = 0;
    known.arrivals[pair.arrival].route = pair_of(pair.list, name, guess).index;
  }
  walk.arrivals = known.arrivals;
}

void SourceWalk::walk_object(const Walk& walk, std::uint32_t token, std::uint32_t object) {
  const std::vector<json::Token>& tokens = walk.tape.tokens;
  if (tokens[token].kind != Kind::kObject) return;
  std::uint32_t guess = 0;
  for (std::uint32_t i = token + 1; i < tokens[token].next; i = tokens[i + 1].next) {
    const Step step = step_of(object, json::string_value(walk.text, tokens[i], scratch_), guess);
    if (step.kind == StepKind::kObject) {
      walk_object(walk, i + 1, step.index);
    } else if (step.kind == StepKind::kPairs) {
      walk_pairs(walk, i + 1, step.index);
    } else {
      walk.arrivals.push_back({step.index, i + 1});
    }
  }
}

void SourceWalk::walk_pairs(const Walk& walk, std::uint32_t token, std::uint32_t list) {
  const std::vector<json::Token>& tokens = walk.tape.tokens;
  if (tokens[token].kind != Kind::kArray) return;
  const Field& field = *pairs_[list].field;
  std::uint32_t guess = 0;
  for (std::uint32_t i = token + 1; i < tokens[token].next; i = tokens[i].next) {
    if (tokens[i].kind != Kind::kObject) continue;
    const std::uint32_t name = json::member(walk.text, walk.tape, i, field.pair_name);
    const std::uint32_t value = json::member(walk.text, walk.tape, i, field.pair_value);
    if (name == 0) continue;
    const std::string_view named = characters(walk, name);
    const auto arrival = static_cast<std::uint32_t>(walk.arrivals.size());
    if (walk.pair_names != nullptr)
      walk.pair_names->push_back({name, list, arrival, std::string(named)});
    walk.arrivals.push_back({pair_of(list, named, guess).index, value});
  }
}

std::string_view SourceWalk::characters(const Walk& walk, std::uint32_t token) {
  const json::Token& at = walk.tape.tokens[token];
  return at.kind == Kind::kString ? json::string_value(walk.text, at, scratch_)
                                  : json::raw(walk.text, at);
}

SourceWalk::Step SourceWalk::step_of(std::uint32_t object, std::string_view name,
                                     std::uint32_t& guess) {
  Object& at = objects_[object];
  if (const Step* const known = at.steps.find(name, guess)) return *known;
  const std::string column = dotted(at.path, name);
  const auto found = mapping_.source().table().find(column);
  const bool is_member =
      found && found->field->family == Family::kMembers && found->field->path == at.path;
  const Step step{StepKind::kValue, add_route(is_member ? mapping_.route_of(*found->field, name)
                                                        : mapping_.route_of_unknown(column))};
  return at.steps.add(name, step);
}

SourceWalk::Step SourceWalk::pair_of(std::uint32_t list, std::string_view name,
                                     std::uint32_t& guess) {
  PairList& at = pairs_[list];
  if (const Step* const known = at.steps.find(name, guess)) return *known;
  return at.steps.add(name, {StepKind::kValue, add_route(mapping_.route_of(*at.field, name))});
}

}  // namespace crosswalk::conversion
