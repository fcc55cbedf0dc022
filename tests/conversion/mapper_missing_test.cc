// Absent, null and empty between formats that know some of them, as one table; and what the caller
// asks for instead.
#include <gtest/gtest.h>

#include "support/club_format.h"
#include "support/mapping.h"

namespace crosswalk::conversion {
namespace {

using format::Missing;
using tests::club_of;
using tests::member_of_club;

/// A club of one field; `missing` is what it knows, the written one first.
format::Definition club_with(const std::string& missing, const std::string& schema,
                             const std::string& place = "/first_name") {
  return club_of(member_of_club("n", schema, "\"is\": [\"" + place + "\"]"),
                 {.root = "\"missing\": [" + missing + "],"});
}

constexpr const char* kAbsent = R"("absent")";
constexpr const char* kNull = R"("null")";
constexpr const char* kEmpty = R"("empty")";
constexpr const char* kAbsentNull = R"("absent", "null")";
constexpr const char* kNullEmpty = R"("null", "empty")";
constexpr const char* kAll = R"("absent", "null", "empty")";
constexpr const char* kText = R"("type": "string")";

struct Way {
  const char* source;
  const char* target;
  const char* null_becomes;
  const char* empty_becomes;
};

// An empty text that does not mean a missing value in the source means itself, so it stays one.
TEST(MapperMissing, StaysWhatItIsAsFarAsTheTargetKnowsIt) {
  for (const auto& [source, target, null_becomes, empty_becomes] :
       {Way{kAll, kAll, R"({"n":null})", R"({"n":""})"}, Way{kAll, kAbsent, "{}", "{}"},
        Way{kAll, kNull, R"({"n":null})", R"({"n":null})"},
        Way{kAll, kEmpty, R"({"n":""})", R"({"n":""})"},
        Way{kAll, kAbsentNull, R"({"n":null})", "{}"},
        Way{kAll, kNullEmpty, R"({"n":null})", R"({"n":""})"},
        Way{kAbsentNull, kAbsentNull, R"({"n":null})", R"({"n":""})"},
        Way{kAbsentNull, kAbsent, "{}", R"({"n":""})"},
        Way{kAbsentNull, kNull, R"({"n":null})", R"({"n":""})"},
        Way{kAbsentNull, kAll, R"({"n":null})", R"({"n":""})"}}) {
    const auto from = club_with(source, kText);
    const auto to = club_with(target, kText);
    Converter convert(from, to);
    EXPECT_EQ(convert(R"({"n":null})"), null_becomes) << source << " to " << target;
    EXPECT_EQ(convert(R"({"n":""})"), empty_becomes) << source << " to " << target;
    EXPECT_EQ(convert("{}"), "{}") << source << " to " << target;
    EXPECT_EQ(convert.faults(), std::vector<std::string>{});
    EXPECT_EQ(convert.loss("n").records, 0U) << "none has a value";
  }
}

TEST(MapperMissing, CountsWhatIsWrittenOtherwise) {
  const auto from = club_with(kAll, kText);
  const auto to = club_with(kNull, kText);
  Converter convert(from, to);
  convert(R"({"n":null})");
  EXPECT_EQ(convert.loss("n").normalised, 0U);
  convert(R"({"n":""})");
  EXPECT_EQ(convert.loss("n").normalised, 1U);
  convert(R"({"n":"Ann"})");
  EXPECT_EQ(convert.loss("n").normalised, 1U);
  EXPECT_EQ(convert.loss("n").records, 1U);
}

// No number, day or word of a list is an empty text, so that cannot mean itself there.
TEST(MapperMissing, IsNoEmptyTextWhereNoneCanStand) {
  const auto from = club_with(kAbsentNull, kText, "/attributes/n");
  for (const char* schema : {R"("type": "number")", R"("type": "integer")", R"("type": "boolean")",
                             R"("enum": ["a", "b"])", R"("type": "string", "format": "date")",
                             R"("type": "array", "items": {"type": "string"})"}) {
    const auto to = club_with(kAbsentNull, schema, "/attributes/n");
    Converter convert(from, to);
    EXPECT_EQ(convert(R"({"n":""})"), "{}") << schema;
    EXPECT_EQ(convert(R"({"n":null})"), R"({"n":null})") << schema;
  }
}

TEST(MapperMissing, IsWrittenAsTheCallerAsks) {
  const auto from = club_with(kAll, kText);
  struct Asked {
    Missing missing;
    const char* written;
  };
  for (const auto& [missing, written] :
       {Asked{Missing::kNull, R"({"n":null})"}, Asked{Missing::kEmpty, R"({"n":""})"},
        Asked{Missing::kAbsent, "{}"}}) {
    MappingOptions options;
    options.missing = missing;
    const auto to = club_with(kAll, kText);
    Converter convert(from, to, std::move(options));
    EXPECT_EQ(convert(R"({"n":null})"), written);
    EXPECT_EQ(convert(R"({"n":""})"), written);
    EXPECT_EQ(convert("{}"), "{}") << "no one says which members could be meant";
    EXPECT_EQ(convert(R"({"n":"Ann"})"), R"({"n":"Ann"})");
  }
}

TEST(MapperMissing, AnEmptyContainerIsEmpty) {
  const auto from = club_with(kAll, R"("type": "array", "items": {"type": "string"})", "/phones");
  const auto to = club_with(kAll, kText, "/phones");
  Converter convert(from, to);
  EXPECT_EQ(convert(R"({"n":[]})"), R"({"n":""})");
  EXPECT_EQ(convert(R"({"n":null})"), R"({"n":null})");
  EXPECT_EQ(convert(R"({"n":[""]})"), R"({"n":""})") << "no element has a value";
  EXPECT_EQ(convert(R"({"n":[null,"1"]})"), R"({"n":"1"})");
}

TEST(MapperMissing, ARequiredFieldMayNotBeLeftOut) {
  const auto from = club_with(kAll, kText);
  const auto to = club_of(member_of_club("n", kText, R"("is": ["/first_name"])"),
                          {.root = R"("missing": ["absent", "null"],)", .required = R"("n")"});
  Converter convert(from, to);
  EXPECT_EQ(convert(R"({"n":""})"), "{}");
  EXPECT_EQ(convert.faults(), std::vector<std::string>{"required-missing n"});
  EXPECT_EQ(convert(R"({"n":null})"), R"({"n":null})");
  EXPECT_EQ(convert.faults(), std::vector<std::string>{});
  EXPECT_EQ(convert("{}"), "{}");
  EXPECT_EQ(convert.faults(), std::vector<std::string>{"required-missing n"});
  EXPECT_EQ(convert.record.faults.at(0).token, 0U) << "the record itself lacks it";
}

TEST(MapperMissing, APairGoesWithItsValue) {
  const std::string pairs = R"("own": {"type": "array", "x-crosswalk": {"pairs": ["k", "v"]},
      "items": {"type": "object", "properties": {"k": {"type": "string"},
                "v": {"type": ["string", "null"], "x-crosswalk": {"is": ["/attributes/*"]}}}}})";
  const std::string open = R"("any": {"type": "object", "additionalProperties": {
      "x-crosswalk": {"is": ["/attributes/*"]}}})";
  const auto from = club_of(open);
  const auto absent = club_of(pairs, {.root = R"("missing": ["absent"],)"});
  const auto null = club_of(pairs, {.root = R"("missing": ["null"],)"});
  constexpr const char* kRecord = R"({"any":{"a":null,"b":"1","c":null}})";
  EXPECT_EQ(Converter(from, absent)(kRecord), R"({"own":[{"k":"b","v":"1"}]})");
  EXPECT_EQ(Converter(from, null)(kRecord),
            R"({"own":[{"k":"a","v":null},{"k":"b","v":"1"},{"k":"c","v":null}]})");
  EXPECT_EQ(Converter(from, absent)(R"({"any":{"a":null}})"), "{}") << "no list of nothing";
}

}  // namespace
}  // namespace crosswalk::conversion
