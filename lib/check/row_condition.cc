// See row_condition.h. Counting ends as soon as its answer is known.
#include "check/row_condition.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "check/scalar_tests.h"
#include "check/time_order.h"

namespace crosswalk::check {
namespace {

using Kind = RowCondition::Kind;

RowCondition counted(std::vector<RowCondition> conditions, std::size_t least, std::size_t most) {
  RowCondition made;
  made.least = static_cast<std::uint32_t>(least);
  made.most = static_cast<std::uint32_t>(most);
  made.inner = std::move(conditions);
  return made;
}

/// The part without which a condition of where_there() holds.
std::optional<std::uint32_t> part_asked_before(const RowCondition& condition) {
  const bool is_choice = condition.kind == Kind::kCount && condition.least == 1 &&
                         condition.most == 2 && condition.inner.size() == 2;
  if (!is_choice) return std::nullopt;
  const RowCondition& first = condition.inner.front();
  const bool is_absence = first.kind == Kind::kCount && first.most == 0 &&
                          first.inner.size() == 1 && first.inner.front().kind == Kind::kIsThere;
  return is_absence ? std::optional(first.inner.front().first) : std::nullopt;
}

bool are_in_order(const TimeOrder& order, const Value& first, const Value& second) {
  if (first.kind != json::Kind::kString || second.kind != json::Kind::kString) return true;
  return !are_out_of_order(first.text, second.text, order.is_strict);
}

}  // namespace

// They are asked in this order, up to the first that does not hold: behind "x is there" nothing has
// to ask for x again.
RowCondition all_of(std::vector<RowCondition> conditions) {
  std::vector<RowCondition> kept;
  const auto keep = [&](RowCondition& condition) {
    const auto part = part_asked_before(condition);
    const bool is_there_anyway = part && std::ranges::any_of(kept, [&](const RowCondition& each) {
                                   return each.kind == Kind::kIsThere && each.first == *part;
                                 });
    kept.push_back(is_there_anyway ? std::move(condition.inner[1]) : std::move(condition));
  };
  for (RowCondition& condition : conditions) {
    const bool are_all = condition.kind == Kind::kCount &&
                         condition.inner.size() == condition.least &&
                         condition.most >= condition.least;
    if (!are_all) keep(condition);
    for (RowCondition& inner : std::span(condition.inner).first(are_all ? condition.least : 0))
      keep(inner);
  }
  if (kept.size() == 1) return std::move(kept.front());
  const std::size_t count = kept.size();
  return counted(std::move(kept), count, count);
}

RowCondition any_of(std::vector<RowCondition> conditions) {
  if (conditions.size() == 1) return std::move(conditions.front());
  const std::size_t count = conditions.size();
  return counted(std::move(conditions), 1, count);
}

RowCondition none_of(RowCondition condition) {
  const bool is_none =
      condition.kind == Kind::kCount && condition.most == 0 && condition.inner.size() == 1;
  if (is_none) return std::move(condition.inner.front());
  return counted({std::move(condition)}, 0, 0);
}

RowCondition where_there(std::uint32_t part, RowCondition condition) {
  return any_of({none_of(is_there(part)), std::move(condition)});
}

RowCondition is_there(std::uint32_t part) {
  RowCondition made;
  made.kind = Kind::kIsThere;
  made.first = part;
  return made;
}

RowCondition nothing() {
  return counted({}, 1, 0);
}

bool holds(const RowCondition& condition, const RowValues& row, const Program::Code& code,
           std::int64_t now_unix) {
  switch (condition.kind) {
    case Kind::kIsThere:
      return row.is_there[condition.first] != 0;
    case Kind::kPasses: {
      const Value& value = row.cells[condition.first];
      return (condition.test.applies & bit(value.kind)) == 0 ||
             passes_scalar(code, condition.test, value, now_unix);
    }
    case Kind::kInOrder:
      return are_in_order(code.orders[condition.test.operand], row.cells[condition.first],
                          row.cells[condition.second]);
    default:
      break;
  }
  std::size_t held = 0;
  std::size_t left = condition.inner.size();
  for (const RowCondition& inner : condition.inner) {
    if (held + left < condition.least || held > condition.most) return false;
    if (held >= condition.least && held + left <= condition.most) return true;
    held += holds(inner, row, code, now_unix) ? 1U : 0U;
    --left;
  }
  return held >= condition.least && held <= condition.most;
}

}  // namespace crosswalk::check
