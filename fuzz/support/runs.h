// Runs of the public interface in memory: every built-in format is listed, none is named.
//
//   Choice 0 of a source is "what it looks like", 1 the first format and layout, 2 the second, ...
//   A run that finds nothing, or several, fails with kUsage: then there is nothing to hold.
// The clock stands still and requests get settings made of their schema, so that one input always
// does the same. Test: tests/fuzz/runs_test.cc.
#ifndef CROSSWALK_FUZZ_SUPPORT_RUNS_H
#define CROSSWALK_FUZZ_SUPPORT_RUNS_H

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "crosswalk/crosswalk.h"
#include "format/library.h"
#include "support/bytes.h"
#include "support/memory_output.h"

namespace crosswalk::fuzz {

/// The built-in formats, as users of the library get them.
const Formats& formats();
/// The built-in formats, and what inputs have added to them: made anew after some hundred inputs,
/// as names add up. Call once an input.
Formats& formats_to_add_to();
/// The built-in formats, as the layers see them.
const format::Library& library();

/// `vendor/name:layout` of every built-in format and layout, in a fixed order.
const std::vector<std::string>& sources();
/// `vendor/name` of `vendor/name:layout`.
std::string_view format_of(std::string_view source);
/// The layout's name in `vendor/name:layout`.
std::string_view layout_of(std::string_view source);
/// A source, or the empty name: what the input looks like.
std::string choose_source(Bytes& bytes);
/// The members that a request of this format needs besides its records, with a value that their
/// schema may take.
const std::vector<std::pair<std::string, std::string>>& settings_of(std::string_view source);

/// Options of reading that give the same result every time; limits are small.
ReadOptions read_options(std::string from);

/// Options of a conversion of `from` to `to`, whose request gets all that it needs.
ConvertOptions convert_options(std::string from, const std::string& to);

/// What a run came to.
struct Outcome {
  std::optional<RunResult> result;  ///< nothing: it failed
  ErrorKind failure = ErrorKind::kBug;
  std::string message;                ///< of the failure
  std::vector<std::string> findings;  ///< `rule severity line:column @byte #record field pointer`
  tests::MemoryOutput output;

  bool has_errors_beside_keys = false;  ///< of values, not only of keys that stand twice

  [[nodiscard]] bool ok() const { return result.has_value(); }
  [[nodiscard]] bool is_complete() const { return result && result->complete; }
  /// The first body; empty without.
  [[nodiscard]] std::string body() const {
    return output.bodies.empty() ? std::string() : output.bodies.front();
  }
};

/// Runs over a text, each held to what every run promises: a failure is not a bug of the library;
/// records are valid, invalid or unreadable; a conversion's records are written, rejected or
/// dropped; findings stand inside the input and in their order.
Outcome run_validate(std::string_view text, const ReadOptions& options);
Outcome run_convert(std::string_view text, const ConvertOptions& options);
Outcome run_repair(std::string_view text, const RepairOptions& options);

/// True if a conversion may lose a field without leave: it was named to be dropped, or the source's
/// system works it out itself.
bool is_let_go(const FieldLoss& field);

/// Requires that the format and layout `to` take what a conversion wrote, but for keys that stand
/// twice.
void require_readable(const Outcome& there, const std::string& to);

/// True if two runs told and counted the same.
bool same_verdict(const Outcome& a, const Outcome& b);

}  // namespace crosswalk::fuzz

#endif  // CROSSWALK_FUZZ_SUPPORT_RUNS_H
