// See loss_counts.h.
#include "conversion/loss_counts.h"

#include <algorithm>

namespace crosswalk::conversion {

void LossCounts::add(const LossNews& news) {
  told_.insert(news.told.begin(), news.told.end());
  for (const LossCount& count : news.counts) {
    const auto [known, is_new] = numbers_.try_emplace(count.route, sums_.size());
    if (is_new) {
      sums_.push_back(count);
      continue;
    }
    LossCount& sum = sums_[known->second];
    sum.records += count.records;
    sum.normalised += count.normalised;
    sum.lost += count.lost;
  }
}

LossReport LossCounts::report(const Mapping& mapping) const {
  LossReport report = mapping.report();
  for (const LossCount& sum : sums_) {
    auto known = std::ranges::find(report.fields, sum.loss.source, &FieldLoss::source);
    if (known == report.fields.end()) known = report.fields.insert(known, sum.loss);
    known->records = sum.records;
    known->normalised = sum.normalised;
    known->lost = sum.lost;
    if (sum.lost > 0 && sum.has_places) {
      known->loss = LossClass::kLossy;
      known->reason = "not all of its values have a place";
    } else if (sum.normalised > 0 && known->loss == LossClass::kLossless) {
      known->loss = LossClass::kNormalised;
      known->reason = "some of its values are spelt otherwise";
    }
  }
  return report;
}

}  // namespace crosswalk::conversion
