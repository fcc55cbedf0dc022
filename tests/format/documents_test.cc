// What the files of a schema's folder are found by, and that none outside it is.
#include "format/documents.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "support/temp_folder.h"

namespace crosswalk::format {
namespace {

namespace fs = std::filesystem;

class Documents : public testing::Test {
 protected:
  Documents() {
    folder_.write("schemas/main.json", "{}");
    folder_.write("schemas/parts/a b.json", "true");
    folder_.write("secret.json", "false");
  }

  std::string path(const std::string& name) const { return folder_.path(name); }
  DocumentFinder finder(std::string_view text = "{}") const {
    return files_beside(path("schemas/main.json"), text);
  }
  std::string own_folder() const {
    const std::string main = uri_of_file(path("schemas/main.json"));
    return main.substr(0, main.rfind('/') + 1);
  }

  tests::TempFolder folder_;
};

TEST_F(Documents, AreTheFilesOfTheFolderAndBelow) {
  const auto found = finder()(own_folder() + "parts/a%20b.json");
  ASSERT_TRUE(found.ok()) << found.error().message;
  ASSERT_TRUE(found.value());
  EXPECT_EQ(found.value()->text, "true");
  EXPECT_TRUE(found.value()->where.ends_with("parts/a b.json"));
}

TEST_F(Documents, AreNotKnownWhereThereIsNoFile) {
  const auto found = finder()(own_folder() + "other.json");
  ASSERT_TRUE(found.ok());
  EXPECT_FALSE(found.value());
}

TEST_F(Documents, AreFoundByTheFolderThatTheRootsIdNames) {
  const DocumentFinder find = finder(R"({"$id": "http://a.pl/s/main.json#"})");
  const auto found = find("http://a.pl/s/parts/a%20b.json");
  ASSERT_TRUE(found.ok());
  EXPECT_TRUE(found.value());
  const auto other = find("http://a.pl/parts/a%20b.json");
  ASSERT_TRUE(other.ok());
  EXPECT_FALSE(other.value());
}

TEST_F(Documents, NeverLieOutsideTheFolder) {
  fs::create_symlink(path("secret.json"), path("schemas/link.json"));
  for (const std::string& way :
       {own_folder() + "../secret.json", own_folder() + "%2e%2e/secret.json",
        own_folder() + "link.json", "file://" + path("secret.json"),
        own_folder() + "..%2Fsecret.json", std::string("file:///etc/passwd")}) {
    const auto found = finder()(way);
    ASSERT_FALSE(found.ok()) << way;
    EXPECT_EQ(found.error().kind, ErrorKind::kUsage);
    EXPECT_EQ(found.error().message, "a $ref leads out of the schema's folder") << way;
  }
}

TEST_F(Documents, AreFilesOnly) {
  EXPECT_FALSE(finder()(own_folder() + "parts").ok());
}

TEST_F(Documents, AreNeverFetched) {
  for (const char* uri : {"http://a.pl/b.json", "https://a.pl", "ftp://a.pl/b", "urn:a:b"}) {
    const auto found = finder()(uri);
    ASSERT_TRUE(found.ok());
    EXPECT_FALSE(found.value()) << uri;
  }
}

TEST_F(Documents, CanOnlyBeReadWhereTheyAre) {
  EXPECT_EQ(read_schema_file(path("schemas/main.json")).value(), "{}");
  EXPECT_EQ(read_schema_file(path("none.json")).error().kind, ErrorKind::kIo);
  EXPECT_EQ(read_schema_file(path("schemas")).error().kind, ErrorKind::kIo);
}

}  // namespace
}  // namespace crosswalk::format
