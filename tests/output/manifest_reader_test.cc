// Manifests read again, and held against their parts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <vector>

#include "crosswalk/outputs.h"
#include "support/temp_folder.h"

namespace crosswalk {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view kAbcDigest =
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

std::string manifest_of(std::string_view file) {
  return R"({"format":"shop/customers:json","columns":["id","n"],"later":{"x":1},"parts":[{"file":")" +
         std::string(file) + R"(","bytes":3,"sha256":")" + std::string(kAbcDigest) + R"("}]})";
}

std::vector<std::string> rules_of(const Manifest& manifest, std::uint64_t expected_count) {
  std::vector<std::string> rules;
  const auto count = check_manifest(manifest, [&](const Finding& finding) {
    rules.push_back(finding.rule + " " + std::filesystem::path(finding.file).filename().string());
    EXPECT_FALSE(finding.message.empty());
    return true;
  });
  EXPECT_TRUE(count.ok());
  if (count.ok()) {
    EXPECT_EQ(count.value(), expected_count);
  }
  return rules;
}

TEST(ManifestReader, ReadsFormatColumnsAndParts) {
  const tests::TempFolder folder;
  tests::write_file(folder.path("manifest.json"), manifest_of("part-000001.json"));
  const Result<Manifest> manifest = read_manifest(folder.path(""));
  ASSERT_TRUE(manifest.ok());
  EXPECT_EQ(manifest.value().format, "shop/customers:json");
  EXPECT_THAT(manifest.value().columns, ElementsAre("id", "n"));
  ASSERT_EQ(manifest.value().parts.size(), 1U);
  EXPECT_EQ(manifest.value().parts[0].path, folder.path("part-000001.json"));
  EXPECT_EQ(manifest.value().parts[0].bytes, 3U);
}

TEST(ManifestReader, TellsWhatIsNoManifest) {
  const tests::TempFolder folder;
  for (const std::string text :
       {"", "[]", "{", "{}", R"({"format":"f","columns":["a"],"parts":{}})",
        R"({"format":"f","columns":[1],"parts":[]})",
        R"({"format":"f","columns":[],"parts":[{"file":"a","bytes":-1,"sha256":""}]})",
        R"({"format":"f","columns":[],"parts":[{"file":"a","bytes":1.5,"sha256":""}]})",
        R"({"format":"f","columns":[],"parts":[{"file":"a","bytes":1}]})"}) {
    tests::write_file(folder.path("manifest.json"), text);
    const Result<Manifest> manifest = read_manifest(folder.path(""));
    ASSERT_FALSE(manifest.ok()) << text;
    EXPECT_EQ(manifest.error().kind, ErrorKind::kUsage) << text;
  }
}

TEST(ManifestReader, RefusesPartsOutsideTheFolder) {
  const tests::TempFolder folder;
  for (const std::string file : {"../x", "/etc/passwd", "a/b", "..", "", "a\\u0000b"}) {
    tests::write_file(folder.path("manifest.json"), manifest_of(file));
    EXPECT_FALSE(read_manifest(folder.path("")).ok()) << file;
  }
}

TEST(ManifestReader, TellsAFolderWithoutManifest) {
  const tests::TempFolder folder;
  const Result<Manifest> manifest = read_manifest(folder.path(""));
  ASSERT_FALSE(manifest.ok());
  EXPECT_EQ(manifest.error().kind, ErrorKind::kIo);
}

TEST(CheckManifest, TellsMissingAndChangedParts) {
  const tests::TempFolder folder;
  const Manifest manifest{"f:json", {}, {{folder.path("p1"), 3, std::string(kAbcDigest)}}};
  EXPECT_THAT(rules_of(manifest, 1), ElementsAre("manifest.part-missing p1"));
  tests::write_file(folder.path("p1"), "abd");
  EXPECT_THAT(rules_of(manifest, 1), ElementsAre("manifest.part-changed p1"));
  tests::write_file(folder.path("p1"), "abc");
  EXPECT_THAT(rules_of(manifest, 0), IsEmpty());
}

TEST(CheckManifest, GoesOnCountingWhenNoMoreFindingsAreWanted) {
  const tests::TempFolder folder;
  const Manifest manifest{"f:json", {}, {{folder.path("p1"), 3, ""}, {folder.path("p2"), 3, ""}}};
  int told = 0;
  const auto count = check_manifest(manifest, [&](const Finding&) {
    ++told;
    return false;
  });
  ASSERT_TRUE(count.ok());
  EXPECT_EQ(count.value(), 2U);
  EXPECT_EQ(told, 1);
}

TEST(CheckManifest, HandsOnAFailureToRead) {
  const tests::TempFolder folder;
  std::filesystem::create_directory(folder.path("p1"));
  const auto count = check_manifest({"f:json", {}, {{folder.path("p1"), 3, ""}}},
                                    [](const Finding&) { return true; });
  ASSERT_FALSE(count.ok());
  EXPECT_EQ(count.error().kind, ErrorKind::kIo);
}

}  // namespace
}  // namespace crosswalk
