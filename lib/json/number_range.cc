// See number_range.h.
#include "json/number_range.h"

#include <charconv>
#include <system_error>

namespace crosswalk::json {

bool is_out_of_range(const char* begin, const char* end) {
  double value = 0;
  return std::from_chars(begin, end, value).ec == std::errc::result_out_of_range;
}

}  // namespace crosswalk::json
