// Which files a command reads.
#include "inputs.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "support/temp_folder.h"

namespace crosswalk::cli {
namespace {

namespace fs = std::filesystem;

class InputsTest : public testing::Test {
 protected:
  std::vector<std::string> names(const Options& options) {
    const auto inputs = collect_inputs(options);
    EXPECT_TRUE(inputs) << inputs.error().message;
    std::vector<std::string> found;
    for (const Input& input : inputs.value()) found.push_back(input.name);
    return found;
  }

  std::string write(const std::string& name, const std::string& text) {
    return folder_.write(name, text);
  }

  tests::TempFolder folder_;
  fs::path dir_ = folder_.path();
};

using Names = std::vector<std::string>;

TEST_F(InputsTest, AreStandardInputWithoutAName) {
  EXPECT_EQ(names({}), Names{"-"});
}

TEST_F(InputsTest, AreTheFilesNamedAndThoseOfLists) {
  Options options;
  options.operands = {"a.csv"};
  options.file_lists = {write("list", "b.csv\r\n\nc d.csv")};
  EXPECT_EQ(names(options), (Names{"a.csv", "b.csv", "c d.csv"}));
}

TEST_F(InputsTest, AreNothingForAnEmptyList) {
  Options options;
  options.file_lists = {write("list", "\n")};
  EXPECT_EQ(names(options), Names{});
}

TEST_F(InputsTest, AreThePartsOfAFolderInOrder) {
  write("parts/manifest.json",
        R"({"format":"shop/orders:json","columns":["id"],"parts":[)"
        R"({"file":"p2.json","bytes":1,"sha256":"x"},{"file":"p1.json","bytes":1,"sha256":"x"}]})");
  Options options;
  options.operands = {(dir_ / "parts").string()};
  const auto inputs = collect_inputs(options);
  ASSERT_TRUE(inputs);
  ASSERT_EQ(inputs.value().size(), 1U);
  EXPECT_EQ(inputs.value()[0].paths,
            (Names{(dir_ / "parts/p2.json").string(), (dir_ / "parts/p1.json").string()}));
  EXPECT_EQ(inputs.value()[0].manifest->format, "shop/orders:json");
}

TEST_F(InputsTest, RefuseAFolderWithoutAManifestAndStandardInputTwice) {
  Options options;
  options.operands = {dir_.string()};
  EXPECT_EQ(collect_inputs(options).error().kind, ErrorKind::kUsage);
  options.operands = {"-", "-"};
  EXPECT_EQ(collect_inputs(options).error().kind, ErrorKind::kUsage);
  options.file_lists = {(dir_ / "no such list").string()};
  EXPECT_EQ(collect_inputs(options).error().kind, ErrorKind::kIo);
}

TEST_F(InputsTest, AreNeverWrittenUnderAnyName) {
  const std::string path = write("a.csv", "x");
  fs::create_symlink(path, dir_ / "soft");
  fs::create_hard_link(path, dir_ / "hard");
  const auto refused = [&](const fs::path& written) {
    const Status status = check_written({written.string()}, {}, {{path, {path}, std::nullopt}});
    return !status && status.error().kind == ErrorKind::kUsage;
  };
  EXPECT_TRUE(refused(path));
  EXPECT_TRUE(refused(dir_ / "soft"));
  EXPECT_TRUE(refused(dir_ / "hard"));
  EXPECT_TRUE(refused(dir_ / "." / "a.csv"));
  EXPECT_TRUE(refused(dir_)) << "a folder";
  EXPECT_FALSE(refused(dir_ / "b.csv"));
  EXPECT_FALSE(refused("/dev/null"));
  EXPECT_FALSE(refused("-"));
}

TEST_F(InputsTest, OfOtherKindsAreNotWrittenEither) {
  Options options;
  options.map_path = write("map.json", "{}");
  EXPECT_FALSE(check_written({options.map_path}, options, {}));
  EXPECT_TRUE(check_written({(dir_ / "out").string()}, options, {}));
}

TEST_F(InputsTest, AndOutputsAreWrittenOnce) {
  const std::string out = (dir_ / "out").string();
  const Status twice = check_written({out, (dir_ / "." / "out").string()}, {}, {});
  ASSERT_FALSE(twice);
  EXPECT_NE(twice.error().message.find("written twice"), std::string::npos);
  EXPECT_TRUE(check_written({out, "", out + ".rejects"}, {}, {}));
}

}  // namespace
}  // namespace crosswalk::cli
