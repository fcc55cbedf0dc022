// The formats that a run knows: those inside the library, and folders of your own.
#ifndef CROSSWALK_FORMATS_H
#define CROSSWALK_FORMATS_H

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "crosswalk/export.h"
#include "crosswalk/finding.h"
#include "crosswalk/loss.h"
#include "crosswalk/result.h"

namespace crosswalk {

/// A rule and its words.
struct RuleInfo {
  std::string name;
  Severity severity = Severity::kError;
  std::string meaning;  ///< what it says
  std::string why;      ///< why it matters
  std::string url;      ///< the address of the vendor's page that it comes from; empty = none
  std::string source;   ///< that page's title and the line; empty = none
  std::string command;  ///< arguments of the command that tells it of `example`; empty = none
  std::vector<std::pair<std::string, std::string>> beside;  ///< files that these name: name, text
  std::string example;                                      ///< input that breaks it
  std::string mended;                                       ///< the same input, mended
  std::string cure;                                         ///< how to mend it
};

/// A field of a format: a column or member, or a family of columns by pattern.
struct FieldInfo {
  std::string name;  ///< name, or pattern
  bool is_pattern = false;
  bool required = false;
  std::string type;  ///< `text`, `number`, `integer`, `flag`, ...
  std::string description;
};

/// A request of the vendor.
struct RequestInfo {
  std::string name, method, url;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;  ///< layout; empty = none
  std::string then;  ///< name of the request that carries further parts; empty = this one
};

/// A layout and its limits; 0 = none.
struct LayoutInfo {
  std::string name;
  std::uint64_t warn_bytes = 0, refuse_bytes = 0, records = 0;
};

/// A format, told for people and programs.
struct FormatInfo {
  std::string name, title, description, origin;
  std::vector<LayoutInfo> layouts;
  std::vector<FieldInfo> fields;
  std::vector<RequestInfo> requests;
  std::vector<std::string> rules;  ///< rules that the format names
};

/// A JSON text that the `$ref`s of a schema may lead to.
struct SchemaDocument {
  std::string uri;  ///< without fragment
  std::string text;
};

/// Formats and rules, loaded once and shared by any number of runs.
/// Threads: safe to use from several at once after the last addition.
class CROSSWALK_API Formats {
 public:
  /// Those inside the library. Errors: kBug.
  static Result<Formats> embedded();
  ~Formats();
  Formats(Formats&&) noexcept;
  Formats& operator=(Formats&&) noexcept;
  /// Adds a folder of formats (`DIR/vendor/name.schema.json`), or nothing if there is an error.
  /// Errors: kUsage with file, line and column; kIo.
  Status add_folder(const std::string& dir);
  /// Adds the draft-07 schema in the file at `path` as a format and returns its name, for
  /// ReadOptions::from. Its `$ref`s may lead to files of its folder and below; nothing is fetched.
  /// It judges JSON documents, and CSV row by row. Errors: kIo; kUsage with file, line, column and
  /// pointer, and then nothing is added.
  Result<std::string> add_schema_file(const std::string& path);
  /// The same of a schema's text, which errors call `name`. Its `$ref`s may lead to `documents`.
  Result<std::string> add_schema(std::string_view name, std::string_view text,
                                 std::span<const SchemaDocument> documents = {});
  /// Known names, sorted.
  [[nodiscard]] std::vector<std::string> names() const;
  /// Errors: kUsage for an unknown name, with the nearest ones.
  [[nodiscard]] Result<FormatInfo> describe(std::string_view name) const;
  /// What becomes of each field on the way from one format to another, before anything is read.
  /// Errors: kUsage for unknown names, and where no conversion leads from one to the other.
  [[nodiscard]] Result<LossReport> compare(std::string_view from, std::string_view to) const;
  /// Errors: kUsage for an unknown rule, with the nearest ones.
  [[nodiscard]] Result<RuleInfo> explain(std::string_view rule) const;

  struct CROSSWALK_LOCAL Impl;
  /// For the library's own use.
  [[nodiscard]] const Impl& impl() const { return *impl_; }

 private:
  explicit Formats(std::unique_ptr<Impl> impl);
  template <class Addition>
  Status extend(const Addition& add_to);
  std::unique_ptr<Impl> impl_;
};

}  // namespace crosswalk

#endif  // CROSSWALK_FORMATS_H
