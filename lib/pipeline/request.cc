// See request.h.
#include "pipeline/request.h"

#include <algorithm>
#include <utility>

#include "conversion/request.h"
#include "json/parser.h"

namespace crosswalk::pipeline {

using diagnostics::RawFinding;

Request::Request(const RunSetup& setup, const Conversion& conversion,
                 const std::optional<check::Envelope>& envelope)
    : setup_(setup),
      conversion_(conversion),
      is_new_(!envelope || conversion.mapping || !setup.options->settings.empty()),
      text_(request_of(setup, conversion, envelope)) {
  std::vector<json::Fault> none;
  json::parse(text_, {}, tape_, none);
}

std::vector<std::string> Request::members_other_than(const Request& other) const {
  std::vector<std::string> names;
  for (const Request* request : {&other, this}) {
    const auto& tokens = request->tape_.tokens;
    std::string scratch;
    for (std::uint32_t name = 1; name < tokens.front().next; name = tokens[name + 1].next) {
      std::string member(json::string_value(request->text_, tokens[name], scratch));
      const bool is_same = value_of(member) == other.value_of(member) || is_of_rows(member);
      const bool is_known = std::ranges::find(names, member) != names.end();
      if (!is_same && !is_known) names.push_back(std::move(member));
    }
  }
  return names;
}

std::string_view Request::value_of(std::string_view member) const {
  const std::uint32_t value = json::member(text_, tape_, 0, member);
  return value == 0 ? std::string_view() : json::raw(text_, tape_.tokens[value]);
}

bool Request::is_of_rows(std::string_view member) const {
  return std::ranges::any_of(target_of(setup_, conversion_).layouts, [&](const auto& layout) {
    return !layout.delimiter_words.empty() && layout.delimiter_member == member;
  });
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
