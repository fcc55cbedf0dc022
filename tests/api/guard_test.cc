// Exceptions become errors at the library's edge.
#include "api/guard.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace crosswalk::api {
namespace {

TEST(Guarded, PassesOnWhatTheWorkReturns) {
  EXPECT_EQ(guarded([]() -> Result<int> { return 7; }).value(), 7);
  const auto failed = guarded([]() -> Result<int> { return Error{ErrorKind::kIo, "no disk"}; });
  EXPECT_EQ(failed.error().message, "no disk");
}

TEST(Guarded, TakesWantOfMemoryForAFailureOfTheMachine) {
  const auto failed = guarded([]() -> Status { throw std::bad_alloc(); });
  EXPECT_EQ(failed.error().kind, ErrorKind::kIo);
  EXPECT_EQ(failed.error().message, "out of memory");
}

TEST(Guarded, TakesAnyOtherExceptionForABug) {
  const auto known = guarded([]() -> Status { throw std::logic_error("index"); });
  EXPECT_EQ(known.error().kind, ErrorKind::kBug);
  EXPECT_NE(known.error().message.find("index"), std::string::npos);
  const auto unknown = guarded([]() -> Status { throw 7; });
  EXPECT_EQ(unknown.error().kind, ErrorKind::kBug);
}

}  // namespace
}  // namespace crosswalk::api
