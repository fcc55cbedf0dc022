// What becomes of one scalar between its source field and its target field.
//
// The source's own words become canonical ones, these the target's, and the form changes last.
//   K  (K is female)  ->  female  ->  (F is female)  F
//   A@X.PL  at the place of a hash  ->  its SHA-256
// Lists, parts of a text and several values for one field are the business of who asks. Test:
// tests/conversion/mapper_test.cc.
#ifndef CROSSWALK_CONVERSION_TRANSLATOR_H
#define CROSSWALK_CONVERSION_TRANSLATOR_H

#include <cstdint>
#include <deque>
#include <optional>
#include <string>

#include "conversion/email_hash.h"
#include "conversion/mapping.h"

namespace crosswalk::conversion {

/// What went wrong with a value, or with the record.
enum class MapFaultKind : std::uint8_t {
  kRequiredMissing,  ///< the target needs a field that nothing feeds
  kValueUnmapped,    ///< the target's field cannot say it; left out
  kNotAnEmail,       ///< no address, so no hash; left out
  kLossy             ///< the first value of a column that is lost
};

/// Memory for texts that are made of others.
class TextRooms {
 public:
  /// An empty text; it stays until clear().
  std::string& next();
  void clear() { used_ = 0; }

 private:
  std::deque<std::string> texts_;
  std::size_t used_ = 0;
};

/// What became of a scalar.
struct Translated {
  std::optional<MapFaultKind> fault;  ///< it is left out
  bool is_normalised = false;
  bool is_lost = false;  ///< all of it or a part
};

/// Translates scalars.
/// Threads: one.
class Translator {
 public:
  /// `mapping` must outlive it.
  explicit Translator(const Mapping& mapping) : mapping_(mapping) {}
  /// Translates `value`, which comes on `route`, for `place`. The result may be a view into `rooms`
  /// or the mapping. Cost: linear.
  Translated translate(const Route& route, const Place& place, Scalar& value, TextRooms& rooms);

 private:
  const Mapping& mapping_;
  EmailHasher hasher_;
};

}  // namespace crosswalk::conversion

#endif  // CROSSWALK_CONVERSION_TRANSLATOR_H
