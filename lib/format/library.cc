// Formats from the binary and from folders; see library.h.
//
// File and folder are the name: `DIR/club/members.schema.json` is format `club/members`, and the
// words of its rules stand in `DIR/club/rules.json`. DIR may also be `DIR/club` itself. Folders
// without schemas are passed over, and so is `meta`: the project's own schemas/ may be given too.
#include "format/library.h"

#include <algorithm>
#include <filesystem>
#include <mutex>
#include <optional>
#include <system_error>
#include <utility>

#include "base/nearest.h"
#include "format/documents.h"
#include "format/loader.h"

namespace crosswalk::format {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSchemaEnding = ".schema.json";
constexpr std::string_view kRulesName = "rules.json";
// What the library itself reads: no formats.
constexpr std::string_view kOwnFolders[] = {"canonical", "draft", "meta"};

/// `vendor/name` from `vendor/name.schema.json`; nothing for other files.
std::optional<std::string> format_name(std::string_view path) {
  if (!path.ends_with(kSchemaEnding)) return std::nullopt;
  return std::string(path.substr(0, path.size() - kSchemaEnding.size()));
}

bool is_own_folder(std::string_view name) {
  return std::find(std::begin(kOwnFolders), std::end(kOwnFolders), name) != std::end(kOwnFolders);
}

/// Small letters, digits and hyphens: what folders and files of formats may be called.
bool is_plain_name(std::string_view name) {
  return !name.empty() &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

/// Files and folders in `dir`, by name.
Result<std::vector<fs::path>> entries(const fs::path& dir) {
  std::error_code error;
  std::vector<fs::path> found;
  for (fs::directory_iterator at(dir, error), end; !error && at != end; at.increment(error)) {
    found.push_back(at->path());
  }
  if (error) return Error{ErrorKind::kIo, "can't read the folder " + dir.string()};
  std::sort(found.begin(), found.end());
  return found;
}

bool is_schema_file(const fs::path& path) {
  return path.filename().string().ends_with(kSchemaEnding);
}

bool is_format_file(const fs::path& path) {
  return path.filename() == kRulesName || is_schema_file(path);
}

/// True for a folder of schemas; one of rules alone (such as the core's) has no formats.
bool is_vendor_folder(const fs::path& path) {
  std::error_code error;
  if (is_own_folder(path.filename().string()) || !fs::is_directory(path, error)) return false;
  const Result<std::vector<fs::path>> files = entries(path);
  return files && std::any_of(files.value().begin(), files.value().end(), is_schema_file);
}

/// The first folder of a path such as `vendor/name.schema.json`.
std::string_view folder_of(std::string_view path) {
  return path.substr(0, path.find('/'));
}

}  // namespace

struct Library::Format {
  Format(std::string called, const EmbeddedFile* in_binary)
      : name(std::move(called)), file(in_binary) {}
  explicit Format(Definition read)
      : name(read.name), definition(std::make_shared<const Definition>(std::move(read))) {}

  std::string name;
  const EmbeddedFile* file = nullptr;  // null: `definition` is there from the beginning
  std::mutex reading;
  bool is_read = false;
  std::shared_ptr<const Definition> definition;
};

// The rules have all names already, so that reading changes nothing that others look at. What does
// not load stays null: a test sees to it that there is none. No std::call_once, because the C
// library is in between there, and ends the process if memory runs out on the way through.
const std::shared_ptr<const Definition>& Library::definition_of(Format& format) const {
  if (format.file == nullptr) return format.definition;
  const std::lock_guard<std::mutex> lock(format.reading);
  if (format.is_read) return format.definition;
  diagnostics::RuleCatalog rules = rules_;
  Result<Definition> loaded = load_definition(format.file->text, format.name, "embedded", rules);
  if (loaded && rules.size() == rules_.size())
    format.definition = std::make_shared<const Definition>(std::move(loaded).value());
  format.is_read = true;
  return format.definition;
}

Status Library::add_text(std::string_view path, std::string text, const std::string& where) {
  if (path.ends_with(kRulesName)) return load_rules(text, where, rules_);
  const std::optional<std::string> name = format_name(path);
  if (!name) return {};
  Result<Definition> loaded = load_definition(text, *name, where, rules_);
  if (!loaded) return std::move(loaded).error();
  add(std::make_shared<Format>(std::move(loaded).value()));
  return {};
}

void Library::add(std::shared_ptr<Format> format) {
  const auto place =
      std::ranges::lower_bound(formats_, format->name, {},
                               [](const auto& known) -> const std::string& { return known->name; });
  if (place != formats_.end() && (*place)->name == format->name) {
    *place = std::move(format);
  } else {
    formats_.insert(place, std::move(format));
  }
}

Status Library::add_schema(const OwnSchema& schema) {
  Result<Definition> loaded = load_own_schema(schema, rules_);
  if (!loaded) return std::move(loaded).error();
  add(std::make_shared<Format>(std::move(loaded).value()));
  return {};
}

Result<Library> Library::embedded() {
  Library library;
  for (const EmbeddedFile& file : embedded_files()) {
    if (is_own_folder(folder_of(file.path))) continue;
    if (auto name = format_name(file.path)) {
      library.add(std::make_shared<Format>(*std::move(name), &file));
      continue;
    }
    Status added = library.add_text(file.path, std::string(file.text), "embedded");
    if (!added) {
      return Error{ErrorKind::kBug, std::string(file.path) + ": " + added.error().message};
    }
  }
  return library;
}

Status Library::add_vendor(const fs::path& dir, const std::string& vendor) {
  Result<std::vector<fs::path>> files = entries(dir);
  if (!files) return std::move(files).error();
  for (const fs::path& path : files.value()) {
    if (!is_format_file(path)) continue;
    const std::string file_name = path.filename().string();
    const std::string_view stem = std::string_view(file_name).substr(0, file_name.find('.'));
    if (!is_plain_name(vendor) || !is_plain_name(stem)) {
      return Error{ErrorKind::kUsage,
                   path.string() +
                       ": folders and files of formats have small letters, digits and "
                       "hyphens in their names"};
    }
    Result<std::string> text = read_schema_file(path.string());
    if (!text) return std::move(text).error();
    Status added = add_text(vendor + '/' + file_name, std::move(text).value(), path.string());
    if (!added) return added;
  }
  return {};
}

Status Library::add_folder(const std::string& dir) {
  std::error_code error;
  const fs::path folder = fs::canonical(dir, error);
  if (error) return Error{ErrorKind::kIo, "can't read the folder " + dir};
  Result<std::vector<fs::path>> found = entries(folder);
  if (!found) return std::move(found).error();
  const std::vector<fs::path>& paths = found.value();
  if (std::any_of(paths.begin(), paths.end(), is_format_file)) {
    return add_vendor(dir, folder.filename().string());
  }
  bool any = false;
  for (const fs::path& path : paths) {
    if (!is_vendor_folder(path)) continue;
    any = true;
    Status added = add_vendor(fs::path(dir) / path.filename(), path.filename().string());
    if (!added) return added;
  }
  if (any) return {};
  return Error{ErrorKind::kUsage,
               dir + " holds no format: wanted VENDOR/NAME.schema.json or NAME.schema.json in it"};
}

std::shared_ptr<const Definition> Library::hold(std::string_view name) const {
  const auto found =
      std::ranges::find_if(formats_, [&](const auto& format) { return format->name == name; });
  return found == formats_.end() ? nullptr : definition_of(**found);
}

std::vector<std::string_view> Library::names() const {
  std::vector<std::string_view> names;
  for (const auto& format : formats_) names.emplace_back(format->name);
  return names;
}

std::vector<std::shared_ptr<const Definition>> Library::formats() const {
  std::vector<std::shared_ptr<const Definition>> formats;
  for (const auto& format : formats_) formats.push_back(definition_of(*format));
  return formats;
}

std::vector<std::shared_ptr<const Definition>> Library::added() const {
  std::vector<std::shared_ptr<const Definition>> formats;
  for (const auto& format : formats_) {
    if (format->file == nullptr) formats.push_back(format->definition);
  }
  return formats;
}

std::vector<std::string> Library::nearest(std::string_view name) const {
  return base::nearest(name, names());
}

}  // namespace crosswalk::format
