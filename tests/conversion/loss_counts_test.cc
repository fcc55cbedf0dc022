// Counts of several mappers, put together as if there had been one.
#include "conversion/loss_counts.h"

#include <gtest/gtest.h>

#include <random>

#include "support/mapping.h"

namespace crosswalk::conversion {
namespace {

std::string text_of(const LossReport& report) {
  std::string text;
  for (const FieldLoss& field : report.fields) {
    text += field.source + ' ' + std::to_string(static_cast<int>(field.loss)) + ' ';
    text += std::to_string(field.records) + ' ' + std::to_string(field.normalised) + ' ';
    text += std::to_string(field.lost) + '\n';
  }
  return text;
}

TEST(LossCounts, AreTheSameHoweverManyMappersCount) {
  Converter one("expertsender/customers", "aixon/customers");
  std::vector<std::unique_ptr<Converter>> several;
  for (int i = 0; i < 3; ++i)
    several.push_back(std::make_unique<Converter>("expertsender/customers", "aixon/customers"));
  LossCounts counts;
  std::mt19937 random(9);
  for (int batch = 0; batch < 60; ++batch) {
    Converter& mapper = *several[random() % several.size()];
    for (std::size_t left = random() % 4; left > 0; --left) {
      std::string record = R"({"crmId":"1")";
      if (random() % 2 == 0) record += R"(,"phone":"48600000000")";
      if (random() % 3 == 0) record += R"(,"dateOfBirth":"1990-05-12T00:00:00Z")";
      if (random() % 2 == 0) record += ",\"own" + std::to_string(random() % 9) + "\":5";
      if (random() % 5 == 0) record += ",\"none" + std::to_string(random() % 9) + "\":null";
      one(record + '}');
      mapper(record + '}');
    }
    counts.add(mapper.mapper->take_news());
  }
  EXPECT_EQ(text_of(counts.report(*one.mapping)), text_of(one.report()));
}

TEST(LossCounts, KnowWhatWasTold) {
  Converter convert("expertsender/customers", "aixon/customers");
  LossCounts counts;
  convert(R"({"crmId":"1","phone":"5"})");
  EXPECT_EQ(convert.faults(), std::vector<std::string>{"lossy phone"});
  counts.add(convert.mapper->take_news());
  ASSERT_EQ(counts.told().size(), 1U);
  EXPECT_EQ(counts.told().begin()->first, "phone");
  Converter other("expertsender/customers", "aixon/customers");
  other.mapper->know_told(counts.told());
  other(R"({"crmId":"1","phone":"5","x":1})");
  EXPECT_EQ(other.faults(), std::vector<std::string>{"lossy x"});
  EXPECT_TRUE(other.mapper->take_news().told.size() == 1);
}

}  // namespace
}  // namespace crosswalk::conversion
