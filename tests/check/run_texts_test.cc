// Texts that were damaged on their way, in documents.
#include "check/check_support.h"
#include "check/run.h"

namespace crosswalk::check {
namespace {

constexpr const char* kSchema = R"({
  "properties": {
    "id": {"type": "string", "x-crosswalk": {"pii": "id"}},
    "mail": {"x-crosswalk": {"pii": "email"}},
    "phones": {"items": {"$ref": "#/definitions/phone"}},
    "note": {"allOf": [{"maxLength": 12}]}
  },
  "additionalProperties": {"x-crosswalk": {"pii": "id"}},
  "definitions": {"phone": {"type": "string", "x-crosswalk": {"pii": "phone"}}}})";

/// `RULE POINTER` of each finding.
std::string told_of(std::string_view document, bool nfc = false) {
  const auto compiled = compile(kSchema);
  EXPECT_EQ(compiled->error, "");
  json::Tape tape;
  std::vector<json::Fault> faults;
  json::parse(document, {}, tape, faults);
  std::vector<diagnostics::RawFinding> findings;
  RunOptions options = compiled->options();
  options.nfc = nfc;
  Run run(compiled->program->code(), options, findings);
  run.read_from(document, tape);
  std::string scratch;
  run.judge(value_at(document, tape, 0, scratch), 0);
  run.judge_texts(0, compiled->rules);
  std::string told;
  for (const auto& finding : findings) {
    told += (told.empty() ? "" : ", ") + compiled->rules.rule(finding.rule).name + ' ' +
            finding.pointer;
  }
  return told;
}

TEST(Texts, OfKeysAndPhonesAreNoSpreadsheetNumbers) {
  EXPECT_EQ(told_of(R"({"id": "4.86E+10"})"), "text.spreadsheet-number /id");
  EXPECT_EQ(told_of(R"({"phones": ["1", "4.86E+10"]})"), "text.spreadsheet-number /phones/1");
  EXPECT_EQ(told_of(R"({"other": "4.86E+10"})"), "text.spreadsheet-number /other");
  EXPECT_EQ(told_of(R"({"mail": "4.86E+10", "note": "4.86E+10"})"), "");
}

TEST(Texts, OfKeysAndAddressesHaveNoBlanksAtTheirEnds) {
  EXPECT_EQ(told_of(R"({"id": " 7", "mail": "a@b\u00a0"})"),
            "text.key-blank /id, text.key-blank /mail");
  EXPECT_EQ(told_of(R"({"phones": [" 7"], "note": " 7"})"), "");
}

TEST(Texts, AreToldOfLostCharactersWhateverTheyAre) {
  EXPECT_EQ(told_of("{\"note\": \"Pawe?czyk\", \"id\": \"a\xEF\xBF\xBD z\"}"),
            "text.lost-character /note, text.lost-character /id");
  EXPECT_EQ(told_of(R"({"note": "why? so"})"), "");
}

TEST(Texts, OfKeysAndAddressesAreInNfcUnlessTheyAreMadeSo) {
  constexpr const char* kDocument = R"({"id": "e\u0301", "mail": "ré@b", "note": "e\u0301"})";
  EXPECT_EQ(told_of(kDocument), "text.not-nfc /id");
  EXPECT_EQ(told_of(kDocument, true), "");
}

TEST(Texts, ThatHaveAFindingGetNoMore) {
  EXPECT_EQ(told_of(R"({"note": "Micha?owski Adam"})"), "schema.max-length /note");
  EXPECT_EQ(told_of(R"({"note": "Micha?owski Adam", "id": "7 "})"),
            "schema.max-length /note, text.key-blank /id");
}

}  // namespace
}  // namespace crosswalk::check
