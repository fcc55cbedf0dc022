// The way from one format's fields to another's, through the canonical record: compiled once.
//
// A source column leads to the first of its canonical places that the target takes; a target field
// is written from the first of its places that the record has.
//   identity.email  is /emails   ->   emailsha256  has the hash of /emails        one-way
//   trait.city  is /attributes/city   ->   txt_city  takes any of /attributes     normalised
//   identity.email  ->  a target that takes no /emails                            lossy
// Whether a way is lossless is asked of the way back: if the target's field, read, leads to the
// same column of the source, nothing has changed but the format. A joined text (`["/first_name",
// "/last_name"]`) has no way back. Events do not become customers, nor customers events.
// Test: tests/conversion/mapping_test.cc.
#ifndef CROSSWALK_CONVERSION_MAPPING_H
#define CROSSWALK_CONVERSION_MAPPING_H

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "conversion/side.h"
#include "conversion/value_form.h"
#include "crosswalk/loss.h"
#include "crosswalk/result.h"
#include "json/record_builder.h"

namespace crosswalk::conversion {

/// What the caller says of a mapping.
struct MappingOptions {
  format::ColumnMappings source, target;  ///< of a map file
  std::vector<std::string> drop;          ///< source columns that are not carried
  std::vector<std::pair<std::string, std::string>> settings;  ///< may be members of the target
  std::optional<format::Missing> missing;  ///< how to write what is missing; nothing: as it is, if
                                           ///< the target knows that
};

/// Where the values of one source column go.
struct Route {
  std::size_t entry = 0;      ///< of the source; kUnknown: the schema does not know the column
  std::string column;         ///< of the source
  std::vector<Place> places;  ///< in the target
  bool is_choice = false;     ///< one of the places, by the kind of the value
  bool may_join = false;      ///< several values may stand in one text
  FormKind canonical = FormKind::kAny;
  FieldLoss loss;

  static constexpr std::size_t kUnknown = static_cast<std::size_t>(-1);
};

/// A compiled mapping.
/// Threads: immutable; shared.
class Mapping {
 public:
  /// The definitions must outlive it. Errors: kUsage, if the formats hold different records or
  /// none, a `todo` is open, or the options name unknown columns.
  static Result<Mapping> compile(const format::Definition& source, const format::Definition& target,
                                 MappingOptions options);

  [[nodiscard]] const Side& source() const { return source_; }
  [[nodiscard]] const Side& target() const { return target_; }
  /// The form of the values of each entry of a side, by its number.
  [[nodiscard]] const ValueForm& source_form(std::size_t entry) const {
    return source_forms_[entry];
  }
  [[nodiscard]] const ValueForm& target_form(std::size_t entry) const {
    return target_forms_[entry];
  }
  /// The way of a field of the source, for a family of its member `member`.
  [[nodiscard]] Route route_of(const format::Field& field, std::string_view member) const;
  /// The way of a column that the source's schema does not know.
  [[nodiscard]] Route route_of_unknown(const std::string& column) const;
  /// The field of the source that feeds the target's field at `path`, if it is one that has a place
  /// of its own; null: none, or some of a family.
  [[nodiscard]] const format::Field* source_of(std::span<const std::string> path) const;
  /// The field of the source that is all that the target's field at `path` is made of, without any
  /// loss; null: there is none. Records that have the same there have the same in the source.
  [[nodiscard]] const format::Field* lossless_source_of(std::span<const std::string> path) const;
  /// What the caller set for a target column that no source feeds; null: nothing.
  [[nodiscard]] const std::string* setting_of(const std::string& column) const;
  /// True if nothing but its form may change of a value on the way to a place: no table has it, and
  /// nothing is cut from it.
  [[nodiscard]] bool keeps_words(const Route& route, const Place& place) const;
  /// True if a text stays one on that way, and is not cut into the values in it.
  [[nodiscard]] bool stays_whole(const Route& route, const Place& place) const;
  /// Which of the places of a route that is a choice takes values of `kind`.
  [[nodiscard]] std::size_t place_for(const Route& route, json::Kind kind) const;
  /// How a value of the source that is missing as `state` says is written in the target's entry.
  [[nodiscard]] format::Missing written_missing(std::size_t entry, format::Missing state) const;
  /// True if the target's entry has a value where nothing feeds it: a setting, or the schema's own.
  [[nodiscard]] bool has_own(std::size_t entry) const;
  /// Writes that value. REQUIRES: there is one.
  void write_own(std::size_t entry, json::RecordBuilder& builder) const;
  /// What becomes of each entry of the source, before anything is read.
  [[nodiscard]] LossReport report() const;

 private:
  Mapping(Side source, Side target, MappingOptions options);

  [[nodiscard]] Status check_drops() const;
  [[nodiscard]] Route route_of_entry(const Named& named) const;
  void classify(const Named& named, Route& route) const;
  [[nodiscard]] bool leads_back(const Named& named, const Place& place) const;
  [[nodiscard]] bool is_dropped(const Route& route) const;
  [[nodiscard]] std::vector<std::string> unfed() const;
  [[nodiscard]] bool is_fed(std::size_t target_entry) const;

  Side source_;
  Side target_;
  MappingOptions options_;
  std::vector<ValueForm> source_forms_;
  std::vector<ValueForm> target_forms_;
};

/// The token of the value that a field has if nothing feeds it: its `const`, else its `default`.
/// Nothing if it has neither. The token is of the schema's tape.
std::optional<std::uint32_t> own_value(const format::Schema& schema, const format::Field& field);

}  // namespace crosswalk::conversion

#endif  // CROSSWALK_CONVERSION_MAPPING_H
