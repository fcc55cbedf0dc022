// Where references lead in the end.
#include "check/targets.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace crosswalk::check
