// Drafting a format through the public door.
#include "crosswalk/draft.h"

#include <gtest/gtest.h>

namespace crosswalk {
namespace {

Result<Draft> drafted(std::string_view bytes, const std::string& name) {
  const auto source = memory_source(bytes, "sample.csv");
  DraftOptions options;
  options.name = name;
  return draft_format(*source, options);
}

TEST(DraftFormat, GivesTheSchemaAndWhatIsLeftToSay) {
  const auto draft = drafted("Imię;Punkty\nZofia;5\n", "crm/customers");
  ASSERT_TRUE(draft.ok()) << draft.error().message;
  EXPECT_EQ(draft.value().columns, 2U);
  EXPECT_EQ(draft.value().encoding, "utf-8");
  EXPECT_TRUE(draft.value().encoding_is_certain);
  ASSERT_EQ(draft.value().todos.size(), 1U);
  EXPECT_EQ(draft.value().todos[0].rfind("Punkty: ", 0), 0U);
  EXPECT_NE(draft.value().schema.find("\"/first_name\""), std::string::npos);
}

TEST(DraftFormat, RefusesNamesThatNoFormatCanHave) {
  for (const char* name : {"", "crm", "crm/", "/customers", "CRM/customers", "a/b/c", "../b"}) {
    EXPECT_FALSE(drafted("a,b\n1,2\n", name).ok()) << name;
  }
}

}  // namespace
}  // namespace crosswalk
