// What the renderer is told of columns.
#include "pipeline/input_context.h"

#include <gtest/gtest.h>

#include "format/loader.h"
#include "support/shop_format.h"

namespace crosswalk::pipeline {
namespace {

constexpr const char* kSecretAnswer = R"({
  "$schema": "http://json-schema.org/draft-07/schema#", "title": "A login",
  "type": "object", "properties": {"token": {"type": "string", "x-crosswalk": {"pii": "secret"}}},
  "x-crosswalk": {"layouts": {"json": {}}}
})";

record::Head head_of(const std::vector<std::string>& names) {
  record::Head head;
  for (const std::string& name : names) head.columns.push_back({name, 0, 0, true});
  return head;
}

TEST(InputContext, KnowsWhichNamesTheFormatKnows) {
  const tests::ShopFormat shop(tests::kShopCustomers);
  const record::Head head = head_of({"id", "Jan Kowalski"});
  const InputContext context("a.csv", *shop.definition, *shop.definition->layout("csv"), shop.rules,
                             {}, head);
  EXPECT_EQ(context.location_in(0).column_name, "id");
  EXPECT_TRUE(context.location_in(0).is_known_name);
  EXPECT_FALSE(context.location_in(1).is_known_name);
  EXPECT_EQ(context.location_in(diagnostics::kNoColumn).column_name, "");
  EXPECT_EQ(context.location_in(7).column_name, "");
}

TEST(InputContext, GivesPointersOfHeaderDataTheirMembers) {
  const tests::ShopFormat shop(tests::kShopCustomers);
  const record::Head head = head_of({"id"});
  const InputContext context("a.json", *shop.definition, *shop.definition->layout("json"),
                             shop.rules, {}, head);
  EXPECT_EQ(context.render().columns_member, "header");
  EXPECT_EQ(context.render().records_member, "data");
}

TEST(InputContext, KeepsEveryValueOfADocumentWithSecrets) {
  const tests::ShopFormat secrets(kSecretAnswer, "login");
  const tests::ShopFormat open(tests::kShopAnswer, "answer");
  const record::Head head;
  const auto is_secret = [&](const tests::ShopFormat& shop) {
    const format::Layout& layout = shop.definition->layouts.front();
    return InputContext("a", *shop.definition, layout, shop.rules, {}, head)
        .location_in(diagnostics::kNoColumn)
        .is_secret;
  };
  EXPECT_TRUE(is_secret(secrets));
  EXPECT_FALSE(is_secret(open));
}

}  // namespace
}  // namespace crosswalk::pipeline
