// See cell_test.h.
#include "check/cell_test.h"

#include <algorithm>
#include <utility>

#include "check/text_rules.h"

namespace crosswalk::check {

using format::NodeId;
using json::Kind;

std::optional<CellTest> CellTest::compile(const TableProgram::Impl& impl,
                                          const ColumnPlan& column) {
  using format::Pii;
  CellTest test(impl);
  std::optional<OfKind> strings = test.lay_out(column, kStringKind);
  std::optional<OfKind> numbers = test.lay_out(column, kNumberKind);
  if (!strings || !numbers) return std::nullopt;
  test.strings_ = std::move(*strings);
  test.numbers_ = std::move(*numbers);
  test.strings_.judging.add_bytes(test.bytes_);
  test.numbers_.judging.add_bytes(test.bytes_);
  test.asks_spreadsheet_number_ = column.pii == Pii::kId || column.pii == Pii::kPhone;
  test.asks_blank_end_ = (column.pii == Pii::kId || column.pii == Pii::kEmail) && !column.has_parts;
  test.asks_nfc_ = check::asks_nfc(column) && !impl.run.nfc;
  return test;
}

std::optional<CellTest::OfKind> CellTest::lay_out(const ColumnPlan& column, KindBits kind) const {
  OfKind found;
  const bool is_judged = std::ranges::all_of(column.nodes, [&](NodeId node) {
    return found.judging.add_node(*impl_->code, node, kind, true);
  });
  const bool has_leaves = std::ranges::all_of(column.leaves, [&](const Leaf& leaf) {
    return found.leaves.emplace_back().add_node(*impl_->code, leaf.node, kind, false);
  });
  if (!is_judged || !has_leaves || column.leaves.size() > kMostFacts) return std::nullopt;
  for (const ScalarPlan& leaf : found.leaves)
    found.longest_fact = std::max(found.longest_fact, leaf.longest_text(*impl_->code));
  return found;
}

bool CellTest::is_clean(Kind kind, std::string_view text, const ByteSet& present) const {
  const Value value = scalar(kind, text);
  return of(kind).judging.passes(*impl_->code, value, present, impl_->run.now_unix) &&
         !may_be_damaged(value);
}

std::uint32_t CellTest::facts_of_short(Kind kind, std::string_view text) const {
  const Value value = scalar(kind, text);
  const std::vector<ScalarPlan>& leaves = of(kind).leaves;
  std::uint32_t held = 0;
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    if (leaves[i].passes(*impl_->code, value, ByteSet().set(), impl_->run.now_unix))
      held |= 1U << i;
  }
  return held;
}

bool CellTest::may_be_damaged(const Value& value) const {
  if (asks_spreadsheet_number_ && is_spreadsheet_number(value.text)) return true;
  if (value.kind != Kind::kString) return false;
  return (asks_blank_end_ && has_blank_end(value.text)) || is_formula(value.text);
}

}  // namespace crosswalk::check
