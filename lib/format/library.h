// All formats of a run: those inside the binary and those in folders given by the caller.
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
class Library {
 public:
  /// The embedded formats. Errors: kBug if one does not load (a test sees to that).
  static Result<Library> embedded();
  /// Adds `dir/<vendor>/<name>.schema.json` and `dir/<vendor>/rules.json`; `dir` may also be one
  /// vendor's folder itself. A format of the same name replaces an embedded one. Errors: kUsage for
  /// a file that does not load, kIo.
  Status add_folder(const std::string& dir);
  /// Adds a schema of the user's own; it replaces a format of the same name. Errors: kUsage.
  Status add_schema(const OwnSchema& schema);
  /// The format called `name`; nullptr if there is none.
  [[nodiscard]] const Definition* find(std::string_view name) const;
  /// Known names nearest to `name`, best first, at most three.
  [[nodiscard]] std::vector<std::string> nearest(std::string_view name) const;
  [[nodiscard]] const std::vector<std::shared_ptr<const Definition>>& formats() const {
    return formats_;
  }
  [[nodiscard]] const diagnostics::RuleCatalog& rules() const { return rules_; }

 private:
  Status add_text(std::string_view path, std::string text, const std::string& where);
  void add(Definition definition);
  Status add_vendor(const std::filesystem::path& dir, const std::string& vendor);

  std::vector<std::shared_ptr<const Definition>> formats_;  // by name
  diagnostics::RuleCatalog rules_;
};

}  // namespace crosswalk::format

#endif  // CROSSWALK_FORMAT_LIBRARY_H
