// Outputs that belong together: all names are given, or none.
#include "output/commit_all.h"

#include <gtest/gtest.h>

#include <string>

namespace crosswalk::output {
namespace {

/// Notes what becomes of it.
struct Noted {
  std::string& log;
  char name;
  bool fails = false;

  Status commit() const {
    log += name;
    if (fails) return Error{ErrorKind::kIo, std::string("no ") + name};
    return {};
  }
  void take_back() const { log += std::string("-") + name; }
};

TEST(CommitAll, CommitsInOrder) {
  std::string log;
  Noted a{log, 'a'};
  Noted b{log, 'b'};
  EXPECT_TRUE(commit_all(&a, &b).ok());
  EXPECT_EQ(log, "ab");
}

TEST(CommitAll, TakesBackWhatWentBeforeAFailure) {
  std::string log;
  Noted a{log, 'a'};
  Noted b{log, 'b'};
  Noted c{log, 'c', true};
  Noted d{log, 'd'};
  const Status committed = commit_all(&a, &b, &c, &d);
  ASSERT_FALSE(committed.ok());
  EXPECT_EQ(committed.error().message, "no c");
  EXPECT_EQ(log, "abc-b-a");
}

TEST(CommitAll, PassesOverWhatIsNotThere) {
  std::string log;
  Noted a{log, 'a'};
  EXPECT_TRUE(commit_all(static_cast<Noted*>(nullptr), &a).ok());
  EXPECT_EQ(log, "a");
}

}  // namespace
}  // namespace crosswalk::output
