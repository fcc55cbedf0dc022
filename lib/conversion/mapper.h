// Running a mapping: a source record, as text and tape, becomes a record of the target.
//
// The values of the source go to the slots of the target; then the slots are written, each from the
// best of its places that the record has. What no slot takes is counted as lost, and told once.
//   {"crmId":"7","gender":"Female","phone":"5"}  ->  {"customuid":"7","txt_gender":"F"}, phone lost
// Absent, null and empty stay three things as far as the target's `missing` has them. Which value
// goes to which slot is decided by the routes and kinds of the values, and by which are missing, so
// it is decided once for records that are alike. Memory is reused: a record costs no allocation
// once its names are known. It does not judge the target record: the caller checks it by the
// target's schema and tells what it finds at the origins. Test: tests/conversion/mapper_test.cc;
// properties: tests/cross/mapping_test.cc.
#ifndef CROSSWALK_CONVERSION_MAPPER_H
#define CROSSWALK_CONVERSION_MAPPER_H

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "conversion/loss_counts.h"
#include "conversion/mapping.h"
#include "conversion/source_walk.h"
#include "conversion/target_tree.h"
#include "conversion/translator.h"
#include "json/record_builder.h"

namespace crosswalk::conversion {

/// One fault.
struct MapFault {
  MapFaultKind kind = MapFaultKind::kValueUnmapped;
  std::uint32_t token = 0;  ///< of the source; the record's own for kRequiredMissing
  std::string column;       ///< of the source; kRequiredMissing: of the target
};

/// Which value of the source a stretch of the target's text was made from.
struct Origin {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t token = 0;
};

/// A mapped record.
struct MappedRecord {
  std::string text;        ///< one JSON object, canonical
  json::Tape tape;         ///< of `text`; has the outline of records made of the same slots
  bool is_ordered = true;  ///< its members stand in the order in which they are written
  std::vector<Origin> origins;
  std::vector<MapFault> faults;

  /// The token of the source that stands behind the byte at `offset` of `text`; `record` where
  /// there is none.
  [[nodiscard]] std::uint32_t token_behind(std::uint32_t offset, std::uint32_t record) const;
};

/// Maps records.
/// Threads: one; any number of mappers share a mapping.
class Mapper {
 public:
  explicit Mapper(std::shared_ptr<const Mapping> mapping);
  /// Maps the record at `root`. Cost: linear.
  void map(std::string_view text, const json::Tape& tape, std::uint32_t root, MappedRecord& out);
  /// From here on the slots of the record mapped last are known.
  void know_slots();
  /// Whether mapping a record surely writes known slots alone.
  enum class KnownSlots : std::uint8_t {
    kNo,
    kOfRecord,  ///< it does
    kOfShape    ///< so does every record of its shape (conversion/record_shape.h)
  };
  /// What is known of the record at `root`. Cost: linear; no value is translated.
  KnownSlots known_slots(std::string_view text, const json::Tape& tape, std::uint32_t root);
  /// True if some slots are known, and all that this route leads to: from here on it brings none.
  [[nodiscard]] bool has_known_slots(const RouteName& route) const;
  /// The first losses of these routes have been told: they are no faults any more.
  void know_told(const std::set<RouteName>& routes);
  /// The number of a route, if it was met.
  [[nodiscard]] std::optional<std::uint32_t> number_of(const RouteName& route) const;
  /// True if a loss on this route is no fault: it was told, or asked for.
  [[nodiscard]] bool has_told(std::uint32_t route) const;
  /// Counts a record with a value on this route that was mapped elsewhere (row_mapping.h).
  void count(std::uint32_t route, bool is_normalised, bool is_lost);
  /// The same for a missing value.
  void count_missing(std::uint32_t route) { ++counts_[route].normalised; }
  /// What the records since the last call add to the counts of a run.
  LossNews take_news();

 private:
  /// Where a route leads, as slots.
  struct Way {
    std::uint32_t slot = 0;
    const Place* place = nullptr;
    bool is_plain = false;  ///< a value is brought from form to form, and nothing else
  };
  /// A value at the door of a slot.
  struct Candidate {
    std::uint32_t arrival = 0;
    const Place* place = nullptr;
    bool is_plain = false;
  };
  /// What is counted of a route.
  struct Count {
    std::uint64_t records = 0, normalised = 0, lost = 0;
    std::uint64_t last_admitted = 0, last_normalised = 0, last_lost = 0;  // records
    bool is_new = true;                                                   // since counts were taken
    bool is_told = false;
  };
  /// The record at hand.
  struct Record {
    std::string_view text;
    const json::Tape* tape = nullptr;
    std::uint32_t root = 0;
  };
  /// A value on its way into a slot.
  struct Element {
    Scalar scalar;
    std::uint32_t arrival = 0;
    std::uint32_t copied = 0;  ///< a token that is copied as it is; 0: the scalar
    bool is_json = false;      ///< the scalar's text is a string with its quotes
  };
  /// What decides where a value goes.
  struct Trait {
    std::uint32_t route = 0;
    json::Kind kind = json::Kind::kNull;
    bool is_missing = false;

    bool operator==(const Trait&) const = default;
  };

  /// Records made of the same slots, which are alike but for what their values say.
  struct Made {
    std::vector<std::uint32_t> slots;
    std::vector<json::Token> tokens;
    std::uint64_t outline = 0;
  };

  void prepare_new_routes();
  bool is_like_last();
  [[nodiscard]] Trait trait_of(std::uint32_t arrival) const;
  void assign();
  void admit(std::uint32_t arrival);
  void count_arrivals();
  void deliver(std::uint32_t arrival, const Way& way);
  [[nodiscard]] const Way& chosen(std::uint32_t route, std::uint32_t token) const;
  void prepare(std::uint32_t route);
  [[nodiscard]] bool is_plain(const Route& route, const Place& place) const;

  void write_group(std::uint32_t group);
  void write_pairs(std::uint32_t group);
  void write_pair(std::uint32_t slot);
  bool gather(std::uint32_t slot);
  bool gather_plain(std::uint32_t slot);
  void take(const Candidate& candidate, const Slot& slot);
  void take_scalar(const Candidate& candidate, Scalar value);
  void take_container(const Candidate& candidate, const Slot& slot, std::uint32_t token);
  void take_parts(const Candidate& candidate, std::string_view text);
  bool translate(const Candidate& candidate, Scalar& value);
  void join_places();
  void reduce(const Slot& slot);
  [[nodiscard]] bool is_of_list(const Arrival& arrival) const;
  static bool holds(const Element& one, std::string_view separator);
  void write_member(std::uint32_t slot);
  void write_elements(const Slot& slot);
  void write_missing(std::uint32_t slot, bool is_pair);

  [[nodiscard]] const json::Token& token_of(std::uint32_t arrival) const;
  [[nodiscard]] bool is_missing(std::uint32_t token) const;
  [[nodiscard]] format::Missing missing_of(std::uint32_t token) const;
  [[nodiscard]] KnownSlots known_slots_of(std::uint32_t arrival) const;
  [[nodiscard]] bool writes_nothing(std::uint32_t token, const Slot& slot) const;
  [[nodiscard]] bool is_own_value(const Route& route, std::uint32_t token) const;
  std::string_view characters(const json::Token& string);
  void fault(MapFaultKind kind, std::uint32_t arrival);
  void count_normalised(std::uint32_t arrival);
  void count_lost(std::uint32_t arrival);
  void find_passed_over();
  void number_outline();
  [[nodiscard]] bool is_made_alike(const Made& made) const;
  [[nodiscard]] std::size_t place_of_made() const;

  std::shared_ptr<const Mapping> mapping_;
  SourceWalk walk_;
  TargetTree tree_;
  json::RecordBuilder builder_;
  Translator translator_;
  Record record_;
  MappedRecord* out_ = nullptr;
  std::vector<Arrival> arrivals_;
  std::vector<Trait> traits_;                       // of the arrivals that were assigned
  std::vector<std::uint32_t> counted_;              // their routes with a value, each once
  std::vector<std::uint32_t> homeless_;             // arrivals with a value that no route leads on
  std::vector<std::uint32_t> passed_over_;          // arrivals that no slot takes
  std::vector<std::uint8_t> is_used_;               // by arrival: a slot took it
  std::vector<std::vector<Way>> ways_;              // by route
  std::vector<Count> counts_;                       // by route, since they were taken
  std::set<RouteName> told_;                        // before the first record
  std::vector<RouteName> told_now_;                 // since counts were taken
  std::vector<std::vector<Candidate>> candidates_;  // by slot
  std::vector<std::uint32_t> touched_;              // slots with candidates
  std::vector<std::vector<std::uint32_t>> families_;  // by group: slots of families, as they came
  std::vector<std::uint32_t> written_;                // slots, of the record at hand
  std::vector<std::uint8_t> is_known_;                // by slot: its column is known
  bool knows_some_ = false;                           // slots
  std::vector<Element> elements_;
  bool has_copies_ = false;  // containers with names of their own, in the record at hand
  std::vector<Made> made_;   // by hash; those that came first
  TextRooms rooms_;
  std::uint64_t number_ = 0;  // of the record
};

}  // namespace crosswalk::conversion

#endif  // CROSSWALK_CONVERSION_MAPPER_H
