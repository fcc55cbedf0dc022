// Whether a double holds a number, as those who read JSON expect of it.
//
// Numbers stay the text that they are here, whatever their size; but RFC 8259, section 6, warns
// that others read them as IEEE 754 doubles, and they make infinity of 1e400 and zero of 1e-400.
//   1e308, 0.00, forty digits   held, if not exactly
//   1e309, 1e-400               not held
// Digits that are only rounded away are not told. Test: tests/json/number_range_test.cc.
#ifndef CROSSWALK_JSON_NUMBER_RANGE_H
#define CROSSWALK_JSON_NUMBER_RANGE_H

namespace crosswalk::json {

/// True if the number from `begin` to `end`, good JSON, is too large or too small for a double.
/// Cost: linear.
bool is_out_of_range(const char* begin, const char* end);

}  // namespace crosswalk::json

#endif  // CROSSWALK_JSON_NUMBER_RANGE_H
