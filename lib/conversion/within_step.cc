// See within_step.h. The record is written anew, member by member; hashes take the place of the
// hashes that were there, else of the addresses.
#include "conversion/within_step.h"

#include <algorithm>

#include "check/value.h"
#include "conversion/value_form.h"

namespace crosswalk::conversion {
namespace {

using format::Field;
using format::Missing;
using json::Kind;

const Place* hash_among(const std::vector<Place>& places) {
  const auto found = std::ranges::find(places, true, &Place::is_hash);
  return found == places.end() ? nullptr : &*found;
}

/// Calls `take(entry of addresses, entry of their hashes)` for each pair of the format.
template <class Take>
void for_each_hashing(const Side& side, const Take& take) {
  for (const Entry& entry : side.entries()) {
    const bool is_single = entry.field->family == format::Family::kNone;
    if (!entry.field->is_read_only || !is_single) continue;
    for (const format::CanonicalPlace& place : entry.mapping.is) {
      const std::vector<Place> places = side.places_of(place.front());
      const Place* const hash = hash_among(places);
      if (hash != nullptr) take(entry, side.entries()[hash->entry]);
    }
  }
}

}  // namespace

std::map<std::string, std::string> hashed_columns(const format::Definition& definition) {
  std::map<std::string, std::string> columns;
  const Result<Side> side = Side::make(definition, {});
  if (!side.ok()) return columns;
  for_each_hashing(side.value(), [&](const Entry& plain, const Entry& hashed) {
    columns.emplace(plain.column, hashed.column);
  });
  return columns;
}

std::unique_ptr<WithinStep> WithinStep::make(const WithinOptions& options) {
  std::unique_ptr<WithinStep> step(new WithinStep(options));
  if (step->hashings_.empty() && !options.missing) return nullptr;
  return step;
}

WithinStep::WithinStep(const WithinOptions& options) : options_(options) {
  const Result<Side> side = Side::make(*options.definition, {});
  if (!side.ok()) return;
  for_each_hashing(side.value(), [&](const Entry& plain, const Entry& hashed) {
    const bool is_there =
        std::ranges::find(options_.columns, plain.column) != options_.columns.end();
    const bool are_members = plain.field->path.size() == 1 && hashed.field->path.size() == 1;
    if (!is_there || !are_members) return;
    const ValueForm form = form_of(options_.definition->schema, *hashed.field);
    hashings_.push_back({plain.field->path.front(), hashed.field->path.front(), form.by});
  });
  for (const Field& field : side.value().table().fields()) {
    if (field.family == format::Family::kPairs) pairs_.emplace(field.path, field);
  }
}

std::vector<std::string> WithinStep::written_columns(const std::vector<std::string>& names) const {
  std::vector<std::string> written;
  for (const std::string& name : names) {
    const auto hashing = std::ranges::find(hashings_, name, &Hashing::from);
    const std::string& column = hashing == hashings_.end() ? name : hashing->to;
    const bool is_new = std::ranges::find(written, column) == written.end();
    const bool has_place =
        hashing != hashings_.end() && std::ranges::find(names, column) != names.end();
    if (is_new && !has_place) written.push_back(column);
  }
  return written;
}

std::optional<RecordView> WithinStep::apply(const RecordView& record,
                                            std::vector<diagnostics::RawFinding>& findings) {
  record_ = record;
  findings_ = &findings;
  origins_.clear();
  path_.clear();
  builder_.begin(text_, tape_);
  copy_record();
  return RecordView{text_, &tape_};
}

std::uint32_t WithinStep::origin_of(std::uint32_t offset) const {
  const auto behind = std::ranges::upper_bound(origins_, offset, {},
                                               [](const auto& origin) { return origin.first; });
  return behind == origins_.begin() ? 0 : std::prev(behind)->second;
}

std::uint32_t WithinStep::member_of_record(std::string_view name) const {
  return json::member(record_.text, *record_.tape, 0, name);
}

const WithinStep::Hashing* WithinStep::hashing_into(std::string_view name) const {
  for (const Hashing& hashing : hashings_) {
    if (hashing.to == name && member_of_record(hashing.from) != 0) return &hashing;
  }
  return nullptr;
}

void WithinStep::copy_record() {
  const auto& tokens = record_.tape->tokens;
  builder_.open(Kind::kObject);
  for (std::uint32_t name = 1; name < tokens.front().next; name = tokens[name + 1].next) {
    const std::string member(characters(name));
    const auto plain = std::ranges::find(hashings_, member, &Hashing::from);
    if (plain != hashings_.end()) {
      if (member_of_record(plain->to) == 0) write_hashes(*plain);
    } else if (const Hashing* hashing = hashing_into(member); hashing != nullptr) {
      write_hashes(*hashing);
    } else {
      copy_member(name);
    }
  }
  builder_.close();
}

void WithinStep::copy_member(std::uint32_t name) {
  const std::uint32_t value = name + 1;
  const bool is_asked = options_.missing && is_missing(value);
  if (is_asked && options_.missing == Missing::kAbsent) return;
  path_.emplace_back(characters(name));
  builder_.name(path_.back());
  origins_.emplace_back(builder_.size(), record_.tape->tokens[value].begin);
  if (!is_asked) {
    copy_value(value);
  } else if (options_.missing == Missing::kNull) {
    builder_.raw(Kind::kNull, "null");
  } else {
    builder_.string({});
  }
  path_.pop_back();
}

void WithinStep::copy_value(std::uint32_t token) {
  const json::Token& at = record_.tape->tokens[token];
  const auto pairs = pairs_.find(path_);
  if (at.kind == Kind::kObject) {
    copy_object(token);
  } else if (at.kind == Kind::kArray && pairs != pairs_.end()) {
    copy_pairs(token, pairs->second);
  } else {
    builder_.copy(record_.text, *record_.tape, token);
  }
}

void WithinStep::copy_object(std::uint32_t token) {
  const auto& tokens = record_.tape->tokens;
  builder_.open(Kind::kObject);
  for (std::uint32_t name = token + 1; name < tokens[token].next; name = tokens[name + 1].next)
    copy_member(name);
  builder_.close();
}

void WithinStep::copy_pairs(std::uint32_t token, const Field& pairs) {
  const auto& tokens = record_.tape->tokens;
  builder_.open(Kind::kArray);
  for (std::uint32_t pair = token + 1; pair < tokens[token].next; pair = tokens[pair].next) {
    const std::uint32_t value =
        tokens[pair].kind == Kind::kObject
            ? json::member(record_.text, *record_.tape, pair, pairs.pair_value)
            : 0;
    const bool goes = value != 0 && options_.missing == Missing::kAbsent && is_missing(value);
    if (goes) continue;
    if (tokens[pair].kind == Kind::kObject) {
      copy_object(pair);
    } else {
      builder_.copy(record_.text, *record_.tape, pair);
    }
  }
  builder_.close();
}

// What is there stays as it stands; a hash that is already among it is not written again.
void WithinStep::write_hashes(const Hashing& hashing) {
  const std::uint32_t plain = member_of_record(hashing.from);
  const std::uint32_t known = member_of_record(hashing.to);
  std::string hashes;
  if (known != 0 && record_.tape->tokens[known].kind == Kind::kString) hashes = characters(known);
  const std::string addresses(record_.tape->tokens[plain].kind == Kind::kString ? characters(plain)
                                                                                : "");
  for (std::size_t begin = 0; begin < addresses.size();) {
    const std::size_t cut =
        hashing.by.empty() ? std::string::npos : addresses.find(hashing.by, begin);
    const std::size_t end = std::min(cut, addresses.size());
    const std::string_view address = std::string_view(addresses).substr(begin, end - begin);
    begin = end + hashing.by.size();
    if (address.find_first_not_of(' ') == std::string_view::npos) continue;
    const std::optional<std::string_view> hash = hasher_.hash(address);
    if (!hash) tell_no_address(plain);
    if (!hash || hashes.find(*hash) != std::string::npos) continue;
    if (!hashes.empty()) hashes += hashing.by.empty() ? "," : hashing.by;
    hashes += *hash;
  }
  builder_.name(hashing.to);
  origins_.emplace_back(builder_.size(), record_.tape->tokens[plain].begin);
  if (hashes.empty() && known != 0) return builder_.copy(record_.text, *record_.tape, known);
  builder_.string(hashes);
}

void WithinStep::tell_no_address(std::uint32_t token) {
  const json::Token& at = record_.tape->tokens[token];
  diagnostics::RawFinding finding;
  finding.rule = diagnostics::kConvertNotAnEmail;
  finding.severity =
      options_.policy->apply(finding.rule, options_.rules->rule(finding.rule).severity);
  if (finding.severity == Severity::kOff) return;
  finding.offset = at.begin;
  finding.length = at.end - at.begin;
  const check::Value value = check::value_at(record_.text, *record_.tape, token, scratch_);
  finding.shape = check::shape_of(value, record_.tape);
  findings_->push_back(std::move(finding));
}

// An empty text is one where the format says so.
bool WithinStep::is_missing(std::uint32_t token) const {
  const json::Token& at = record_.tape->tokens[token];
  const std::vector<Missing>& known = options_.definition->missing;
  if (at.kind == Kind::kNull) return true;
  return json::raw(record_.text, at) == "\"\"" &&
         std::ranges::find(known, Missing::kEmpty) != known.end();
}

std::string_view WithinStep::characters(std::uint32_t token) {
  return json::string_value(record_.text, record_.tape->tokens[token], scratch_);
}

}  // namespace crosswalk::conversion
