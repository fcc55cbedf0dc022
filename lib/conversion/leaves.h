// A record taken apart into what a table has columns for.
//
// The fields of the format (format/fields.h) say which member is which column: nested members are
// dotted, name/value lists and objects of any names fan out. A member that the format does not know
// is a column too, named by its path, so nothing is lost.
//   {"id":"a","custom":[{"name":"vip","value":"1"}],"x":2}   ->   id, custom.vip, x
// What is absent yields nothing; an empty object or list neither. The column of a name is found out
// once: it has a number, so that who takes leaves need not look it up again. Records of one outline
// (json/outlines.h) have the same leaves, but for the names of pairs.
// Test: tests/conversion/leaves_test.cc; through its users, tests/cross/layout_pairs_test.cc.
#ifndef CROSSWALK_CONVERSION_LEAVES_H
#define CROSSWALK_CONVERSION_LEAVES_H

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/name_table.h"
#include "conversion/record_view.h"
#include "diagnostics/raw_finding.h"
#include "format/fields.h"
#include "json/by_outline.h"

namespace crosswalk::conversion {

/// A value of a record with its column.
struct Leaf {
  std::string_view column;  ///< dies when the next leaf is taken
  std::uint32_t token = 0;  ///< of the value
  std::uint32_t number =
      kNoNumber;  ///< leaves of one number have one column; kNoNumber: too many columns were met

  static constexpr std::uint32_t kNoNumber = 0xFFFFFFFFU;
};

/// Takes leaves in the order in which they stand in the record.
class LeafSink {
 public:
  virtual ~LeafSink() = default;
  virtual void take(const Leaf& leaf) = 0;
};

/// Takes records of one format apart.
/// Threads: one.
class Leaves {
 public:
  explicit Leaves(const std::vector<format::Field>& fields);
  Leaves(const Leaves&) = delete;
  Leaves& operator=(const Leaves&) = delete;
  /// Gives the leaves of `record` to `sink`. A list of name/value objects whose elements hold more
  /// than these two cannot fan out, and a member whose name as a column means another place cannot
  /// come back: that is told in `refusals`, with its offset in `record.text`.
  /// Cost: linear.
  void take_apart(const RecordView& record, LeafSink& sink,
                  std::vector<diagnostics::RawFinding>& refusals);

 private:
  /// A place in a record.
  struct Node {
    base::NameTable names;       // of members, or of pairs
    std::vector<Node*> members;  // by number of the name
    std::uint32_t number = 0;
    bool is_leaf = false;  // whatever stands there
    bool is_pairs = false;
    std::string column;  // of what stands there, unless it is an object on the way to fields
    std::string family;  // before the names of members, or of pairs
    std::string pair_name, pair_value;
    std::vector<std::string> path;  // members from the record down
    bool is_misread = false;        // its column means another place
  };

  /// A leaf at a node.
  struct NodeLeaf {
    const Node* node = nullptr;
    std::uint32_t token = 0;
  };
  /// The name of a pair, which is a value.
  struct PairName {
    std::uint32_t token = 0;
    std::string name;
  };
  /// The leaves of a record of one outline.
  struct Known {
    bool is_whole = true;  // nothing was refused, and every leaf has a node
    std::vector<NodeLeaf> leaves;
    std::vector<PairName> pair_names;
  };

  void add(const format::Field& field);
  bool give_known(const Known& known);
  void give(const Node& node, std::uint32_t value);
  void refuse(std::uint32_t token, const char* hint = "");
  Node& add_node();
  Node& step_to(Node& node, const std::string& name);
  Node* member_of(Node& node, std::string_view name, std::uint32_t& guess);
  Node* learn(Node& node, std::string_view name);
  bool is_misread(const Node& above, std::string_view name);
  void take(Node& above, std::string_view name, std::uint32_t& guess, std::uint32_t value);
  void visit_object(std::uint32_t object, Node& node);
  void visit_member(std::uint32_t value, Node& node);
  void visit_pairs(std::uint32_t list, Node& node);
  bool visit_pair(std::uint32_t element, Node& node, std::uint32_t& guess);
  [[nodiscard]] std::string_view characters(std::uint32_t token);

  std::vector<format::Field> fields_;
  std::optional<format::FieldTable> table_;  // of them, once it is needed
  std::deque<Node> nodes_;                   // by number; the record first
  RecordView record_;                        // at hand
  LeafSink* sink_ = nullptr;
  std::vector<diagnostics::RawFinding>* refusals_ = nullptr;
  json::ByOutline<Known> known_;
  Known* noted_ = nullptr;  // of the record at hand; null: it has no outline
  std::string scratch_;
  std::string column_;
};

}  // namespace crosswalk::conversion

#endif  // CROSSWALK_CONVERSION_LEAVES_H
