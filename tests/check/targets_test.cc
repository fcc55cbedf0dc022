// Where references lead in the end.
#include "check/targets.h"

#include <gtest/gtest.h>

#include <random>

namespace crosswalk::check {
namespace {

using format::kNoNode;
using format::NodeId;

std::vector<NodeId> targets(const std::vector<NodeId>& refs) {
  std::vector<format::Node> nodes(refs.size());
  for (std::size_t i = 0; i < refs.size(); ++i) nodes[i].ref = refs[i];
  return find_targets(nodes);
}

TEST(Targets, AreTheEndsOfTheWays) {
  EXPECT_EQ(targets({1, 2, kNoNode, 1}), (std::vector<NodeId>{2, 2, 2, 2}));
  EXPECT_EQ(targets({kNoNode, 0, 1}), (std::vector<NodeId>{0, 0, 0}));
}

TEST(Targets, AreTheNodesThemselvesWhereAWayHasNoEnd) {
  EXPECT_EQ(targets({1, 0, kNoNode}), (std::vector<NodeId>{0, 1, 2}));
  EXPECT_EQ(targets({0}), (std::vector<NodeId>{0}));
  EXPECT_EQ(targets({1, 1})[0], 0U);
}

TEST(Targets, AreFoundForVeryLongWays) {
  std::vector<NodeId> refs;
  for (NodeId i = 1; i < 200'000; ++i) refs.push_back(i);
  refs.push_back(kNoNode);
  for (const NodeId target : targets(refs)) ASSERT_EQ(target, refs.size() - 1);
}

// By hand: from each node along its references, at most as many as there are nodes.
TEST(Targets, AreThoseOfWalkingEachWay) {
  std::mt19937 random(5);
  for (int round = 0; round < 3000; ++round) {
    const std::size_t count = 1 + random() % 8;
    std::vector<NodeId> refs(count, kNoNode);
    for (NodeId& ref : refs) {
      if (random() % 4 != 0) ref = static_cast<NodeId>(random() % count);
    }
    const std::vector<NodeId> found = targets(refs);
    for (NodeId node = 0; node < count; ++node) {
      NodeId at = node;
      std::size_t steps = 0;
      for (; steps <= count && refs[at] != kNoNode; ++steps) at = refs[at];
      if (steps <= count) {
        ASSERT_EQ(found[node], at) << round;
      } else {
        ASSERT_NE(refs[found[node]], kNoNode) << "there is no end to lead to";
      }
    }
  }
}

}  // namespace
}  // namespace crosswalk::check
