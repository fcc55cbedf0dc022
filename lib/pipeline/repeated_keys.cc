// See repeated_keys.h.
#include "pipeline/repeated_keys.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace crosswalk::pipeline {
namespace {

constexpr std::size_t kMaxSurroundings = 1000;
constexpr std::size_t kSurroundingBytes = 320;  // on each side: what an excerpt can show
constexpr std::uint64_t kShareOfDiskSorter =
    4;  // of the limit: there are two, which grow by copies

}  // namespace

Error too_many_keys(std::uint64_t limit_bytes, const std::string& why_in_memory) {
  return {ErrorKind::kIo, "the keys that must be unique need more memory than --memory-limit (" +
                              std::to_string(limit_bytes) + " bytes) allows, and " + why_in_memory};
}

bool RepeatedKeys::InOrderOfFindings::operator()(const Repeat& a, const Repeat& b) const {
  return std::tuple(a.place.byte, a.column, ranks[a.unique]) <
         std::tuple(b.place.byte, b.column, ranks[b.unique]);
}

void RepeatedKeys::begin_input(const InputContext& input, std::uint64_t records_before,
                               std::vector<check::KeyRule> rules) {
  inputs_.push_back({input.render().file, records_before});
  rules_ = std::move(rules);
  if (!spilled_ && !listed_) sets_.resize(rules_.size());
  const auto name_of = [&](const check::KeyRule& rule) -> const std::string& {
    return input.render().rules->rule(rule.rule).name;
  };
  order_.ranks.clear();
  for (const check::KeyRule& rule : rules_) {
    const auto before = std::ranges::count_if(
        rules_, [&](const check::KeyRule& other) { return name_of(other) < name_of(rule); });
    order_.ranks.push_back(static_cast<std::uint32_t>(before));
  }
  forget_repeats();
}

void RepeatedKeys::forget_repeats() {
  repeats_.emplace(memory_.limit_bytes / kShareOfDiskSorter, order_);
  surroundings_.clear();
}

Status RepeatedKeys::make_room(std::size_t count) {
  if (!failure_.ok() || spilled_ || listed_) return failure_;
  std::size_t bytes = 0;
  for (const check::KeySet& set : sets_) bytes += set.memory_bytes(count);
  if (bytes <= memory_.limit_bytes) return {};
  note(do_without_keys());
  return failure_;
}

Status RepeatedKeys::do_without_keys() {
  if (memory_.why_in_memory.empty()) {
    spill();
    return {};
  }
  if (!memory_.list) return too_many_keys(memory_.limit_bytes, memory_.why_in_memory);
  sets_.clear();
  auto listed = memory_.list();
  if (!listed.ok()) return listed.error();
  listed_ = std::move(listed).value();
  return {};
}

// What is in the sets came first, so of its places only those are needed that a repeat names.
void RepeatedKeys::spill() {
  spilled_.emplace(memory_.limit_bytes / kShareOfDiskSorter);
  for (std::size_t unique = 0; unique < sets_.size(); ++unique) {
    sets_[unique].visit([&](const check::Key& key, const check::FirstSeen& first) {
      SpilledKey spilled;
      spilled.key = key;
      spilled.record = first.record;
      spilled.place.line = first.line;
      spilled.unique = static_cast<std::uint32_t>(unique);
      note(spilled_->put(spilled));
    });
  }
  sets_.clear();
}

void RepeatedKeys::note(const Status& status) {
  if (failure_.ok()) failure_ = status;
}

void RepeatedKeys::put(const check::RecordKey& key, std::uint64_t record, const Position& place,
                       bool is_of_valid) {
  note(spilled_->put({key.key, inputs_.back().records_before + record, place, key.length,
                      key.column, key.unique, is_of_valid}));
}

std::optional<check::FirstSeen> RepeatedKeys::take(const check::RecordKey& key,
                                                   std::uint64_t record, std::uint64_t line) {
  if (listed_) return listed(inputs_.back().records_before + record, key.unique);
  return sets_[key.unique].insert(key.key, {inputs_.back().records_before + record, line});
}

std::optional<check::FirstSeen> RepeatedKeys::listed(std::uint64_t record_in_run,
                                                     std::uint32_t unique) const {
  const auto place = [](const ListedRepeat& one) { return std::tuple(one.record, one.unique); };
  const auto found =
      std::ranges::lower_bound(*listed_, std::tuple(record_in_run, unique), {}, place);
  const bool is_repeat =
      found != listed_->end() && place(*found) == std::tuple(record_in_run, unique);
  return is_repeat ? std::optional(found->first) : std::nullopt;
}

void RepeatedKeys::wait(const check::RecordKey& key, const check::FirstSeen& first,
                        std::uint64_t record, const Position& place, std::string_view bytes) {
  Repeat repeat{place, record, first, key.length, key.column, key.unique, 0, false};
  if (!bytes.empty() && surroundings_.size() < kMaxSurroundings) {
    const std::size_t before = std::min<std::size_t>(key.offset, kSurroundingBytes);
    const std::string_view kept = bytes.substr(key.offset - before, before + kSurroundingBytes);
    surroundings_.push_back({std::string(kept), static_cast<std::uint32_t>(before)});
    repeat.surroundings = static_cast<std::uint32_t>(surroundings_.size());
  }
  note(repeats_->put(repeat));
}

const RepeatedKeys::Input& RepeatedKeys::input_of(std::uint64_t record_in_run) const {
  const auto after = std::ranges::lower_bound(inputs_, record_in_run, {}, &Input::records_before);
  return *std::prev(after);
}

Status RepeatedKeys::add_spilled_repeats() {
  const std::uint64_t before = inputs_.back().records_before;
  return spilled_->visit_repeats_behind(before,
                                        [&](const SpilledKey& first, const SpilledKey& repeat) {
                                          return repeats_->put({repeat.place,
                                                                repeat.record - before,
                                                                {first.record, first.place.line},
                                                                repeat.length,
                                                                repeat.column,
                                                                repeat.unique,
                                                                0,
                                                                repeat.is_of_valid});
                                        });
}

Result<std::uint64_t> RepeatedKeys::tell(const InputContext& input, FindingLog& log) {
  if (spilled_ && failure_.ok()) note(add_spilled_repeats());
  if (!failure_.ok()) return failure_.error();
  if (list_ != nullptr) return list_repeats();
  std::uint64_t broken = 0;
  std::vector<Repeat> of_record;  // they are neighbours
  const Status told = repeats_->visit([&](const Repeat& repeat) {
    if (!of_record.empty() && of_record.front().record != repeat.record) {
      if (tell_record(of_record, input, log)) ++broken;
      of_record.clear();
    }
    of_record.push_back(repeat);
    return Status();
  });
  if (!told.ok()) return told.error();
  if (tell_record(of_record, input, log)) ++broken;
  forget_repeats();
  return broken;
}

Result<std::uint64_t> RepeatedKeys::list_repeats() {
  const std::uint64_t before = inputs_.back().records_before;
  const std::size_t listed_before = list_->size();
  const Status listed = repeats_->visit([&](const Repeat& repeat) {
    list_->push_back({before + repeat.record, repeat.unique, repeat.first});
    return Status();
  });
  forget_repeats();
  std::ranges::sort(std::span(*list_).subspan(listed_before), {},
                    [](const ListedRepeat& one) { return std::tuple(one.record, one.unique); });
  return listed.ok() ? Result<std::uint64_t>(std::uint64_t{0}) : listed.error();
}

// True if that breaks the record, which was valid. What an error of the source says, the target's
// key says again.
bool RepeatedKeys::tell_record(std::span<const Repeat> repeats, const InputContext& input,
                               FindingLog& log) const {
  const auto is_error = [&](const Repeat& repeat) {
    return rules_[repeat.unique].severity == Severity::kError;
  };
  const bool is_told = std::ranges::any_of(repeats, [&](const Repeat& repeat) {
    return is_error(repeat) && !rules_[repeat.unique].is_of_target;
  });
  bool breaks = false;
  for (const Repeat& repeat : repeats) {
    if (is_told && rules_[repeat.unique].is_of_target) continue;
    tell_one(repeat, input, log);
    breaks = breaks || (repeat.is_of_valid && is_error(repeat));
  }
  return breaks;
}

void RepeatedKeys::tell_one(const Repeat& repeat, const InputContext& input,
                            FindingLog& log) const {
  const check::KeyRule& rule = rules_[repeat.unique];
  const Input& first_input = input_of(repeat.first.record);
  diagnostics::RawFinding raw;
  raw.rule = rule.rule;
  raw.severity = rule.severity;
  raw.file_level = true;
  raw.length = repeat.length;
  if (rule.pointer.empty()) {
    raw.column = static_cast<std::int32_t>(repeat.column);
  } else {
    raw.pointer = input.pointer_of(repeat.record) + rule.pointer;
    raw.field = rule.field;
  }
  raw.related_record = repeat.first.record - first_input.records_before;
  raw.related_line = repeat.first.line;
  diagnostics::Location location = input.location_in(raw.column);
  location.place = repeat.place;
  location.record = repeat.record;
  location.related_file = first_input.file;
  if (repeat.surroundings != 0) {
    const Surroundings& around = surroundings_[repeat.surroundings - 1];
    location.bytes = around.bytes;
    raw.offset = around.offset;
  }
  log.tell(raw, input.render(), location);
}

}  // namespace crosswalk::pipeline
