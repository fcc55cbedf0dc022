// The word list, and headers as people write them.
#include "draft/words.h"

#include <gtest/gtest.h>

#include "format/canonical.h"

namespace crosswalk::draft {
namespace {

std::string is_of(const WordList& words, std::string_view header) {
  const KnownField* known = words.find(header);
  return known == nullptr ? "" : known->is;
}

TEST(Words, KnowTheUsualHeadersOfFiveLanguages) {
  const auto words = WordList::embedded();
  ASSERT_TRUE(words.ok()) << words.error().message;
  for (const auto& [header, is] : std::initializer_list<std::pair<const char*, const char*>>{
           {"First Name", "/first_name"},
           {"first_name", "/first_name"},
           {"E-MAIL", "/emails"},
           {"Imię", "/first_name"},
           {"NAZWISKO", "/last_name"},
           {"Data urodzenia", "/birth_date"},
           {"Nr telefonu", "/phones"},
           {"Kod pocztowy", "/address/postal_code"},
           {"Vorname*", "/first_name"},
           {"Geburtsdatum", "/birth_date"},
           {"STRASSE", "/address/street1"},
           {"Straße", "/address/street1"},
           {"Kunden-Nr.", "/ids/crm"},
           {"Họ tên", "/full_name"},
           {"Ngày sinh", "/birth_date"},
           {"Số điện thoại", "/phones"},
           {"姓名", "/full_name"},
           {"出生日期", "/birth_date"},
           {"电子邮件", "/emails"},
           {"電子郵件", "/emails"},
           {"手機", "/phones"}}) {
    EXPECT_EQ(is_of(words.value(), header), is) << header;
  }
  EXPECT_EQ(is_of(words.value(), "Punkty"), "");
  EXPECT_EQ(is_of(words.value(), ""), "");
}

TEST(Words, PointToCanonicalFields) {
  const auto words = WordList::embedded();
  ASSERT_TRUE(words.ok());
  for (const char* header : {"id",
                             "card number",
                             "first name",
                             "surname",
                             "name",
                             "email",
                             "email hash",
                             "phone",
                             "idfa",
                             "dob",
                             "sex",
                             "street",
                             "address 2",
                             "city",
                             "state",
                             "zip",
                             "country",
                             "newsletter",
                             "marketing consent",
                             "login",
                             "password"}) {
    const std::string is = is_of(words.value(), header);
    ASSERT_NE(is, "") << header;
    EXPECT_EQ(format::canonical_fault(format::Holds::kCustomer, is), "") << header;
  }
}

TEST(Words, KnowTextsThatMeanNothing) {
  const auto words = WordList::embedded();
  ASSERT_TRUE(words.ok());
  for (const char* text : {"NULL", "-", "N/A", "brak", "k. A.", "không có", "无"}) {
    EXPECT_TRUE(words.value().means_nothing(text)) << text;
  }
  EXPECT_FALSE(words.value().means_nothing("0"));
  EXPECT_FALSE(words.value().means_nothing(""));
}

TEST(Words, AreToldApart) {
  const auto twice =
      WordList::read(R"({"fields": [{"is": "/a", "words": ["x y", "XY"]}], "none": []})", "w.json");
  ASSERT_FALSE(twice.ok());
  EXPECT_EQ(twice.error().message, "w.json:1:13: a word is there twice: XY, at /fields/0");
  const auto unknown = WordList::read(R"({"feilds": []})", "w.json");
  ASSERT_FALSE(unknown.ok());
  EXPECT_EQ(unknown.error().message,
            "w.json:1:2: unknown word \"feilds\" (did you mean fields?), at /feilds");
}

}  // namespace
}  // namespace crosswalk::draft
