// A record taken apart into what a table has columns for.
//
// The fields of the format (format/fields.h) say which member is which column: nested members are
// dotted, name/value lists and objects of any names fan out. A member that the format does not know
// is a column too, named by its path, so nothing is lost.
//   {"id":"a","custom":[{"name":"vip","value":"1"}],"x":2}   ->   id, custom.vip, x
// What is absent yields nothing; an empty object or list neither.
// Test: tests/cross/layout_pairs_test.cc.
#ifndef CROSSWALK_CONVERSION_LEAVES_H
#define CROSSWALK_CONVERSION_LEAVES_H

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "conversion/record_view.h"
#include "diagnostics/raw_finding.h"
#include "format/fields.h"

namespace crosswalk::conversion {

/// A value of a record with its column.
struct Leaf {
  std::string_view column;  ///< dies when the next leaf is taken
  std::uint32_t token = 0;  ///< of the value
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
  /// Keeps nothing of `fields`.
  explicit Leaves(const std::vector<format::Field>& fields);
  /// Gives the leaves of `record` to `sink`. A list of name/value objects whose elements hold more
  /// than these two cannot fan out: that is told in `refusals`, with its offset in `record.text`.
  /// Cost: linear.
  void take_apart(const RecordView& record, LeafSink& sink,
                  std::vector<diagnostics::RawFinding>& refusals);

 private:
  // A member on the way to a field.
  struct Step {
    std::string name;
    std::size_t node = 0;
  };
  struct Node {
    std::vector<Step> members;
    std::string column;  // of the field that this is; empty: it is on the way to others
    std::string family;  // before the names of members, or of pairs
    std::string pair_name, pair_value;
    bool is_pairs = false;
  };

  void add(const format::Field& field);
  std::size_t step_to(std::size_t node, const std::string& name);
  void visit_object(std::uint32_t object, std::size_t node);
  void visit_member(std::uint32_t value, std::size_t node);
  void visit_pairs(std::uint32_t list, const Node& node);
  bool visit_pair(std::uint32_t element, const Node& node);
  [[nodiscard]] std::string_view characters(std::uint32_t token, std::string& scratch) const;

  std::vector<Node> nodes_;  // the record first
  RecordView record_;        // at hand
  LeafSink* sink_ = nullptr;
  std::vector<diagnostics::RawFinding>* refusals_ = nullptr;
  std::string scratch_;
  std::string column_;
};

}  // namespace crosswalk::conversion

#endif  // CROSSWALK_CONVERSION_LEAVES_H
