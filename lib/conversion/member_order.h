// In which order an object's members are written: as the schema names them.
//
// Every schema node is looked at once: its `properties` and those of what describes the same value
// (`$ref`, `allOf`) come one after another; a name that comes twice keeps its first place. What the
// schema does not name has no place: it is written behind, in the order in which it was found.
//   {"properties":{"a":..,"b":..}}  and the object {"x":1,"b":2,"a":3}   ->   a, b, x
// Members that only an `if` or an `anyOf` describes have no place either.
// Test: tests/cross/layout_pairs_test.cc.
#ifndef CROSSWALK_CONVERSION_MEMBER_ORDER_H
#define CROSSWALK_CONVERSION_MEMBER_ORDER_H

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "format/schema.h"

namespace crosswalk::conversion {

/// What the order says of one member.
struct MemberRank {
  std::uint32_t rank = kUnnamed;          ///< place among the named members
  format::NodeId node = format::kNoNode;  ///< schema of its value

  static constexpr std::uint32_t kUnnamed = 0xFFFFFFFFU;
};

/// The order of the members of all objects of one schema.
/// Threads: immutable.
class MemberOrder {
 public:
  /// Keeps nothing of `schema`.
  explicit MemberOrder(const format::Schema& schema);
  /// Names no member.
  MemberOrder() = default;
  /// Looks up member `name` of an object that `node` describes; kNoNode describes nothing.
  /// `expected`: the rank it probably has, which costs one comparison.
  [[nodiscard]] MemberRank find(format::NodeId node, std::string_view name,
                                std::uint32_t expected) const;
  /// The schema of the elements of an array that `node` describes; kNoNode if none does.
  [[nodiscard]] format::NodeId items_of(format::NodeId node) const;

 private:
  struct Member {
    std::string name;
    format::NodeId node = format::kNoNode;
  };
  struct Shape {
    std::vector<Member> members;
    format::NodeId others = format::kNoNode;  // of members without a name of their own
    format::NodeId items = format::kNoNode;
  };
  std::vector<Shape> shapes_;  // by node
};

}  // namespace crosswalk::conversion

#endif  // CROSSWALK_CONVERSION_MEMBER_ORDER_H
