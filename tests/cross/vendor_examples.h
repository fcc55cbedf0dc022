// The examples of the vendors' formats: schemas/VENDOR/examples/FORMAT/FOLDER/NAME.LAYOUT.
#ifndef CROSSWALK_TESTS_CROSS_VENDOR_EXAMPLES_H
#define CROSSWALK_TESTS_CROSS_VENDOR_EXAMPLES_H

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "support/source_dir.h"

namespace crosswalk::tests {

inline constexpr std::string_view kExpectationEnding = ".expected.jsonl";

/// One example.
struct VendorExample {
  std::filesystem::path path;
  std::string folder;  ///< `pass`, `fail` or `page`
  std::string source;  ///< `VENDOR/FORMAT:LAYOUT`

  explicit VendorExample(const std::filesystem::path& example)
      : path(example), folder(example.parent_path().filename().string()) {
    const std::filesystem::path format = path.parent_path().parent_path();
    const std::filesystem::path vendor = format.parent_path().parent_path();
    source = vendor.filename().string() + '/' + format.filename().string() + ':' +
             path.extension().string().substr(1);
  }

  /// `VENDOR/FORMAT/FOLDER/NAME.LAYOUT`.
  [[nodiscard]] std::string name() const {
    return source.substr(0, source.find(':')) + '/' + folder + '/' + path.filename().string();
  }
};

inline std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// All files below the folders of examples that stand in a folder of their format, sorted.
inline std::vector<std::filesystem::path> files_of_examples() {
  std::vector<std::filesystem::path> files;
  const std::filesystem::path schemas = source_dir() / "schemas";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(schemas)) {
    const std::string folder = entry.path().parent_path().filename().string();
    const bool is_one = folder == "pass" || folder == "fail" || folder == "page";
    if (is_one && entry.is_regular_file()) files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

/// The examples themselves, without what is expected of them.
inline std::vector<VendorExample> vendor_examples() {
  std::vector<VendorExample> examples;
  for (const std::filesystem::path& path : files_of_examples()) {
    if (!path.string().ends_with(kExpectationEnding)) examples.emplace_back(path);
  }
  return examples;
}

}  // namespace crosswalk::tests

#endif  // CROSSWALK_TESTS_CROSS_VENDOR_EXAMPLES_H
