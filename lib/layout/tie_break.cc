// See tie_break.h.
#include "layout/tie_break.h"

#include <algorithm>
#include <array>
#include <optional>

#include "check/program.h"
#include "json/parser.h"

namespace crosswalk::layout {
namespace {

using format::LayoutKind;

// Names weigh more than rules: one step below is enough to lose a tie.
constexpr double kStep = 0.01;

/// A parsed text, or its first line.
struct Parsed {
  std::string_view text;
  json::Tape tape;
  bool is_whole = false;

  explicit Parsed(std::string_view source) : text(source) {
    std::vector<json::Fault> faults;
    json::parse(text, {.tolerant = true}, tape, faults);
    is_whole = std::ranges::all_of(faults, &json::Fault::mended);
  }
};

/// The value that the rules of a candidate are about, and the schema that judges it.
struct Judged {
  const Parsed* parsed = nullptr;
  std::uint32_t token = 0;
  format::NodeId node = 0;
};

/// Errors by the depth of their places. One near the root weighs more than any number below: it
/// speaks of another shape, the others of defects.
using Errors = std::array<std::size_t, 8>;

Errors by_depth(const std::vector<diagnostics::RawFinding>& findings) {
  Errors errors{};
  for (const diagnostics::RawFinding& finding : findings) {
    if (finding.severity != Severity::kError) continue;
    const auto depth = static_cast<std::size_t>(std::ranges::count(finding.pointer, '/'));
    ++errors[std::min(depth, errors.size() - 1)];
  }
  return errors;
}

/// Compares the candidates of one input.
class TieBreak {
 public:
  TieBreak(std::string_view text, const diagnostics::RuleCatalog& rules)
      : rules_(rules),
        document_(text),
        line_(text.substr(0, text.find_first_of("\r\n", text.find('{')))) {}

  /// What the rules of the candidate's format find; nothing if that can't be told.
  [[nodiscard]] std::optional<Errors> errors(const Candidate& candidate) const {
    const auto judged = judged_by(candidate);
    if (!judged || !judged->parsed->is_whole) return std::nullopt;
    const format::Definition& definition = *candidate.definition;
    const auto program = check::Program::compile(definition.schema, rules_);
    if (!program.ok()) return std::nullopt;
    const diagnostics::RulePolicy policy;
    std::vector<diagnostics::RawFinding> findings;
    const check::RunOptions options{&policy, 0};
    program.value()->check(judged->parsed->text, judged->parsed->tape, judged->token, judged->node,
                           options, findings);
    return by_depth(findings);
  }

 private:
  // Of a list the first record is judged.
  [[nodiscard]] std::optional<Judged> judged_by(const Candidate& candidate) const {
    const format::NodeId record = candidate.definition->record;
    if (candidate.layout->kind == LayoutKind::kNdjson) return Judged{&line_, 0, record};
    if (candidate.layout->kind != LayoutKind::kDocument) return std::nullopt;
    const bool is_list =
        !document_.tape.tokens.empty() && document_.tape.tokens[0].kind == json::Kind::kArray;
    return is_list ? Judged{&document_, 1, record} : Judged{&document_, 0, 0};
  }

  const diagnostics::RuleCatalog& rules_;
  Parsed document_;
  Parsed line_;
};

}  // namespace

void break_ties(std::string_view text, const diagnostics::RuleCatalog& rules,
                std::vector<Candidate>& candidates) {
  const auto ties = static_cast<std::size_t>(std::ranges::count(
      candidates, candidates.empty() ? 0 : candidates.front().score, &Candidate::score));
  if (ties < 2) return;
  const TieBreak judge(text, rules);
  std::vector<Errors> errors;
  for (std::size_t i = 0; i < ties; ++i) {
    const auto found = judge.errors(candidates[i]);
    if (!found) return;
    errors.push_back(*found);
  }
  const auto [least, most] = std::ranges::minmax(errors);
  if (least == most) return;
  for (std::size_t i = 0; i < ties; ++i) {
    if (errors[i] == least) {
      candidates[i].evidence.emplace_back("its rules find least wrong with it");
    } else {
      candidates[i].score -= kStep;
    }
  }
  std::ranges::stable_sort(candidates, std::ranges::greater{}, &Candidate::score);
}

}  // namespace crosswalk::layout
