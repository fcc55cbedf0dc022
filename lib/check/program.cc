// The door of the rule program; the work is in compile.cc and run.cc.
//
//   compile({"type":"string"}) then check of 7   ->   one finding, schema.type
// Test: tests/check/program_test.cc.
#include "check/program.h"

#include <iterator>
#include <set>
#include <tuple>

#include "check/code.h"
#include "check/compile.h"
#include "check/run.h"

namespace crosswalk::check {

namespace {

using diagnostics::RawFinding;

// Drops findings from `begin` on that say what another one says: a value may be reached by the same
// schema, or by schemas that want the same, in several ways.
void drop_repeated(std::vector<RawFinding>& findings, std::size_t begin) {
  const auto said = [](const RawFinding& finding) {
    return std::tie(finding.offset, finding.rule, finding.severity, finding.part, finding.pointer,
                    finding.name, finding.expected);
  };
  const auto is_less = [&](const RawFinding* a, const RawFinding* b) {
    return said(*a) < said(*b);
  };
  std::set<const RawFinding*, decltype(is_less)> seen(is_less);
  std::vector<RawFinding> kept;
  kept.reserve(findings.size() - begin);
  for (std::size_t i = begin; i < findings.size(); ++i) {
    if (seen.contains(&findings[i])) continue;
    kept.push_back(std::move(findings[i]));
    seen.insert(&kept.back());
  }
  findings.resize(begin);
  findings.insert(findings.end(), std::make_move_iterator(kept.begin()),
                  std::make_move_iterator(kept.end()));
}

}  // namespace

Program::Program(std::unique_ptr<const Code> code) : code_(std::move(code)) {}
Program::~Program() = default;

Result<std::unique_ptr<const Program>> Program::compile(const format::Schema& schema,
                                                        const diagnostics::RuleCatalog& rules) {
  auto code = std::make_unique<Code>();
  const Status compiled = compile_schema(schema, rules, *code);
  if (!compiled) return compiled.error();
  return std::unique_ptr<const Program>(new Program(std::move(code)));
}

bool Program::check(std::string_view text, const json::Tape& tape, std::uint32_t token,
                    format::NodeId node, const RunOptions& options,
                    std::vector<diagnostics::RawFinding>& findings) const {
  const std::size_t begin = findings.size();
  Run run(*code_, options, findings);
  run.read_from(text, tape);
  std::string scratch;
  const bool good = run.judge(value_at(text, tape, token, scratch), node);
  drop_repeated(findings, begin);
  return good;
}

}  // namespace crosswalk::check
