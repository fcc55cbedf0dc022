// See repair_reader.h.
#include "format/repair_reader.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace crosswalk::format {
namespace {

constexpr Choice<RepairKind> kKinds[] = {
    {"lower", RepairKind::kLower},
    {"remove-blanks", RepairKind::kRemoveBlanks},
    {"number", RepairKind::kNumber},
    {"integer", RepairKind::kInteger},
    {"flag", RepairKind::kFlag},
    {"empty", RepairKind::kEmpty},
    {"divide-1000", RepairKind::kDivide1000},
    {"colon-date", RepairKind::kColonDate},
    {"zone", RepairKind::kZone},
    {"rejoin", RepairKind::kRejoin},
    {"renumber", RepairKind::kRenumber},
};

/// Keywords that speak of a container or of names, and events of a layout: no value breaks them.
constexpr std::string_view kNotOfValues[] = {
    "minItems",      "maxItems",      "uniqueItems",          "contains",
    "required",      "minProperties", "maxProperties",        "additionalItems",
    "propertyNames", "dependencies",  "additionalProperties", "row-width",
    "blank-line",    "number-form",   "columns-missing",      "column-duplicate",
    "number-gap"};

bool is_of_values(const Check& check) {
  if (check.kind == CheckKind::kMust || check.kind == CheckKind::kWithin) return true;
  return check.kind == CheckKind::kOn &&
         std::ranges::find(kNotOfValues, check.keyword) == std::end(kNotOfValues);
}

/// Numbers are of no value: their repair is their own.
bool helps(const Check& check) {
  if (check.repair.kind != RepairKind::kRenumber) return is_of_values(check);
  return check.kind == CheckKind::kOn && check.keyword == "number-gap";
}

}  // namespace

Repair read_repair(JsonFile& file, TokenId token) {
  Repair repair;
  if (file.kind(token) != json::Kind::kObject) {
    repair.kind = read_choice(file, token, "repair", kKinds);
    return repair;
  }
  repair.kind = RepairKind::kTable;
  for (const Member& member : file.members(token))
    repair.table.emplace_back(member.name, file.string(member.value));
  if (repair.table.empty()) file.fail(token, "wanted at least one value to mend");
  return repair;
}

void lint_repair(JsonFile& file, TokenId token, const Check& check) {
  if (file.failed()) return;
  if (!helps(check)) file.fail(token, "this repair can mend nothing that the check finds");
}

}  // namespace crosswalk::format
