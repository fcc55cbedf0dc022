// Asking the cells of a row. See row_test.h.
#include "check/row_test.h"

#include <algorithm>

#include "check/ascii.h"
#include "check/key_set.h"
#include "check/scalar_tests.h"
#include "text/nfc.h"

namespace crosswalk::check {

using json::Kind;
using record::CellKind;

namespace {

// `value = scalar(kind, text)`, member by member: copied as a whole it would wait for its parts.
void set(Value& value, Kind kind, std::string_view text) {
  value.kind = kind;
  value.text = text;
  value.small.reset();
  if (kind == Kind::kNumber) value.small = small_integer(text);
}

// No formula begins so, and nearly all cells do.
bool begins_as_word(char first) {
  return is_letter(first) || is_digit(first);
}

}  // namespace

RowTest::RowTest(const Program::Code& code, std::shared_ptr<const NestedColumns> columns,
                 const RunOptions& options, bool tells_formulas)
    : code_(&code),
      columns_(std::move(columns)),
      options_(options),
      tells_formulas_(tells_formulas) {}

void RowTest::begin_batch(const record::Batch& batch) {
  batch_ = &batch;
  may_lose_characters_ = batch.is_encoded || may_have_lost_characters(batch.bytes);
  may_not_be_nfc_ = text::may_not_be_nfc(batch.bytes);
  for (std::size_t byte = 0; byte < asked_bytes_.size(); ++byte) {
    const bool is_present =
        asked_bytes_[byte] && batch.bytes.find(static_cast<char>(byte)) != std::string::npos;
    present_.set(byte, is_present);
  }
}

bool RowTest::is_clean(std::uint32_t index) {
  const record::Cell* const cells = batch_->cells.data() + batch_->records[index].first_cell;
  std::ranges::fill(row_.is_there, 0);
  row_.is_there.front() = 1;
  for (std::uint32_t i = 0; i < cells_.size(); ++i) {
    if (!take(i, cells[cells_[i].column])) return false;
  }
  for (const Need& need : needs_) {
    if (row_.is_there[need.object] != 0 && row_.is_there[need.member] == 0) return false;
  }
  return std::ranges::all_of(conditions_, [&](const RowCondition& condition) {
    return holds(condition, row_, *code_, options_.now_unix);
  });
}

// Takes the cell for the row at hand; false if it is doubtful.
bool RowTest::take(std::uint32_t number, const record::Cell& at) {
  using Sort = TypedCell::Sort;
  const Cell& cell = cells_[number];
  if ((at.flags & record::Cell::kFaulty) != 0) return false;
  TypedCell typed = typed_cell(batch_->bytes, at, *cell.typing, memories_[number]);
  const bool may_be_formula =
      tells_formulas_ && at.begin != at.end && !begins_as_word(batch_->bytes[at.begin]);
  if (may_be_formula && is_formula_at(at, *cell.typing, typed.text)) return false;
  if (typed.sort == Sort::kNothing) return true;
  if (cell.is_doubtful) return false;
  row_.is_there[cell.part] = 1;
  for (const std::uint32_t object : cell.objects) row_.is_there[object] = 1;
  if (typed.sort == Sort::kJson) {
    const auto kind = kind_at_a_glance(typed.text);
    if (!kind) return false;
    typed.kind = *kind;
  }
  Value& value = row_.cells[number];
  set(value, typed.kind, typed.text);
  if (typed.sort == Sort::kList) return take_list(cell, typed.text, typed.is_span);
  if (passed_[number].has(value.kind, value.text)) return true;
  if (!passes(cell.tests, cell.damage, value, typed.is_span)) return false;
  passed_[number].add(value.kind, value.text);
  return true;
}

bool RowTest::take_list(const Cell& cell, std::string_view text, bool is_span) {
  const std::string& separator = columns_->list_separator();
  std::uint64_t count = 0;
  for (std::size_t begin = 0; begin <= text.size(); ++count) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    const std::string_view element = text.substr(begin, end - begin);
    const Value value = scalar(kind_of_cell(cell.typing->as, element), element);
    if (!passes(cell.of_elements, cell.damage_of_elements, value, is_span)) return false;
    begin = end + separator.size();
  }
  return count >= cell.least_elements && count <= cell.most_elements;
}

// What is known of a batch's bytes says nothing of a text that was decoded.
bool RowTest::passes(const Tests& tests, const TextDamage& damage, const Value& value,
                     bool is_span) const {
  if ((tests.doubtful & bit(value.kind)) != 0) return false;
  const ScalarPlan& plan = tests.of_kind[static_cast<std::size_t>(value.kind)];
  return plan.passes(*code_, value, is_span ? present_ : asked_bytes_, options_.now_unix) &&
         (value.kind != Kind::kString || is_undamaged(value.text, damage, is_span));
}

bool RowTest::is_undamaged(std::string_view text, const TextDamage& damage, bool is_span) const {
  return !(damage.spreadsheet_number && is_spreadsheet_number(text)) &&
         !(damage.blank_end && has_blank_end(text)) &&
         !(damage.not_nfc && (may_not_be_nfc_ || !is_span) && !text::is_nfc(text)) &&
         !((may_lose_characters_ || !is_span) && has_lost_character(text));
}

// `text` is that of the cell where it has no form of its own.
bool RowTest::is_formula_at(const record::Cell& at, const CellTyping& typing,
                            std::string_view text) {
  return is_formula(typing.has_form ? record::cell_text(batch_->bytes, at, scratch_) : text);
}

void RowTest::add_keys(std::uint32_t index, std::vector<RecordKey>& keys) {
  const record::Record& record = batch_->records[index];
  for (const Key& key : keys_) {
    if (!has_key(key)) continue;
    const std::uint32_t column = cells_[key.cells.front()].column;
    const record::Cell& at = batch_->cells[record.first_cell + column];
    keys.push_back({make_key(key_view_), index, at.begin, at.end - at.begin, column, key.unique});
  }
}

// Leaves the key's text in key_view_.
bool RowTest::has_key(const Key& key) {
  const bool is_asked = std::ranges::all_of(key.guards, [&](const RowCondition& guard) {
    return holds(guard, row_, *code_, options_.now_unix);
  });
  if (!is_asked) return false;
  key_text_.clear();
  for (const std::uint32_t cell : key.cells) {
    const Value& value = row_.cells[cell];
    const bool has_text = value.kind == Kind::kString || value.kind == Kind::kNumber;
    if (row_.is_there[cells_[cell].part] == 0 || !has_text || value.text.empty()) return false;
    if (options_.nfc) scratch_ = text::nfc(value.text);
    key_view_ = options_.nfc ? std::string_view(scratch_) : value.text;
    if (key.cells.size() == 1) return true;
    key_text_ += std::to_string(key_view_.size()) + ':';
    key_text_ += key_view_;
  }
  key_view_ = key_text_;
  return true;
}

}  // namespace crosswalk::check
