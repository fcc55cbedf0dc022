// Formats inside the library and in folders.
#include "format/library.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <thread>

#include "support/formats.h"
#include "support/source_dir.h"

namespace crosswalk::format {
namespace {

namespace fs = std::filesystem;

class Folder : public testing::Test {
 protected:
  Folder()
      : root_(fs::path(testing::TempDir()) /
              testing::UnitTest::GetInstance()->current_test_info()->name()) {
    fs::remove_all(root_);
    fs::create_directories(root_);
  }
  ~Folder() override { fs::remove_all(root_); }

  void write(const std::string& path, std::string_view text) {
    fs::create_directories((root_ / path).parent_path());
    std::ofstream(root_ / path, std::ios::binary) << text;
  }

  Status add(const std::string& below = "") {
    return library_.add_folder((root_ / below).string());
  }

  fs::path root_;
  Library library_;
};

const std::string kClub = format_text(R"("layouts": {"json": {}})");

TEST(Embedded, HoldsEverySchemaButNoExample) {
  const std::vector<EmbeddedFile>& files = embedded_files();
  EXPECT_TRUE(std::is_sorted(files.begin(), files.end(),
                             [](const auto& a, const auto& b) { return a.path < b.path; }));
  std::size_t found = 0;
  for (const EmbeddedFile& file : files) {
    EXPECT_EQ(file.path.find("/examples/"), std::string_view::npos) << file.path;
    EXPECT_EQ(file.text, project_file("schemas/" + std::string(file.path))) << file.path;
    if (file.path == "core/rules.json" || file.path == "meta/x-crosswalk.schema.json") ++found;
  }
  EXPECT_EQ(found, 2U);
}

TEST(Embedded, LoadsAndEveryRuleThatAFormatNamesHasWords) {
  const Result<Library> library = Library::embedded();
  ASSERT_TRUE(library.ok()) << library.error().message;
  ASSERT_FALSE(library.value().formats().empty());
  EXPECT_TRUE(library.value().added().empty());
  const diagnostics::RuleCatalog& rules = library.value().rules();
  for (const auto& format : library.value().formats()) {
    ASSERT_NE(format, nullptr) << "one does not load";
    for (const std::string& name : rule_names(*format)) {
      const diagnostics::Rule& rule = rules.rule(rules.find(name));
      EXPECT_FALSE(rule.message.empty()) << name;
      EXPECT_FALSE(rule.meaning.empty()) << name;
    }
  }
}

TEST(Embedded, FormatsAreFoundByNameAndByNearName) {
  const Result<Library> library = Library::embedded();
  ASSERT_TRUE(library.ok());
  EXPECT_NE(library.value().find("aixon/customers"), nullptr);
  EXPECT_EQ(library.value().find("aixon/customer"), nullptr);
  EXPECT_EQ(library.value().nearest("aixon/customer").front(), "aixon/customers");
  EXPECT_EQ(library.value().find("meta/x-crosswalk"), nullptr);
}

TEST(Embedded, FormatsAreReadOnceAndSharedByCopiesAndThreads) {
  const Library library = std::move(Library::embedded()).value();
  const Library copy = library;
  std::vector<const Definition*> found(8);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < found.size(); ++i)
    threads.emplace_back(
        [&, i] { found[i] = (i % 2 == 0 ? library : copy).find("aixon/customers"); });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(std::set(found.begin(), found.end()).size(), 1U);
  EXPECT_EQ(found[0]->name, "aixon/customers");
}

TEST(Embedded, NamesAreThoseOfTheFormats) {
  const Library library = std::move(Library::embedded()).value();
  const std::vector<std::string_view> names = library.names();
  const auto formats = library.formats();
  ASSERT_EQ(names.size(), formats.size());
  for (std::size_t i = 0; i < names.size(); ++i) EXPECT_EQ(names[i], formats[i]->name);
  EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
}

TEST_F(Folder, AddsEveryVendorInIt) {
  write("b/two.schema.json", kClub);
  write("a/one.schema.json", kClub);
  write("a/rules.json", R"({"a.b": {"severity": "info", "message": "m", "meaning": "M"}})");
  write("a/examples/pass/x.csv", "id\n");
  write("empty/readme.txt", "no format");
  write("readme.txt", "no vendor");
  const Status added = add();
  ASSERT_TRUE(added.ok()) << added.error().message;
  ASSERT_EQ(library_.formats().size(), 2U);
  EXPECT_EQ(library_.formats()[0]->name, "a/one");
  EXPECT_EQ(library_.formats()[1]->name, "b/two");
  EXPECT_EQ(library_.rules().rule(library_.rules().find("a.b")).message, "m");
  EXPECT_EQ(library_.added().size(), 2U);
  EXPECT_EQ(library_.formats()[0]->origin, (root_ / "a" / "one.schema.json").string());
}

TEST_F(Folder, MayBeAVendorsOwn) {
  write("club/members.schema.json", kClub);
  ASSERT_TRUE(add("club").ok());
  EXPECT_NE(library_.find("club/members"), nullptr);
  ASSERT_TRUE(add("club/").ok());
  EXPECT_EQ(library_.formats().size(), 1U);
}

TEST_F(Folder, ReplacesAFormatOfTheSameName) {
  write("club/members.schema.json", kClub);
  ASSERT_TRUE(add().ok());
  std::string changed = kClub;
  changed.replace(changed.find("\"Club\""), 6, "\"Other\"");
  write("club/members.schema.json", changed);
  ASSERT_TRUE(add().ok());
  ASSERT_EQ(library_.formats().size(), 1U);
  EXPECT_EQ(library_.formats()[0]->schema.nodes[0].title, "Other");
}

TEST_F(Folder, NamesFileLineAndColumnOfWhatDoesNotLoad) {
  write("club/members.schema.json", "{\n\"typ\": 1}");
  const Status added = add();
  ASSERT_FALSE(added.ok());
  EXPECT_EQ(added.error().kind, ErrorKind::kUsage);
  EXPECT_EQ(added.error().message,
            (root_ / "club" / "members.schema.json").string() +
                ":2:1: unknown keyword \"typ\" (did you mean type?), at /typ");
}

TEST_F(Folder, MayHoldSchemasOfSchemasAndRulesWithoutFormats) {
  write("club/members.schema.json", kClub);
  write("meta/x-crosswalk.schema.json", R"({"title": "no format"})");
  write("core/rules.json", R"({"a.b": {"severity": "info", "message": "m", "meaning": "M"}})");
  const Status added = add();
  ASSERT_TRUE(added.ok()) << added.error().message;
  EXPECT_EQ(library_.formats().size(), 1U);
}

TEST(Schemas, OfTheProjectAreAFolderOfFormats) {
  Library library;
  const Status added = library.add_folder(tests::source_dir() / "schemas");
  ASSERT_TRUE(added.ok()) << added.error().message;
  const Result<Library> embedded = Library::embedded();
  ASSERT_TRUE(embedded.ok());
  EXPECT_EQ(library.formats().size(), embedded.value().formats().size());
}

TEST_F(Folder, WithoutFormatsIsWrongUse) {
  const Status added = add();
  ASSERT_FALSE(added.ok());
  EXPECT_EQ(added.error().kind, ErrorKind::kUsage);
  EXPECT_NE(added.error().message.find("holds no format"), std::string::npos);
}

TEST_F(Folder, ThatIsNotThereCannotBeRead) {
  const Status added = add("nowhere");
  ASSERT_FALSE(added.ok());
  EXPECT_EQ(added.error().kind, ErrorKind::kIo);
}

TEST_F(Folder, RefusesNamesThatCannotBeTypedAsAFormat) {
  write("My Club/members.schema.json", kClub);
  const Status added = add();
  ASSERT_FALSE(added.ok());
  EXPECT_EQ(added.error().kind, ErrorKind::kUsage);
  for (const char* name : {"club/Members.schema.json", "club/.schema.json"}) {
    fs::remove_all(root_);
    write(name, kClub);
    const Status refused = add("club");
    ASSERT_FALSE(refused.ok()) << name;
    EXPECT_NE(refused.error().message.find("small letters, digits and hyphens"), std::string::npos);
  }
}

TEST_F(Folder, NamesAFileThatCannotBeRead) {
  fs::create_directories(root_ / "club" / "members.schema.json");
  const Status added = add("club");
  ASSERT_FALSE(added.ok());
  EXPECT_EQ(added.error().kind, ErrorKind::kIo);
  EXPECT_EQ(added.error().message,
            "can't read " + (root_ / "club" / "members.schema.json").string());
}

TEST(ClubExample, IsAWholeFormatWithWordsForEveryRule) {
  Library library;
  const Status added = library.add_folder(tests::source_dir() / "examples/formats");
  ASSERT_TRUE(added.ok()) << added.error().message;
  const Definition* club = library.find("club/members");
  ASSERT_NE(club, nullptr);
  for (const std::string& rule : rule_names(*club)) {
    EXPECT_FALSE(library.rules().rule(library.rules().find(rule)).message.empty()) << rule;
  }
}

}  // namespace
}  // namespace crosswalk::format
