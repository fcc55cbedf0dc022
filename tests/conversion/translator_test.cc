// One scalar between two fields: what becomes of it, and what is said of that.
#include "conversion/translator.h"

#include <gtest/gtest.h>

#include "support/club_format.h"

namespace crosswalk::conversion {
namespace {

using json::Kind;
using tests::club_of;
using tests::member_of_club;

/// `value`, then what was said: normalised, lost, or the fault in its place.
struct Said {
  std::string text;
  bool is_normalised = false;
  bool is_lost = false;

  friend bool operator==(const Said&, const Said&) = default;
};

/// A way between two formats of one field each.
class Way {
 public:
  Way(const std::string& from, const std::string& to, const std::string& from_schema = kText,
      const std::string& to_schema = kText)
      : from_(club_of(member_of_club("a", from_schema, from))),
        to_(club_of(member_of_club("b", to_schema, to))),
        mapping_(Mapping::compile(from_, to_, {}).value()),
        translator_(mapping_) {}

  Said operator()(std::string_view text, Kind kind = Kind::kString) {
    const Route route = mapping_.route_of(*mapping_.source().entries()[0].field, "");
    if (route.places.empty()) return {"no place"};
    Scalar value{kind, text};
    rooms_.clear();
    const Translated done = translator_.translate(route, route.places[0], value, rooms_);
    if (done.fault == MapFaultKind::kValueUnmapped) return {"unmapped"};
    if (done.fault == MapFaultKind::kNotAnEmail) return {"no address"};
    EXPECT_FALSE(done.fault);
    return {std::string(value.text), done.is_normalised, done.is_lost};
  }

 private:
  static constexpr const char* kText = R"("type": "string")";
  format::Definition from_;
  format::Definition to_;
  Mapping mapping_;
  Translator translator_;
  TextRooms rooms_;
};

constexpr const char* kGender = R"("is": ["/gender"])";

TEST(Translator, GoesThroughTheCanonicalWord) {
  Way way(R"("is": ["/gender"], "values": {"K": "female", "M": "male"})",
          R"("is": ["/gender"], "values": {"F": "female", "X": ["unknown", "other"]})");
  EXPECT_EQ(way("K"), (Said{"F"})) << "another word for it is no other spelling";
  EXPECT_EQ(way("M"), (Said{"male"})) << "the target has no word of its own";
  EXPECT_EQ(way("unknown"), (Said{"X"}));
  EXPECT_EQ(way("other"), (Said{"X", false, true})) << "it would come back as unknown";
  EXPECT_EQ(way("k"), (Said{"k"}));
}

TEST(Translator, RefusesWhatATableOfAllWordsDoesNotName) {
  Way closed(R"("is": ["/gender"], "values": {"K": "female"})", kGender, R"("enum": ["K", "Q"])");
  EXPECT_EQ(closed("K"), (Said{"female"}));
  EXPECT_EQ(closed("Q"), (Said{"unmapped"})) << "no one says what it is";
  Way plain(kGender, kGender, R"("enum": ["female", "x"])");
  EXPECT_EQ(plain("x"), (Said{"x"})) << "without a table words are as they stand";
  Way into(kGender, kGender, R"("type": "string")", R"("enum": ["female", "male"])");
  EXPECT_EQ(into("male"), (Said{"male"}));
  EXPECT_EQ(into("man"), (Said{"unmapped"}));
}

TEST(Translator, BringsDaysIntoTheCanonicalForm) {
  constexpr const char* kBorn = R"("is": ["/birth_date"])";
  Way way(kBorn, kBorn, R"("type": "string", "format": "date-time")",
          R"("type": "string", "format": "date")");
  EXPECT_EQ(way("1990-12-31T00:00:00Z"), (Said{"1990-12-31", true, false}));
  EXPECT_EQ(way("1990-12-31T00:00:00+14:00"), (Said{"1990-12-31", true, false}));
  EXPECT_EQ(way("1990-12-31T08:00:00Z"), (Said{"1990-12-31", true, true}));
  EXPECT_EQ(way("soon"), (Said{"unmapped"}));
  Way there(kBorn, kBorn, R"("type": "string", "format": "date")",
            R"("type": "string", "format": "date-time")");
  EXPECT_EQ(there("1990-12-31"), (Said{"1990-12-31T00:00:00.000Z", true, false}));
  Way same(kBorn, kBorn, R"("type": "string", "format": "date")",
           R"("type": "string", "format": "date")");
  EXPECT_EQ(same("1990-12-31"), (Said{"1990-12-31"}));
}

TEST(Translator, HashesAddressesAndNothingElse) {
  Way way(R"("is": ["/emails"])", R"("is": ["/email_hashes"], "hash": "/emails")");
  EXPECT_EQ(way(" TEST@example.com"),
            (Said{"973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b"}));
  EXPECT_EQ(way(std::string(64, 'A')), (Said{std::string(64, 'A')}));
  EXPECT_EQ(way("none"), (Said{"no address"}));
  EXPECT_EQ(way("a@x.pl,b@x.pl"), (Said{"no address"}));
}

TEST(Translator, SaysThatCharactersWereLeftOut) {
  Way way(R"("is": ["/phones"])", R"("is": ["/phones"], "remove": " -.")");
  EXPECT_EQ(way("1 2-3.4"), (Said{"1234", true, false}));
  EXPECT_EQ(way("1234"), (Said{"1234", false, false}));
  EXPECT_EQ(way(" -."), (Said{"", true, false}));
  Way into(R"("is": ["/attributes/n"])", R"("is": ["/attributes/n"], "remove": " ")",
           R"("type": "string")", R"("type": "number")");
  EXPECT_EQ(into("1 204.50"), (Said{"1204.50", true, false})) << "before the form changes";
  EXPECT_EQ(into("1,5"), (Said{"unmapped"}));
}

TEST(Translator, TellsFormsFromLosses) {
  constexpr const char* kAny = R"("is": ["/attributes/n"])";
  Way flag(kAny, kAny, R"("type": "boolean")", R"("type": "integer")");
  EXPECT_EQ(flag("true", Kind::kTrue), (Said{"1", true, false}));
  EXPECT_EQ(flag("false", Kind::kFalse), (Said{"0", true, false}));
  Way text(kAny, kAny, R"("type": "number")", R"("type": "string")");
  EXPECT_EQ(text("1.50", Kind::kNumber), (Said{"1.50", true, false}));
  Way number(kAny, kAny, R"("type": "number")", R"("type": "number")");
  EXPECT_EQ(number("1.50", Kind::kNumber), (Said{"1.50", false, false}));
}

TEST(TextRooms, AreEmptyAndStayWhereTheyAreUntilTheyAreCleared) {
  TextRooms rooms;
  std::string& first = rooms.next();
  first = "first";
  for (int i = 0; i < 100; ++i) rooms.next() = "other";
  EXPECT_EQ(first, "first");
  rooms.clear();
  EXPECT_EQ(&rooms.next(), &first) << "the memory is used again";
  EXPECT_EQ(first, "");
  EXPECT_EQ(rooms.next(), "");
}

}  // namespace
}  // namespace crosswalk::conversion
