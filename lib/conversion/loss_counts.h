// What a run lost, put together from what was lost in its batches.
//
// Each mapper counts by itself; its counts are taken batch by batch and added in the order of the
// input, so the report is the same however many mappers there are: columns that the schema does not
// know stand in it in the order in which they came.
//   batch 1: phone 10 of 10 lost     batch 2: phone 3 of 4 lost   ->   phone: 14 records, 13 lost
// Test: tests/conversion/loss_counts_test.cc.
#ifndef CROSSWALK_CONVERSION_LOSS_COUNTS_H
#define CROSSWALK_CONVERSION_LOSS_COUNTS_H

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "conversion/mapping.h"

namespace crosswalk::conversion {

/// The column of a route, and its entry of the source.
using RouteName = std::pair<std::string, std::size_t>;

/// What is counted of one route.
struct LossCount {
  RouteName route;
  FieldLoss loss;  ///< as it is known before anything is counted
  bool has_places = false;
  std::uint64_t records = 0;
  std::uint64_t normalised = 0;
  std::uint64_t lost = 0;
};

/// What the records of one batch add.
struct LossNews {
  std::vector<LossCount> counts;  ///< new routes too, in the order in which they were met
  std::vector<RouteName> told;    ///< whose first loss was told, as far as the mapper knew
};

/// The sums.
class LossCounts {
 public:
  void add(const LossNews& news);
  /// The mapping's report with the sums in it.
  [[nodiscard]] LossReport report(const Mapping& mapping) const;
  /// The routes whose first loss has been told.
  [[nodiscard]] const std::set<RouteName>& told() const { return told_; }

 private:
  std::vector<LossCount> sums_;
  std::map<RouteName, std::size_t> numbers_;  // in sums_
  std::set<RouteName> told_;
};

}  // namespace crosswalk::conversion

#endif  // CROSSWALK_CONVERSION_LOSS_COUNTS_H
