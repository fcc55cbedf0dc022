// One format of a pair: what each of its fields is in the canonical record, and which of them a
// canonical pointer leads to.
//
// A field of the schema is one entry; the root's `map` and the user's map file add entries for
// columns of families, or take the place of a field's own words.
//   txt_*: ["/attributes/txt_*", "/attributes/*"]     txt_city: ["/address/city", ...]
//   the column txt_city is the second entry: of the entries that fit, the one that says most counts
// Entries whose field is read-only are never led to. Test: tests/conversion/side_test.cc.
#ifndef CROSSWALK_CONVERSION_SIDE_H
#define CROSSWALK_CONVERSION_SIDE_H

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crosswalk/result.h"
#include "format/definition.h"
#include "format/fields.h"

namespace crosswalk::conversion {

/// A field, or some names of a family.
struct Entry {
  const format::Field* field = nullptr;  ///< of the side's table
  std::string column;                    ///< in a table: `txt_*`, `email`
  std::string member;                    ///< of a family: the names of its members, `txt_*`
  format::FieldMapping mapping;
};

/// An entry, and what its star stands for.
struct Named {
  std::size_t entry = 0;
  std::string star;
};

/// A place in an entry's `is` that a canonical pointer fits.
struct Place {
  std::size_t entry = 0;
  std::uint32_t rank = 0;  ///< which of `is`; 0 is best
  std::uint32_t part = 0;  ///< which of several pointers that are joined
  bool is_hash = false;    ///< the pointer is that of `hash`
  std::string star;
};

/// A format, seen from the canonical record.
/// Threads: immutable; shared.
class Side {
 public:
  /// `own` beats the format's words. `definition` must outlive it. Errors: kUsage, if `own` names a
  /// column that the format has not.
  static Result<Side> make(const format::Definition& definition, const format::ColumnMappings& own);

  [[nodiscard]] const format::Definition& definition() const { return *definition_; }
  [[nodiscard]] const format::FieldTable& table() const { return table_; }
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  /// The entry of the field, for a family of its member `member`. REQUIRES: of this side's table.
  [[nodiscard]] Named entry_of(const format::Field& field, std::string_view member) const;
  /// Where the canonical field `pointer` may be written: all places that name it, else of those
  /// whose star takes it the ones that say most.
  [[nodiscard]] std::vector<Place> places_of(const std::string& pointer) const;

 private:
  explicit Side(const format::Definition& definition)
      : definition_(&definition), table_(format::fields_of(definition)) {}
  Status add(const std::string& column, const format::FieldMapping& mapping);
  void index();
  void index_place(const std::string& pointer, Place place);

  const format::Definition* definition_;
  format::FieldTable table_;
  std::vector<Entry> entries_;
  std::map<const format::Field*, std::vector<std::size_t>> by_field_;
  std::map<std::string, std::vector<Place>, std::less<>> exact_;
  std::vector<std::pair<std::string, Place>> stars_;
};

/// The column of an entry with its star filled in.
std::string column_of(const Entry& entry, std::string_view star);

}  // namespace crosswalk::conversion

#endif  // CROSSWALK_CONVERSION_SIDE_H
