// An input of a fuzz target, changed with its structure in view: as a table, as JSON, or in its
// choices.
//
//   {"data":[...]}   as JSON      id,name\n1,Ann\n   as a table      both: their choices
// Test: tests/fuzz/input_mutator_test.cc.
#ifndef CROSSWALK_FUZZ_MUTATORS_INPUT_H
#define CROSSWALK_FUZZ_MUTATORS_INPUT_H

#include <string>
#include <string_view>

#include "mutators/dice.h"

namespace crosswalk::fuzz {

/// `input` (text and choices, see support/bytes.h) with one change to either.
std::string mutate_input(std::string_view input, Dice& dice);

}  // namespace crosswalk::fuzz

#endif  // CROSSWALK_FUZZ_MUTATORS_INPUT_H
