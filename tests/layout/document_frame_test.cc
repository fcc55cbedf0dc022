// Documents without their records, cut everywhere.
#include "layout/document_frame.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/random_text.h"

namespace crosswalk::layout {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const format::RecordPlace kData{"/data", {"data"}, true};
const format::RecordPlace kDeep{"/a/b", {"a", "b"}, true};
const format::RecordPlace kRoot{"", {}, false};
const format::RecordPlace kOne{"/data", {"data"}, false};

struct Scanned {
  std::string frame;
  std::vector<std::string> items;
  std::vector<std::uint64_t> places;  // of the frame's bytes
};

Scanned scan_in_two(std::string_view text, std::size_t cut, const format::RecordPlace& place) {
  DocumentFrame frame(place, 1000);
  frame.take(text.substr(0, cut));
  EXPECT_LE(frame.hold(), cut);
  frame.take(text.substr(cut));
  frame.finish();
  Scanned scanned{std::string(frame.text()), {}, {}};
  for (const DocumentItem& item : frame.items())
    scanned.items.emplace_back(text.substr(item.begin, item.end - item.begin));
  for (std::size_t i = 0; i < frame.text().size(); ++i) scanned.places.push_back(frame.place_of(i));
  return scanned;
}

Scanned scan(std::string_view text, const format::RecordPlace& place) {
  Scanned whole = scan_in_two(text, 0, place);
  for (std::size_t cut = 1; cut <= text.size(); ++cut) {
    const Scanned other = scan_in_two(text, cut, place);
    EXPECT_EQ(other.frame, whole.frame) << text << " cut at " << cut;
    EXPECT_EQ(other.items, whole.items) << text << " cut at " << cut;
    EXPECT_EQ(other.places, whole.places) << text << " cut at " << cut;
  }
  return whole;
}

TEST(DocumentFrame, LeavesRegularElementsOut) {
  const Scanned scanned = scan(R"({"m":"[","data":[ {"a":[1]} , "x]\"" ,[2],34],"n":3})", kData);
  EXPECT_EQ(scanned.frame, R"({"m":"[","data":[ 0],"n":3})");
  EXPECT_THAT(scanned.items, ElementsAre(R"({"a":[1]})", R"("x]\"")", "[2]", "34"));
}

TEST(DocumentFrame, KnowsThePlaceOfEachByte) {
  const Scanned scanned = scan("[{},{},{}]", kRoot);
  EXPECT_EQ(scanned.frame, "[{}]");
  EXPECT_THAT(scanned.places, ElementsAre(0, 7, 8, 9));
}

TEST(DocumentFrame, KeepsWhatIsIrregular) {
  EXPECT_EQ(scan("[{},{},]", kRoot).frame, "[{},]");
  EXPECT_EQ(scan("[{},,{}]", kRoot).frame, "[{},,{}]");
  EXPECT_EQ(scan("[{} {},{}]", kRoot).frame, "[{} {},{}]");
  EXPECT_EQ(scan("[{},}]", kRoot).frame, "[{},}]");
  EXPECT_EQ(scan("[{}:1]", kRoot).frame, "[{}:1]");
  EXPECT_EQ(scan("[[7]1]", kRoot).frame, "[{}1]");
}

TEST(DocumentFrame, TakesElidedElementsForEmptyOnes) {
  EXPECT_THAT(scan("[,1, ,2,,]", kRoot).items, ElementsAre("", "1", "", "2", "", ""));
  EXPECT_THAT(scan("[1,]", kRoot).items, ElementsAre("1"));
}

TEST(DocumentFrame, KeepsMembersThatStandInTheArray) {
  const Scanned scanned = scan(R"({"data":[{},{},"next" : {"a":[1]},{},"x":-1]})", kData);
  EXPECT_EQ(scanned.frame, R"({"data":["next" : {"a":[1]},"x":-1]})");
  EXPECT_THAT(scanned.items, ElementsAre("{}", "{}", "{}"));
}

TEST(DocumentFrame, FindsThePlaceByItsWayOnly) {
  const Scanned deep = scan(R"({"b":[1],"x":{"a":{"b":[2]}},"a":{"c":[3],"b":[4]}})", kDeep);
  EXPECT_THAT(deep.items, ElementsAre("4"));
  EXPECT_THAT(scan(R"({"d\u0061ta":[1]})", kData).items, ElementsAre("1"));
  EXPECT_THAT(scan(R"([{"data":[1]}])", kData).items, IsEmpty());
  EXPECT_THAT(scan(R"({"x":[2,"data":[1]]})", kData).items, ElementsAre("1"));
  EXPECT_THAT(scan(R"({"data":{"data":[1]}})", kData).items, IsEmpty());
  EXPECT_THAT(scan(R"({"data":[1]})", kOne).items, IsEmpty());
}

TEST(DocumentFrame, ClosesSilentlyWhereAnElementIsCutOff) {
  EXPECT_EQ(scan(R"({"data":[{"a":[1)", kData).frame, R"({"data":[0]})");
  EXPECT_EQ(scan(R"({"data":[1,"ab)", kData).frame, R"({"data":[0]})");
  EXPECT_THAT(scan(R"({"data":[1,"ab)", kData).items, ElementsAre("1", "\"ab"));
  EXPECT_EQ(scan(R"({"data":[{})", kData).frame, R"({"data":[{})");
}

TEST(DocumentFrame, SaysTheSameOfGeneratedListsWhereverTheyAreCut) {
  tests::RandomText random(3, {"{}", R"({"a":"]\\","b":[{}]})", "[1,[2]]", R"("x]\"")", "-7",
                               "null", "{\"long\":\"" + std::string(100, '}') + "\"}"});
  tests::RandomText between(4, {" ", "\n", "\r\n", ","});
  for (int i = 0; i < 200; ++i) {
    std::string list;
    for (std::size_t left = random.below(9); left > 0; --left) {
      list += random.next(1) + between.next(1);
      list += left > 1 || random.below(9) == 0 ? "," + between.next(1) : "";
    }
    if (random.below(9) == 0) list.insert(random.below(list.size() + 1), "\"cursor\":");
    scan("{\"data\":[" + list + "],\"n\":3}", kData);
  }
}

TEST(DocumentFrame, GrowsToItsLimit) {
  DocumentFrame frame(kData, 13);
  frame.take(R"({"data":[)");
  for (int i = 0; i < 100; ++i) frame.take("{},");
  EXPECT_FALSE(frame.is_too_long());
  frame.take(R"({}],"x")");
  EXPECT_TRUE(frame.is_too_long());
}

}  // namespace
}  // namespace crosswalk::layout
