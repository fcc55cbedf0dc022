// crosswalk formats check: see examples_check.h.
#include "examples_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "crosswalk/run.h"
#include "report/message.h"
#include "signals.h"
#include "terminal.h"

namespace crosswalk::cli {
namespace {

namespace fs = std::filesystem;

struct Example {
  fs::path path;
  std::string vendor;  // name of the folder that holds `examples`
  bool must_pass = false;
};

// The examples below `folder`, in order of their names.
Result<std::vector<Example>> find_examples(const fs::path& folder) {
  std::vector<Example> found;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error)) {
    if (!at->is_regular_file(error)) continue;
    for (fs::path above = at->path().parent_path(); above.has_relative_path() && above != folder;
         above = above.parent_path()) {
      const bool is_pass = above.filename() == "pass";
      if ((!is_pass && above.filename() != "fail") ||
          above.parent_path().filename() != "examples") {
        continue;
      }
      const fs::path vendor = fs::absolute(above.parent_path().parent_path()).lexically_normal();
      found.push_back({at->path(), vendor.filename().string(), is_pass});
    }
  }
  if (error)
    return Error{ErrorKind::kIo, "cannot read " + folder.string() + ": " + error.message()};
  std::ranges::sort(found, {}, &Example::path);
  return found;
}

// The format to read an example as; empty = what it looks like.
std::string format_of(const Example& example, const std::vector<std::string>& formats) {
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

// What is wrong with an example; empty if it does what it says.
Result<std::string> judge(const Formats& formats, const Example& example, ReadOptions read) {
  read.from = format_of(example, formats.names());
  auto source = open_file(example.path.string(), &end_of_run());
  if (!source) return source.error();
  std::string first;
  const auto result =
      validate(formats, *source.value(), ValidateOptions{read}, [&](const Finding& finding) {
        if (finding.severity != Severity::kError) return true;
        first = fmt::format("{}:{}: {} [{}]", finding.place.line, finding.place.column,
                            finding.message, finding.rule);
        return false;
      });
  if (!result) return result.error();
  const bool passes = result.value().summary.errors == 0;
  if (passes == example.must_pass) return std::string();
  return passes ? std::string("must fail, but has no error") : "must pass, but " + first;
}

std::string loaded_text(const Formats& before, const Formats& formats) {
  std::string text;
  const std::vector<std::string> known = before.names();
  for (const std::string& name : formats.names()) {
    const auto format = formats.describe(name);
    if (!format || format.value().origin == "embedded") continue;
    const bool replaces = std::ranges::find(known, name) != known.end();
    text += fmt::format("{}: loads: {}, {}, {}{}\n", name,
                        report::counted(format.value().layouts.size(), "layout"),
                        report::counted(format.value().fields.size(), "field"),
                        report::counted(format.value().rules.size(), "rule"),
                        replaces ? "; replaces the one known before" : "");
  }
  return text;
}

void check_examples(Session& session, const Formats& formats, const fs::path& folder,
                    const ReadOptions& read) {
  const auto examples = find_examples(folder);
  if (!examples) return session.fail(examples.error());
  std::string text;
  std::size_t good = 0;
  for (const Example& example : examples.value()) {
    const auto wrong = judge(formats, example, read);
    if (wrong && wrong.value().empty()) {
      ++good;
      continue;
    }
    session.note(wrong ? kFound : code_of(wrong.error().kind));
    text += fmt::format("{}: {}\n", example.path.string(),
                        wrong ? wrong.value() : wrong.error().message);
  }
  text += fmt::format("{}, {} as they should\n",
                      report::counted(examples.value().size(), "example"), good);
  if (const Status printed = print(text); !printed) session.fail(printed.error());
}

}  // namespace

void check_folder(Session& session, const std::string& folder) {
  const auto read = session.read_options();
  if (!read) return session.fail(read.error());
  auto formats = Formats::embedded();
  if (!formats) return session.fail(formats.error());
  if (const Status added = formats.value().add_folder(folder); !added) {
    return session.fail(added.error());
  }
  const Status printed = print(loaded_text(session.formats(), formats.value()));
  if (!printed) return session.fail(printed.error());
  check_examples(session, formats.value(), folder, read.value());
}

}  // namespace crosswalk::cli
