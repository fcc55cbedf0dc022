// Repeated names, in small and large objects, against counting with a set.
#include "json/member_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>

namespace crosswalk::json {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::uint32_t> offsets(const std::vector<Fault>& faults) {
  std::vector<std::uint32_t> out;
  for (const Fault& fault : faults) out.push_back(fault.offset);
  std::sort(out.begin(), out.end());
  return out;
}

TEST(MemberNames, TellsASecondNameWhenItsObjectCloses) {
  MemberNames names(R"("a""b""a")");
  std::vector<Fault> faults;
  names.open();
  names.add({0, 3}, false);
  names.add({3, 6}, false);
  names.add({6, 9}, false);
  EXPECT_THAT(faults, IsEmpty());
  names.close(faults);
  EXPECT_THAT(offsets(faults), ElementsAre(6));
  EXPECT_EQ(faults[0].kind, FaultKind::kDuplicateKey);
}

TEST(MemberNames, KeepsNestedObjectsApart) {
  MemberNames names(R"("a""a")");
  std::vector<Fault> faults;
  names.open();
  names.add({0, 3}, false);
  names.open();
  names.add({3, 6}, false);
  names.close_all(faults);
  EXPECT_THAT(faults, IsEmpty());
}

TEST(MemberNames, HoldsLiftedNamesAgainstTheRoots) {
  MemberNames names(R"("a""a")");
  std::vector<Fault> faults;
  names.open();
  names.open();
  names.add_to_root({0, 3}, false);
  names.close(faults);
  names.add({3, 6}, false);
  names.close(faults);
  EXPECT_THAT(offsets(faults), ElementsAre(3));
}

TEST(MemberNames, FindsWhatASetFinds) {
  std::mt19937 random(3);
  for (std::uint32_t count = 0; count < 60; ++count) {
    std::string text;
    std::vector<Span> spans;
    std::set<std::string> seen;
    std::vector<std::uint32_t> expected;
    for (std::uint32_t i = 0; i < count; ++i) {
      const std::string name = std::to_string(random() % 50);
      const auto begin = static_cast<std::uint32_t>(text.size());
      text += '"' + name + '"';
      spans.push_back({begin, static_cast<std::uint32_t>(text.size())});
      if (!seen.insert(name).second) expected.push_back(begin);
    }
    MemberNames names(text);
    std::vector<Fault> faults;
    names.open();
    for (const Span& span : spans) names.add(span, false);
    names.close(faults);
    EXPECT_EQ(offsets(faults), expected) << text;
  }
}

}  // namespace
}  // namespace crosswalk::json
