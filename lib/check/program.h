// The rule program: a schema compiled once into a flat list of instructions that every layout runs.
//
// A schema node becomes a run of instructions; a value is a scalar cell or a token of a JSON tape;
// one interpreter runs either. Instructions stand in the order in which a value's first failure is
// told (type, const, enum, not, length, format, pattern, range, then combinations), and a value
// stops at its first failure, so each cause is told once. Containers go on: each member and element
// is judged by itself. `must` checks run only on values that passed the plain keywords.
//   {"type":"string","pattern":"^[0-9a-f]{64}$"}  ->  TYPE string; SHAPE hex*64
// Patterns that are a fixed sequence of character classes become SHAPE (no regex at run time);
// others run on RE2; those with look-around, which RE2 refuses, on lib/text. Numbers are compared
// as decimals, never as doubles: 9007199254740993 is not ...992. Test: tests/check/program_test.cc;
// twin: check/reference.h (valijson).
#ifndef CROSSWALK_CHECK_PROGRAM_H
#define CROSSWALK_CHECK_PROGRAM_H

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "crosswalk/result.h"
#include "diagnostics/raw_finding.h"
#include "diagnostics/rule.h"
#include "format/definition.h"
#include "json/tape.h"

namespace crosswalk::check {

/// What a run needs besides the program. Shared between threads, immutable.
struct RunOptions {
  const diagnostics::RulePolicy* policy = nullptr;  ///< not null
  std::int64_t now_unix = 0;                        ///< for `within`
  bool nfc = false;  ///< keys are taken in NFC, and text.not-nfc is not told
};

/// A compiled schema.
/// Threads: immutable; shared.
class Program {
 public:
  /// Compiles a whole schema. Rule names must already be in `rules`. `schema` must outlive the
  /// program. Errors: kUsage for a pattern that does not compile or a `$ref` ring without end, with
  /// line and column.
  static Result<std::unique_ptr<const Program>> compile(const format::Schema& schema,
                                                        const diagnostics::RuleCatalog& rules);
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  /// Judges the value at `token` by the schema node `node` (0 = the root) and appends every
  /// finding; offsets are those of the tape's text, pointers are relative to the tape's root.
  /// Returns true if no plain keyword failed. Threads: any number at once.
  bool check(std::string_view text, const json::Tape& tape, std::uint32_t token,
             format::NodeId node, const RunOptions& options,
             std::vector<diagnostics::RawFinding>& findings) const;

  struct Code;  // instructions, see check/code.h
  [[nodiscard]] const Code& code() const { return *code_; }

 private:
  explicit Program(std::unique_ptr<const Code> code);
  std::unique_ptr<const Code> code_;
};

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_PROGRAM_H
