// The fields of a format's record: what a table can give a column, in the schema's order.
//
// Members inside members become dotted columns. An object that takes any name, and a list of
// name/value objects (`pairs`), are families: one field, as many columns as there are names. A list
// of plain values is one field; what has no columns of its own (a list of objects) is one field
// whose cells are JSON texts.
//   {"properties":{"a":{"properties":{"b":{}}},"t":{"additionalProperties":{}}}}
//     ->   a.b, t.*       and the column t.vip is the member `vip` of t.*
// Members that only a branch of a condition describes come after the others. A schema that holds
// itself is followed once. Test: tests/format/fields_test.cc.
#ifndef CROSSWALK_FORMAT_FIELDS_H
#define CROSSWALK_FORMAT_FIELDS_H

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "format/definition.h"

namespace crosswalk::format {

/// How the values under one field are named.
enum class Family : std::uint8_t {
  kNone,
  kMembers,  ///< any member of the object at `path`, or those that match `pattern`
  kPairs,    ///< a list of name/value objects at `path`
};

/// A leaf of a format's record: something that a table can give a column.
struct Field {
  std::vector<std::string> path;  ///< members from the record down
  Family family = Family::kNone;
  std::string pattern;                ///< kMembers of `patternProperties`; else empty
  std::string pair_name, pair_value;  ///< kPairs: the members of an element
  std::string column;                 ///< in a table; ends in `*` for a family
  std::vector<std::string> columns;   ///< every name that is read, the written one first
  NodeId node = kNoNode;      ///< schema of the value (family: of each), `$ref`s followed; kNoNode:
                              ///< any value
  std::vector<NodeId> nodes;  ///< that and all that always describe the same value, nearest first
  NodeId name_node = kNoNode;  ///< kPairs: the schema of the name
  Annotation annotation;  ///< words of `nodes`, the nearest first; checks left out. `as` is kJson
                          ///< where the value has no columns of its own
  bool is_list = false;   ///< a list of plain values
  bool is_required = false;   ///< it, and all objects on the way to it
  bool is_read_only = false;  ///< it, or an object on the way to it
};

/// The fields of one record of `definition`, in the order of the schema.
std::vector<Field> fields_of(const Definition& definition);

/// The fields of the record that `record` describes.
std::vector<Field> fields_of(const Schema& schema, NodeId record);

/// What is wrong with the words `column` and `pairs` of a format: a column that names two fields, a
/// list of pairs whose elements have no such members. Nothing if all is well.
std::optional<Error> column_fault(const Definition& definition);

/// What a column is.
struct ColumnField {
  const Field* field = nullptr;
  std::string member;  ///< of a family: the name that the column gives
};

/// Where a member stands.
struct MemberPlace {
  std::vector<std::string> object;  ///< members from the record down to the object that holds it
  std::string member;
};

/// The fields of a record by their columns.
/// Threads: immutable; shared.
class FieldTable {
 public:
  explicit FieldTable(std::vector<Field> fields);
  ~FieldTable();
  FieldTable(FieldTable&&) noexcept;
  FieldTable& operator=(FieldTable&&) noexcept;

  [[nodiscard]] const std::vector<Field>& fields() const { return fields_; }
  /// The field that the column `name` is: one of that name, else the family whose name fits
  /// longest. Ownership: the field belongs to this table. Cost: linear in the families.
  [[nodiscard]] std::optional<ColumnField> find(std::string_view name) const;
  /// The column of the member at `path`, members from the record down (of a pair: its name behind
  /// the list's path). Nothing if no field has it.
  [[nodiscard]] std::optional<std::string> column_at(const std::vector<std::string>& path) const;
  /// The member that a column is which no field has: one of the innermost object that its name
  /// leads into. Nothing where a field or an object stands already, and for no name. REQUIRES:
  /// find(name) finds nothing.
  [[nodiscard]] std::optional<MemberPlace> place_of_unknown(std::string_view name) const;
  /// Column names, those of families without their `*`: for words such as "did you mean".
  [[nodiscard]] std::vector<std::string> names() const;
  /// True if the record is more than a row of values: it has members inside members, pairs, lists,
  /// or cells that are JSON texts.
  [[nodiscard]] bool is_nested() const;

 private:
  struct Patterns;  // compiled patterns of families

  [[nodiscard]] bool fits(std::size_t field, std::string_view member) const;

  std::vector<Field> fields_;
  std::map<std::string, std::size_t, std::less<>> by_column_;
  std::unique_ptr<const Patterns> patterns_;
};

/// The column of member `member` of a family: its name in place of the `*`. The column of any other
/// field is its own.
std::string column_of(const Field& field, std::string_view member);

}  // namespace crosswalk::format

#endif  // CROSSWALK_FORMAT_FIELDS_H
