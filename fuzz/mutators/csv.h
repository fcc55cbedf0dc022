// Tables, changed by rows and cells.
//
// A fuzzer that flips bytes breaks a table long before it finds what two equal keys, a cell in
// quotes or a row too many mean. So the text is cut into cells, and whole ones are moved.
//   id,name\n1,Ann\n   ->   id,name\n1,Ann\n1,Ann\n,   id,name\n"1",Ann\n,   name,id\nAnn,1\n, ...
// Test: tests/fuzz/csv_mutator_test.cc.
#ifndef CROSSWALK_FUZZ_MUTATORS_CSV_H
#define CROSSWALK_FUZZ_MUTATORS_CSV_H

#include <string>
#include <string_view>

#include "mutators/dice.h"

namespace crosswalk::fuzz {

/// `table` with one change. Cost: linear.
std::string mutate_csv(std::string_view table, Dice& dice);

}  // namespace crosswalk::fuzz

#endif  // CROSSWALK_FUZZ_MUTATORS_CSV_H
