// URIs to paths, and a look at where a path really ends.
//
// Links are followed before it is asked whether a file lies in the folder, so none leads out of it.
//   file:///folder/a%20b.json   ->   /folder/a b.json
// Test: tests/format/documents_test.cc.
#include "format/documents.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

#include "format/json_file.h"
#include "format/uri.h"

namespace crosswalk::format {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxSchemaBytes = std::size_t{64} << 20U;

Error wrong(std::string message) {
  return {ErrorKind::kUsage, std::move(message)};
}

/// A URI up to its last slash.
std::string folder_of(std::string_view uri) {
  return std::string(uri.substr(0, uri.rfind('/') + 1));
}

/// The folder that the root's `$id` names; empty if there is none.
std::string id_folder(std::string_view text) {
  JsonFile file(text, "");
  if (file.failed()) return {};
  const std::optional<TokenId> id = file.find(0, "$id");
  if (!id || file.kind(*id) != json::Kind::kString) return {};
  return folder_of(split_fragment(file.string(*id)).first);
}

Result<std::optional<Document>> read_inside(const fs::path& folder, std::string_view relative) {
  std::error_code error;
  const fs::path path = fs::weakly_canonical(folder / decode_percent(relative), error);
  const fs::path inside = path.lexically_relative(folder);
  if (error || inside.empty() || *inside.begin() == "..") {
    return wrong("a $ref leads out of the schema's folder");
  }
  if (!fs::exists(path, error)) return std::optional<Document>();
  if (!fs::is_regular_file(path, error)) return wrong(path.string() + " is no file");
  auto text = read_schema_file(path.string());
  if (!text) return text.error();
  return std::optional(Document{std::move(text).value(), path.string()});
}

}  // namespace

Result<std::string> read_schema_file(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  std::string text;
  std::string block(std::size_t{64} << 10U, '\0');
  while (stream.read(block.data(), static_cast<std::streamsize>(block.size())),
         stream.gcount() > 0) {
    text.append(block, 0, static_cast<std::size_t>(stream.gcount()));
    if (text.size() > kMaxSchemaBytes)
      return wrong(path + " is larger than a schema may be (64 MiB)");
  }
  std::error_code error;
  if (!stream.is_open() || stream.bad() || fs::is_directory(path, error)) {
    return Error{ErrorKind::kIo, "can't read " + path};
  }
  return text;
}

std::string uri_of_file(const std::string& path) {
  std::error_code error;
  return file_uri(fs::weakly_canonical(fs::absolute(path, error), error).string());
}

DocumentFinder files_beside(const std::string& path, std::string_view text) {
  const std::string own_folder = folder_of(uri_of_file(path));
  const fs::path folder = decode_percent(own_folder.substr(std::string_view("file://").size()));
  return [own_folder, folder, named_folder = id_folder(text)](
             const std::string& uri) -> Result<std::optional<Document>> {
    if (uri.starts_with(own_folder)) return read_inside(folder, uri.substr(own_folder.size()));
    const bool is_named = !named_folder.empty() && uri.starts_with(named_folder);
    if (is_named) return read_inside(folder, uri.substr(named_folder.size()));
    if (uri.starts_with("file:")) return wrong("a $ref leads out of the schema's folder");
    return std::optional<Document>();
  };
}

}  // namespace crosswalk::format
