// See book.h.
#include "mending/book.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace crosswalk::mending {

Book::Book(const format::Definition& definition, const format::Layout& layout,
           const diagnostics::RuleCatalog& rules, Wishes wishes)
    : wishes_(std::move(wishes)) {
  const auto add = [&](const std::vector<format::Check>& checks) {
    for (const format::Check& check : checks) {
      if (check.repair.kind != format::RepairKind::kNone)
        entries_.try_emplace(rules.find(check.rule), Entry{&check.repair, {}});
    }
  };
  add(layout.checks);
  const std::vector<format::Node>& nodes = definition.schema.nodes;
  for (const format::Node& node : nodes) add(node.annotation.checks);
  for (const format::Node& node : nodes) {
    const auto& parts = node.annotation.parts;
    if (!parts || parts->item == format::kNoNode) continue;
    for (const format::Check& check : nodes[parts->item].annotation.checks) {
      if (check.repair.kind == format::RepairKind::kRejoin)
        entries_[rules.find(check.rule)] = {&check.repair, parts->by};
    }
  }
}

std::optional<MendContext> Book::find(diagnostics::RuleId rule) const {
  const auto found = entries_.find(rule);
  if (found == entries_.end()) return std::nullopt;
  const Entry& entry = found->second;
  const bool is_wished =
      mends_everything() ? missing_wish(rule).empty() : is_asked(entry.repair->kind);
  if (!is_wished) return std::nullopt;
  return MendContext{entry.repair, entry.by, wishes_.zone ? &*wishes_.zone : nullptr};
}

bool Book::is_asked(format::RepairKind kind) const {
  return (kind == format::RepairKind::kColonDate && wishes_.reads_past) ||
         (kind == format::RepairKind::kZone && wishes_.zone);
}

bool Book::has_repairs() const {
  return std::ranges::any_of(entries_,
                             [this](const auto& entry) { return find(entry.first).has_value(); });
}

std::string_view Book::missing_wish(diagnostics::RuleId rule) const {
  if (!mends_everything()) return {};
  const auto found = entries_.find(rule);
  if (found == entries_.end()) return {};
  const format::RepairKind kind = found->second.repair->kind;
  if (is_unsafe(kind) && !wishes_.unsafe) return "--unsafe";
  if (kind == format::RepairKind::kZone && !wishes_.zone) return "--time-zone";
  return {};
}

}  // namespace crosswalk::mending
