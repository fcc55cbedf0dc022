// Validates a file and prints what is wrong with it.
//
//   validate_file customers.csv [FORMAT[:LAYOUT]]
//
// The format is detected unless it is given. Exit codes are the command's: 0 without errors, 1 with
// errors in the data, 2 or 3 if the run itself failed.
#include <crosswalk/crosswalk.h>

#include <cinttypes>
#include <cstdio>
#include <memory>

namespace {

int fail(const crosswalk::Error& error) {
  std::fprintf(stderr, "validate_file: %s\n", error.message.c_str());
  return error.kind == crosswalk::ErrorKind::kUsage ? 2 : 3;
}

bool print(const crosswalk::Finding& finding) {
  std::printf("%s:%" PRIu64 ":%" PRIu64 ": %s: %s\n", finding.file.c_str(), finding.place.line,
              finding.place.column, finding.rule.c_str(), finding.message.c_str());
  return true;  // tell the next one, too
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return fail({crosswalk::ErrorKind::kUsage, "which file?"});

  auto formats = crosswalk::Formats::embedded();
  if (!formats) return fail(formats.error());
  auto source = crosswalk::open_file(argv[1]);
  if (!source) return fail(source.error());

  crosswalk::ValidateOptions options;
  if (argc > 2) options.read.from = argv[2];
  auto result = crosswalk::validate(formats.value(), *source.value(), options, print);
  if (!result) return fail(result.error());

  const crosswalk::Summary& summary = result.value().summary;
  std::printf("%" PRIu64 " records, %" PRIu64 " with errors\n", summary.records, summary.invalid);
  return summary.errors == 0 ? 0 : 1;
}
