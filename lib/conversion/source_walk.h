// The values of a source record, each with the way that it goes.
//
// The walk goes down the members that the schema knows; what is asked of a name once is remembered,
// so a record costs a look-up a member; one with the outline of another (json/outlines.h) costs
// none, but for the names of pairs.
//   {"id":7,"trait":{"vip":"yes"}}   ->   (route of id, 7)  (route of trait.vip, "yes")
// A name/value list gives one value for each pair, and a pair without value gives none there is a
// token of. Members that the schema does not know have a route that leads nowhere.
// Test: tests/conversion/source_walk_test.cc.
#ifndef CROSSWALK_CONVERSION_SOURCE_WALK_H
#define CROSSWALK_CONVERSION_SOURCE_WALK_H

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/name_table.h"
#include "conversion/mapping.h"
#include "json/by_outline.h"
#include "json/tape.h"

namespace crosswalk::conversion {

/// A value of a record.
struct Arrival {
  std::uint32_t route = 0;  ///< of SourceWalk::routes()
  std::uint32_t token = 0;  ///< of the record's tape; 0: the pair has no value
};

/// Walks records of one format.
/// Threads: one.
class SourceWalk {
 public:
  /// `mapping` must outlive it.
  explicit SourceWalk(const Mapping& mapping);
  /// The values of the record at `root`, in its order, into `arrivals` (cleared first).
  void walk(std::string_view text, const json::Tape& tape, std::uint32_t root,
            std::vector<Arrival>& arrivals);
  /// The routes met so far; those of the schema's own fields first, in its order.
  [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }

 private:
  enum class StepKind : std::uint8_t { kObject, kValue, kPairs };
  struct Step {
    StepKind kind = StepKind::kValue;
    std::uint32_t index = 0;  // of an object, a route, or a list of pairs
  };
  /// Where each member met so far leads.
  struct Steps {
    base::NameTable names;
    std::vector<Step> steps;  // by number of the name

    // The step of a name, null if it has none; `guess` is its number, probably, and becomes that of
    // the next.
    [[nodiscard]] const Step* find(std::string_view name, std::uint32_t& guess) const {
      const std::uint32_t number = names.find(name, guess);
      if (number == base::NameTable::kNone) return nullptr;
      guess = number + 1;
      return &steps[number];
    }
    // A name that leads somewhere already keeps its step.
    Step add(std::string_view name, Step step) {
      const std::uint32_t number = names.add(name);
      if (number == steps.size()) steps.push_back(step);
      return steps[number];
    }
  };
  /// An object on the way to fields.
  struct Object {
    std::vector<std::string> path;
    Steps steps;
  };
  struct PairList {
    const format::Field* field = nullptr;
    Steps steps;
  };
  /// The name of a pair, which is a value, and the arrival that it leads to.
  struct PairName {
    std::uint32_t token = 0;
    std::uint32_t list = 0;
    std::uint32_t arrival = 0;
    std::string name;
  };
  /// What a walk over a record of one outline gives.
  struct Known {
    std::vector<Arrival> arrivals;
    std::vector<PairName> pair_names;
  };
  struct Walk {
    std::string_view text;
    const json::Tape& tape;
    std::vector<Arrival>& arrivals;
    std::vector<PairName>* pair_names;  // null: not asked for
  };

  std::uint32_t object_at(const std::vector<std::string>& path);
  std::uint32_t add_route(Route route);
  void walk_object(const Walk& walk, std::uint32_t token, std::uint32_t object);
  void walk_pairs(const Walk& walk, std::uint32_t token, std::uint32_t list);
  void walk_known(const Walk& walk, Known& known);
  std::string_view characters(const Walk& walk, std::uint32_t token);
  Step step_of(std::uint32_t object, std::string_view name, std::uint32_t& guess);
  Step pair_of(std::uint32_t list, std::string_view name, std::uint32_t& guess);

  const Mapping& mapping_;
  std::vector<Route> routes_;
  std::vector<Object> objects_;
  std::vector<PairList> pairs_;
  json::ByOutline<Known> known_;
  std::string scratch_;
};

}  // namespace crosswalk::conversion

#endif  // CROSSWALK_CONVERSION_SOURCE_WALK_H
