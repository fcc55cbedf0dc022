// Exceptions become errors at the library's edge.
#include "base/guard.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace crosswalk::base {
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

TEST(Guarded, TakesWhatTheSystemRefusesForAFailureOfTheMachine) {
  const auto refusal = std::make_error_code(std::errc::resource_unavailable_try_again);
  const auto failed = guarded([&]() -> Status { throw std::system_error(refusal); });
  EXPECT_EQ(failed.error().kind, ErrorKind::kIo);
  EXPECT_NE(failed.error().message.find("temporarily unavailable"), std::string::npos);
}

TEST(Guarded, TakesAnyOtherExceptionForABug) {
  const auto known = guarded([]() -> Status { throw std::logic_error("index"); });
  EXPECT_EQ(known.error().kind, ErrorKind::kBug);
  EXPECT_NE(known.error().message.find("index"), std::string::npos);
  const auto unknown = guarded([]() -> Status { throw 7; });
  EXPECT_EQ(unknown.error().kind, ErrorKind::kBug);
}

}  // namespace
}  // namespace crosswalk::base
