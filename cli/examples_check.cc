// crosswalk formats check: see examples_check.h.
#include "examples_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "crosswalk/run.h"
#include "expectation.h"
#include "inputs.h"
#include "report/message.h"
#include "signals.h"
#include "terminal.h"

namespace crosswalk::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kExpectedEnding = ".expected.jsonl";

// One file, held against one expectation, or against what its folder says.
struct Example {
  fs::path path;
  fs::path expectation;  // empty = none
  std::string vendor;    // name of the folder that holds `examples`
  std::string format;    // folder below `examples` that may name the format
  std::string folder;    // the folder it stands in: `pass`, `fail` or another
};

bool is_expectation(const fs::path& path) {
  return path.filename().string().ends_with(kExpectedEnding);
}

// The expectations of `path` among `files`: of sample.csv also sample.csv.VARIANT.expected.jsonl.
std::vector<fs::path> expectations_of(const fs::path& path, const std::vector<fs::path>& files) {
  std::vector<fs::path> found;
  const std::string beginning = path.string() + ".";
  for (const fs::path& file : files) {
    if (is_expectation(file) && file.string().starts_with(beginning)) found.push_back(file);
  }
  return found;
}

Result<std::vector<fs::path>> files_below(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error)) {
    if (at->is_regular_file(error)) files.push_back(at->path());
  }
  if (error)
    return Error{ErrorKind::kIo, "cannot read " + folder.string() + ": " + error.message()};
  std::ranges::sort(files);
  return files;
}

// A file as an example, without its expectation; its `folder` is empty if it is none.
Example example_at(const fs::path& path) {
  Example example{path, {}, {}, {}, {}};
  const fs::path parent = fs::absolute(path).lexically_normal().parent_path();
  for (fs::path above = parent; above.has_relative_path(); above = above.parent_path()) {
    if (above.parent_path().filename() != "examples") continue;
    example.format = above.filename().string();
    example.vendor = above.parent_path().parent_path().filename().string();
    example.folder = parent.filename().string();
    break;
  }
  return example;
}

// The examples among `files`: those in pass and fail, and those with an expectation.
std::vector<Example> find_examples(const std::vector<fs::path>& files) {
  std::vector<Example> found;
  for (const fs::path& path : files) {
    Example example = example_at(path);
    if (example.folder.empty() || is_expectation(path)) continue;
    const std::vector<fs::path> expectations = expectations_of(path, files);
    for (const fs::path& expectation : expectations) {
      example.expectation = expectation;
      found.push_back(example);
    }
    const bool says_by_folder = example.folder == "pass" || example.folder == "fail";
    if (expectations.empty() && says_by_folder) found.push_back(example);
  }
  return found;
}

// The name of the format to read an example as; empty = what it looks like.
std::string format_of(const Example& example, const std::vector<std::string>& formats) {
  const std::string by_folder = example.vendor + "/" + example.format;
  if (std::ranges::find(formats, by_folder) != formats.end()) return by_folder;
  std::vector<std::string> of_vendor;
  const std::string file = example.path.filename().string();
  std::string named;
  for (const std::string& format : formats) {
    if (!format.starts_with(example.vendor + "/")) continue;
    of_vendor.push_back(format);
    const std::string name = format.substr(example.vendor.size() + 1);
    const bool begins_with_it = file.starts_with(name + "-") || file.starts_with(name + ".");
    if (begins_with_it && format.size() > named.size()) named = format;
  }
  return of_vendor.size() == 1 ? of_vendor.front() : named;
}

// The same with the layout that the example's ending names, if the format has it.
std::string source_of(const Example& example, const Formats& formats) {
  const std::string name = format_of(example, formats.names());
  const auto format = formats.describe(name);
  if (!format) return {};
  for (const LayoutInfo& layout : format.value().layouts) {
    if (example.path.extension() == "." + layout.name) return name + ":" + layout.name;
  }
  return name;
}

Result<Expectation> read_expectation(const Example& example) {
  if (example.expectation.empty()) return Expectation{};
  const auto text = read_file(example.expectation.string());
  if (!text) return text.error();
  auto parsed = parse_expectation(text.value(), example.path.parent_path().string());
  if (parsed) return parsed;
  return Error{parsed.error().kind, example.expectation.string() + ": " + parsed.error().message};
}

Result<std::vector<Finding>> findings_of(const Formats& formats, const Example& example,
                                         const Expectation& expectation) {
  const auto options = parse_options(kValidate, expectation.arguments);
  if (!options) return options.error();
  auto read = complete_read_options(options.value(), formats);
  if (!read) return read.error();
  if (read.value().from.empty()) read.value().from = source_of(example, formats);
  auto source = open_file(example.path.string(), &end_of_run());
  if (!source) return source.error();
  std::vector<Finding> findings;
  const auto result = validate(formats, *source.value(), ValidateOptions{std::move(read).value()},
                               [&](const Finding& finding) {
                                 findings.push_back(finding);
                                 return true;
                               });
  if (!result) return result.error();
  return findings;
}

// How an example does otherwise than its folder says; empty if it does not.
std::string difference_from_folder(const Example& example, const std::vector<Finding>& findings) {
  const auto error = std::ranges::find(findings, Severity::kError, &Finding::severity);
  const bool has_error = error != findings.end();
  if (example.folder == "fail") return has_error ? "" : "must fail, but has no error";
  if (!has_error) return {};
  return fmt::format("must pass, but {}:{}: {} [{}]", error->place.line, error->place.column,
                     error->message, error->rule);
}

Result<std::string> judge(const Formats& formats, const Example& example) {
  const auto expectation = read_expectation(example);
  if (!expectation) return expectation.error();
  const auto findings = findings_of(formats, example, expectation.value());
  if (!findings) return findings.error();
  if (example.expectation.empty()) return difference_from_folder(example, findings.value());
  return difference(expectation.value(), findings.value());
}

std::string loaded_text(const Formats& formats) {
  std::string text;
  for (const std::string& name : formats.names()) {
    const auto format = formats.describe(name);
    if (!format || format.value().origin == "embedded") continue;
    text += fmt::format("{}: loads: {}, {}, {}\n", name,
                        report::counted(format.value().layouts.size(), "layout"),
                        report::counted(format.value().fields.size(), "field"),
                        report::counted(format.value().rules.size(), "rule"));
  }
  return text;
}

void check_examples(Session& session, const Formats& formats, const std::string& folder) {
  const auto files = files_below(folder);
  if (!files) return session.fail(files.error());
  const std::vector<Example> examples = find_examples(files.value());
  std::string text;
  std::size_t good = 0;
  for (const Example& example : examples) {
    const auto wrong = judge(formats, example);
    if (wrong && wrong.value().empty()) {
      ++good;
      continue;
    }
    session.note(wrong ? kFound : code_of(wrong.error().kind));
    const fs::path& told = example.expectation.empty() ? example.path : example.expectation;
    text += fmt::format("{}: {}\n", report::line_text(told.string()),
                        wrong ? wrong.value() : wrong.error().message);
  }
  text += fmt::format("{}: {} as they should be, {} not\n",
                      report::counted(examples.size(), "example"), good, examples.size() - good);
  if (const Status printed = print(text); !printed) session.fail(printed.error());
}

}  // namespace

void check_folder(Session& session, const std::string& folder) {
  auto formats = Formats::embedded();
  if (!formats) return session.fail(formats.error());
  if (const Status added = formats.value().add_folder(folder); !added) {
    return session.fail(added.error());
  }
  if (const Status printed = print(loaded_text(formats.value())); !printed) {
    return session.fail(printed.error());
  }
  check_examples(session, formats.value(), folder);
}

}  // namespace crosswalk::cli
