// See compile_checks.h.
#include "check/compile_checks.h"

#include <utility>

#include "check/expected.h"
#include "format/pointer.h"

namespace crosswalk::check {
namespace {

constexpr std::int64_t kSecondsPerDay = 86400;

template <class T>
std::uint32_t append(std::vector<T>& table, T entry) {
  table.push_back(std::move(entry));
  return static_cast<std::uint32_t>(table.size() - 1);
}

std::vector<std::vector<std::string>> steps_of(const std::vector<std::string>& pointers) {
  std::vector<std::vector<std::string>> all;
  for (const std::string& pointer : pointers) all.push_back(*format::pointer_steps(pointer));
  return all;
}

UniqueKey unique_key(const format::Check& check, const diagnostics::RuleCatalog& rules) {
  UniqueKey key{steps_of(check.pointers), {}, check.rest};
  const std::vector<std::string>& first = key.pointers.front();
  key.rule = {rules.find(check.rule), check.severity, check.pointers.front(),
              first.empty() ? std::string() : first.back()};
  return key;
}

TimeOrder time_order(const format::Check& check) {
  auto pointers = steps_of(check.pointers);
  return {std::move(pointers[0]), std::move(pointers[1]), check.is_strict};
}

}  // namespace

std::optional<Instruction> compile_check(const format::Check& check, format::As as,
                                         const diagnostics::RuleCatalog& rules,
                                         Program::Code& code) {
  Instruction instruction;
  switch (check.kind) {
    case format::CheckKind::kMust:
      instruction.op = Op::kMust;
      return instruction;
    case format::CheckKind::kWithin:
      instruction.op = Op::kWithin;
      instruction.applies = kStringKind | kNumberKind;
      instruction.operand =
          append(code.ranges, TimeRange{check.from_unix, check.ahead_days * kSecondsPerDay, as});
      instruction.expected =
          append(code.expected, expected_time(check.from_unix, check.ahead_days));
      return instruction;
    case format::CheckKind::kUnique:
      instruction.op = Op::kUnique;
      instruction.applies = kArrayKind;
      instruction.operand = append(code.keys, unique_key(check, rules));
      return instruction;
    case format::CheckKind::kOrder:
      instruction.op = Op::kOrder;
      instruction.applies = kObjectKind;
      instruction.operand = append(code.orders, time_order(check));
      return instruction;
    default:
      return std::nullopt;
  }
}

}  // namespace crosswalk::check
