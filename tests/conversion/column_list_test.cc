// The columns that records need: their union in order of first appearance, held against a plain
// list; and which records need no new ones.
#include "conversion/column_list.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "json/parser.h"
#include "support/club_format.h"

namespace crosswalk::conversion {
namespace {

using Columns = std::vector<std::string>;

const std::vector<format::Field>& fields() {
  static const format::Definition club = tests::club_of(R"("id": {"type": "string"},
      "name": {"type": "object", "properties": {"first": {}, "last": {}}},
      "own": {"type": "array", "x-crosswalk": {"pairs": ["n", "v"]},
              "items": {"type": "object", "properties": {"n": {}, "v": {}}}})");
  static const std::vector<format::Field> all = format::fields_of(club);
  return all;
}

/// A list and the record at hand.
class Listed {
 public:
  Listed() : list(fields()) {}

  void write(const std::string& json) {
    parse(json);
    std::string out;
    std::vector<diagnostics::RawFinding> refusals;
    list.write({text_, &tape_}, out, refusals);
    EXPECT_EQ(out, "");
    EXPECT_TRUE(refusals.empty()) << "a record that is refused is told of when it is written";
  }
  bool has_all(const std::string& json) {
    parse(json);
    return list.has_those_of({text_, &tape_});
  }

  ColumnList list;

 private:
  void parse(const std::string& json) {
    text_ = json;
    std::vector<json::Fault> faults;
    EXPECT_TRUE(json::parse(text_, {}, tape_, faults)) << json;
  }
  std::string text_;
  json::Tape tape_;
};

TEST(ColumnList, IsTheUnionInOrderOfFirstAppearance) {
  Listed listed;
  EXPECT_EQ(listed.list.columns(), Columns{});
  listed.write(R"({"x":1,"id":"a"})");
  listed.write(R"({"id":"b","name":{"last":"L"},"own":[{"n":"p","v":1}]})");
  listed.write("{}");
  listed.write(R"({"own":[{"n":"o","v":1},{"n":"p","v":2}],"name":{"first":"F"}})");
  EXPECT_EQ(listed.list.columns(),
            (Columns{"x", "id", "name.last", "own.p", "own.o", "name.first"}));
}

TEST(ColumnList, GivesWhatIsNewOnce) {
  Listed listed;
  EXPECT_EQ(listed.list.take_new(), Columns{});
  listed.write(R"({"id":"a"})");
  EXPECT_EQ(listed.list.take_new(), Columns{"id"});
  EXPECT_EQ(listed.list.take_new(), Columns{});
  listed.list.add("id");
  listed.list.add("z");
  listed.write(R"({"z":1,"y":2})");
  EXPECT_EQ(listed.list.take_new(), (Columns{"z", "y"}));
  EXPECT_EQ(listed.list.columns(), (Columns{"id", "z", "y"}));
}

TEST(ColumnList, LooksWithoutNoting) {
  Listed listed;
  listed.write(R"({"id":"a","own":[{"n":"p","v":1}]})");
  EXPECT_TRUE(listed.has_all("{}"));
  EXPECT_TRUE(listed.has_all(R"({"own":[{"n":"p","v":null}]})"));
  EXPECT_FALSE(listed.has_all(R"({"id":"b","x":1})"));
  EXPECT_FALSE(listed.has_all(R"({"own":[{"n":"q","v":1}]})"));
  EXPECT_FALSE(listed.has_all(R"({"x":1,"id":"b"})")) << "the first look noted nothing";
  EXPECT_EQ(listed.list.columns(), (Columns{"id", "own.p"}));
  listed.write(R"({"x":1})");
  EXPECT_TRUE(listed.has_all(R"({"x":2,"id":"b"})"));
}

TEST(ColumnList, KnowsShapesOfRecordsThatNeededNothingNew) {
  Listed listed;
  listed.write(R"({"id":"a","own":[{"n":"p","v":"1"}]})");
  EXPECT_FALSE(listed.list.has_those_of_shape(R"({"id":"a"})")) << "no look has seen it";
  EXPECT_TRUE(listed.has_all(R"({"id":"a","own":[{"n":"p","v":"1"}]})"));
  EXPECT_TRUE(listed.list.has_those_of_shape(R"({"id":"other","own":[{"n":"p","v":""}]})"));
  EXPECT_FALSE(listed.list.has_those_of_shape(R"({"id":"a","own":[{"n":"q","v":"1"}]})"))
      << "the name of a pair is a column";
  EXPECT_FALSE(listed.has_all(R"({"y":"a"})"));
  EXPECT_FALSE(listed.list.has_those_of_shape(R"({"y":"a"})"));
}

// Members of one level, so that the plain list can be made by hand.
TEST(ColumnList, IsThatOfAPlainList) {
  std::mt19937 random(5);
  for (int round = 0; round < 200; ++round) {
    Listed listed;
    Columns plain;
    for (int i = 0; i < 12; ++i) {
      std::string record = "{";
      Columns names;
      for (std::size_t left = random() % 5; left > 0; --left) {
        const std::string name = "c" + std::to_string(random() % 12);
        if (std::ranges::find(names, name) != names.end()) continue;
        record += (names.empty() ? "\"" : ",\"") + name + "\":" + std::to_string(random() % 3);
        names.push_back(name);
      }
      record += '}';
      const bool has_all = std::ranges::all_of(names, [&](const std::string& name) {
        return std::ranges::find(plain, name) != plain.end();
      });
      EXPECT_EQ(listed.has_all(record), has_all) << record;
      EXPECT_TRUE(has_all || !listed.list.has_those_of_shape(record)) << record;
      for (const std::string& name : names) {
        if (std::ranges::find(plain, name) == plain.end()) plain.push_back(name);
      }
      listed.write(record);
    }
    EXPECT_EQ(listed.list.columns(), plain);
  }
}

}  // namespace
}  // namespace crosswalk::conversion
