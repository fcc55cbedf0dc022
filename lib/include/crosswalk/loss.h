// What a conversion between two formats does to each field: the loss report, as data.
#ifndef CROSSWALK_LOSS_H
#define CROSSWALK_LOSS_H

#include <cstdint>
#include <string>
#include <vector>

namespace crosswalk {

/// What becomes of a field's values, from nothing to the worst.
enum class LossClass : std::uint8_t {
  kLossless,    ///< they come back as they were
  kNormalised,  ///< nothing is missing, but they are spelt or named otherwise
  kReadOnly,    ///< the source works them out itself; they are not carried
  kOneWay,      ///< they are carried and cannot be read back: hashes
  kLossy        ///< the target cannot hold them, or not all of them
};

/// One field of the source.
struct FieldLoss {
  std::string source;                ///< its column; of a family, ends in `*`
  std::vector<std::string> targets;  ///< columns of the target; none: it is not carried
  LossClass loss = LossClass::kLossless;
  std::string reason;            ///< why, in words; empty where nothing changes
  bool is_dropped = false;       ///< left out because the caller said so
  std::uint64_t records = 0;     ///< with a value of it
  std::uint64_t normalised = 0;  ///< records in which a value was spelt otherwise
  std::uint64_t lost = 0;        ///< records in which a value was not carried, or not all of it
  bool is_known_name = false;    ///< the source's schema has the name, so it is no one's data
};

/// All of them, in the order of the source's schema; those of families as they were first seen.
struct LossReport {
  std::string from;  ///< `vendor/name`
  std::string to;
  std::vector<FieldLoss> fields;
  std::vector<std::string> unfed;  ///< columns that the target needs and nothing gives
};

}  // namespace crosswalk

#endif  // CROSSWALK_LOSS_H
