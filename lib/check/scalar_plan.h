// What scalars of one kind must pass to have nothing to tell: keywords and checks of nodes laid out
// as plain lists of tests, which run without the interpreter.
//
//   {"allOf":[{"$ref":...}],"x-crosswalk":{"parts":{"by":",",...},"checks":[{"must":...}]}}
//     ->  tests: TYPE string;  absent: PATTERN "@", asked only of texts that may have an @;
//         parts by ",": their own plan;  branches: a plan if another one passes, and if not
// Does not work: keywords that are no plain `and` of tests and conditions, such as anyOf. Who lays
// out has to do something else about them. Passing follows what check/run.cc does on a scalar:
// references and allOf lead on with their checks, a `must` without them. Test:
// tests/check/scalar_plan_test.cc, held against the interpreter.
#ifndef CROSSWALK_CHECK_SCALAR_PLAN_H
#define CROSSWALK_CHECK_SCALAR_PLAN_H

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "check/code.h"
#include "check/value.h"

namespace crosswalk::check {

/// Bytes that occur in a text, or in a batch of them.
using ByteSet = std::bitset<256>;

/// A list of tests. Passed if all of it passes.
/// Threads: immutable once laid out; shared. The program must outlive it.
class ScalarPlan {
 public:
  /// Adds what `node` asks of scalars of `kind`, with or without the checks that only good values
  /// get. False if it cannot be laid out: the plan then means nothing.
  bool add_node(const Program::Code& code, format::NodeId node, KindBits kind, bool with_checks);
  /// The same for one keyword.
  bool add_keyword(const Program::Code& code, const Instruction& keyword, KindBits kind,
                   bool with_checks);
  /// The same for one check.
  bool add_check(const Program::Code& code, const Instruction& check, KindBits kind);
  /// Adds all that `other` asks.
  void add_all(const ScalarPlan& other);

  /// True if `value` surely passes. `present` holds those of bytes() that its text may have. Cost:
  /// no allocation.
  [[nodiscard]] bool passes(const Program::Code& code, const Value& value, const ByteSet& present,
                            std::int64_t now_unix) const;
  /// True if whatever there is passes.
  [[nodiscard]] bool asks_nothing() const {
    return tests_.empty() && absences_.empty() && parts_.empty() && branches_.empty() && !never_;
  }
  /// No text longer than this passes, in bytes: what `const` and `enum` say.
  [[nodiscard]] std::size_t longest_text(const Program::Code& code) const;
  /// Adds the bytes whose absence spares tests.
  void add_bytes(ByteSet& bytes) const;

 private:
  /// A pattern that must not match, and a byte without which it cannot.
  struct Absence {
    unsigned char byte = 0;
    Instruction test;
  };
  struct Parts;
  struct Branch;

  void add_test(const Program::Code& code, const Instruction& test);
  bool add_type(const Instruction& type, KindBits kind);
  bool add_not(const Program::Code& code, const Instruction& keyword, KindBits kind);
  bool add_branch(const Program::Code& code, const Instruction& keyword, KindBits kind,
                  bool with_checks);
  [[nodiscard]] bool is_one_test() const;
  static bool parts_pass(const Program::Code& code, const Parts& parts, std::string_view text,
                         const ByteSet& present, std::int64_t now_unix);

  std::vector<Instruction> tests_;
  std::vector<Absence> absences_;
  std::vector<Parts> parts_;
  std::vector<Branch> branches_;
  bool never_ = false;  // nothing passes
};

/// Values with a separator between them, and what each of them must pass.
struct ScalarPlan::Parts {
  std::string_view by;  // of the program
  ScalarPlan each;
};

/// What a value must pass if it passes the condition, and if not.
struct ScalarPlan::Branch {
  ScalarPlan condition;
  ScalarPlan consequence;
  ScalarPlan alternative;
};

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_SCALAR_PLAN_H
