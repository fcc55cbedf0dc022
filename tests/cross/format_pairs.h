// The pairs of formats that convert into each other.
#ifndef CROSSWALK_TESTS_CROSS_FORMAT_PAIRS_H
#define CROSSWALK_TESTS_CROSS_FORMAT_PAIRS_H

#include <ostream>

namespace crosswalk::tests {

struct Pair {
  const char* from;
  const char* to;
};

inline void PrintTo(const Pair& pair, std::ostream* out) {
  *out << pair.from << " -> " << pair.to;
}

inline constexpr Pair kCustomerPairs[] = {Pair{"aixon/customers", "expertsender/customers"},
                                          Pair{"aixon/customers", "loyalty/customers"},
                                          Pair{"expertsender/customers", "aixon/customers"},
                                          Pair{"expertsender/customers", "loyalty/customers"},
                                          Pair{"expertsender/customer", "aixon/customers"},
                                          Pair{"expertsender/customer", "expertsender/customers"},
                                          Pair{"loyalty/customers", "aixon/customers"},
                                          Pair{"loyalty/customers", "expertsender/customers"},
                                          Pair{"primedata/profile", "aixon/customers"},
                                          Pair{"primedata/profile", "expertsender/customers"},
                                          Pair{"primedata/profile", "loyalty/customers"}};

inline constexpr Pair kEventPairs[] = {Pair{"primedata/events", "wasabi/customer-action"},
                                       Pair{"wasabi/customer-action", "primedata/events"}};

}  // namespace crosswalk::tests

#endif  // CROSSWALK_TESTS_CROSS_FORMAT_PAIRS_H
