// Whole files: what a definition keeps, and that no misspelt word gets past.
#include "format/loader.h"

#include <gtest/gtest.h>

#include <set>

#include "json/parser.h"
#include "support/formats.h"
#include "support/misspellings.h"

namespace crosswalk::format {
namespace {

TEST(Loader, GivesADefinitionItsNameVendorAndOrigin) {
  diagnostics::RuleCatalog rules;
  const Result<Definition> loaded = load_definition(format_text(R"("layouts": {"json": {}})"),
                                                    "club/members", "dir/f.json", rules);
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  EXPECT_EQ(loaded.value().name, "club/members");
  EXPECT_EQ(loaded.value().vendor, "club");
  EXPECT_EQ(loaded.value().origin, "dir/f.json");
}

TEST(Loader, InternsTheRulesOfNodesLayoutsAndOperations) {
  diagnostics::RuleCatalog rules;
  const Result<Definition> loaded = load_definition(
      project_file("examples/formats/club/members.schema.json"), "club/members", "f.json", rules);
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  for (const char* rule :
       {"club.member-number", "club.row-width", "club.no-season", "club.sport"}) {
    EXPECT_NE(rules.find(rule), diagnostics::RuleCatalog::kNoRule) << rule;
  }
}

TEST(Loader, KeepsTheTextThatLiteralsPointInto) {
  Result<Schema> loaded = load_schema(R"({"const": "a"})", "f.json", {.is_closed = true});
  ASSERT_TRUE(loaded.ok());
  const Schema moved = std::move(loaded).value();
  EXPECT_EQ(json::raw(moved.text, moved.tape.tokens[*moved.nodes[0].constant]), "\"a\"");
}

TEST(Loader, SurvivesDeepNesting) {
  std::string text;
  for (int depth = 0; depth < 5000; ++depth) text += R"({"not": )";
  EXPECT_NE(schema_error(text + "true" + std::string(5000, '}')), "");
}

class MisspeltFormat : public testing::TestWithParam<const char*> {};

TEST_P(MisspeltFormat, LoadsAsItIs) {
  EXPECT_EQ(format_error(project_file(GetParam())), "");
}

TEST_P(MisspeltFormat, IsRefusedWithAnyOneWordMisspelt) {
  const std::vector<Misspelling> all = misspellings(project_file(GetParam()));
  EXPECT_GT(all.size(), 100U);
  for (const Misspelling& one : all) EXPECT_NE(format_error(one.text), "") << one.pointer;
}

INSTANTIATE_TEST_SUITE_P(Files, MisspeltFormat,
                         testing::Values("schemas/aixon/customers.schema.json",
                                         "examples/formats/club/members.schema.json"));

}  // namespace
}  // namespace crosswalk::format
