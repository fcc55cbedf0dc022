// The registry of reports: see reporter.h.
#include "report/reporter.h"

#include "report/github_report.h"
#include "report/html_report.h"
#include "report/json_report.h"
#include "report/junit_report.h"
#include "report/sarif_report.h"
#include "report/text_report.h"

namespace crosswalk::report {

Status Reporter::begin_input(std::string_view) {
  return {};
}

std::unique_ptr<Reporter> open_report(ReportFormat format, const ReportOptions& options,
                                      Sink& sink) {
  switch (format) {
    case ReportFormat::kText:
      return std::make_unique<TextReport>(options, sink);
    case ReportFormat::kJsonl:
      return std::make_unique<JsonlReport>(options, sink);
    case ReportFormat::kJson:
      return std::make_unique<JsonReport>(options, sink);
    case ReportFormat::kSarif:
      return std::make_unique<SarifReport>(options, sink);
    case ReportFormat::kGithub:
      return std::make_unique<GithubReport>(options, sink);
    case ReportFormat::kJunit:
      return std::make_unique<JunitReport>(options, sink);
    case ReportFormat::kHtml:
      return std::make_unique<HtmlReport>(options, sink);
  }
  return nullptr;
}

}  // namespace crosswalk::report
