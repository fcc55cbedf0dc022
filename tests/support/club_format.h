// Small formats of customers, written as the properties that a test is about.
#ifndef CROSSWALK_TESTS_SUPPORT_CLUB_FORMAT_H
#define CROSSWALK_TESTS_SUPPORT_CLUB_FORMAT_H

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "format/loader.h"

namespace crosswalk::tests {

/// What a club says besides the properties of its members.
struct ClubWords {
  std::string root = R"("missing": ["absent", "null"],)";  ///< of the root's annotation
  std::string required = {};                               ///< such as `"id", "name"`
};

/// A format of customers with these properties, each closed by the next.
inline format::Definition club_of(const std::string& properties, const ClubWords& words = {}) {
  diagnostics::RuleCatalog rules;
  auto loaded = format::load_definition(
      R"({"$schema": "http://json-schema.org/draft-07/schema#", "title": "Club", "type": "object",
          "additionalProperties": false, "required": [)" +
          words.required + R"(], "properties": {)" + properties +
          R"(}, "x-crosswalk": {"holds": "customer",)" + words.root +
          R"("layouts": {"ndjson": {}}}})",
      "club/members", "f.json", rules);
  if (!loaded.ok()) ADD_FAILURE() << loaded.error().message;
  return loaded.ok() ? std::move(loaded).value() : format::Definition();
}

/// A property: `schema` are the keywords before the annotation, `mapping` the words in it.
inline std::string member_of_club(const std::string& name, const std::string& schema,
                                  const std::string& mapping) {
  const std::string keywords = schema.empty() ? "" : schema + ", ";
  return '"' + name + "\": {" + keywords + R"("x-crosswalk": {)" + mapping + "}}";
}

}  // namespace crosswalk::tests

#endif  // CROSSWALK_TESTS_SUPPORT_CLUB_FORMAT_H
