// Whether a record surely has nothing to tell: what its schema asks, laid out as one tree of tests
// and run in one walk over the tape.
//
// Nearly every record is good, and to see that takes far less than to say what is wrong. All nodes
// that describe a value (`$ref`, `allOf`, members that several of them name) are put together when
// the tree is made, so each member is looked up once and each scalar has one plan (scalar_plan.h).
//   {"allOf":[{"required":["id"]}],"properties":{"id":{"$ref":"#/definitions/key"}}}
//     ->  object: needs id; id: TYPE string, MIN_LENGTH 1
// Records of one outline (json/outlines.h) take the same course through the tree, so it is taken
// down once: the tests of their values, without names. It gives no finding: a doubtful record goes
// to the interpreter (check/run.h), which has the last word, so a test may doubt too much but never
// too little. What is no plain `and` of tests (anyOf, if, checks over several members) the
// interpreter is asked of that one value. Does not work: schemas that put values together in more
// than 1,000 ways; they have no RecordTest. Test: tests/check/record_test_test.cc, held against the
// interpreter.
#ifndef CROSSWALK_CHECK_RECORD_TEST_H
#define CROSSWALK_CHECK_RECORD_TEST_H

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/name_table.h"
#include "check/code.h"
#include "check/run.h"
#include "check/scalar_plan.h"
#include "check/text_rules.h"
#include "json/by_outline.h"
#include "json/tape.h"

namespace crosswalk::check {

/// The tests of the records of one input. What was asked of a name once is remembered.
/// Ownership: the program must outlive it. Threads: one.
class RecordTest {
 public:
  /// Lays out what each of `nodes` asks of a record. `described` says which texts are personal data
  /// (Run::judge_texts). Nothing if it cannot be laid out.
  static std::optional<RecordTest> lay_out(const Program::Code& code,
                                           const std::vector<format::NodeId>& nodes,
                                           format::NodeId described, const RunOptions& options);

  /// True if the record at the root of `tape` surely has no finding. `run` reads from it. Cost:
  /// linear; no allocation.
  [[nodiscard]] bool is_clean(std::string_view text, const json::Tape& tape, Run& run);

 private:
  friend class RecordLayout;
  class Walk;
  class Judge;

  static constexpr std::uint32_t kAnything = 0;            // the plan that asks nothing
  static constexpr std::uint32_t kDoubtful = 0xFFFFFFFFU;  // in place of a plan
  static constexpr std::size_t kKinds = 7;                 // of values

  /// What a value of one kind must pass.
  struct Tests {
    ScalarPlan own;                   // of containers: the type alone
    std::vector<Instruction> others;  // for the interpreter
  };
  /// What Plan::name_nodes have said of a name.
  enum class Name : std::uint8_t { kNew, kGood, kBad };
  /// A member that has a name of its own, or was met already.
  struct Member {
    std::uint32_t plan = kAnything;
    std::uint64_t required = 0;  // its bit in Plan::required
    Name name = Name::kNew;
  };
  /// Members whose names match a pattern.
  struct Family {
    std::uint32_t pattern = 0;
    std::uint32_t plan = kAnything;
  };
  /// What is asked of a value.
  struct Plan {
    std::array<Tests, kKinds> of_kind;
    TextDamage damage;
    std::uint32_t elements = kAnything;
    base::NameTable names;
    std::vector<Member> members;  // by number of the name
    std::vector<Family> families;
    std::uint32_t other_members = kAnything;
    std::vector<format::NodeId> name_nodes;  // of `propertyNames`, in a `must` too
    std::uint64_t required = 0;              // a bit for each member that must be there
    std::vector<std::uint8_t> good_texts;    // by number (json::Token::known_text): it passes

    /// True if there are values of `kind` that do not pass, whatever is inside them.
    [[nodiscard]] bool asks(json::Kind kind) const {
      const Tests& tests = of_kind[static_cast<std::size_t>(kind)];
      const bool asks_text = damage.spreadsheet_number || damage.blank_end || damage.not_nfc;
      return !tests.own.asks_nothing() || !tests.others.empty() ||
             (kind == json::Kind::kString && asks_text);
    }
  };

  /// A value that is asked something.
  struct Stop {
    std::uint32_t token = 0;
    std::uint32_t plan = kAnything;
  };
  /// What good records of one outline are asked; names are answered for.
  using Course = std::vector<Stop>;

  RecordTest(const Program::Code& code, const RunOptions& options)
      : code_(&code), options_(&options) {}

  const Program::Code* code_;
  const RunOptions* options_;
  std::vector<Plan> plans_;
  std::uint32_t record_ = kAnything;  // of plans_
  json::ByOutline<Course> courses_;
};

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_RECORD_TEST_H
