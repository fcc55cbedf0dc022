// Any bytes as an ECMA-262 pattern, a NUL, and a text: all ways to match it say the same.
//
// What must hold: the matcher that a pattern is given (shape, fixed texts, RE2, the engine for
// look-around) finds what the plain matcher finds by the same tree; so does the text that the tree
// becomes for engines, under ICU; a text that lacks the byte that every match needs, or does not
// begin as every match begins, does not match.
//   ^(?:a|ab)c\0abc   both find it
// Left out: \p{...} and back-references; patterns of several repeats under an engine that goes back
// and gives up after a while.
#include <string>

#include "check/regex.h"
#include "check/regex_tree.h"
#include "support/bytes.h"
#include "support/plain_regex.h"
#include "support/require.h"
#include "text/fallback_regex.h"
#include "text/utf8.h"

namespace {

using namespace crosswalk;
using check::RegexNode;
using fuzz::require;

std::size_t count_repeats(const RegexNode& node) {
  std::size_t count = node.kind == RegexNode::Kind::kRepeat ? 1 : 0;
  for (const RegexNode& child : node.children) count += count_repeats(child);
  return count;
}

void check_hints(const check::Pattern& pattern, std::string_view text, bool is_found) {
  if (!is_found) return;
  if (pattern.required_byte())
    require(text.find(*pattern.required_byte()) != std::string_view::npos);
  require(text.starts_with(pattern.start()));
}

void check_engine_text(const RegexNode& tree, std::string_view text, bool is_found) {
  const auto engine = text::FallbackRegex::compile(check::to_engine_text(tree));
  if (engine.ok()) require(engine.value()->matches(text) == is_found);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Bytes bytes(data, size);
  const auto [ecma, text] = bytes.halves();
  const auto tree = check::parse_regex(ecma);
  const auto pattern = check::Pattern::compile(ecma);
  require(tree.ok() || !pattern.ok());
  if (!pattern.ok() || !text::valid(text) || !text::valid(ecma)) return 0;
  const bool goes_back = check::needs_backtracking(tree.value());
  if (goes_back && count_repeats(tree.value()) > 2) return 0;
  const bool is_found = pattern.value().matches(text);
  check_hints(pattern.value(), text, is_found);
  const std::u32string characters = fuzz::characters_of(text);
  if (characters.size() > fuzz::kMaxPlainText || !fuzz::can_match_plainly(tree.value())) return 0;
  if (check::written_out_size(tree.value()) > 2000) return 0;
  require(fuzz::find_plainly(tree.value(), characters) == is_found);
  if (count_repeats(tree.value()) <= 2) check_engine_text(tree.value(), text, is_found);
  return 0;
}
