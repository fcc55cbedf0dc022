// Mapping rows; how a RowMapping is made is in row_mapping_plan.cc. See row_mapping.h.
#include "conversion/row_mapping.h"

#include <algorithm>
#include <functional>

#include "json/writer.h"
#include "text/letter_case.h"

namespace crosswalk::conversion {

using check::TypedCell;
using format::Missing;
using json::Kind;
using record::Cell;
using record::CellKind;

namespace {

CellKind cell_kind_of(Kind kind) {
  switch (kind) {
    case Kind::kNumber:
      return CellKind::kNumber;
    case Kind::kTrue:
      return CellKind::kTrue;
    case Kind::kFalse:
      return CellKind::kFalse;
    case Kind::kNull:
      return CellKind::kNull;
    default:
      return CellKind::kText;
  }
}

/// True if the cell surely holds a text that is not empty.
bool is_text(const Cell& cell) {
  constexpr std::uint32_t kQuotes = 2;
  const bool is_quoted = (cell.flags & Cell::kQuoted) != 0 || cell.kind == CellKind::kString;
  const bool may_be_text = cell.kind == CellKind::kText || cell.kind == CellKind::kString;
  return may_be_text && cell.end - cell.begin > (is_quoted ? kQuotes : 0);
}

}  // namespace

void RowMapping::map(const record::Batch& batch) {
  made_.clear();
  made_.bytes = batch.bytes;
  made_.is_encoded = batch.is_encoded;
  null_ = append(Kind::kNull, "null");
  empty_ = append(Kind::kString, "\"\"");
  empty_.kind = CellKind::kString;
  for (Target& target : targets_) {
    target.own_cell = append(target.own_kind, target.own);
    if (target.own_kind == Kind::kString) target.own_cell.kind = CellKind::kString;
  }
  origins_.clear();
  outcomes_.assign(batch.records.size() * sources_.size(), 0);
  for (std::size_t i = 0; i < batch.records.size(); ++i) {
    first_cell_ = made_.cells.size();
    first_outcome_ = i * sources_.size();
    record::Record& made = made_.records.emplace_back();
    made.first_cell = static_cast<std::uint32_t>(first_cell_);
    made.state = record::RecordState::kUnreadable;
    if (batch.records[i].state != record::RecordState::kReadable) continue;
    if (map_row(batch, batch.records[i])) {
      made.state = record::RecordState::kReadable;
      made.cell_count = static_cast<std::uint32_t>(targets_.size());
      made.end = size_;
    } else {
      made_.cells.resize(first_cell_);
      origins_.resize(first_cell_);
    }
  }
}

bool RowMapping::map_row(const record::Batch& batch, const record::Record& row) {
  made_.cells.resize(first_cell_ + targets_.size());
  origins_.resize(first_cell_ + targets_.size(), kNone);
  waiting_.clear();
  size_ = 0;
  cells_ = batch.cells.data() + row.first_cell;
  for (std::uint32_t i = 0; i < sources_.size(); ++i) {
    const Cell& cell = cells_[sources_[i].column.column];
    const bool is_nothing =
        cell.begin == cell.end && sources_[i].column.typing.empty == check::EmptyCell::kLeftOut;
    if (!is_nothing && !take(i, cell, batch)) return false;
  }
  return fill();
}

bool RowMapping::take(std::uint32_t number, const Cell& cell, const record::Batch& batch) {
  using Sort = TypedCell::Sort;
  const Source& source = sources_[number];
  if ((cell.flags & Cell::kFaulty) != 0) return false;
  if (source.is_copied && is_text(cell)) return copy(number, cell);
  if (source.is_lost && is_text(cell)) {
    outcome(number) = kValue | kLost;
    return true;
  }
  TypedCell typed = check::typed_cell(batch.bytes, cell, source.column.typing, memory_);
  const bool is_list = typed.sort == Sort::kList;
  if (typed.sort == Sort::kNothing) return true;
  if (typed.sort == Sort::kJson) {
    const auto kind = check::kind_at_a_glance(typed.text);
    if (!kind) return false;
    typed.kind = *kind;
  }
  if (is_list) {
    if (typed.text.find(list_separator_) != std::string_view::npos) return false;
    typed.kind = check::kind_of_cell(source.column.typing.as, typed.text);
  }
  const bool is_missing =
      typed.kind == Kind::kNull || (typed.kind == Kind::kString && typed.text.empty());
  return is_missing ? wait(number, typed.kind)
                    : take_value(number, typed.kind, typed.text, is_list, batch);
}

bool RowMapping::copy(std::uint32_t number, const Cell& cell) {
  outcome(number) = kValue;
  return for_each_taken(sources_[number], [&](const Way& way) {
    return way.target != kNone && put(way.target, number, cell);
  });
}

/// Calls take(way) for the ways whose targets take no better value, while it returns true. False if
/// there is none: the value is lost then.
template <class Take>
bool RowMapping::for_each_taken(const Source& source, const Take& take) const {
  bool is_taken = false;
  for (const Way& way : source.ways) {
    const auto beaten = is_beaten(way);
    if (!beaten) return false;
    if (*beaten) continue;
    if (!take(way)) return false;
    is_taken = true;
  }
  return is_taken;
}

/// Nothing if only reading the cells of the better ones would tell.
std::optional<bool> RowMapping::is_beaten(const Way& way) const {
  for (const std::uint32_t number : way.better) {
    const SourceColumn& column = sources_[number].column;
    const Cell& cell = cells_[column.column];
    if (cell.begin == cell.end) continue;
    const bool is_value =
        is_text(cell) && !column.typing.has_form && column.typing.as != format::As::kJson;
    return is_value ? std::optional(true) : std::nullopt;
  }
  return false;
}

/// A missing value arrives.
bool RowMapping::wait(std::uint32_t number, Kind kind) {
  const Source& source = sources_[number];
  const Missing state = kind == Kind::kNull ? Missing::kNull : Missing::kEmpty;
  if (source.ways.empty()) return true;
  if (source.column.route.is_choice)
    return wait_on(source.ways[mapping_->place_for(source.column.route, kind)], number, state);
  return std::ranges::all_of(source.ways,
                             [&](const Way& way) { return wait_on(way, number, state); });
}

bool RowMapping::wait_on(const Way& way, std::uint32_t number, Missing state) {
  if (way.target == kNone) {
    const Missing written = way.written[static_cast<std::size_t>(state)];
    if (written == Missing::kAbsent && !way.is_pair && written != state)
      outcome(number) |= kMissing;
    return written == Missing::kAbsent;
  }
  const bool is_first = std::ranges::none_of(
      waiting_, [&](const Waiting& other) { return other.way->target == way.target; });
  if (is_first) waiting_.push_back({&way, number, state});
  return true;
}

bool RowMapping::take_value(std::uint32_t number, Kind kind, std::string_view text, bool is_list,
                            const record::Batch& batch) {
  const Source& source = sources_[number];
  outcome(number) = kValue;
  if (source.ways.empty()) {
    if (!is_own(source, kind, text)) outcome(number) |= kLost;
    return !is_list || source.own.empty();
  }
  const auto take = [&](const Way& way) {
    return take_along(way, number, kind, text, is_list, batch);
  };
  if (!source.column.route.is_choice) return for_each_taken(source, take);
  const Kind shown = is_list ? Kind::kArray : kind;
  const Way& chosen = source.ways[mapping_->place_for(source.column.route, shown)];
  return is_beaten(chosen) == false && take(chosen);
}

bool RowMapping::take_along(const Way& way, std::uint32_t number, Kind kind, std::string_view text,
                            bool is_list, const record::Batch& batch) {
  if (way.target == kNone) return false;
  const Source& source = sources_[number];
  const bool is_text = kind == Kind::kString && !is_list;
  if (is_text && !is_one(source, way, text)) return false;
  if (is_list && text.find(separator_of(way)) != std::string_view::npos) return false;
  if (way.is_plain) return put(way.target, number, kind, text, batch);
  rooms_.clear();
  Scalar value{kind, text};
  const Translated done = translator_.translate(source.column.route, *way.place, value, rooms_);
  if (done.fault) return false;
  if (done.is_normalised) outcome(number) |= kNormalised;
  if (done.is_lost) outcome(number) |= kLost;
  return put(way.target, number, value.kind, value.text, batch);
}

bool RowMapping::is_own(const Source& source, Kind kind, std::string_view text) {
  if (source.own.empty() || kind != Kind::kString) return text == source.own;
  json_.clear();
  json::append_string(json_, text);
  return json_ == source.own;
}

/// True if the text goes on as a whole.
bool RowMapping::is_one(const Source& source, const Way& way, std::string_view text) const {
  if (mapping_->stays_whole(source.column.route, *way.place)) return true;
  const std::string& by = mapping_->source_form(source.column.route.entry).by;
  return text.find(by) == std::string_view::npos && text::trimmed(text).size() == text.size();
}

/// What stands between the values of a text of the target.
std::string_view RowMapping::separator_of(const Way& way) const {
  const std::string& by = mapping_->target_form(way.place->entry).by;
  return by.empty() ? std::string_view(",") : std::string_view(by);
}

/// The cell of the column, which is to be made of `source`; null if it has a value already.
Cell* RowMapping::cell_for(std::uint32_t target, std::uint32_t source) {
  std::uint32_t& origin = origins_[first_cell_ + target];
  if (origin != kNone) return nullptr;
  origin = source;
  return &made_.cells[first_cell_ + target];
}

// False if the column has a value already.
bool RowMapping::put(std::uint32_t target, std::uint32_t source, const Cell& cell) {
  Cell* const made = cell_for(target, source);
  if (made == nullptr) return false;
  *made = cell;
  size_ += cell.end - cell.begin;
  return true;
}

// A span of the batch where the value is one. The cell is set member by member: copied as a whole
// it would wait for its parts.
bool RowMapping::put(std::uint32_t target, std::uint32_t source, Kind kind, std::string_view text,
                     const record::Batch& batch) {
  if (kind == Kind::kString && text.empty()) return put(target, source, empty_);
  const char* const begin = batch.bytes.data();
  const std::less<> is_before;
  const bool is_span =
      !is_before(text.data(), begin) && is_before(text.data(), begin + batch.bytes.size());
  Cell* const made = cell_for(target, source);
  if (made == nullptr) return false;
  const std::size_t from =
      is_span ? static_cast<std::size_t>(text.data() - begin) : made_.bytes.size();
  if (!is_span) made_.bytes += text;
  made->begin = static_cast<std::uint32_t>(from);
  made->end = static_cast<std::uint32_t>(from + text.size());
  made->kind = cell_kind_of(kind);
  size_ += made->end - made->begin;
  return true;
}

/// Puts what stands where there is no value.
bool RowMapping::fill() {
  for (const auto& [way, source, state] : waiting_) {
    const Target& target = targets_[way->target];
    const bool is_filled = origins_[first_cell_ + way->target] != kNone;
    if (is_filled || (target.is_required && !target.own.empty())) continue;
    const Missing written = way->written[static_cast<std::size_t>(state)];
    if (written == Missing::kAbsent && way->is_pair) continue;
    if (written != state) outcome(source) |= kMissing;
    if (written == Missing::kAbsent) continue;
    put(way->target, source, written == Missing::kNull ? null_ : empty_);
  }
  return std::ranges::all_of(required_, [&](std::uint32_t number) {
    if (origins_[first_cell_ + number] != kNone) return true;
    return !targets_[number].own.empty() && put(number, kOwn, targets_[number].own_cell);
  });
}

Cell RowMapping::append(Kind kind, std::string_view bytes) {
  Cell cell;
  cell.begin = static_cast<std::uint32_t>(made_.bytes.size());
  made_.bytes += bytes;
  cell.end = static_cast<std::uint32_t>(made_.bytes.size());
  cell.kind = cell_kind_of(kind);
  return cell;
}

// Whether the mapper knows a route is asked until it does, and so with what was told.
bool RowMapping::count(std::uint32_t index, Mapper& mapper) {
  const std::uint8_t* const outcomes = outcomes_.data() + index * sources_.size();
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    Source& source = sources_[i];
    if (outcomes[i] == 0) continue;
    if (source.number == kNone) {
      const Route& route = source.column.route;
      const auto number = mapper.number_of({route.column, route.entry});
      if (!number) return false;
      source.number = *number;
    }
    if ((outcomes[i] & kLost) == 0 || source.is_told) continue;
    source.is_told = mapper.has_told(source.number);
    if (!source.is_told) return false;
  }
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    const bool is_normalised = (outcomes[i] & kNormalised) != 0;
    const bool is_lost = (outcomes[i] & kLost) != 0;
    if ((outcomes[i] & kValue) != 0) mapper.count(sources_[i].number, is_normalised, is_lost);
    if ((outcomes[i] & kMissing) != 0) mapper.count_missing(sources_[i].number);
  }
  return true;
}

std::optional<std::uint32_t> RowMapping::source_of(std::uint32_t index,
                                                   std::uint32_t column) const {
  const std::uint32_t origin = origins_[made_.records[index].first_cell + column];
  if (origin == kNone || origin == kOwn) return std::nullopt;
  return sources_[origin].column.column;
}

}  // namespace crosswalk::conversion
