// Short ways to a schema, a program and its findings, for the tests of this folder.
#ifndef CROSSWALK_TESTS_CHECK_CHECK_SUPPORT_H
#define CROSSWALK_TESTS_CHECK_CHECK_SUPPORT_H

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "check/program.h"
#include "check/value.h"
#include "format/loader.h"
#include "json/parser.h"

namespace crosswalk::check {

/// A schema with its program, a policy and a catalog.
struct Compiled {
  diagnostics::RuleCatalog rules;
  diagnostics::RulePolicy policy;
  std::unique_ptr<const format::Schema> schema;
  std::unique_ptr<const Program> program;
  std::string error;  ///< why there is no program

  [[nodiscard]] RunOptions options() const { return {&policy, 1'700'000'000}; }
};

/// Loads and compiles `schema`; rules named v.* are made known first.
inline std::unique_ptr<Compiled> compile(const std::string& schema,
                                         const format::SchemaOptions& options = {
                                             .is_closed = true}) {
  auto compiled = std::make_unique<Compiled>();
  for (const char* name : {"v.a", "v.b", "v.c", "v.d", "v.e"}) compiled->rules.intern(name);
  auto loaded = format::load_schema(schema, "test.json", options);
  if (!loaded) {
    compiled->error = loaded.error().message;
    return compiled;
  }
  compiled->schema = std::make_unique<const format::Schema>(std::move(loaded).value());
  auto program = Program::compile(*compiled->schema, compiled->rules);
  if (!program) {
    compiled->error = program.error().message;
  } else {
    compiled->program = std::move(program).value();
  }
  return compiled;
}

/// A document under test.
struct Judged {
  bool good = false;
  std::vector<diagnostics::RawFinding> findings;
};

inline Judged judge(const Compiled& compiled, std::string_view document) {
  Judged judged;
  EXPECT_NE(compiled.program, nullptr) << compiled.error;
  if (!compiled.program) return judged;
  json::Tape tape;
  std::vector<json::Fault> faults;
  json::parse(document, {}, tape, faults);
  EXPECT_FALSE(tape.tokens.empty()) << document;
  judged.good = compiled.program->check(document, tape, 0, 0, compiled.options(), judged.findings);
  return judged;
}

/// The rules of the findings, in order, with a blank between: `schema.type v.a`.
inline std::string rules_of(const Compiled& compiled, const Judged& judged) {
  std::string names;
  for (const diagnostics::RawFinding& finding : judged.findings) {
    if (!names.empty()) names += ' ';
    names += compiled.rules.rule(finding.rule).name;
  }
  return names;
}

/// The rules that `schema` reports on `document`.
inline std::string rules_on(const std::string& schema, std::string_view document) {
  const auto compiled = compile(schema);
  EXPECT_EQ(compiled->error, "");
  return compiled->program ? rules_of(*compiled, judge(*compiled, document)) : "";
}

/// The canonical text of a JSON text.
inline std::string canonical(std::string_view text) {
  json::Tape tape;
  std::vector<json::Fault> faults;
  EXPECT_TRUE(json::parse(text, {}, tape, faults)) << text;
  std::string out;
  append_canonical(text, tape, 0, out);
  return out;
}

}  // namespace crosswalk::check

#endif  // CROSSWALK_TESTS_CHECK_CHECK_SUPPORT_H
