// What libFuzzer calls for a change: half of them keep the structure, half are its own.
//
// Linked into the targets whose inputs are tables or JSON. Without libFuzzer nobody calls it.
#include <algorithm>
#include <cstdint>
#include <string>

#include "mutators/input.h"

extern "C" {

std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size)
    __attribute__((weak));

std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size,
                                    unsigned seed) {
  crosswalk::fuzz::Dice dice(seed);
  if (LLVMFuzzerMutate != nullptr && dice.below(2) == 0)
    return LLVMFuzzerMutate(data, size, max_size);
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::string changed = crosswalk::fuzz::mutate_input(input, dice);
  return changed.substr(0, max_size).copy(reinterpret_cast<char*>(data), max_size);
}
}
