// A folder's manifest.json, read again and held against the parts beside it.
//
// Only what the parts need is read: format, columns, and each part's file, bytes and digest; other
// members are passed over, so a manifest of a later version still reads.
//   {"format":"shop/customers:json","columns":["id"],
//    "parts":[{"file":"part-000001.json","bytes":40,"sha256":"..."}]}
// A part must be a plain name: `../secrets` is refused, for a manifest may come from anywhere.
// Test: tests/output/manifest_reader_test.cc.
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <charconv>
#include <filesystem>

#include "base/guard.h"
#include "base/input_buffer.h"
#include "base/sha256.h"
#include "crosswalk/outputs.h"
#include "json/parser.h"
#include "json/tape.h"

namespace crosswalk {

namespace {

constexpr std::size_t kBlockBytes = std::size_t{256} << 10U;
constexpr std::size_t kMaxManifestBytes = std::size_t{512} << 20U;

Result<std::string> read_all(const std::string& path) {
  auto source = open_file(path);
  if (!source) return std::move(source).error();
  base::InputBuffer input(*source.value(), kBlockBytes);
  while (!input.at_end() && input.view().size() <= kMaxManifestBytes) {
    if (auto filled = input.fill(); !filled) return std::move(filled).error();
  }
  return std::string(input.view());
}

// Looks up what a manifest holds. Each getter gives nothing if the member is absent or of another
// type.
class ManifestText {
 public:
  explicit ManifestText(std::string text) : text_(std::move(text)) {
    std::vector<json::Fault> faults;
    is_object_ = text_.size() <= kMaxManifestBytes && json::parse(text_, {}, tape_, faults) &&
                 token(0).kind == json::Kind::kObject;
  }

  [[nodiscard]] bool is_object() const { return is_object_; }

  [[nodiscard]] std::optional<std::string> text_of(std::uint32_t index) const {
    if (index == 0 || token(index).kind != json::Kind::kString) return std::nullopt;
    std::string scratch;
    return std::string(json::string_value(text_, token(index), scratch));
  }
  [[nodiscard]] std::optional<std::string> text_member(std::uint32_t object,
                                                       std::string_view name) const {
    return text_of(json::member(text_, tape_, object, name));
  }
  [[nodiscard]] std::optional<std::uint64_t> number_member(std::uint32_t object,
                                                           std::string_view name) const {
    const std::uint32_t index = json::member(text_, tape_, object, name);
    if (index == 0 || token(index).kind != json::Kind::kNumber) return std::nullopt;
    const std::string_view digits = json::raw(text_, token(index));
    std::uint64_t number = 0;
    const auto [end, code] = std::from_chars(digits.begin(), digits.end(), number);
    if (code != std::errc() || end != digits.end()) return std::nullopt;
    return number;
  }
  // The indexes of the elements of the root's array `name` that are of `kind`; nothing if there is
  // no such array or it holds anything else.
  [[nodiscard]] std::optional<std::vector<std::uint32_t>> elements(std::string_view name,
                                                                   json::Kind kind) const {
    const std::uint32_t array = json::member(text_, tape_, 0, name);
    if (array == 0 || token(array).kind != json::Kind::kArray) return std::nullopt;
    std::vector<std::uint32_t> indexes;
    for (std::uint32_t i = array + 1; i < token(array).next; i = token(i).next) {
      if (token(i).kind != kind) return std::nullopt;
      indexes.push_back(i);
    }
    return indexes;
  }

 private:
  [[nodiscard]] const json::Token& token(std::uint32_t index) const { return tape_.tokens[index]; }

  std::string text_;
  json::Tape tape_;
  bool is_object_ = false;
};

bool is_plain_name(const std::string& name) {
  return !name.empty() && name != "." && name != ".." && name.find('/') == std::string::npos &&
         name.find('\0') == std::string::npos;
}

std::optional<ManifestPart> read_part(const ManifestText& text, std::uint32_t index,
                                      const std::filesystem::path& dir) {
  const auto file = text.text_member(index, "file");
  const auto bytes = text.number_member(index, "bytes");
  const auto sha256 = text.text_member(index, "sha256");
  if (!file || !bytes || !sha256 || !is_plain_name(*file)) return std::nullopt;
  return ManifestPart{(dir / *file).string(), *bytes, *sha256};
}

std::optional<Manifest> read_members(const ManifestText& text, const std::filesystem::path& dir) {
  const auto format = text.text_member(0, "format");
  const auto columns = text.elements("columns", json::Kind::kString);
  const auto parts = text.elements("parts", json::Kind::kObject);
  if (!format || !columns || !parts) return std::nullopt;
  Manifest manifest{*format, {}, {}};
  for (const std::uint32_t column : *columns) manifest.columns.push_back(*text.text_of(column));
  for (const std::uint32_t index : *parts) {
    std::optional<ManifestPart> part = read_part(text, index, dir);
    if (!part) return std::nullopt;
    manifest.parts.push_back(*std::move(part));
  }
  return manifest;
}

// True if the file at `path` is what the manifest says.
Result<bool> is_unchanged(const ManifestPart& part) {
  auto source = open_file(part.path);
  if (!source) return std::move(source).error();
  base::InputBuffer input(*source.value(), kBlockBytes);
  base::Sha256 hash;
  std::uint64_t bytes = 0;
  while (!input.at_end()) {
    if (auto filled = input.fill(); !filled) return std::move(filled).error();
    hash.update(input.view());
    bytes += input.view().size();
    input.consume(input.view().size());
  }
  return bytes == part.bytes && hash.finish() == part.sha256;
}

Finding finding_of(const ManifestPart& part, std::string rule, std::string message) {
  Finding finding;
  finding.rule = std::move(rule);
  finding.message = std::move(message);
  finding.file = part.path;
  finding.hint = "write the folder again";
  return finding;
}

Result<std::optional<Finding>> check_part(const ManifestPart& part) {
  std::error_code code;
  const bool exists = std::filesystem::exists(part.path, code);
  if (!exists && !code) {
    return std::optional(
        finding_of(part, "manifest.part-missing", "the manifest names a part that is not there"));
  }
  const Result<bool> unchanged = is_unchanged(part);
  if (!unchanged) return unchanged.error();
  if (unchanged.value()) return std::optional<Finding>();
  return std::optional(finding_of(part, "manifest.part-changed",
                                  "the part is not the one that the manifest tells of"));
}

Result<Manifest> read_manifest_of(const std::string& dir) {
  const std::filesystem::path folder(dir);
  const std::string path = (folder / "manifest.json").string();
  Result<std::string> bytes = read_all(path);
  if (!bytes) return std::move(bytes).error();
  const ManifestText text(std::move(bytes).value());
  std::optional<Manifest> manifest;
  if (text.is_object()) manifest = read_members(text, folder);
  if (!manifest) return Error{ErrorKind::kUsage, path + " is no manifest of parts"};
  return *std::move(manifest);
}

}  // namespace

Result<Manifest> read_manifest(const std::string& dir) {
  return base::guarded([&] { return read_manifest_of(dir); });
}

Result<std::uint64_t> check_manifest(const Manifest& manifest, const FindingSink& on_finding) {
  return base::guarded([&]() -> Result<std::uint64_t> {
    std::uint64_t differing = 0;
    bool is_listening = true;
    for (const ManifestPart& part : manifest.parts) {
      Result<std::optional<Finding>> finding = check_part(part);
      if (!finding) return std::move(finding).error();
      if (!finding.value()) continue;
      ++differing;
      is_listening = is_listening && on_finding(*finding.value());
    }
    return differing;
  });
}

}  // namespace crosswalk
