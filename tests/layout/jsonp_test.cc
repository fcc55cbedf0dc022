// Calls with a document in them.
#include "layout/jsonp.h"

#include <gtest/gtest.h>

namespace crosswalk::layout {
namespace {

// The argument, or what is wrong: `@offset expected`.
std::string read(std::string_view text) {
  const JsonpCall call = find_call(text);
  if (call.fault)
    return '@' + std::to_string(call.fault->offset) + ' ' + std::string(call.fault->expected);
  return std::string(text.substr(call.begin, call.end - call.begin));
}

TEST(Jsonp, FindsTheDocument) {
  EXPECT_EQ(read("f({\"a\":1});"), "{\"a\":1}");
  EXPECT_EQ(read(" $.done_2 ( [1, \")\"] )\n;\n"), "[1, \")\"]");
  EXPECT_EQ(read("Lib9._Z({})"), "{}");
  EXPECT_EQ(read("f()"), "");
}

TEST(Jsonp, TellsWhatIsNoCall) {
  EXPECT_EQ(read("{\"a\":1}"), "@0 the name of a function");
  EXPECT_EQ(read(""), "@0 the name of a function");
  EXPECT_EQ(read("1f({})"), "@0 the name of a function");
  EXPECT_EQ(read("f.({})"), "@1 (");
  EXPECT_EQ(read("f {}"), "@2 (");
  EXPECT_EQ(read("f"), "@1 (");
  EXPECT_EQ(read("[f]"), "@0 the name of a function");
  EXPECT_EQ(read("f({}"), "@4 )");
  EXPECT_EQ(read("f("), "@2 )");
}

}  // namespace
}  // namespace crosswalk::layout
