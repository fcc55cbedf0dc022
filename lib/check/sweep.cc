// See sweep.h.
#include "check/sweep.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "check/text_rules.h"
#include "text/nfc.h"

namespace crosswalk::check {
namespace {

using json::Kind;
using record::Cell;
using record::CellKind;

// Columns that are swept: what is known of their short texts takes up to 18 KiB each.
constexpr std::size_t kMostSwept = 256;

// The place of a text of at most one byte; no branch, because empty cells come at random.
// REQUIRES: text.data() can be read.
std::size_t place_of(std::string_view text) {
  return text.size() * (1 + std::size_t{static_cast<unsigned char>(*text.data())});
}

// Notes the facts that one bit a leaf tells.
void note_facts(std::span<const Leaf> leaves, std::uint32_t held, std::uint64_t count,
                std::uint64_t record, ColumnFacts& facts) {
  for (; held != 0; held &= held - 1) {
    facts.note(leaves[static_cast<std::size_t>(std::countr_zero(held))].number, count, record);
  }
}

}  // namespace

Sweep::Sweep(const TableProgram::Impl& impl) : impl_(impl) {
  const std::size_t count = std::min(impl.columns.size(), kMostSwept);
  columns_.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    const ColumnPlan& plan = impl.columns[i];
    if (!plan.checked || plan.form != nullptr) continue;
    if (auto test = CellTest::compile(impl, plan)) {
      asked_bytes_ |= test->bytes();
      columns_[i].emplace(Column{std::move(*test), plan.as, {}, {}});
      if (!impl.empty_is_value) columns_[i]->empty = !plan.required;
    }
  }
}

// No text is one byte beyond ASCII, and no number one byte that is no digit.
Sweep::Known Sweep::judge(const Column& column, CellKind cell_kind, std::string_view text) {
  if (text.empty() && cell_kind == CellKind::kText && column.empty) return {true, *column.empty};
  const bool is_digit = !text.empty() && text.front() >= '0' && text.front() <= '9';
  const bool is_number =
      cell_kind == CellKind::kNumber ||
      (cell_kind == CellKind::kText && kind_of_cell(column.as, text) == Kind::kNumber);
  const bool is_other =
      is_number ? !is_digit : !text.empty() && static_cast<unsigned char>(text.front()) >= 0x80;
  if (is_other) return {true, false};
  const Kind kind = is_number ? Kind::kNumber : Kind::kString;
  return {true, column.test.is_clean(kind, text, ByteSet().set()), column.test.facts(kind, text)};
}

void Sweep::begin_batch(const record::Batch& batch, bool may_lose_characters) {
  batch_ = &batch;
  may_lose_characters_ = may_lose_characters;
  may_not_be_nfc_ = text::may_not_be_nfc(batch.bytes);
  for (std::size_t byte = 0; byte < asked_bytes_.size(); ++byte) {
    const bool is_present =
        asked_bytes_[byte] && batch.bytes.find(static_cast<char>(byte)) != std::string::npos;
    present_.set(byte, is_present);
  }
}

Sweep::Mask Sweep::doubtful(std::uint32_t index, std::uint32_t first, Mask asked,
                            ColumnFacts& facts) {
  if (index >= columns_.size() || !columns_[index]) return asked;
  Column& column = *columns_[index];
  const std::span<const Leaf> leaves = impl_.columns[index].leaves;
  Mask found = 0;
  for (Mask rest = asked; rest != 0; rest &= rest - 1) {
    const auto bit = static_cast<std::uint32_t>(std::countr_zero(rest));
    const record::Record& record = batch_->records[first + bit];
    const Cell& cell = batch_->cells[record.first_cell + index];
    const std::uint64_t number = batch_->first_record + first + bit;
    if (!is_clean(column, cell, number, leaves, facts)) found |= Mask{1} << bit;
  }
  return found;
}

bool Sweep::accepts(std::uint32_t index, std::string_view text) const {
  if (index >= columns_.size() || !columns_[index]) return false;
  if (text.empty()) return judge(*columns_[index], CellKind::kText, text).clean;
  const Kind kind = kind_of_cell(columns_[index]->as, text);
  const bool is_sure = kind == Kind::kString || kind == Kind::kNumber;
  return is_sure && columns_[index]->test.is_clean(kind, text, present_);
}

Sweep::Known& Sweep::known_of(Column& column, CellKind kind, std::string_view text) {
  std::unique_ptr<ShortTexts>& texts = column.short_texts[static_cast<std::size_t>(kind)];
  if (texts == nullptr) texts = std::make_unique<ShortTexts>();
  Known& known = (*texts)[place_of(text)];
  if (!known.is_judged) known = judge(column, kind, text);
  return known;
}

// What is known of a batch's bytes says nothing of a text that was decoded.
bool Sweep::is_clean(Column& column, const Cell& cell, std::uint64_t record,
                     std::span<const Leaf> leaves, ColumnFacts& facts) {
  static const ByteSet kAnyByte = ByteSet().set();
  if ((cell.flags & Cell::kFaulty) != 0) return true;
  if (static_cast<std::size_t>(cell.kind) >= column.short_texts.size()) return false;
  const bool is_span = (cell.flags & Cell::kEscaped) == 0;
  std::string_view text(batch_->bytes.data() + cell.begin, cell.end - cell.begin);
  if (!is_span) text = record::cell_text(batch_->bytes, cell, decoded_);
  if (is_span && (cell.flags & Cell::kQuoted) != 0) text = text.substr(1, text.size() - 2);
  if (text.size() <= 1) {
    Known& known = known_of(column, cell.kind, text);
    if (!leaves.empty() && known.clean && known.count++ == 0) known.first_record = record;
    return known.clean;
  }

  if ((may_lose_characters_ || !is_span) && has_lost_character(text)) return false;
  const bool may_not_be_nfc = may_not_be_nfc_ || !is_span;
  if (may_not_be_nfc && column.test.asks_nfc() && text::may_not_be_nfc(text)) return false;
  Kind kind = cell.kind == CellKind::kNumber ? Kind::kNumber : Kind::kString;
  if (cell.kind == CellKind::kText) kind = kind_of_cell(column.as, text);
  if (kind != Kind::kString && kind != Kind::kNumber) return false;
  if (!column.test.is_clean(kind, text, is_span ? present_ : kAnyByte)) return false;
  if (!leaves.empty()) note_facts(leaves, column.test.facts(kind, text), 1, record, facts);
  return true;
}

void Sweep::finish_batch(ColumnFacts& facts) {
  constexpr std::size_t kKeptText = std::size_t{1} << 20U;
  if (decoded_.capacity() > kKeptText) std::string().swap(decoded_);
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const std::span<const Leaf> leaves = impl_.columns[i].leaves;
    if (!columns_[i] || leaves.empty()) continue;
    for (const std::unique_ptr<ShortTexts>& texts : columns_[i]->short_texts) {
      if (texts == nullptr) continue;
      for (Known& known : *texts) {
        if (known.count != 0)
          note_facts(leaves, known.facts, known.count, known.first_record, facts);
        known.count = 0;
      }
    }
  }
}

}  // namespace crosswalk::check
