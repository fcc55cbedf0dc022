// See request.h.
#include "pipeline/request.h"

#include <utility>

#include "conversion/request.h"
#include "json/parser.h"

namespace crosswalk::pipeline {

using diagnostics::RawFinding;

Request::Request(const RunSetup& setup, const Conversion& conversion,
                 const std::optional<check::Envelope>& envelope)
    : setup_(setup),
      conversion_(conversion),
      is_new_(!envelope || conversion.step != nullptr || !setup.options->settings.empty()),
      text_(request_of(setup, conversion, envelope)) {
  std::vector<json::Fault> none;
  json::parse(text_, {}, tape_, none);
}

// The list of the records is empty here, so what is said of it is not meant.
void Request::judge(std::vector<RawFinding>& findings) const {
  const format::Definition& definition = target_of(setup_, conversion_);
  std::vector<RawFinding> found;
  check::check_envelope(program_of(setup_, conversion_), *definition.records, envelope(),
                        {setup_.policy, setup_.now_unix}, found);
  if (!conversion_.has_secrets) forgive_secrets(definition, found);
  for (RawFinding& finding : found) {
    const bool is_of_records = finding.pointer == definition.records->pointer;
    if (is_of_records) continue;
    place(finding);
    findings.push_back(std::move(finding));
  }
}

void forgive_secrets(const format::Definition& definition, std::vector<RawFinding>& findings) {
  std::erase_if(findings, [&](const RawFinding& finding) {
    const bool is_missing = finding.rule == diagnostics::kSchemaRequired ||
                            finding.rule == diagnostics::kFormMissingParam;
    return is_missing && conversion::is_secret_member(definition, finding.name);
  });
}

void Request::place(RawFinding& finding) const {
  finding.offset = 0;
  finding.length = 0;
  finding.pointer.clear();
  if (finding.rule != diagnostics::kSchemaRequired) return;
  finding.hint = "give it with --set " + finding.name + "=VALUE";
  if (conversion_.target->kind == format::LayoutKind::kForm)
    finding.rule = diagnostics::kFormMissingParam;
}

}  // namespace crosswalk::pipeline
