// The inputs of a command: see inputs.h.
#include "inputs.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

#include "signals.h"

namespace crosswalk::cli {
namespace {

namespace fs = std::filesystem;

// Appends the names that `list` holds, one a line.
Status append_list(const std::string& list, std::vector<std::string>& names) {
  const auto text = read_file(list);
  if (!text) return text.error();
  std::string_view rest = text.value();
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view name = rest.substr(0, end);
    if (name.ends_with('\r')) name.remove_suffix(1);
    if (!name.empty()) names.emplace_back(name);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return {};
}

Error usage(std::string message) {
  return {ErrorKind::kUsage, std::move(message)};
}

// Standard input may be a file, too.
std::string path_of(const std::string& name) {
  return name == "-" ? "/dev/stdin" : name;
}

std::vector<std::string> files_read(const Options& options, const std::vector<Input>& inputs) {
  std::vector<std::string> paths = options.file_lists;
  paths.insert(paths.end(), {options.map_path, options.columns_of, options.schema});
  for (const Input& input : inputs) {
    for (const std::string& path : input.paths) paths.push_back(path_of(path));
  }
  std::erase(paths, "");
  return paths;
}

// Through links; a device or pipe may be read and written at once.
bool is_same_file(const std::string& a, const std::string& b) {
  std::error_code ignored;
  const bool is_special = fs::exists(a, ignored) && !fs::is_regular_file(a, ignored);
  const auto resolved = [&ignored](const std::string& path) {
    return fs::weakly_canonical(fs::absolute(path, ignored), ignored);
  };
  return !is_special && (fs::equivalent(a, b, ignored) || resolved(a) == resolved(b));
}

Result<Input> folder_input(const std::string& folder) {
  std::error_code ignored;
  if (!fs::exists(fs::path(folder) / "manifest.json", ignored)) {
    return usage(folder + " is a folder without a manifest.json; name its files instead");
  }
  auto manifest = read_manifest(folder);
  if (!manifest) return manifest.error();
  Input input{folder, {}, std::move(manifest).value()};
  for (const ManifestPart& part : input.manifest->parts) input.paths.push_back(part.path);
  return input;
}

}  // namespace

Result<std::string> read_file(const std::string& path) {
  auto source = open_file(path, &end_of_run());
  if (!source) return source.error();
  std::string text;
  std::array<char, 65536> block;
  for (;;) {
    const auto count = source.value()->read(block);
    if (!count) return count.error();
    if (count.value() == 0) return text;
    text.append(block.data(), count.value());
  }
}

Result<std::vector<Input>> collect_inputs(const Options& options) {
  std::vector<std::string> names = options.operands;
  for (const std::string& list : options.file_lists) {
    if (Status appended = append_list(list, names); !appended) return appended.error();
  }
  if (options.operands.empty() && options.file_lists.empty()) names.emplace_back("-");
  if (std::ranges::count(names, "-") > 1) {
    return usage("standard input can be read only once");
  }
  std::vector<Input> inputs;
  for (const std::string& name : names) {
    std::error_code ignored;
    if (name != "-" && fs::is_directory(name, ignored)) {
      auto folder = folder_input(name);
      if (!folder) return folder.error();
      inputs.push_back(std::move(folder).value());
    } else {
      inputs.push_back({name, {name}, std::nullopt});
    }
  }
  return inputs;
}

Status OpenSources::open(const std::string& path) {
  auto file = open_file(path, &end_of_run());
  if (!file) return file.error();
  auto source = decompressing(std::move(file).value());
  if (!source) return source.error();
  owned.push_back(std::move(source).value());
  all.push_back(owned.back().get());
  return {};
}

Status check_written(const std::vector<std::string>& written, const Options& options,
                     const std::vector<Input>& inputs) {
  std::vector<std::string> known = files_read(options, inputs);
  const std::size_t read_count = known.size();
  for (const std::string& path : written) {
    if (path.empty() || path == "-") continue;
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) return usage("cannot write " + path + ": it is a folder");
    for (std::size_t i = 0; i < known.size(); ++i) {
      if (!is_same_file(path, known[i])) continue;
      return usage(path + (i < read_count ? " is an input; write to another file"
                                          : " would be written twice"));
    }
    known.push_back(path);
  }
  return {};
}

}  // namespace crosswalk::cli
