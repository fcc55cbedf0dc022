// See repeated_keys.h.
#include "pipeline/repeated_keys.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace crosswalk::pipeline {
namespace {

constexpr std::size_t kMaxSurroundings = 1000;
constexpr std::size_t kSurroundingBytes = 320;  // on each side: what an excerpt can show

}  // namespace

void RepeatedKeys::begin_input(std::string file, std::uint64_t records_before) {
  inputs_.push_back({std::move(file), records_before});
  repeats_.clear();
  surroundings_.clear();
}

std::optional<check::FirstSeen> RepeatedKeys::take(const check::RecordKey& key,
                                                   std::uint64_t record, std::uint64_t line) {
  if (key.unique >= sets_.size()) sets_.resize(key.unique + 1);
  return sets_[key.unique].insert(key.key, {inputs_.back().records_before + record, line});
}

void RepeatedKeys::wait(const check::RecordKey& key, const check::FirstSeen& first,
                        std::uint64_t record, const Position& place) {
  repeats_.push_back({place, record, first, key.length, key.column, key.unique, 0});
}

void RepeatedKeys::keep_bytes(const check::RecordKey& key, std::string_view bytes) {
  if (surroundings_.size() == kMaxSurroundings) return;
  const std::size_t before = std::min<std::size_t>(key.offset, kSurroundingBytes);
  const std::string_view kept = bytes.substr(key.offset - before, before + kSurroundingBytes);
  surroundings_.push_back({std::string(kept), static_cast<std::uint32_t>(before)});
  repeats_.back().surroundings = static_cast<std::uint32_t>(surroundings_.size());
}

const RepeatedKeys::Input& RepeatedKeys::input_of(std::uint64_t record_in_run) const {
  const auto after = std::ranges::lower_bound(inputs_, record_in_run, {}, &Input::records_before);
  return *std::prev(after);
}

bool RepeatedKeys::tell(const std::vector<check::KeyRule>& rules, const InputContext& input,
                        FindingLog& log) {
  const auto rule_name = [&](const Repeat& repeat) -> const std::string& {
    return input.render().rules->rule(rules[repeat.unique].rule).name;
  };
  std::ranges::sort(repeats_, [&](const Repeat& a, const Repeat& b) {
    if (a.place.byte != b.place.byte) return a.place.byte < b.place.byte;
    if (a.column != b.column) return a.column < b.column;
    return rule_name(a) < rule_name(b);
  });
  bool has_error = false;
  for (const Repeat& repeat : repeats_) {
    tell_one(repeat, rules[repeat.unique], input, log);
    has_error = has_error || rules[repeat.unique].severity == Severity::kError;
  }
  repeats_.clear();
  surroundings_.clear();
  return has_error;
}

void RepeatedKeys::tell_one(const Repeat& repeat, const check::KeyRule& rule,
                            const InputContext& input, FindingLog& log) const {
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
