// JSON texts, changed by values and members.
//
// The tape of a text says where each value begins and ends, so whole ones are moved, doubled,
// renamed and replaced, and the text stays JSON, or breaks in a way that tolerant reading knows.
//   {"a":[1,2]}   ->   {"a":[2,1]},   {"a":[1,2],"a":[1,2]},   {"a":[1,,2]},   {"a":[1,2],}, ...
// A text that tolerant reading cannot read is given back as it is.
// Test: tests/fuzz/json_mutator_test.cc.
#ifndef CROSSWALK_FUZZ_MUTATORS_JSON_H
#define CROSSWALK_FUZZ_MUTATORS_JSON_H

#include <string>
#include <string_view>

#include "mutators/dice.h"

namespace crosswalk::fuzz {

/// `text` with one change. Cost: linear.
std::string mutate_json(std::string_view text, Dice& dice);

/// A body of one record, of a list of records or of lines, or an envelope with records inside, with
/// one change of how records and what stands around them are arranged: members change places, a
/// list becomes lines, a column is added to a header and to the rows below it. `text` as it is
/// where it has no such parts.
///   {"mode":"Add","data":[{"id":1}]}   ->   {"data":[{"id":1}],"mode":"Add"},   {"id":1}\n, ...
std::string mutate_envelope(std::string_view text, Dice& dice);

}  // namespace crosswalk::fuzz

#endif  // CROSSWALK_FUZZ_MUTATORS_JSON_H
