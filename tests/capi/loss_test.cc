// Mappings and loss reports through the C interface.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "capi/handles.h"

namespace crosswalk::capi {
namespace {

using ::testing::HasSubstr;

std::string text(crosswalk_text given) {
  return std::string(take(given));
}

/// A report as a map: column -> class, targets, counts.
std::map<std::string, std::string> fields_of(const crosswalk_loss* loss) {
  std::map<std::string, std::string> fields;
  for (std::size_t i = 0; i < crosswalk_loss_count(loss); ++i) {
    crosswalk_field_loss field{};
    field.struct_size = sizeof(field);
    EXPECT_EQ(crosswalk_loss_field(loss, i, &field, nullptr), CROSSWALK_OK);
    std::string& told = fields[text(field.source)];
    told = std::to_string(field.loss);
    for (std::size_t j = 0; j < field.target_count; ++j) told += ' ' + text(field.targets[j]);
    told += " of " + std::to_string(field.records) + " lost " + std::to_string(field.lost);
    if (field.is_dropped != 0) told += " dropped";
  }
  return fields;
}

class CLossTest : public ::testing::Test {
 protected:
  CLossTest() {
    EXPECT_EQ(crosswalk_formats_new(&formats_, nullptr), CROSSWALK_OK);
    read_.struct_size = sizeof(read_);
    read_.from = crosswalk_text_of("loyalty/customers:delimited");
    convert_.struct_size = sizeof(convert_);
    convert_.read = &read_;
    convert_.to = crosswalk_text_of("aixon/customers:csv");
  }
  ~CLossTest() override {
    crosswalk_loss_free(loss_);
    crosswalk_run_free(run_);
    crosswalk_error_free(error_);
    crosswalk_formats_free(formats_);
  }
  CLossTest(const CLossTest&) = delete;
  CLossTest& operator=(const CLossTest&) = delete;

  crosswalk_status turn(const std::string& bytes) {
    crosswalk_source* source = nullptr;
    EXPECT_EQ(crosswalk_source_of_memory(give(bytes), crosswalk_text_of("in"), &source, nullptr),
              CROSSWALK_OK);
    crosswalk_output_callbacks output{};
    output.struct_size = sizeof(output);
    output.context = this;
    output.write = [](void* context, const char* data, size_t size) {
      static_cast<CLossTest*>(context)->written_.append(data, size);
      return int32_t{0};
    };
    const crosswalk_status status =
        crosswalk_convert(formats_, &source, 1, &convert_, &output, &run_, &error_);
    crosswalk_source_free(source);
    return status;
  }

  crosswalk_formats* formats_ = nullptr;
  crosswalk_read_options read_{};
  crosswalk_convert_options convert_{};
  crosswalk_run* run_ = nullptr;
  crosswalk_loss* loss_ = nullptr;
  crosswalk_error* error_ = nullptr;
  std::string written_;
};

TEST_F(CLossTest, TellsOfTwoFormatsWhatBecomesOfEachField) {
  ASSERT_EQ(crosswalk_loss_of_formats(formats_, crosswalk_text_of("loyalty/customers"),
                                      crosswalk_text_of("aixon/customers"), &loss_, nullptr),
            CROSSWALK_OK);
  auto fields = fields_of(loss_);
  EXPECT_EQ(fields["code"], "0 customuid of 0 lost 0");
  EXPECT_EQ(fields["email"], "3 emailsha256 of 0 lost 0");
  EXPECT_EQ(crosswalk_loss_unfed_count(loss_), 0U);
  EXPECT_EQ(text(crosswalk_loss_unfed(loss_, 0)), "");
}

TEST_F(CLossTest, TellsOfARunHowManyRecordsWereConcerned) {
  const crosswalk_text dropped[] = {crosswalk_text_of("email")};
  convert_.drops = dropped;
  convert_.drop_count = 1;
  convert_.allows_loss = 1;
  ASSERT_EQ(turn("code|email\n1|a@x.pl\n2|\n"), CROSSWALK_OK);
  EXPECT_EQ(written_, "customuid\n1\n2\n");
  ASSERT_EQ(crosswalk_loss_of_run(run_, &loss_, nullptr), CROSSWALK_OK);
  auto fields = fields_of(loss_);
  EXPECT_EQ(fields["code"], "0 customuid of 2 lost 0");
  EXPECT_EQ(fields["email"], "3 emailsha256 of 1 lost 1 dropped");
}

TEST_F(CLossTest, TakesAMapAsText) {
  convert_.map = crosswalk_text_of(R"({"source": {"card_number": {"is": ["/attributes/card"]}}})");
  convert_.map_name = crosswalk_text_of("map.json");
  const crosswalk_text columns[] = {crosswalk_text_of("customuid"), crosswalk_text_of("txt_card")};
  convert_.columns = columns;
  convert_.column_count = 2;
  ASSERT_EQ(turn("code|card_number\n1|0042\n"), CROSSWALK_OK);
  EXPECT_EQ(written_, "customuid,txt_card\n1,0042\n");
}

TEST_F(CLossTest, RefusesAMapThatNamesWhatIsNotThere) {
  convert_.map = crosswalk_text_of(R"({"source": {"code": {"is": ["/nowhere"]}}})");
  convert_.map_name = crosswalk_text_of("map.json");
  EXPECT_EQ(turn("code\n1\n"), CROSSWALK_USAGE);
  EXPECT_THAT(text(crosswalk_error_message(error_)), HasSubstr("map.json:1:"));
}

TEST_F(CLossTest, CountsWhatDedupeLeavesOut) {
  convert_.dedupe = crosswalk_text_of("first");
  ASSERT_EQ(turn("code\n1\n1\n2\n"), CROSSWALK_OK);
  crosswalk_counts counts{};
  counts.struct_size = sizeof(counts);
  ASSERT_EQ(crosswalk_run_counts(run_, &counts, nullptr), CROSSWALK_OK);
  EXPECT_EQ(counts.records, 3U);
  EXPECT_EQ(counts.records_out, 2U);
  EXPECT_EQ(counts.records_dropped, 1U);
}

TEST_F(CLossTest, ReadsOtherEncodingsAndForms) {
  read_.encoding = crosswalk_text_of("windows-1250");
  read_.nfc = 1;
  ASSERT_EQ(turn("code|first_name\n1|\xA3ucja\n"), CROSSWALK_OK);
  EXPECT_THAT(written_, HasSubstr("Łucja"));
}

TEST_F(CLossTest, IsEmptyWithinOneFormat) {
  convert_.to = crosswalk_text_of("loyalty/customers:delimited");
  ASSERT_EQ(turn("code\n1\n"), CROSSWALK_OK);
  ASSERT_EQ(crosswalk_loss_of_run(run_, &loss_, nullptr), CROSSWALK_OK);
  EXPECT_EQ(crosswalk_loss_count(loss_), 0U);
}

TEST_F(CLossTest, NamesWhatIsMissing) {
  const auto refusal = [this](const auto& call) {
    crosswalk_error_free(error_);
    error_ = nullptr;
    EXPECT_EQ(call(&error_), CROSSWALK_USAGE);
    return text(crosswalk_error_message(error_));
  };
  const crosswalk_text from = crosswalk_text_of("loyalty/customers");
  crosswalk_field_loss field{};
  EXPECT_THAT(
      refusal([&](auto* e) { return crosswalk_loss_of_formats(nullptr, from, from, &loss_, e); }),
      HasSubstr("formats"));
  EXPECT_THAT(
      refusal([&](auto* e) { return crosswalk_loss_of_formats(formats_, from, from, nullptr, e); }),
      HasSubstr("out"));
  EXPECT_THAT(refusal([&](auto* e) {
                return crosswalk_loss_of_formats(formats_, from, crosswalk_text_of("wasabi/none"),
                                                 &loss_, e);
              }),
              HasSubstr("wasabi/none"));
  EXPECT_THAT(refusal([&](auto* e) { return crosswalk_loss_of_run(nullptr, &loss_, e); }),
              HasSubstr("run"));
  EXPECT_THAT(refusal([&](auto* e) { return crosswalk_loss_field(nullptr, 0, &field, e); }),
              HasSubstr("no such field"));
  EXPECT_THAT(refusal([&](auto* e) { return crosswalk_loss_field(nullptr, 0, nullptr, e); }),
              HasSubstr("field"));
  EXPECT_EQ(crosswalk_loss_count(nullptr), 0U);
  crosswalk_loss_free(nullptr);
}

}  // namespace
}  // namespace crosswalk::capi
