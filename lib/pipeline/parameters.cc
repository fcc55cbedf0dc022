// See parameters.h.
#include "pipeline/parameters.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "base/nearest.h"
#include "layout/reporter.h"

namespace crosswalk::pipeline {
namespace {

using diagnostics::RawFinding;
using Findings = std::vector<RawFinding>;

bool holds(const RawFinding& judged, const RawFinding& of_reader) {
  return of_reader.offset >= judged.offset && of_reader.offset < judged.offset + judged.length;
}

/// Puts findings of the schema into the words of forms.
class Translation {
 public:
  Translation(const RunSetup& setup, const record::Transcript& transcript, Findings found)
      : setup_(setup), transcript_(transcript), found_(std::move(found)) {}

  void append_to(Findings& told) {
    drop_other_spellings();
    const std::size_t of_reader = told.size();
    for (RawFinding& finding : found_) {
      translate(finding);
      const bool is_told_already =
          std::any_of(told.begin(), told.begin() + static_cast<std::ptrdiff_t>(of_reader),
                      [&](const RawFinding& other) { return holds(finding, other); });
      if (!is_told_already && finding.severity != Severity::kOff)
        told.push_back(std::move(finding));
    }
  }

 private:
  // A parameter that is missing and there with other capitals is one defect.
  void drop_other_spellings() {
    Findings missing;
    const auto is_missing = [](const RawFinding& finding) {
      return finding.rule == diagnostics::kSchemaRequired;
    };
    std::ranges::copy_if(found_, std::back_inserter(missing), is_missing);
    std::erase_if(found_, is_missing);
    for (RawFinding& finding : missing) {
      const auto spelling = std::ranges::find_if(found_, [&](const RawFinding& unknown) {
        return unknown.rule == diagnostics::kSchemaUnknownField &&
               base::slip_count(unknown.name, finding.name) == 0;
      });
      if (spelling == found_.end()) continue;
      finding.hint = spelling->name + " is there: write it " + finding.name;
      found_.erase(spelling);
    }
    std::ranges::move(missing, std::back_inserter(found_));
  }

  void translate(RawFinding& finding) const {
    finding.pointer.clear();
    transcript_.move_back(finding);
    if (finding.rule == diagnostics::kSchemaRequired) {
      rename(finding, diagnostics::kFormMissingParam);
    } else if (finding.rule == diagnostics::kSchemaUnknownField) {
      rename(finding, diagnostics::kFormUnknownParam);
    }
  }

  void rename(RawFinding& finding, diagnostics::RuleId rule) const {
    finding.rule = rule;
    finding.severity = setup_.policy->apply(rule, setup_.rules->rule(rule).severity);
  }

  const RunSetup& setup_;
  const record::Transcript& transcript_;
  Findings found_;
};

}  // namespace

bool check_parameters(const RunSetup& setup, const check::Envelope& envelope,
                      const record::Transcript& transcript, Findings& findings) {
  Findings found;
  const bool is_good = check::check_envelope(*setup.program, *setup.definition->records, envelope,
                                             {setup.policy, setup.now_unix}, found);
  Translation(setup, transcript, std::move(found)).append_to(findings);
  return is_good;
}

}  // namespace crosswalk::pipeline
