// The meta-schema, run by an independent validator: it accepts our formats, and refuses each of
// their words misspelt, but for names that lead elsewhere in the file (lint.h).
#define VALIJSON_USE_EXCEPTIONS 1
#include <gtest/gtest.h>
#include <valijson/adapters/rapidjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "support/formats.h"
#include "support/misspellings.h"

namespace crosswalk::format {
namespace {

class MetaSchema : public testing::TestWithParam<const char*> {
 protected:
  static void SetUpTestSuite() {
    rapidjson::Document document;
    document.Parse(project_file("schemas/meta/x-crosswalk.schema.json").c_str());
    ASSERT_FALSE(document.HasParseError());
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(valijson::adapters::RapidJsonAdapter(document), meta());
  }

  static valijson::Schema& meta() {
    static valijson::Schema schema;
    return schema;
  }

  static bool accepts(const std::string& text) {
    rapidjson::Document document;
    document.Parse(text.c_str());
    EXPECT_FALSE(document.HasParseError());
    return valijson::Validator().validate(meta(), valijson::adapters::RapidJsonAdapter(document),
                                          nullptr);
  }
};

TEST_P(MetaSchema, AcceptsTheFormat) {
  EXPECT_TRUE(accepts(project_file(GetParam())));
}

TEST_P(MetaSchema, RefusesEveryWordMisspelt) {
  for (const Misspelling& one : misspellings(project_file(GetParam()))) {
    EXPECT_TRUE(one.is_reference || !accepts(one.text)) << one.pointer;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Files, MetaSchema,
    testing::Values(
        "schemas/aixon/customers.schema.json", "schemas/aixon/resources.schema.json",
        "schemas/aixon/upload-result.schema.json", "schemas/expertsender/customer.schema.json",
        "schemas/expertsender/customers.schema.json", "schemas/expertsender/error.schema.json",
        "schemas/loyalty/customers.schema.json", "schemas/loyalty/result.schema.json",
        "schemas/primedata/error.schema.json", "schemas/primedata/event-search.schema.json",
        "schemas/primedata/events.schema.json", "schemas/primedata/profile-search.schema.json",
        "schemas/primedata/profile.schema.json", "schemas/wasabi/customer-action.schema.json",
        "examples/formats/club/members.schema.json",
        "examples/formats/shopify/customers.schema.json"));

}  // namespace
}  // namespace crosswalk::format
