// ICU's regular expressions behind a plain door: rewrite, compile once, match with limits.
//
// Rewriting walks the pattern once and knows two things: what stands behind a backslash, and
// whether it is inside a class. A class such as [\d_] becomes [[0-9]_], which ICU reads as a union.
//   ^[[\w]{2}$   becomes   ^[\[[A-Za-z0-9_]]{2}\z
// A matcher keeps state, so each call makes its own; the compiled pattern is shared.
// Test: tests/text/fallback_regex_test.cc.
#include "text/fallback_regex.h"

#include <unicode/regex.h>
#include <unicode/unistr.h>

#include <limits>
#include <string>
#include <utility>

#include "text/icu_memory.h"

namespace crosswalk::text {
namespace {

constexpr std::int32_t kMaxSteps = 1000;  // in ICU's unit, about a millisecond
constexpr std::int32_t kMaxStackBytes = 8 << 20;

std::string_view ascii_class(char escape) {
  switch (escape) {
    case 'd':
      return "[0-9]";
    case 'D':
      return "[^0-9]";
    case 'w':
      return "[A-Za-z0-9_]";
    case 'W':
      return "[^A-Za-z0-9_]";
    default:
      return {};
  }
}

// The pattern in ICU's dialect.
std::string rewritten(std::string_view pattern) {
  std::string icu;
  bool in_class = false;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if (c == '\\' && i + 1 < pattern.size()) {
      const char escape = pattern[++i];
      const std::string_view ascii = ascii_class(escape);
      icu += ascii.empty() ? std::string{'\\', escape} : ascii;
    } else if (in_class && (c == '[' || c == '&')) {
      icu += {'\\', c};
    } else if (!in_class && c == '$') {
      icu += "\\z";
    } else {
      if (c == '[') in_class = true;
      if (c == ']') in_class = false;
      icu += c;
    }
  }
  return icu;
}

}  // namespace

struct FallbackRegex::Impl {
  std::unique_ptr<const icu::RegexPattern> pattern;
};

FallbackRegex::FallbackRegex(std::unique_ptr<const Impl> impl) : impl_(std::move(impl)) {}
FallbackRegex::~FallbackRegex() = default;

Result<std::unique_ptr<const FallbackRegex>> FallbackRegex::compile(std::string_view pattern) {
  UParseError place{};
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<const icu::RegexPattern> compiled(
      icu::RegexPattern::compile(utf16_of(rewritten(pattern)), place, status));
  check_memory(status);
  if (U_FAILURE(status)) {
    return Error{ErrorKind::kUsage,
                 std::string("the pattern does not compile: ") + u_errorName(status)};
  }
  auto impl = std::make_unique<const Impl>(Impl{std::move(compiled)});
  return std::unique_ptr<const FallbackRegex>(new FallbackRegex(std::move(impl)));
}

bool FallbackRegex::matches(std::string_view text) const {
  if (text.size() > std::numeric_limits<std::int32_t>::max()) return false;
  const icu::UnicodeString input = utf16_of(text);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::RegexMatcher> matcher(impl_->pattern->matcher(input, status));
  check_memory(status);
  if (U_FAILURE(status)) return false;
  matcher->setTimeLimit(kMaxSteps, status);
  matcher->setStackLimit(kMaxStackBytes, status);
  const bool found = matcher->find(status) != 0;
  check_memory(status);
  return found && U_SUCCESS(status);
}

}  // namespace crosswalk::text
