// Reading sources before the run that writes them, for what is known only at their end.
//
// A first reading tells nothing and writes nothing; the sources are rewound after it. It judges
// and writes records as the run will, so that what is left out for other reasons counts for
// nothing.
//   {"a":1} {"b":2}  to a table       ->   columns a, b
//   keys x, y, x     keep the last    ->   record 1 is left out
//   the same, too many for memory     ->   record 3 repeats 1
// Sources must be able to rewind: a pipe is spooled by the caller. Test: tests/api/run_test.cc.
#ifndef CROSSWALK_API_FIRST_READING_H
#define CROSSWALK_API_FIRST_READING_H

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "pipeline/run.h"

namespace crosswalk::api {

/// Reads sources through `run`, as many as it wants.
Status read_sources(pipeline::Run& run, std::span<Source* const> sources);

/// The columns of a table of all records; if they have none, those that the format names.
Result<std::vector<std::string>> gather_columns(const pipeline::RunSetup& setup,
                                                const pipeline::Conversion& conversion,
                                                std::span<Source* const> sources);

/// The records that share a key with a later one, by number in the run: of each key the last is
/// kept.
Result<std::vector<std::uint64_t>> list_all_but_last(const pipeline::RunSetup& setup,
                                                     const pipeline::Conversion& conversion,
                                                     std::span<Source* const> sources);

/// The keys that come again, of a run that would validate (`conversion` null) or convert.
Result<std::vector<pipeline::ListedRepeat>> list_repeats(const pipeline::RunSetup& setup,
                                                         const pipeline::Conversion* conversion,
                                                         std::span<Source* const> sources);

}  // namespace crosswalk::api

#endif  // CROSSWALK_API_FIRST_READING_H
