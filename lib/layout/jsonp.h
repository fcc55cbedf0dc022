// JSONP: a JSON document as the only argument of a call.
//
//   club.done({"status":"success"});   ->   the document between the parentheses
//   {"status":"success"}                  ->   a fault at 0: the name of a function is wanted
// The document itself is not looked at; it ends before the last closing parenthesis.
// Test: tests/layout/jsonp_test.cc.
#ifndef CROSSWALK_LAYOUT_JSONP_H
#define CROSSWALK_LAYOUT_JSONP_H

#include <cstddef>
#include <optional>
#include <string_view>

#include "json/parser.h"

namespace crosswalk::layout {

/// The call that a text is.
struct JsonpCall {
  std::size_t begin = 0;  ///< of the argument, blanks around it left out
  std::size_t end = 0;
  std::optional<json::Fault> fault;  ///< the text is no call
};

/// Finds the call. Cost: linear.
JsonpCall find_call(std::string_view text);

}  // namespace crosswalk::layout

#endif  // CROSSWALK_LAYOUT_JSONP_H
