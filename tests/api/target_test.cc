// What a conversion writes: which of the caller's words a target can be written by.
#include "api/target.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/formats_impl.h"
#include "api/shop_formats.h"

namespace crosswalk::api {
namespace {

using ::testing::HasSubstr;

class TargetTest : public ::testing::Test {
 protected:
  TargetTest() : formats_(tests::shop_formats()) {}

  /// Resolves `options` for an input of the format that is written.
  Result<Target> resolve(const ConvertOptions& options) {
    const Choice target = choose_target(formats_.impl().library, options.to).value();
    return resolve_target(formats_, options, target);
  }
  static ConvertOptions to(const std::string& name) {
    ConvertOptions options;
    options.to = name;
    return options;
  }
  std::string refusal(const ConvertOptions& options) {
    const Result<Target> target = resolve(options);
    EXPECT_FALSE(target.ok());
    return target.ok() ? "" : target.error().message;
  }

  Formats formats_;
};

TEST_F(TargetTest, IsTheFormatsOwnLayoutIfNothingIsSaid) {
  const Target target = resolve(to("shop/customers:csv")).value();
  EXPECT_EQ(target.name, "shop/customers:csv");
  EXPECT_EQ(target.layout, nullptr);
  EXPECT_EQ(target.conversion.target->delimiters.front(), ',');
  EXPECT_EQ(target.conversion.missing, std::nullopt);
}

TEST_F(TargetTest, TakesAnotherDelimiterBetweenCells) {
  ConvertOptions options = to("shop/customers:csv");
  for (const char delimiter : {';', '\t', '|', 'x'}) {
    options.delimiter = delimiter;
    EXPECT_EQ(resolve(options).value().conversion.target->delimiters, std::vector<char>{delimiter});
  }
}

TEST_F(TargetTest, RefusesADelimiterThatCannotStandBetweenCells) {
  ConvertOptions options = to("shop/customers:csv");
  for (const char delimiter : {'"', '\n', '\r', '\0', '\xE9'}) {
    options.delimiter = delimiter;
    EXPECT_THAT(refusal(options), HasSubstr("cannot stand between cells"));
  }
  options.delimiter = ';';
  options.to = "shop/customers:json";
  EXPECT_THAT(refusal(options), HasSubstr("has no delimiter"));
  options.to = "shop/guests:ndjson";
  EXPECT_THAT(refusal(options), HasSubstr("has no delimiter"));
  options.to = "loyalty/customers:form";
  EXPECT_THAT(refusal(options), HasSubstr("--set delimiter=tab"));
}

TEST_F(TargetTest, RefusesAMissingValueThatTheLayoutCannotWrite) {
  ConvertOptions options = to("shop/customers:csv");
  options.missing = "null";
  EXPECT_THAT(refusal(options), HasSubstr("no way to write a missing value as null"));
  options.missing = "empty";
  EXPECT_EQ(resolve(options).value().conversion.missing, format::Missing::kEmpty);
  options.to = "expertsender/customers:csv";
  options.missing = "absent";
  EXPECT_EQ(resolve(options).value().conversion.missing, format::Missing::kAbsent);
  options.missing = "empty";
  EXPECT_THAT(refusal(options), HasSubstr("does not allow empty"));
}

}  // namespace
}  // namespace crosswalk::api
