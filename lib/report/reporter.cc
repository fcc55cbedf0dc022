// The registry of reports: see reporter.h.
#include "report/reporter.h"

#include "report/json_report.h"
#include "report/text_report.h"

namespace crosswalk::report {

std::unique_ptr<Reporter> open_report(ReportFormat format, const ReportOptions& options,
                                      Sink& sink) {
  switch (format) {
    case ReportFormat::kText:
      return std::make_unique<TextReport>(options, sink);
    case ReportFormat::kJsonl:
      return std::make_unique<JsonlReport>(options, sink);
    case ReportFormat::kJson:
      return std::make_unique<JsonReport>(options, sink);
  }
  return nullptr;
}

}  // namespace crosswalk::report
