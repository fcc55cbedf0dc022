// Runs of fuzz targets: every format is listed, requests get settings, and outcomes are compared.
#include "support/runs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace crosswalk::fuzz {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Pair;

constexpr std::string_view kTable = "customuid,emailsha256,txt_city\nc1,,Kraków\nc2,,\n";

TEST(Runs, ListEveryLayoutOfEveryFormat) {
  std::size_t layouts = 0;
  for (const auto& definition : library().formats()) layouts += definition->layouts.size();
  EXPECT_EQ(sources().size(), layouts);
  EXPECT_THAT(sources(), Contains("aixon/customers:csv"));
  EXPECT_EQ(format_of("a/b:c"), "a/b");
  EXPECT_EQ(layout_of("a/b:c"), "c");
}

TEST(Runs, ChooseWhatAnInputLooksLikeByDefault) {
  Bytes none(std::string_view("x"));
  EXPECT_EQ(choose_source(none), "");
  Bytes first(std::string_view("\xFF\x01"));
  EXPECT_EQ(choose_source(first), sources().front());
}

TEST(Runs, MakeSettingsOfARequestsSchema) {
  EXPECT_THAT(settings_of("expertsender/customers:json"), Contains(Pair("matchBy", testing::_)));
  EXPECT_THAT(settings_of("loyalty/customers"), Contains(Pair("type", "customers_batch")));
  EXPECT_THAT(settings_of("aixon/customers:csv"), IsEmpty());
}

TEST(Runs, TellCountsAndFindings) {
  const Outcome outcome = run_validate(kTable, read_options({}));
  ASSERT_TRUE(outcome.ok());
  EXPECT_EQ(outcome.result->from, "aixon/customers:csv");
  EXPECT_EQ(outcome.result->summary.records, 2U);
  EXPECT_FALSE(run_validate("nothing known", read_options({})).ok());
}

TEST(Runs, AreTheSameOnlyIfTheyToldTheSame) {
  const Outcome one = run_validate(kTable, read_options({}));
  EXPECT_TRUE(same_verdict(one, run_validate(kTable, read_options({}))));
  const Outcome other = run_validate("customuid,txt_city\nc1,\nc1,\n", read_options({}));
  EXPECT_FALSE(same_verdict(one, other));
  EXPECT_FALSE(same_verdict(one, run_validate("?", read_options({}))));
}

TEST(Runs, WriteABody) {
  ConvertOptions options;
  options.read = read_options({});
  options.to = "aixon/customers:json";
  const Outcome outcome = run_convert(kTable, options);
  ASSERT_TRUE(outcome.is_complete());
  EXPECT_EQ(outcome.body().substr(0, 11), "{\"header\":[");
}

}  // namespace
}  // namespace crosswalk::fuzz
