// All formats of a run: those inside the binary and those in folders given by the caller.
//
// Formats inside the binary are read when they are first asked for: a run needs one or two of them,
// and reading all would take longer than a small file does. What a caller adds is read at once, so
// that what is wrong with it is told before anything else.
//   Library::embedded(), find("vendor/name")   ->   one schema is read
// Test: tests/format/library_test.cc.
#ifndef CROSSWALK_FORMAT_LIBRARY_H
#define CROSSWALK_FORMAT_LIBRARY_H

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "crosswalk/result.h"
#include "diagnostics/rule.h"
#include "format/definition.h"
#include "format/own_schema.h"

namespace crosswalk::format {

/// A file of schemas/ that was put into the binary (cmake/EmbedSchemas.cmake).
struct EmbeddedFile {
  std::string_view path;  ///< below schemas/, such as `vendor/name.schema.json`
  std::string_view text;
};

/// All embedded files, by path.
const std::vector<EmbeddedFile>& embedded_files();

/// Formats and rules of a run. Built once, then shared.
/// Threads: any number may ask.
class Library {
 public:
  /// The embedded formats, not read yet. Errors: kBug if their rules do not load.
  static Result<Library> embedded();
  /// Adds `dir/<vendor>/<name>.schema.json` and `dir/<vendor>/rules.json`; `dir` may also be one
  /// vendor's folder itself. A format of the same name replaces an embedded one. Errors: kUsage for
  /// a file that does not load, kIo.
  Status add_folder(const std::string& dir);
  /// Adds a schema of the user's own; it replaces a format of the same name. Errors: kUsage.
  Status add_schema(const OwnSchema& schema);
  /// The format called `name`; nullptr if there is none. Lives as long as a library that has it.
  [[nodiscard]] const Definition* find(std::string_view name) const { return hold(name).get(); }
  /// The same, kept alive by the caller.
  [[nodiscard]] std::shared_ptr<const Definition> hold(std::string_view name) const;
  /// Known names nearest to `name`, best first, at most three.
  [[nodiscard]] std::vector<std::string> nearest(std::string_view name) const;
  /// The names of all formats, sorted. Reads none.
  [[nodiscard]] std::vector<std::string_view> names() const;
  /// All formats, by name.
  [[nodiscard]] std::vector<std::shared_ptr<const Definition>> formats() const;
  /// Those that folders and schemas added, by name.
  [[nodiscard]] std::vector<std::shared_ptr<const Definition>> added() const;
  [[nodiscard]] const diagnostics::RuleCatalog& rules() const { return rules_; }

 private:
  /// A format: read already, or inside the binary.
  struct Format;

  Status add_text(std::string_view path, std::string text, const std::string& where);
  void add(std::shared_ptr<Format> format);
  [[nodiscard]] const std::shared_ptr<const Definition>& definition_of(Format& format) const;
  Status add_vendor(const std::filesystem::path& dir, const std::string& vendor);

  std::vector<std::shared_ptr<Format>> formats_;  // by name; copies share what one has read
  diagnostics::RuleCatalog rules_;
};

}  // namespace crosswalk::format

#endif  // CROSSWALK_FORMAT_LIBRARY_H
