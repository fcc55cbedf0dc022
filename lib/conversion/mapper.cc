// Values to slots, slots to the target's text; what becomes of a value is in mapper_values.cc, what
// stands where there is none in mapper_missing.cc.
#include "conversion/mapper.h"

#include <algorithm>

#include "json/outlines.h"

namespace crosswalk::conversion {

using format::Missing;
using json::Kind;

namespace {

RouteName name_of(const Route& route) {
  return {route.column, route.entry};
}

}  // namespace

std::uint32_t MappedRecord::token_behind(std::uint32_t offset, std::uint32_t record) const {
  const auto after = std::ranges::upper_bound(origins, offset, {}, &Origin::begin);
  if (after == origins.begin()) return record;
  const Origin& before = *(after - 1);
  return offset < before.end ? before.token : record;
}

Mapper::Mapper(std::shared_ptr<const Mapping> mapping)
    : mapping_(std::move(mapping)),
      walk_(*mapping_),
      tree_(mapping_->target()),
      translator_(*mapping_),
      made_(256) {
  for (std::uint32_t i = 0; i < walk_.routes().size(); ++i) prepare(i);
  families_.resize(tree_.groups().size());
}

/// Makes the slots that a new route leads to.
void Mapper::prepare(std::uint32_t route) {
  const Route& known = walk_.routes()[route];
  ways_.emplace_back();
  counts_.emplace_back().is_told = told_.contains(name_of(known));
  for (const Place& place : known.places)
    ways_.back().push_back(
        {tree_.slot_of(place.entry, place.star), &place, is_plain(known, place)});
  candidates_.resize(tree_.slots().size());
  is_known_.resize(tree_.slots().size());
}

/// True if nothing but bring_into() happens to a scalar on this way: no table has it, and nothing
/// is joined to it or cut from it.
bool Mapper::is_plain(const Route& route, const Place& place) const {
  const format::FieldMapping& to = mapping_->target().entries()[place.entry].mapping;
  return mapping_->keeps_words(route, place) && to.is[place.rank].size() == 1;
}

void Mapper::prepare_new_routes() {
  while (ways_.size() < walk_.routes().size()) prepare(static_cast<std::uint32_t>(ways_.size()));
}

void Mapper::map(std::string_view text, const json::Tape& tape, std::uint32_t root,
                 MappedRecord& out) {
  record_ = {text, &tape, root};
  out_ = &out;
  out.origins.clear();
  out.faults.clear();
  written_.clear();
  has_copies_ = false;
  ++number_;
  rooms_.clear();

  walk_.walk(text, tape, root, arrivals_);
  prepare_new_routes();
  const bool is_assigned = is_like_last();
  if (!is_assigned) assign();
  count_arrivals();
  builder_.begin(out.text, out.tape);
  builder_.open(Kind::kObject);
  write_group(0);
  builder_.close();
  if (!is_assigned) find_passed_over();
  for (const std::uint32_t arrival : passed_over_) count_lost(arrival);
  number_outline();
  out.is_ordered = !has_copies_;
}

/// Names are those of the slots, so records of the same slots and kinds have one outline.
void Mapper::number_outline() {
  if (has_copies_) return;
  Made& known = made_[place_of_made()];
  if (known.outline == 0) known = {written_, out_->tape.tokens, json::next_outline()};
  if (is_made_alike(known)) out_->tape.outline = known.outline;
}

std::size_t Mapper::place_of_made() const {
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;
  constexpr unsigned kHalf = 32;
  std::uint64_t hash = 0;
  for (const std::uint32_t slot : written_) hash = (hash ^ slot) * kOdd;
  for (const json::Token& token : out_->tape.tokens)
    hash = hash * 7 + static_cast<std::uint64_t>(token.kind);
  return static_cast<std::size_t>(hash * kOdd >> kHalf) % made_.size();
}

bool Mapper::is_made_alike(const Made& made) const {
  const auto is_alike = [](const json::Token& a, const json::Token& b) {
    return a.kind == b.kind && a.next == b.next;
  };
  return made.slots == written_ && std::ranges::equal(made.tokens, out_->tape.tokens, is_alike);
}

/// True if the values are assigned already: they are those of the record before, but for what they
/// say.
bool Mapper::is_like_last() {
  bool is_alike = arrivals_.size() == traits_.size();
  traits_.resize(arrivals_.size());
  for (std::uint32_t i = 0; i < arrivals_.size(); ++i) {
    const Trait trait = trait_of(i);
    is_alike = is_alike && trait == traits_[i];
    traits_[i] = trait;
  }
  return is_alike && number_ > 1;
}

Mapper::Trait Mapper::trait_of(std::uint32_t arrival) const {
  const auto [route, token] = arrivals_[arrival];
  const Kind kind = token == 0 ? Kind::kString : record_.tape->tokens[token].kind;
  return {route, kind, is_missing(token)};
}

void Mapper::assign() {
  for (const std::uint32_t slot : touched_) candidates_[slot].clear();
  touched_.clear();
  for (auto& family : families_) family.clear();
  counted_.clear();
  homeless_.clear();
  is_used_.assign(arrivals_.size(), 0);
  for (std::uint32_t i = 0; i < arrivals_.size(); ++i) admit(i);
}

void Mapper::admit(std::uint32_t arrival) {
  const auto [route, token] = arrivals_[arrival];
  const Route& known = walk_.routes()[route];
  if (!traits_[arrival].is_missing) {
    if (counts_[route].last_admitted != number_) counted_.push_back(route);
    counts_[route].last_admitted = number_;
    if (known.places.empty()) homeless_.push_back(arrival);
  }
  if (known.places.empty()) return;
  if (known.is_choice) return deliver(arrival, chosen(route, token));
  for (const Way& way : ways_[route]) deliver(arrival, way);
}

void Mapper::count_arrivals() {
  for (const std::uint32_t route : counted_) ++counts_[route].records;
  for (const std::uint32_t arrival : homeless_) {
    const auto [route, token] = arrivals_[arrival];
    if (!is_own_value(walk_.routes()[route], token)) count_lost(arrival);
  }
}

void Mapper::know_slots() {
  for (const std::uint32_t slot : written_) is_known_[slot] = tree_.is_one_column(slot) ? 1 : 0;
  knows_some_ = true;
}

bool Mapper::has_known_slots(const RouteName& route) const {
  const auto number = number_of(route);
  return knows_some_ && number && std::ranges::all_of(ways_[*number], [&](const Way& way) {
           return is_known_[way.slot] != 0;
         });
}

Mapper::KnownSlots Mapper::known_slots(std::string_view text, const json::Tape& tape,
                                       std::uint32_t root) {
  record_ = {text, &tape, root};
  walk_.walk(text, tape, root, arrivals_);
  prepare_new_routes();
  KnownSlots known = KnownSlots::kOfShape;
  for (std::uint32_t i = 0; i < arrivals_.size() && known != KnownSlots::kNo; ++i)
    known = std::min(known, known_slots_of(i));
  return known;
}

/// What a slot has of its own is written in every record, so it is known with the first. Where a
/// value goes is seen by its shape; whether it is missing is not.
Mapper::KnownSlots Mapper::known_slots_of(std::uint32_t arrival) const {
  const auto [route, token] = arrivals_[arrival];
  const auto known_on = [&, token = token](const Way& way) {
    if (is_known_[way.slot] != 0) return KnownSlots::kOfShape;
    return writes_nothing(token, tree_.slots()[way.slot]) ? KnownSlots::kOfRecord : KnownSlots::kNo;
  };
  const Route& of = walk_.routes()[route];
  if (of.is_choice && !of.places.empty()) return known_on(chosen(route, token));
  KnownSlots known = KnownSlots::kOfShape;
  for (const Way& way : ways_[route]) known = std::min(known, known_on(way));
  return known;
}

void Mapper::deliver(std::uint32_t arrival, const Way& way) {
  std::vector<Candidate>& waiting = candidates_[way.slot];
  if (waiting.empty()) {
    touched_.push_back(way.slot);
    const Slot& slot = tree_.slots()[way.slot];
    if (slot.is_family) families_[slot.group].push_back(way.slot);
  }
  waiting.push_back({arrival, way.place, way.is_plain});
}

/// Of several families that take any name, the one for the kind of the value.
const Mapper::Way& Mapper::chosen(std::uint32_t route, std::uint32_t token) const {
  const Kind kind = token == 0 ? Kind::kString : record_.tape->tokens[token].kind;
  return ways_[route][mapping_->place_for(walk_.routes()[route], kind)];
}

void Mapper::write_group(std::uint32_t group) {
  for (const auto& [is_slot, number] : tree_.groups()[group].members) {
    if (is_slot) {
      write_member(number);
    } else if (tree_.groups()[number].pairs != nullptr) {
      write_pairs(number);
    } else {
      builder_.name(tree_.groups()[number].name);
      builder_.open(Kind::kObject);
      write_group(number);
      builder_.close_or_drop();
    }
  }
  for (const std::uint32_t slot : families_[group]) write_member(slot);
}

void Mapper::write_pairs(std::uint32_t group) {
  const Group& list = tree_.groups()[group];
  builder_.name(list.name);
  builder_.open(Kind::kArray);
  for (const std::uint32_t slot : families_[group]) write_pair(slot);
  builder_.close_or_drop();
}

void Mapper::write_pair(std::uint32_t slot) {
  const Slot& of = tree_.slots()[slot];
  const bool has_value = gather(slot);
  const auto is_left_out = [&] {
    const std::uint32_t token = arrivals_[candidates_[slot].front().arrival].token;
    return mapping_->written_missing(of.entry, missing_of(token)) == Missing::kAbsent;
  };
  if (!has_value && is_left_out()) return;
  written_.push_back(slot);
  builder_.open(*of.ready_pair);
  if (has_value) {
    write_elements(of);
  } else {
    write_missing(slot, true);
  }
  builder_.close();
}

void Mapper::write_member(std::uint32_t slot) {
  const Slot& of = tree_.slots()[slot];
  if (candidates_[slot].empty() && !of.is_required) return;
  if (gather(slot)) {
    written_.push_back(slot);
    builder_.name(of.ready_name);
    return write_elements(of);
  }
  write_missing(slot, false);
}

void Mapper::fault(MapFaultKind kind, std::uint32_t arrival) {
  const auto [route, token] = arrivals_[arrival];
  out_->faults.push_back({kind, token, walk_.routes()[route].column});
}

void Mapper::count_normalised(std::uint32_t arrival) {
  Count& count = counts_[arrivals_[arrival].route];
  if (count.last_normalised != number_) ++count.normalised;
  count.last_normalised = number_;
}

void Mapper::count_lost(std::uint32_t arrival) {
  const std::uint32_t route = arrivals_[arrival].route;
  Count& count = counts_[route];
  if (count.last_lost != number_) ++count.lost;
  count.last_lost = number_;
  if (has_told(route)) return;
  count.is_told = true;
  told_now_.push_back(name_of(walk_.routes()[route]));
  fault(MapFaultKind::kLossy, arrival);
}

std::optional<std::uint32_t> Mapper::number_of(const RouteName& route) const {
  const auto known = std::ranges::find(walk_.routes(), route, &name_of);
  if (known == walk_.routes().end()) return std::nullopt;
  return static_cast<std::uint32_t>(known - walk_.routes().begin());
}

bool Mapper::has_told(std::uint32_t route) const {
  const FieldLoss& loss = walk_.routes()[route].loss;
  const bool is_asked_for = loss.is_dropped || loss.loss == LossClass::kReadOnly;
  return counts_[route].is_told || is_asked_for;
}

void Mapper::count(std::uint32_t route, bool is_normalised, bool is_lost) {
  Count& count = counts_[route];
  ++count.records;
  if (is_normalised) ++count.normalised;
  if (is_lost) ++count.lost;
}

void Mapper::know_told(const std::set<RouteName>& routes) {
  told_ = routes;
  for (std::size_t i = 0; i < counts_.size(); ++i)
    counts_[i].is_told = told_.contains(name_of(walk_.routes()[i]));
}

LossNews Mapper::take_news() {
  LossNews news;
  prepare_new_routes();
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    Count& count = counts_[i];
    if (!count.is_new && count.records == 0 && count.normalised == 0) continue;
    const Route& route = walk_.routes()[i];
    news.counts.push_back({name_of(route), route.loss, !route.places.empty(), count.records,
                           count.normalised, count.lost});
    count.records = count.normalised = count.lost = 0;
    count.is_new = false;
  }
  news.told.swap(told_now_);
  return news;
}

}  // namespace crosswalk::conversion
