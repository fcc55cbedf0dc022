// The walk: see record_test.h. Members of one object mostly come in the schema's order, so the next
// name is guessed.
#include "check/record_test.h"

#include <algorithm>
#include <string>
#include <utility>

#include "check/text_rules.h"
#include "text/nfc.h"

namespace crosswalk::check {

using json::Kind;
using json::Token;

namespace {

const ByteSet kAnyByte = ByteSet().set();

}  // namespace

/// Asks values by themselves.
class RecordTest::Judge {
 public:
  Judge(RecordTest& test, std::string_view text, const json::Tape& tape, Run& run)
      : test_(test),
        text_(text),
        tokens_(tape.tokens.data()),
        run_(run),
        may_lose_characters_(may_have_lost_characters(text)) {}

  [[nodiscard]] bool may_lose_characters() const { return may_lose_characters_; }

  // What stands inside a container is left out.
  bool passes(std::uint32_t token, const Plan& asked) {
    const Token& at = tokens_[token];
    const Tests& tests = asked.of_kind[static_cast<std::size_t>(at.kind)];
    switch (at.kind) {
      case Kind::kString: {
        const std::string_view characters = json::string_value(text_, at, scratch_);
        return passes_all(tests, {Kind::kString, characters, token}) &&
               is_undamaged(characters, asked.damage);
      }
      case Kind::kArray:
      case Kind::kObject:
        return passes_all(tests, {at.kind, {}, token});
      default:
        return passes_all(tests, scalar(at.kind, json::raw(text_, at), token));
    }
  }

 private:
  bool passes_all(const Tests& tests, const Value& value) {
    return tests.own.passes(*test_.code_, value, kAnyByte, test_.options_->now_unix) &&
           std::ranges::all_of(tests.others, [&](const Instruction& instruction) {
             return run_.passes_in_silence(instruction, value);
           });
  }

  bool is_undamaged(std::string_view characters, TextDamage damage) const {
    return !(damage.spreadsheet_number && is_spreadsheet_number(characters)) &&
           !(damage.blank_end && has_blank_end(characters)) &&
           !(damage.not_nfc && !text::is_nfc(characters)) &&
           !(may_lose_characters_ && has_lost_character(characters));
  }

  RecordTest& test_;
  std::string_view text_;
  const Token* tokens_;
  Run& run_;
  bool may_lose_characters_;
  std::string scratch_;
};

/// Goes down a record, and takes the course down.
class RecordTest::Walk {
 public:
  // `course` may be null.
  Walk(RecordTest& test, std::string_view text, const json::Tape& tape, Run& run, Judge& judge,
       Course* course)
      : test_(test),
        text_(text),
        tokens_(tape.tokens.data()),
        run_(run),
        judge_(judge),
        course_(course) {}

  bool is_clean(std::uint32_t token, std::uint32_t plan) {
    if (plan == kDoubtful || depth_ == kMostNested) return false;
    if (plan == kAnything && !judge_.may_lose_characters()) return true;
    ++depth_;
    const bool is_good = passes(token, plan);
    --depth_;
    return is_good;
  }

 private:
  static constexpr int kMostNested = 1000;  // of values inside each other

  bool passes(std::uint32_t token, std::uint32_t plan) {
    Plan& asked = test_.plans_[plan];
    const Kind kind = tokens_[token].kind;
    if (kind == Kind::kObject && !has_clean_members(token, asked)) return false;
    if (!passes_known(token, asked)) return false;
    if (course_ != nullptr && asked.asks(kind)) course_->push_back({token, plan});
    return kind != Kind::kArray || has_clean_elements(token, asked.elements);
  }

  // A text that has a number is asked once.
  bool passes_known(std::uint32_t token, Plan& asked) {
    const std::uint16_t number = tokens_[token].known_text;
    if (number == 0) return judge_.passes(token, asked);
    if (asked.good_texts.size() <= number) asked.good_texts.resize(number + std::size_t{1});
    if (asked.good_texts[number] == 0) asked.good_texts[number] = judge_.passes(token, asked);
    return asked.good_texts[number] != 0;
  }

  bool has_clean_elements(std::uint32_t array, std::uint32_t plan) {
    const std::uint32_t end = tokens_[array].next;
    for (std::uint32_t at = array + 1; at < end; at = tokens_[at].next) {
      if (!is_clean(at, plan)) return false;
    }
    return true;
  }

  bool has_clean_members(std::uint32_t object, Plan& plan) {
    std::uint64_t found = 0;
    std::uint32_t guess = 0;
    const std::uint32_t end = tokens_[object].next;
    for (std::uint32_t at = object + 1; at < end; at = tokens_[at + 1].next) {
      const std::string_view name = json::string_value(text_, tokens_[at], scratch_);
      std::uint32_t number = plan.names.find(name, guess);
      if (number == base::NameTable::kNone) number = learn(name, plan);
      if (number == base::NameTable::kNone) return false;
      guess = number + 1;
      Member& member = plan.members[number];
      if (member.name == Name::kNew)
        member.name = is_good_name(name, plan) ? Name::kGood : Name::kBad;
      found |= member.required;
      if (member.name == Name::kBad || !is_clean(at + 1, member.plan)) return false;
    }
    return found == plan.required;
  }

  // Gives a member without a name of its own a number; kNone if there are too many.
  std::uint32_t learn(std::string_view name, Plan& plan) const {
    constexpr std::uint32_t kMostNames = 10'000;
    if (plan.names.size() >= kMostNames) return base::NameTable::kNone;
    plan.members.push_back({unnamed(plan, name), 0, Name::kNew});
    return plan.names.add(name);
  }

  bool is_good_name(std::string_view name, const Plan& plan) const {
    return std::ranges::all_of(plan.name_nodes, [&](format::NodeId node) {
      return run_.accepts({Kind::kString, name, kNoToken}, node);
    });
  }

  // What is asked of a member that has no name of its own.
  [[nodiscard]] std::uint32_t unnamed(const Plan& plan, std::string_view name) const {
    const Family* found = nullptr;
    for (const Family& family : plan.families) {
      if (!test_.code_->patterns[family.pattern].matches(name)) continue;
      if (found != nullptr) return kDoubtful;
      found = &family;
    }
    return found != nullptr ? found->plan : plan.other_members;
  }

  RecordTest& test_;
  std::string_view text_;
  const Token* tokens_;
  Run& run_;
  Judge& judge_;
  Course* course_;
  int depth_ = 0;
  std::string scratch_;
};

bool RecordTest::is_clean(std::string_view text, const json::Tape& tape, Run& run) {
  Judge judge(*this, text, tape, run);
  const bool has_course = tape.outline != 0 && !judge.may_lose_characters();
  if (const Course* const course = has_course ? courses_.find(tape.outline) : nullptr) {
    return std::ranges::all_of(
        *course, [&](const Stop& stop) { return judge.passes(stop.token, plans_[stop.plan]); });
  }
  Course course;
  Walk walk(*this, text, tape, run, judge, has_course ? &course : nullptr);
  if (!walk.is_clean(0, record_)) return false;
  if (has_course) courses_.add(tape.outline, std::move(course));
  return true;
}

}  // namespace crosswalk::check
