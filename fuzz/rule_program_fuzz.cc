// A schema and values, judged by the rule program and by valijson.
//
// The input is a JSON list: a draft-07 schema, then the values. What must hold: both say the same
// of each value; the program tells a finding exactly where it refuses; it says the same of the
// value with blanks around it.
//   [{"minimum": 2}, 1, 2, "a"]   refused, fine, fine
// valijson's known faults are left out, one by one: support/reference_faults.h.
#include <memory>
#include <string>
#include <vector>

#include "check/program.h"
#include "check/reference.h"
#include "format/loader.h"
#include "support/bytes.h"
#include "support/reference_faults.h"
#include "support/require.h"

namespace {

using namespace crosswalk;
using fuzz::Parsed;
using fuzz::require;
using json::Kind;

/// A schema, compiled by both.
struct Judges {
  diagnostics::RuleCatalog rules;
  diagnostics::RulePolicy policy;
  std::unique_ptr<const format::Schema> schema;
  std::unique_ptr<const check::Program> program;
  std::unique_ptr<check::ReferenceEngine> reference;  // null: it cannot be asked

  explicit Judges(const Parsed& text) {
    auto loaded = format::load_schema(text.text, "schema", {});
    if (!loaded.ok()) return;
    schema = std::make_unique<const format::Schema>(std::move(loaded).value());
    auto compiled = check::Program::compile(*schema, rules);
    if (!compiled.ok()) return;
    program = std::move(compiled).value();
    if (!fuzz::reference_should_agree_on_schema(text)) return;
    auto other = check::ReferenceEngine::compile(text.text, "");
    if (other.ok()) reference = std::move(other).value();
  }

  bool judge(const Parsed& value) const {
    std::vector<diagnostics::RawFinding> findings;
    const bool is_good =
        program->check(value.text, value.tape, 0, 0, {&policy, 1'700'000'000}, findings);
    require(is_good == findings.empty());
    for (const diagnostics::RawFinding& finding : findings)
      require(finding.offset <= value.text.size());
    return is_good;
  }

  void compare(const Parsed& value) const {
    const bool is_good = judge(value);
    require(judge(Parsed(" \n" + value.text + "\t ")) == is_good);
    if (!reference || !fuzz::reference_should_agree_on_value(value)) return;
    std::vector<check::ReferenceFailure> failures;
    const check::ReferenceVerdict verdict = reference->check(value.text, failures);
    if (verdict == check::ReferenceVerdict::kNotJudged) return;
    require((verdict == check::ReferenceVerdict::kValid) == is_good);
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Bytes bytes(data, size);
  const Parsed list(bytes.text());
  if (!list.is_good || list.tape.tokens[0].kind != Kind::kArray || list.tape.tokens[0].count < 2)
    return 0;
  const auto& tokens = list.tape.tokens;
  const Judges judges(Parsed(json::raw(list.text, tokens[1])));
  if (!judges.program) return 0;
  for (std::uint32_t at = tokens[1].next; at < tokens[0].next; at = tokens[at].next)
    judges.compare(Parsed(json::raw(list.text, tokens[at])));
  return 0;
}
