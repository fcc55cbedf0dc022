// What becomes of a value between its source field and its slot: see mapper.h.
//
// The candidates of the best place are cut into elements (of a list, parts of a text), each element
// is translated by itself, and what is left is brought to as many as the slot can hold.
//   ["a@x.pl","B@X.PL"]  at  hash of /emails  ->  two hashes, joined by the separator of the parts
// Test: tests/conversion/mapper_test.cc.
#include <algorithm>

#include "conversion/mapper.h"
#include "text/letter_case.h"

namespace crosswalk::conversion {

using json::Kind;

namespace {

bool is_container(Kind kind) {
  return kind == Kind::kArray || kind == Kind::kObject;
}

/// True if the array at `token` holds scalars alone.
bool is_flat(const json::Tape& tape, std::uint32_t token) {
  const json::Token& array = tape.tokens[token];
  return array.kind == Kind::kArray && array.next == token + 1 + array.count;
}

}  // namespace

/// The characters of a string of the record.
std::string_view Mapper::characters(const json::Token& string) {
  std::string unused;
  return json::string_value(record_.text, string, string.escaped ? rooms_.next() : unused);
}

const json::Token& Mapper::token_of(std::uint32_t arrival) const {
  return record_.tape->tokens[arrivals_[arrival].token];
}

/// Values that every slot passed over for better ones are lost.
void Mapper::find_passed_over() {
  for (const std::uint32_t slot : touched_) {
    for (const Candidate& one : candidates_[slot])
      is_used_[one.arrival] |= one.place->is_hash ? 1 : 0;
  }
  passed_over_.clear();
  for (std::uint32_t i = 0; i < arrivals_.size(); ++i) {
    const bool had_places = !walk_.routes()[arrivals_[i].route].places.empty();
    if (had_places && is_used_[i] == 0 && !traits_[i].is_missing) passed_over_.push_back(i);
  }
}

/// The short way of gather(), for what most slots get: one scalar that at most takes another form.
/// False if it is not that.
bool Mapper::gather_plain(std::uint32_t slot) {
  const std::vector<Candidate>& waiting = candidates_[slot];
  if (waiting.size() != 1 || !waiting.front().is_plain) return false;
  const std::uint32_t arrival = waiting.front().arrival;
  if (traits_[arrival].is_missing || is_container(traits_[arrival].kind)) return false;
  const json::Token& at = token_of(arrival);
  const FormKind canonical = walk_.routes()[arrivals_[arrival].route].canonical;
  const FormKind form = mapping_->target_form(tree_.slots()[slot].entry).kind;
  const auto takes_texts = [](FormKind kind) {
    return kind == FormKind::kAny || kind == FormKind::kText;
  };
  const bool is_text = at.kind == Kind::kString;
  const bool stays = takes_texts(canonical) && takes_texts(form);
  if (is_text && stays && !at.escaped && record_.text[at.begin] == '"') {
    elements_.push_back({{Kind::kString, json::raw(record_.text, at)}, arrival, 0, true});
    is_used_[arrival] = 1;
    return true;
  }
  Scalar value{at.kind, is_text ? characters(at) : json::raw(record_.text, at)};
  const Change first = bring_into(canonical, value, rooms_.next());
  const Change second = bring_into(form, value, rooms_.next());
  if (first > Change::kForm || second > Change::kForm) return false;
  if (first == Change::kForm || second == Change::kForm) count_normalised(arrival);
  elements_.push_back({value, arrival, 0, false});
  is_used_[arrival] = 1;
  return true;
}

/// Fills elements_ with what a slot gets; false if that is nothing.
bool Mapper::gather(std::uint32_t slot) {
  elements_.clear();
  if (gather_plain(slot)) return true;
  const Slot& of = tree_.slots()[slot];
  const Entry& entry = mapping_->target().entries()[of.entry];
  std::uint32_t best = 0xFFFFFFFFU;
  for (const Candidate& one : candidates_[slot]) {
    if (!traits_[one.arrival].is_missing) best = std::min(best, one.place->rank);
  }
  bool is_joined = false;
  for (std::uint32_t part = 0;; ++part) {
    bool is_last = true;
    for (const Candidate& one : candidates_[slot]) {
      if (traits_[one.arrival].is_missing) continue;
      if (one.place->rank != best) continue;
      is_last &= one.place->part <= part;
      if (one.place->part == part) take(one, of);
    }
    is_joined |= part > 0;
    if (is_last) break;
  }
  if (is_joined || (best < entry.mapping.is.size() && entry.mapping.is[best].size() > 1))
    join_places();
  reduce(of);
  return !elements_.empty();
}

/// Cuts a candidate into elements.
void Mapper::take(const Candidate& candidate, const Slot& slot) {
  is_used_[candidate.arrival] = 1;
  const std::uint32_t token = arrivals_[candidate.arrival].token;
  const json::Token& at = record_.tape->tokens[token];
  if (is_container(at.kind)) return take_container(candidate, slot, token);
  Scalar value{at.kind, json::raw(record_.text, at)};
  if (at.kind == Kind::kString) value.text = characters(at);
  const Route& route = walk_.routes()[arrivals_[candidate.arrival].route];
  const bool stays_whole = mapping_->stays_whole(route, *candidate.place);
  if (at.kind != Kind::kString || stays_whole) return take_scalar(candidate, value);
  take_parts(candidate, value.text);
}

void Mapper::take_parts(const Candidate& candidate, std::string_view text) {
  const Route& route = walk_.routes()[arrivals_[candidate.arrival].route];
  const std::string& by = mapping_->source_form(route.entry).by;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(by, begin), text.size());
    const std::string_view part = text::trimmed(text.substr(begin, end - begin));
    if (!part.empty()) take_scalar(candidate, {Kind::kString, part});
    begin = end + by.size();
  }
}

void Mapper::take_container(const Candidate& candidate, const Slot& slot, std::uint32_t token) {
  const json::Tape& tape = *record_.tape;
  const ValueForm& target = mapping_->target_form(slot.entry);
  if (target.kind == FormKind::kAny && !target.holds_several())
    return elements_.push_back({{}, candidate.arrival, token, false});
  if (!is_flat(tape, token)) {
    count_normalised(candidate.arrival);
    return take_scalar(candidate, {Kind::kString, json::raw(record_.text, tape.tokens[token])});
  }
  for (std::uint32_t i = token + 1; i < tape.tokens[token].next; ++i) {
    const json::Token& at = tape.tokens[i];
    if (is_missing(i)) continue;
    Scalar value{at.kind, json::raw(record_.text, at)};
    if (at.kind == Kind::kString) value.text = characters(at);
    take_scalar(candidate, value);
  }
}

void Mapper::take_scalar(const Candidate& candidate, Scalar value) {
  if (translate(candidate, value)) elements_.push_back({value, candidate.arrival, 0, false});
}

/// Source text to canonical value to target text. False if it is left out.
bool Mapper::translate(const Candidate& candidate, Scalar& value) {
  const Route& route = walk_.routes()[arrivals_[candidate.arrival].route];
  const Translated done = translator_.translate(route, *candidate.place, value, rooms_);
  if (done.is_lost) count_lost(candidate.arrival);
  if (done.fault) fault(*done.fault, candidate.arrival);
  if (done.is_normalised) count_normalised(candidate.arrival);
  return !done.fault;
}

/// Several texts become one, with a blank between them.
void Mapper::join_places() {
  if (elements_.empty()) return;
  std::string& text = rooms_.next();
  for (const Element& one : elements_) {
    if (!text.empty()) text += ' ';
    text += one.scalar.text;
    count_normalised(one.arrival);
  }
  elements_.resize(1);
  elements_.front().scalar = {Kind::kString, text};
}

/// True if the value is one of a list, be it alone there.
bool Mapper::is_of_list(const Arrival& arrival) const {
  return record_.tape->tokens[arrival.token].kind == Kind::kArray;
}

bool Mapper::holds(const Element& one, std::string_view separator) {
  return one.copied == 0 && one.scalar.text.find(separator) != std::string_view::npos;
}

/// As many elements as the slot holds: all of them in a list or a text of parts; one text of all
/// where the canonical field may be a list; else the first.
void Mapper::reduce(const Slot& slot) {
  const ValueForm& form = mapping_->target_form(slot.entry);
  if (form.is_list || elements_.empty()) return;
  const Arrival& arrival = arrivals_[elements_.front().arrival];
  const Route& route = walk_.routes()[arrival.route];
  const bool is_one_value = std::ranges::all_of(
      elements_, [&](const Element& one) { return one.arrival == elements_.front().arrival; });
  const bool is_joined = !form.by.empty() || (route.may_join && is_one_value);
  const std::string by = form.by.empty() ? "," : form.by;
  if (elements_.size() == 1) {
    if (is_joined && is_of_list(arrival) && holds(elements_.front(), by))
      fault(MapFaultKind::kValueUnmapped, elements_.front().arrival);
    return;
  }
  if (!is_joined) {
    for (std::size_t i = 1; i < elements_.size(); ++i) count_lost(elements_[i].arrival);
    elements_.resize(1);
    return;
  }
  std::string& text = rooms_.next();
  for (const Element& one : elements_) {
    if (holds(one, by)) fault(MapFaultKind::kValueUnmapped, one.arrival);
    if (!text.empty()) text += by;
    text += one.scalar.text;
  }
  elements_.resize(1);
  elements_.front().scalar = {Kind::kString, text};
}

void Mapper::write_elements(const Slot& slot) {
  const bool is_list = mapping_->target_form(slot.entry).is_list;
  if (is_list) builder_.open(Kind::kArray);
  for (const Element& one : elements_) {
    const std::uint32_t begin = builder_.size();
    if (one.copied != 0) {
      has_copies_ = true;
      builder_.copy(record_.text, *record_.tape, one.copied);
    } else if (one.scalar.kind == Kind::kString && !one.is_json) {
      builder_.string(one.scalar.text);
    } else {
      builder_.raw(one.scalar.kind, one.scalar.text);
    }
    out_->origins.push_back({begin, builder_.size(), arrivals_[one.arrival].token});
  }
  if (is_list) builder_.close();
}

}  // namespace crosswalk::conversion
