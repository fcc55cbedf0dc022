// Which format and layout a run reads or writes: by name, or by looking at the input.
//
//   vendor/name:layout   is that layout
//   vendor/name          is the layout that fits the input best; of an output, the first
//   nothing              is the format and layout that fit the input best
// Two that fit equally well are never decided between: the caller must say. A name that does not
// fit the input is taken at its word, so that the findings tell what is wrong with the input.
// Test: tests/api/choice_test.cc.
#ifndef CROSSWALK_API_CHOICE_H
#define CROSSWALK_API_CHOICE_H

#include <string>
#include <string_view>

#include "crosswalk/result.h"
#include "crosswalk/run.h"
#include "format/library.h"
#include "layout/detect.h"
#include "text/time_zone.h"

namespace crosswalk::api {

/// A format and one of its layouts. Ownership: pointers into the library.
struct Choice {
  const format::Definition* definition = nullptr;
  const format::Layout* layout = nullptr;

  /// `vendor/name:layout`.
  [[nodiscard]] std::string name() const { return definition->name + ":" + layout->name; }
};

/// What of an input is looked at to tell its format.
inline constexpr std::size_t kDetectBytes = std::size_t{1} << 20U;

/// True if the first bytes of an input, after a byte order mark and blanks, are those of a JSON
/// object or array.
bool begins_like_json(std::string_view start);

/// The format and layout of an input; `options.from` may be empty. Looks at `source` only if that
/// does not say it all. Errors: kUsage for unknown names, and where nothing or too much fits; kIo.
Result<Choice> choose_source(const format::Library& library, const ReadOptions& options,
                             layout::PeekedSource& source);

/// The format and layout of an output. Errors: kUsage for unknown names.
Result<Choice> choose_target(const format::Library& library, std::string_view to);

/// The operation called `name`; null if no name is given. Errors: kUsage for one that does not
/// exist.
Result<const format::Operation*> choose_operation(const format::Definition& definition,
                                                  const std::string& name);

/// The zone called `name` (ReadOptions::time_zone); nothing if no name is given. Errors: kUsage for
/// one that does not exist.
Result<std::optional<text::TimeZone>> choose_time_zone(const std::string& name);

}  // namespace crosswalk::api

#endif  // CROSSWALK_API_CHOICE_H
