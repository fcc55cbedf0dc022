// What a mapping answers of its ways: where they come from, what may happen on them, and which
// place takes a value.
#include <gtest/gtest.h>

#include "support/club_format.h"
#include "support/mapping.h"

namespace crosswalk::conversion {
namespace {

using json::Kind;
using tests::club_of;
using tests::member_of_club;
using Path = std::vector<std::string>;

constexpr const char* kText = R"("type": "string")";

/// A mapping between two clubs that live as long.
struct Pair {
  Pair(const std::string& from_members, const std::string& to_members,
       const MappingOptions& options = {})
      : from(club_of(from_members)),
        to(club_of(to_members)),
        mapping(Mapping::compile(from, to, options).value()) {}

  [[nodiscard]] Route route(std::size_t entry = 0) const {
    return mapping.route_of(*mapping.source().entries()[entry].field, "");
  }
  [[nodiscard]] std::string source_of(const Path& path) const {
    const format::Field* const field = mapping.source_of(path);
    return field == nullptr ? "-" : field->column;
  }
  [[nodiscard]] std::string lossless_source_of(const Path& path) const {
    const format::Field* const field = mapping.lossless_source_of(path);
    return field == nullptr ? "-" : field->column;
  }

  format::Definition from;
  format::Definition to;
  Mapping mapping;
};

std::string text(const std::string& name, const std::string& words) {
  return member_of_club(name, kText, words);
}

TEST(MappingQueries, NameTheFieldThatFeedsAPath) {
  const Pair pair(text("f", R"("is": ["/first_name"])") + ',' + text("m", R"("is": ["/emails"])"),
                  text("n", R"("is": ["/first_name"])") + ',' +
                      text("h", R"("is": ["/email_hashes"], "hash": "/emails")") + ',' +
                      text("o", R"("is": ["/last_name"])"));
  EXPECT_EQ(pair.source_of({"n"}), "f");
  EXPECT_EQ(pair.source_of({"h"}), "m");
  EXPECT_EQ(pair.source_of({"o"}), "-");
  EXPECT_EQ(pair.source_of({"n", "x"}), "-");
  EXPECT_EQ(pair.lossless_source_of({"n"}), "f");
  EXPECT_EQ(pair.lossless_source_of({"h"}), "-");
}

TEST(MappingQueries, NameNoFamilyAsTheFieldThatFeeds) {
  const std::string any = R"("x": {"type": "object", "additionalProperties": {
      "type": "string", "x-crosswalk": {"is": ["/attributes/*"]}}})";
  const Pair pair(any, text("a", R"("is": ["/attributes/a"])"));
  EXPECT_EQ(pair.source_of({"a"}), "-");
  EXPECT_EQ(pair.lossless_source_of({"a"}), "-");
  EXPECT_TRUE(pair.mapping.report().unfed.empty());
}

TEST(MappingQueries, ASettingTakesALosslessSourceAway) {
  MappingOptions options;
  options.settings = {{"n", "x"}, {"n", "y"}};
  const Pair pair(text("f", R"("is": ["/first_name"])"), text("n", R"("is": ["/first_name"])"),
                  options);
  EXPECT_EQ(pair.source_of({"n"}), "f");
  EXPECT_EQ(pair.lossless_source_of({"n"}), "-");
  ASSERT_NE(pair.mapping.setting_of("n"), nullptr);
  EXPECT_EQ(*pair.mapping.setting_of("n"), "x");
  EXPECT_EQ(pair.mapping.setting_of("f"), nullptr);
  EXPECT_TRUE(pair.mapping.has_own(0));
}

struct Words {
  const char* from;
  const char* to;
  const char* to_schema;
  bool keeps;
};

TEST(MappingQueries, TellWhetherNothingButTheFormMayChange) {
  constexpr const char* kGender = R"("is": ["/gender"])";
  for (const auto& [from, to, to_schema, keeps] :
       {Words{kGender, kGender, kText, true}, Words{kGender, kGender, R"("type": "integer")", true},
        Words{kGender, kGender, R"("enum": ["male"])", false},
        Words{R"("is": ["/gender"], "values": {"F": "female"})", kGender, kText, false},
        Words{kGender, R"("is": ["/gender"], "values": {"F": "female"})", kText, false},
        Words{kGender, R"("is": ["/gender"], "remove": " ")", kText, false},
        Words{R"("is": ["/phones"], "parts": {"by": ",", "item": {}})", R"("is": ["/phones"])",
              kText, false},
        Words{R"("is": ["/emails"])", R"("is": ["/email_hashes"], "hash": "/emails")", kText,
              false}}) {
    const Pair pair(text("a", from), member_of_club("b", to_schema, to));
    const Route route = pair.route();
    ASSERT_EQ(route.places.size(), 1U);
    EXPECT_EQ(pair.mapping.keeps_words(route, route.places[0]), keeps) << from << to << to_schema;
  }
}

TEST(MappingQueries, TellWhetherATextIsCutIntoParts) {
  const auto stays = [](const std::string& from, const std::string& to,
                        const char* schema = kText) {
    const Pair pair(text("a", from), member_of_club("b", schema, to));
    const Route route = pair.route();
    EXPECT_EQ(route.places.size(), 1U);
    return pair.mapping.stays_whole(route, route.places[0]);
  };
  const std::string comma = R"("is": ["/phones"], "parts": {"by": ",", "item": {}})";
  const std::string semicolon = R"("is": ["/phones"], "parts": {"by": ";", "item": {}})";
  const std::string one = R"("is": ["/phones"])";
  EXPECT_TRUE(stays(one, one));
  EXPECT_TRUE(stays(one, comma));
  EXPECT_TRUE(stays(comma, comma));
  EXPECT_FALSE(stays(comma, semicolon));
  EXPECT_FALSE(stays(comma, one)) << "there may be but one phone";
  EXPECT_FALSE(stays(comma, one, R"("type": "array", "items": {"type": "string"})"));
  const std::string tags = R"("is": ["/attributes/t"], "parts": {"by": ",", "item": {}})";
  EXPECT_TRUE(stays(tags, R"("is": ["/attributes/t"])")) << "an attribute may be a list";
  const std::string mails = R"("is": ["/emails"], "parts": {"by": ",", "item": {}})";
  const std::string hashes =
      R"("is": ["/email_hashes"], "hash": "/emails", "parts": {"by": ",", "item": {}})";
  EXPECT_FALSE(stays(mails, hashes)) << "each address has a hash";
}

TEST(MappingQueries, ChooseAPlaceByTheKindOfTheValue) {
  const std::string any = R"("x": {"type": "object", "additionalProperties": {
      "x-crosswalk": {"is": ["/attributes/*"]}}})";
  const format::Definition from = club_of(any);
  const Mapping mapping = Mapping::compile(from, format_called("aixon/customers"), {}).value();
  const Route route = mapping.route_of(*mapping.source().entries()[0].field, "k");
  ASSERT_TRUE(route.is_choice);
  const auto column = [&](Kind kind) {
    const Place& place = route.places[mapping.place_for(route, kind)];
    return column_of(mapping.target().entries()[place.entry], place.star);
  };
  EXPECT_EQ(column(Kind::kString), "txt_k");
  EXPECT_EQ(column(Kind::kNumber), "num_k");
  EXPECT_EQ(column(Kind::kArray), "attr_k");
  EXPECT_EQ(column(Kind::kTrue), "txt_k");
  EXPECT_EQ(column(Kind::kNull), "txt_k");
}

TEST(MappingQueries, TellWhatAFieldHasOfItsOwn) {
  const format::Definition club =
      club_of(R"("c": {"const": "x", "default": "y"}, "d": {"default": 7}, "n": {"type": "string"},
                 "r": {"allOf": [{"default": 1}, {"const": 2}]})");
  const format::FieldTable table(format::fields_of(club));
  const auto own = [&](const char* column) {
    const auto token = own_value(club.schema, *table.find(column)->field);
    return token ? std::string(json::raw(club.schema.text, club.schema.tape.tokens[*token])) : "-";
  };
  EXPECT_EQ(own("c"), "\"x\"");
  EXPECT_EQ(own("d"), "7");
  EXPECT_EQ(own("n"), "-");
  EXPECT_EQ(own("r"), "2") << "a constant beats a default wherever it stands";
}

TEST(MappingQueries, AnUnknownColumnHasNoPlace) {
  MappingOptions options;
  options.drop = {"x.*"};
  const Pair pair(R"("x": {"type": "object", "additionalProperties": {}})",
                  text("n", R"("is": ["/first_name"])"), options);
  const Route lost = pair.mapping.route_of_unknown("y");
  EXPECT_EQ(lost.entry, Route::kUnknown);
  EXPECT_EQ(lost.column, "y");
  EXPECT_TRUE(lost.places.empty());
  EXPECT_EQ(lost.loss.loss, LossClass::kLossy);
  EXPECT_EQ(lost.loss.reason, "club/members does not know it");
  EXPECT_FALSE(lost.loss.is_dropped);
  EXPECT_TRUE(pair.mapping.route_of_unknown("x.a").loss.is_dropped);
}

}  // namespace
}  // namespace crosswalk::conversion
