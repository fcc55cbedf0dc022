// The C interface's handles and getters: what NULL gives, who owns what, how errors come out.
#include "capi/handles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "support/source_dir.h"

namespace crosswalk::capi {
namespace {

using ::testing::HasSubstr;

std::string text(crosswalk_text given) {
  return std::string(take(given));
}

TEST(CHandlesTest, GettersTakeNull) {
  EXPECT_EQ(text(crosswalk_error_message(nullptr)), "");
  EXPECT_EQ(crosswalk_error_status(nullptr), CROSSWALK_OK);
  EXPECT_EQ(crosswalk_formats_count(nullptr), 0U);
  EXPECT_EQ(text(crosswalk_formats_name(nullptr, 0)), "");
  EXPECT_EQ(text(crosswalk_run_from(nullptr)), "");
  EXPECT_EQ(text(crosswalk_run_to(nullptr)), "");
  EXPECT_EQ(crosswalk_matches_count(nullptr), 0U);
  EXPECT_EQ(text(crosswalk_matches_format(nullptr, 0)), "");
  EXPECT_EQ(crosswalk_matches_score(nullptr, 0), 0);
  EXPECT_EQ(text(crosswalk_text_of(nullptr)), "");
}

TEST(CHandlesTest, FreeingNullIsNothing) {
  crosswalk_error_free(nullptr);
  crosswalk_formats_free(nullptr);
  crosswalk_source_free(nullptr);
  crosswalk_run_free(nullptr);
  crosswalk_matches_free(nullptr);
}

TEST(CHandlesTest, FormatsAreListedInOrderAndEndWithTheirCount) {
  crosswalk_formats* formats = nullptr;
  ASSERT_EQ(crosswalk_formats_new(&formats, nullptr), CROSSWALK_OK);
  const size_t count = crosswalk_formats_count(formats);
  ASSERT_GT(count, 1U);
  for (size_t i = 1; i < count; ++i)
    EXPECT_LT(text(crosswalk_formats_name(formats, i - 1)),
              text(crosswalk_formats_name(formats, i)));
  EXPECT_EQ(crosswalk_formats_name(formats, count).size, 0U);
  crosswalk_formats_free(formats);
}

TEST(CHandlesTest, AnAddedFolderIsListedAndAMissingOneIsAnError) {
  crosswalk_formats* formats = nullptr;
  ASSERT_EQ(crosswalk_formats_new(&formats, nullptr), CROSSWALK_OK);
  const size_t before = crosswalk_formats_count(formats);
  crosswalk_error* error = nullptr;
  EXPECT_EQ(crosswalk_formats_add_folder(formats, crosswalk_text_of("/no/such/folder"), &error),
            CROSSWALK_IO);
  EXPECT_THAT(text(crosswalk_error_message(error)), HasSubstr("/no/such/folder"));
  EXPECT_EQ(crosswalk_error_status(error), CROSSWALK_IO);
  crosswalk_error_free(error);
  EXPECT_EQ(crosswalk_formats_count(formats), before);
  const std::string folder = (tests::source_dir() / "examples/formats").string();
  EXPECT_EQ(crosswalk_formats_add_folder(formats, crosswalk_text_of(folder.c_str()), nullptr),
            CROSSWALK_OK);
  EXPECT_GT(crosswalk_formats_count(formats), before);
  crosswalk_formats_free(formats);
}

TEST(CHandlesTest, AnErrorIsLeftAloneOnSuccessAndMayBeUnwanted) {
  auto* const untouched = reinterpret_cast<crosswalk_error*>(1);
  crosswalk_error* error = untouched;
  crosswalk_formats* formats = nullptr;
  ASSERT_EQ(crosswalk_formats_new(&formats, &error), CROSSWALK_OK);
  EXPECT_EQ(error, untouched);
  crosswalk_formats_free(formats);
  EXPECT_EQ(crosswalk_formats_new(nullptr, nullptr), CROSSWALK_USAGE);
  EXPECT_EQ(crosswalk_formats_add_folder(nullptr, {}, nullptr), CROSSWALK_USAGE);
}

/// A struct as a header of some version knows it.
struct Short {
  size_t struct_size;
  int32_t first;
};
struct Long {
  size_t struct_size;
  int32_t first;
  int32_t second;
};

TEST(CHandlesTest, MembersThatTheCallerLacksAreZero) {
  const Short given{offsetof(Short, first), 7};
  Long wide{};
  std::memcpy(&wide, &given, sizeof(Short));
  const auto read = read_struct(wide, "options");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.value().first, 0) << "behind the size that was said nothing is read";
}

TEST(CHandlesTest, MembersThatTheLibraryLacksMustBeZero) {
  Long given[2] = {};
  given[0].struct_size = sizeof(given);
  given[0].first = 3;
  const auto read = read_struct(given[0], "options");
  ASSERT_TRUE(read.ok()) << read.error().message;
  EXPECT_EQ(read.value().first, 3);
  given[1].second = 1;
  const auto refused = read_struct(given[0], "options");
  ASSERT_FALSE(refused.ok());
  EXPECT_THAT(refused.error().message, HasSubstr("does not know"));
}

TEST(CHandlesTest, ASizeThatWasForgottenIsRefused) {
  const Long given{0, 1, 2};
  EXPECT_FALSE(read_struct(given, "options").ok());
  Long into{0, 1, 2};
  EXPECT_FALSE(fill_struct(Long{}, into, "counts").ok());
  EXPECT_EQ(into.second, 2);
}

TEST(CHandlesTest, OnlyWhatTheCallerHasRoomForIsFilled) {
  Long into{offsetof(Long, second), 1, 2};
  ASSERT_TRUE(fill_struct(Long{sizeof(Long), 8, 9}, into, "counts").ok());
  EXPECT_EQ(into.first, 8);
  EXPECT_EQ(into.second, 2);
  EXPECT_EQ(into.struct_size, offsetof(Long, second));
}

}  // namespace
}  // namespace crosswalk::capi
