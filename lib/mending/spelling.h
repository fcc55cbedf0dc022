// A value as the bytes of a layout, and back.
//
// A mended value stands where the old one stood, so it is spelt as its neighbours are: quotes of a
// CSV cell stay, JSON strings have theirs, what stands in a form is percent-encoded.
//   JSON   `"a\u0042"`   <->   a text of two letters;   the number 1   ->   `1`
//   CSV    `"0123 456"`  ->    `"0123456"`
//   CSV    a cell without quotes that would need them now, in a layout that has none: nothing
// Test: tests/mending/spelling_test.cc.
#ifndef CROSSWALK_MENDING_SPELLING_H
#define CROSSWALK_MENDING_SPELLING_H

#include <optional>
#include <string>
#include <string_view>

#include "format/definition.h"
#include "mending/value.h"
#include "record/batch.h"

namespace crosswalk::mending {

/// The scalar that a cell holds; nothing for containers.
std::optional<Scalar> scalar_of(std::string_view bytes, const record::Cell& cell);

/// The scalar that the JSON text `raw` is; nothing for containers and broken text.
std::optional<Scalar> scalar_of_json(std::string_view raw);

/// `scalar` as JSON.
std::string spell_json(const Scalar& scalar);

/// The JSON text of the scalar that is meant by the JSON text `raw`; nothing if that is no scalar,
/// or the mend has nothing to say of it.
std::optional<std::string> mended_json(std::string_view raw, const MendContext& context);

/// `scalar` as the bytes of `cell`, which it takes the place of; nothing if the layout has no way
/// to write it there.
std::optional<std::string> spell(const Scalar& scalar, const record::Cell& cell,
                                 const format::Layout& layout);

/// `cell`, which now stands at `begin` and is spelt as `bytes` are; `is_encoded`: as a form's.
record::Cell cell_of(const record::Cell& cell, std::uint32_t begin, std::string_view bytes,
                     bool is_encoded);

}  // namespace crosswalk::mending

#endif  // CROSSWALK_MENDING_SPELLING_H
