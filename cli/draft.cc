// crosswalk formats draft: see draft.h.
#include "draft.h"

#include <fmt/format.h>

#include <filesystem>

#include "crosswalk/draft.h"
#include "crosswalk/outputs.h"
#include "report/message.h"
#include "signals.h"
#include "terminal.h"

namespace crosswalk::cli {
namespace {

namespace fs = std::filesystem;

Error usage(std::string message) {
  return {ErrorKind::kUsage, std::move(message)};
}

// The file appears whole or not at all, and not before it is told of.
Status write_schema(const std::string& path, const std::string& text, const std::string& told) {
  auto file = file_output(path, {});
  if (!file) return file.error();
  CommittedOutput& output = *file.value();
  if (Status begun = output.begin_part(1); !begun) return begun;
  if (Status written = output.write(text); !written) return written;
  if (Status ended = output.end_part({}); !ended) return ended;
  if (Status prepared = output.prepare({}); !prepared) return prepared;
  if (Status printed = print(told); !printed) return printed;
  return output.commit({});
}

// Folders that are made for a file, and go again if it is not written.
class NewFolders {
 public:
  explicit NewFolders(fs::path folder) : folder_(std::move(folder)) {}
  NewFolders(const NewFolders&) = delete;
  NewFolders& operator=(const NewFolders&) = delete;
  ~NewFolders() {
    std::error_code ignored;
    for (; !made_.empty(); made_.pop_back()) fs::remove(made_.back(), ignored);
  }

  Status make() {
    std::error_code error;
    fs::path outer;
    for (const fs::path& step : folder_) {
      outer /= step;
      if (fs::create_directory(outer, error)) made_.push_back(outer);
      if (error)
        return Error{ErrorKind::kIo, "cannot make " + outer.string() + ": " + error.message()};
    }
    return {};
  }
  void keep() { made_.clear(); }

 private:
  fs::path folder_;
  std::vector<fs::path> made_;  // the inner ones last
};

Result<Draft> draft_of(const Options& options, const std::string& sample) {
  auto file = open_file(sample, &end_of_run());
  if (!file) return file.error();
  const auto source = decompressing(std::move(file).value());
  if (!source) return source.error();
  return draft_format(*source.value(), {options.format_name, options.read.encoding,
                                        options.read.delimiter, options.read.column_names});
}

std::string told(const Draft& draft, const std::string& path, const std::string& folder) {
  std::string text = fmt::format("{}: {}, {}{}\n", report::line_text(path),
                                 report::counted(draft.columns, "column"), draft.encoding,
                                 draft.encoding_is_certain ? "" : " (a guess: check it)");
  for (const std::string& todo : draft.todos) {
    text += fmt::format("  todo: {}\n", report::line_text(todo));
  }
  if (!draft.todos.empty()) {
    text +=
        "Mend the todos and remove them: until then the format validates and does not convert.\n";
  }
  return text + fmt::format("Try it: crosswalk formats check {}\n", report::line_text(folder));
}

}  // namespace

void draft_from_sample(Session& session, const std::string& sample) {
  const Options& options = session.options();
  if (options.format_name.empty()) {
    return session.fail(usage("say what to call the format with --name VENDOR/NAME"));
  }
  if (options.output.empty() || options.output == "-") {
    return session.fail(usage("say where your formats stand with -o DIR/"));
  }
  const auto draft = draft_of(options, sample);
  if (!draft) return session.fail(draft.error());
  const fs::path path = fs::path(options.output) / (options.format_name + ".schema.json");
  std::error_code error;
  if (fs::exists(path, error)) {
    return session.fail(
        usage(path.string() + " is there already: remove it, or take another name"));
  }
  NewFolders folders(path.parent_path());
  Status written = folders.make();
  if (written)
    written = write_schema(path.string(), draft.value().schema,
                           told(draft.value(), path.string(), options.output));
  if (!written) return session.fail(written.error());
  folders.keep();
}

}  // namespace crosswalk::cli
