// The walk: see record_test.h. Members of one object mostly come in the schema's order, so the next
// name is guessed.
#include "check/record_test.h"

#include <algorithm>
#include <string>

#include "check/text_rules.h"
#include "text/nfc.h"

namespace crosswalk::check {

using json::Kind;
using json::Token;

class RecordTest::Walk {
 public:
  Walk(RecordTest& test, std::string_view text, const json::Tape& tape, Run& run)
      : test_(test),
        text_(text),
        tokens_(tape.tokens.data()),
        run_(run),
        may_lose_characters_(may_have_lost_characters(text)) {}

  bool is_clean(std::uint32_t token, std::uint32_t plan) {
    if (plan == kDoubtful || depth_ == kMostNested) return false;
    if (plan == kAnything && !may_lose_characters_) return true;
    ++depth_;
    const bool is_good = passes(token, plan);
    --depth_;
    return is_good;
  }

 private:
  static constexpr int kMostNested = 1000;  // of values inside each other

  bool passes(std::uint32_t token, std::uint32_t plan) {
    Plan& asked = test_.plans_[plan];
    const Token& at = tokens_[token];
    const Tests& tests = asked.of_kind[static_cast<std::size_t>(at.kind)];
    switch (at.kind) {
      case Kind::kString: {
        const std::string_view characters = json::string_value(text_, at, scratch_);
        return passes_all(tests, {Kind::kString, characters, token}) &&
               is_undamaged(characters, asked.damage);
      }
      case Kind::kArray:
        return passes_all(tests, {Kind::kArray, {}, token}) &&
               has_clean_elements(token, asked.elements);
      case Kind::kObject:
        return has_clean_members(token, asked) && passes_all(tests, {Kind::kObject, {}, token});
      default:
        return passes_all(tests, scalar(at.kind, json::raw(text_, at), token));
    }
  }

  bool passes_all(const Tests& tests, const Value& value) {
    static const ByteSet kAnyByte = ByteSet().set();
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
  bool may_lose_characters_;
  int depth_ = 0;
  std::string scratch_;
};

bool RecordTest::is_clean(std::string_view text, const json::Tape& tape, Run& run) {
  return Walk(*this, text, tape, run).is_clean(0, record_);
}

}  // namespace crosswalk::check
