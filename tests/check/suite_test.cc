// The public JSON Schema test suite, draft-07, through the rule program on tapes.
//
// Every file of the required part runs, and every optional one. What a schema refers to is handed
// in by URI: the suite's own remotes, and the meta-schema of draft-07. Cases in which we deviate
// are listed in kDeviations, with the reason in docs/conformance.md; a listed one that passes fails
// this test, so the list stays true.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "check_support.h"

namespace crosswalk::check {
namespace {

// file: schema: case.
const std::set<std::string> kDeviations = {
    "optional/content: validation of string-encoded content based on media type: an invalid JSON "
    "document",
    "optional/content: validation of binary string-encoding: an invalid base64 string (% is not a "
    "valid character)",
    "optional/content: validation of binary-encoded media type documents: a validly-encoded "
    "invalid "
    "JSON document",
    "optional/content: validation of binary-encoded media type documents: an invalid base64 string "
    "that is valid JSON",
};

std::string file_text(const std::string& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

Result<std::optional<format::Document>> remote_document(const std::string& uri) {
  static const std::map<std::string, std::string> kPaths = [] {
    std::map<std::string, std::string> paths{
        {"http://json-schema.org/draft-07/schema", CROSSWALK_META_SCHEMA}};
    for (const char* name :
         {"integer.json", "name.json", "subSchemas.json", "folder/folderInteger.json"}) {
      paths[std::string("http://localhost:1234/") + name] =
          std::string(CROSSWALK_SCHEMA_SUITE_DIR) + "/../remotes/" + name;
    }
    return paths;
  }();
  const auto found = kPaths.find(uri);
  if (found == kPaths.end()) return std::optional<format::Document>();
  return std::optional(format::Document{file_text(found->second), uri});
}

class Suite {
 public:
  explicit Suite(std::string file) : file_(std::move(file)) {
    text_ = file_text(std::string(CROSSWALK_SCHEMA_SUITE_DIR) + "/draft7/" + file_ + ".json");
    std::vector<json::Fault> faults;
    read_ = json::parse(text_, {}, tape_, faults);
  }

  void run() {
    ASSERT_TRUE(read_) << file_;
    for_each(0, [&](std::uint32_t group) {
      const std::string schema(raw(member(group, "schema")));
      const std::string name = file_ + ": " + text(member(group, "description"));
      const auto compiled = compile(schema, {.documents = remote_document});
      ++count_;
      ASSERT_EQ(compiled->error, "") << name;
      for_each(member(group, "tests"),
               [&](std::uint32_t test) { run_test(*compiled, name, test); });
    });
    EXPECT_GT(count_, 0);
  }

 private:
  void run_test(const Compiled& compiled, const std::string& schema, std::uint32_t test) {
    const std::string document(raw(member(test, "data")));
    const bool wanted = raw(member(test, "valid")) == "true";
    const std::string name = schema + ": " + text(member(test, "description"));
    EXPECT_EQ(judge(compiled, document).good == wanted, !kDeviations.contains(name)) << name;
  }

  template <class Function>
  void for_each(std::uint32_t array, const Function& function) {
    const std::uint32_t end = tape_.tokens[array].next;
    for (std::uint32_t i = array + 1; i < end; i = tape_.tokens[i].next) function(i);
  }
  std::uint32_t member(std::uint32_t object, std::string_view name) const {
    return json::member(text_, tape_, object, name);
  }
  std::string_view raw(std::uint32_t token) const { return json::raw(text_, tape_.tokens[token]); }
  std::string text(std::uint32_t token) const {
    std::string scratch;
    return std::string(json::string_value(text_, tape_.tokens[token], scratch));
  }

  std::string file_;
  std::string text_;
  json::Tape tape_;
  bool read_ = false;
  int count_ = 0;
};

class RequiredFile : public testing::TestWithParam<const char*> {};

TEST_P(RequiredFile, PassesWhole) {
  Suite(GetParam()).run();
}

INSTANTIATE_TEST_SUITE_P(Draft7, RequiredFile,
                         testing::Values("additionalItems", "additionalProperties", "allOf",
                                         "anyOf", "boolean_schema", "const", "contains", "default",
                                         "definitions", "dependencies", "enum", "exclusiveMaximum",
                                         "exclusiveMinimum", "if-then-else", "items", "maxItems",
                                         "maxLength", "maxProperties", "maximum", "minItems",
                                         "minLength", "minProperties", "minimum", "multipleOf",
                                         "not", "oneOf", "pattern", "patternProperties",
                                         "properties", "propertyNames", "ref", "refRemote",
                                         "required", "type", "uniqueItems"),
                         [](const auto& file) {
                           std::string name = file.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

class OptionalFile : public testing::TestWithParam<const char*> {};

TEST_P(OptionalFile, PassesApartFromListedDeviations) {
  Suite("optional/" + std::string(GetParam())).run();
}

INSTANTIATE_TEST_SUITE_P(Draft7, OptionalFile,
                         testing::Values("bignum", "content", "ecmascript-regex",
                                         "zeroTerminatedFloats", "format/date", "format/date-time",
                                         "format/time", "format/email", "format/idn-email",
                                         "format/hostname", "format/idn-hostname", "format/ipv4",
                                         "format/ipv6", "format/uri", "format/uri-reference",
                                         "format/iri", "format/iri-reference",
                                         "format/uri-template", "format/json-pointer",
                                         "format/relative-json-pointer", "format/regex"),
                         [](const auto& file) {
                           std::string name = file.param;
                           for (char& c : name) {
                             if (c == '-' || c == '/') c = '_';
                           }
                           return name;
                         });

}  // namespace
}  // namespace crosswalk::check
