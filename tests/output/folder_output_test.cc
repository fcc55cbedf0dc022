// Folders of parts: complete or not there.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "crosswalk/outputs.h"
#include "support/temp_folder.h"

namespace crosswalk {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;
using tests::read_file;

RunResult result_of(const std::vector<Part>& parts) {
  RunResult result;
  result.to = "shop/customers:json";
  result.columns = {"id"};
  result.parts = parts;
  return result;
}

void write_part(Output& output, const Part& part, std::string_view bytes) {
  ASSERT_TRUE(output.begin_part(part.number).ok());
  ASSERT_TRUE(output.write(bytes).ok());
  ASSERT_TRUE(output.end_part(part).ok());
}

ErrorKind refusal(const std::string& dir) {
  const auto output = folder_output(dir, "json", {}, {});
  EXPECT_FALSE(output.ok());
  return output.ok() ? ErrorKind::kBug : output.error().kind;
}

std::vector<std::string> names_in(const std::string& dir) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(dir)) {
    names.push_back(entry.path().filename().string());
  }
  return names;
}

constexpr std::string_view kAbcDigest =
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

TEST(FolderOutput, AppearsWithItsPartsAndManifestWhenItIsCommitted) {
  const tests::TempFolder folder;
  for (const std::string dir : {"out", "other/"}) {
    auto output =
        folder_output(folder.path(dir), "json", {}, {folder.path(dir.substr(0, 3) + ".rej")});
    ASSERT_TRUE(output.ok());
    const std::vector<Part> parts = {{1, 3, 1, 1, 1, std::string(kAbcDigest)},
                                     {2, 3, 1, 2, 2, std::string(kAbcDigest)}};
    for (const Part& part : parts) write_part(*output.value(), part, "abc");
    EXPECT_FALSE(std::filesystem::exists(folder.path(dir)));
    ASSERT_TRUE(output.value()->commit(result_of(parts)).ok());
    EXPECT_THAT(names_in(folder.path(dir)),
                UnorderedElementsAre("part-000001.json", "part-000002.json", "manifest.json"));
    const Result<Manifest> manifest = read_manifest(folder.path(dir));
    ASSERT_TRUE(manifest.ok());
    EXPECT_EQ(check_manifest(manifest.value(), [](const Finding&) { return true; }).value(), 0U);
  }
  EXPECT_THAT(folder.names(), UnorderedElementsAre("out", "other", "out.rej", "oth.rej"));
}

TEST(FolderOutput, LeavesNothingWithoutCommit) {
  const tests::TempFolder folder;
  {
    auto output = folder_output(folder.path("out"), "json", {}, {folder.path("rejects")});
    ASSERT_TRUE(output.ok());
    write_part(*output.value(), {}, "abc");
    ASSERT_TRUE(output.value()->begin_part(2).ok());
    ASSERT_TRUE(output.value()->write("half").ok());
    EXPECT_THAT(folder.names(), testing::Contains("out.partial"));
  }
  EXPECT_THAT(folder.names(), IsEmpty());
}

TEST(FolderOutput, TakesTheNameOfAnEmptyFolder) {
  const tests::TempFolder folder;
  std::filesystem::create_directory(folder.path("out"));
  auto output = folder_output(folder.path("out"), "json", {}, {});
  ASSERT_TRUE(output.ok());
  ASSERT_TRUE(output.value()->commit(result_of({})).ok());
  EXPECT_THAT(names_in(folder.path("out")), UnorderedElementsAre("manifest.json"));
}

TEST(FolderOutput, RefusesWhatIsInTheWay) {
  const tests::TempFolder folder;
  std::filesystem::create_directory(folder.path("full"));
  tests::write_file(folder.path("full/x"), "x");
  tests::write_file(folder.path("file"), "x");
  EXPECT_EQ(refusal(folder.path("full")), ErrorKind::kUsage);
  EXPECT_EQ(refusal(folder.path("file")), ErrorKind::kUsage);
  EXPECT_EQ(refusal(folder.path("no/such/out")), ErrorKind::kIo);
  EXPECT_THAT(folder.names(), UnorderedElementsAre("full", "file"));
}

TEST(FolderOutput, TakesOverWhatAKilledRunLeft) {
  const tests::TempFolder folder;
  std::filesystem::create_directory(folder.path("out.partial"));
  tests::write_file(folder.path("out.partial/part-000009.json"), "old");
  tests::write_file(folder.path("out.partial/.part-000010.json.partial-12345678"), "old");
  auto output = folder_output(folder.path("out"), "json", {}, {});
  ASSERT_TRUE(output.ok());
  ASSERT_TRUE(output.value()->commit(result_of({})).ok());
  EXPECT_THAT(names_in(folder.path("out")), UnorderedElementsAre("manifest.json"));
}

TEST(FolderOutput, LeavesForeignFilesInAPartialFolderAlone) {
  const tests::TempFolder folder;
  std::filesystem::create_directory(folder.path("out.partial"));
  tests::write_file(folder.path("out.partial/part-000009.json"), "old");
  tests::write_file(folder.path("out.partial/thesis.txt"), "mine");
  EXPECT_EQ(refusal(folder.path("out")), ErrorKind::kUsage);
  EXPECT_THAT(names_in(folder.path("out.partial")),
              UnorderedElementsAre("part-000009.json", "thesis.txt"));
}

TEST(FolderOutput, RefusesAFolderThatAnotherRunIsWriting) {
  const tests::TempFolder folder;
  auto first = folder_output(folder.path("out"), "json", {}, {});
  ASSERT_TRUE(first.ok());
  write_part(*first.value(), {}, "abc");
  EXPECT_EQ(refusal(folder.path("out")), ErrorKind::kUsage);
  EXPECT_TRUE(first.value()->commit(result_of({})).ok());
}

TEST(FolderOutput, WritesTheSameBytesOnEveryRun) {
  const tests::TempFolder folder;
  for (const std::string dir : {"a", "b"}) {
    auto output = folder_output(folder.path(dir), "json", {}, {});
    ASSERT_TRUE(output.ok());
    write_part(*output.value(), {}, "abc");
    ASSERT_TRUE(output.value()->commit(result_of({{1, 3, 1, 1, 1, ""}})).ok());
  }
  EXPECT_EQ(read_file(folder.path("a/manifest.json")), read_file(folder.path("b/manifest.json")));
  EXPECT_THAT(read_file(folder.path("a/manifest.json")), HasSubstr("part-000001.json"));
}

}  // namespace
}  // namespace crosswalk
