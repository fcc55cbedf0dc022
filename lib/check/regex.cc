// Choosing the cheapest matcher that says the same.
//
//   required byte of "[a-z]+@[a-z]+" is the @: memchr says no before RE2 is asked
//   a{2000} is more than RE2 repeats, so lib/text takes it
// Test: tests/check/regex_test.cc.
#include "check/regex.h"

#include <re2/re2.h>

#include <mutex>
#include <tuple>

#include "check/look_ahead.h"
#include "text/fallback_regex.h"

namespace crosswalk::check {
namespace {

// (a{1000}){1000} is short and huge.
constexpr std::uint64_t kMaxWrittenOut = 500'000;

}  // namespace

// Made at once where it may be refused, else when it is first asked: an automaton has nearly all
// that is asked of its pattern.
struct Pattern::Engine {
  explicit Engine(std::string engine_text) : text(std::move(engine_text)) {}
  Status make(bool may_use_re2) const;
  [[nodiscard]] bool matches(std::string_view characters) const;

  std::string text;
  mutable std::once_flag once;  // for those that wait
  mutable std::unique_ptr<const RE2> re2;
  mutable std::unique_ptr<const text::FallbackRegex> fallback;  // where re2 is null
};

Status Pattern::Engine::make(bool may_use_re2) const {
  if (may_use_re2) {
    RE2::Options options;
    options.set_log_errors(false);
    re2 = std::make_unique<const RE2>(text, options);
    if (re2->ok()) return {};
    re2 = nullptr;
  }
  auto compiled = text::FallbackRegex::compile(text);
  if (!compiled) return compiled.error();
  fallback = std::move(compiled).value();
  return {};
}

bool Pattern::Engine::matches(std::string_view characters) const {
  if (re2)
    return re2->Match({characters.data(), characters.size()}, 0, characters.size(), RE2::UNANCHORED,
                      nullptr, 0);
  return fallback != nullptr && fallback->matches(characters);
}

Pattern::Pattern() = default;
Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;

Result<Pattern> Pattern::compile(std::string_view ecma) {
  const auto tree = parse_regex(ecma);
  if (!tree) return tree.error();
  if (written_out_size(tree.value()) > kMaxWrittenOut) {
    return Error{ErrorKind::kUsage, "a pattern whose repeats make more than 500,000 characters"};
  }
  std::optional<LookAhead> look = take_look_ahead(tree.value());
  if (!look) return compile(tree.value());
  Result<Pattern> outside = compile(look->without);
  Result<Pattern> looked_for = compile(look->looked_for);
  if (!outside) return outside;
  if (!looked_for) return looked_for;
  Pattern pattern = std::move(outside).value();
  pattern.looked_for_ = std::make_unique<const Pattern>(std::move(looked_for).value());
  pattern.must_match_ = look->must_match;
  return pattern;
}

Result<Pattern> Pattern::compile(const RegexNode& tree) {
  Pattern pattern;
  pattern.start_ = fixed_start(tree);
  pattern.shape_ = Shape::from(tree);
  if (pattern.shape_) {
    pattern.required_byte_ = pattern.shape_->lone_byte();
    return pattern;
  }
  pattern.required_byte_ = check::required_byte(tree);
  pattern.literals_ = Literals::from(tree);
  if (pattern.literals_) return pattern;
  pattern.automaton_ = Automaton::from(tree);
  auto engine = std::make_unique<Engine>(to_engine_text(tree));
  if (!pattern.automaton_) {
    if (const Status made = engine->make(!needs_backtracking(tree)); !made.ok())
      return made.error();
  }
  pattern.engine_ = std::move(engine);
  return pattern;
}

bool Pattern::matches(std::string_view text) const {
  if (!matches_outside(text)) return false;
  return looked_for_ == nullptr || looked_for_->matches(text) == must_match_;
}

bool Pattern::matches_outside(std::string_view text) const {
  if (shape_) return shape_->matches(text);
  if (required_byte_ && text.find(*required_byte_) == std::string_view::npos) return false;
  if (literals_) return literals_->matches(text);
  if (automaton_) {
    if (const auto answer = automaton_->matches(text)) return *answer;
    std::call_once(engine_->once, [this] { std::ignore = engine_->make(true); });
  }
  return engine_->matches(text);
}

}  // namespace crosswalk::check
