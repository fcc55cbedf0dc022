// The door of the rule program; the work is in compile.cc and run.cc.
//
//   compile({"type":"string"}) then check of 7   ->   one finding, schema.type
// Test: tests/check/program_test.cc.
#include "check/program.h"

#include "check/code.h"
#include "check/compile.h"
#include "check/run.h"

namespace crosswalk::check {

Program::Program(std::unique_ptr<const Code> code) : code_(std::move(code)) {}
Program::~Program() = default;

Result<std::unique_ptr<const Program>> Program::compile(const format::Schema& schema,
                                                        const diagnostics::RuleCatalog& rules,
                                                        std::string_view where) {
  auto code = std::make_unique<Code>();
  const Status compiled = compile_schema(schema, rules, where, *code);
  if (!compiled) return compiled.error();
  return std::unique_ptr<const Program>(new Program(std::move(code)));
}

bool Program::check(std::string_view text, const json::Tape& tape, std::uint32_t token,
                    format::NodeId node, const RunOptions& options,
                    std::vector<diagnostics::RawFinding>& findings) const {
  Run run(*code_, options, findings);
  run.read_from(text, tape);
  std::string scratch;
  return run.judge(value_at(text, tape, token, scratch), node);
}

}  // namespace crosswalk::check
