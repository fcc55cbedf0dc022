// The public JSON Schema test suite, draft-07, through the rule program on tapes.
//
// Every file of the required part runs, and the optional ones that say something about what we
// assert. Schemas that are refused are listed in kRefusedSchemas, with the reason in
// docs/conformance.md; a listed one that compiles fails this test, so the list stays true.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include "check_support.h"

namespace crosswalk::check {
namespace {

// file: schema. All of them lead out of the file, which a `$ref` here may not.
const std::set<std::string> kRefusedSchemas = {
    "definitions: valid definition",
    "definitions: invalid definition",
    "ref: remote ref, containing refs itself",
    "ref: Recursive references between schemas",
    "refRemote: remote ref",
    "refRemote: fragment within remote ref",
    "refRemote: ref within remote ref",
    "refRemote: base URI change",
    "refRemote: base URI change - change folder",
    "refRemote: base URI change - change folder in subschema",
    "refRemote: root ref in remote ref"};

class Suite {
 public:
  explicit Suite(std::string file) : file_(std::move(file)) {
    std::ifstream in(std::string(CROSSWALK_SCHEMA_SUITE_DIR) + "/draft7/" + file_ + ".json");
    text_.assign(std::istreambuf_iterator<char>(in), {});
    std::vector<json::Fault> faults;
    read_ = json::parse(text_, {}, tape_, faults);
  }

  void run() {
    ASSERT_TRUE(read_) << file_;
    for_each(0, [&](std::uint32_t group) {
      const std::string schema(raw(member(group, "schema")));
      const std::string name = file_ + ": " + text(member(group, "description"));
      const auto compiled = compile(schema, false);
      ++count_;
      EXPECT_EQ(compiled->error.empty(), !kRefusedSchemas.contains(name))
          << name << ' ' << compiled->error;
      if (!compiled->program) return;
      for_each(member(group, "tests"),
               [&](std::uint32_t test) { run_test(*compiled, name, test); });
    });
    EXPECT_GT(count_, 0);
  }

 private:
  void run_test(const Compiled& compiled, const std::string& schema, std::uint32_t test) {
    const std::string document(raw(member(test, "data")));
    const bool wanted = raw(member(test, "valid")) == "true";
    EXPECT_EQ(judge(compiled, document).good, wanted)
        << schema << ": " << text(member(test, "description"));
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

TEST_P(RequiredFile, PassesApartFromRefusedSchemas) {
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

TEST_P(OptionalFile, PassesApartFromRefusedSchemas) {
  Suite("optional/" + std::string(GetParam())).run();
}

INSTANTIATE_TEST_SUITE_P(Draft7, OptionalFile,
                         testing::Values("bignum", "ecmascript-regex", "zeroTerminatedFloats",
                                         "format/date", "format/date-time", "format/time",
                                         "format/email", "format/idn-email", "format/hostname",
                                         "format/idn-hostname", "format/ipv4", "format/ipv6",
                                         "format/uri", "format/uri-reference", "format/iri",
                                         "format/iri-reference", "format/uri-template",
                                         "format/json-pointer", "format/relative-json-pointer",
                                         "format/regex"),
                         [](const auto& file) {
                           std::string name = file.param;
                           for (char& c : name) {
                             if (c == '-' || c == '/') c = '_';
                           }
                           return name;
                         });

}  // namespace
}  // namespace crosswalk::check
