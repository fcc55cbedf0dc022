// A row under dotted columns, made into the object that it means.
//
// The header is bound once: each column is a place in the record and a way to read its cells. A row
// then becomes text and tape of a nested object, which the rule program and the writers take like
// any other record; every byte of it leads back to its column.
//   identity.email,consents.3   and the row   a@b.pl,True
//     ->   {"identity":{"email":["a@b.pl"]},"consentsData":{"consents":[{"id":3,"value":"True"}]}}
// Cells are typed by the schema. An empty one is what the format's `missing` says (usually: not
// there), and an object or list of which nothing is there is left out. A column that the schema
// does not know is a member all the same, of any value. Repeated columns, and those whose place
// holds an object, are left out: the header's own findings tell them (check/nested_header.h). Test:
// tests/check/nested_row_test.cc.
#ifndef CROSSWALK_CHECK_NESTED_ROW_H
#define CROSSWALK_CHECK_NESTED_ROW_H

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "check/program.h"
#include "check/typed_cell.h"
#include "format/fields.h"
#include "json/parser.h"
#include "json/record_builder.h"
#include "json/writer.h"
#include "record/batch.h"

namespace crosswalk::check {

/// Why a column has no place in the record.
enum class ColumnState : std::uint8_t { kBound, kUnknown /* nor can it be a member */, kRepeated };

/// One column of a table of nested records.
struct NestedColumn {
  std::string name;
  ColumnState state = ColumnState::kUnknown;
  std::vector<std::string> path;  ///< members from the record down; of a pair: the list's path,
                                  ///< then the name
  CellTyping typing;
  format::Pii pii = format::Pii::kNone;
  bool is_family = false;    ///< part of its name is data, or all of it
  bool is_known = true;      ///< the schema has a field for it
  bool is_required = false;  ///< it, and all objects on the way to it
};

/// A header, bound to the record schema of a format.
/// Threads: immutable; shared.
class NestedColumns {
 public:
  /// Binds columns called `names`. `nodes` judge a record (empty: the definition's record).
  /// `program` is the definition's and need not outlive the result.
  static std::shared_ptr<NestedColumns> bind(const Program& program,
                                             const format::Definition& definition,
                                             const format::Layout& layout,
                                             const std::vector<std::string>& names,
                                             const std::vector<format::NodeId>& nodes);
  /// From now on an empty cell is null. REQUIRES: the format takes null for a missing value.
  void take_empty_for_null();
  /// From now on a kText cell is a text whatever the schema says, and an empty one is left out.
  void take_cells_as_texts();

  [[nodiscard]] const std::vector<NestedColumn>& columns() const { return columns_; }
  /// The column of the member at `path`; else of the members below it the first that is required,
  /// or the first. Nothing if there is none. Cost: linear in the columns.
  [[nodiscard]] std::optional<std::uint32_t> column_at(std::span<const std::string> path) const;
  /// The first column of a member below `path`, or at it.
  [[nodiscard]] std::optional<std::uint32_t> first_column_in(
      std::span<const std::string> path) const;

  /// A member's name, ready to be written.
  struct Name {
    explicit Name(std::string_view name) : characters(name), json(name) {}
    friend bool operator==(const Name&, const Name&) = default;

    std::string characters;
    json::ReadyName json;
  };
  /// The object `{"name":"vip","value":...}` around a value.
  struct Pair {
    Name name_member;
    json::Kind name_kind = json::Kind::kString;
    std::string name;
    Name value_member;
  };
  /// A node of the object that rows become.
  struct Part {
    enum class Kind : std::uint8_t { kObject, kPairs, kValue };
    Kind kind = Kind::kObject;
    Name name;
    std::optional<Pair> pair;  ///< around a value of kPairs
    std::vector<std::uint32_t> children;
    std::uint32_t column = 0;  ///< of kValue
  };
  /// The parts; children are numbers of them, and the first one is the record.
  [[nodiscard]] const std::vector<Part>& parts() const { return parts_; }
  /// What stands between the elements of a list.
  [[nodiscard]] const std::string& list_separator() const { return list_separator_; }

 private:
  [[nodiscard]] bool is_in(std::uint32_t column, std::span<const std::string> path) const;
  std::uint32_t child(std::uint32_t parent, std::string_view name, Part::Kind kind);
  void place(std::uint32_t column, const format::ColumnField& place, format::As name_as);

  std::vector<NestedColumn> columns_;
  std::vector<Part> parts_;
  std::string list_separator_;
};

/// Where a byte of a row's text comes from.
struct RowPlace {
  std::uint32_t column = 0;
  bool is_name = false;  ///< from the column's name, not from the cell
};

/// Rows as objects, one after the other; keeps its memory between them.
/// Threads: one.
class NestedRow {
 public:
  explicit NestedRow(std::shared_ptr<const NestedColumns> columns);

  /// Reads record number `index` of `batch`, a readable one. Cells that the reader has complained
  /// about are left out. Cost: linear; no allocation once warm.
  void read(const record::Batch& batch, std::uint32_t index);
  /// Reads a row whose cells are all there and empty texts: what its names alone come to.
  void read_names();

  /// True if know_kinds() was called for each of the row's values: for a row with a value of this
  /// kind in this column. Nobody knows values that have to be parsed.
  bool has_known_kinds(const record::Batch& batch, std::uint32_t index);
  void know_kinds(const record::Batch& batch, std::uint32_t index);

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const json::Tape& tape() const { return tape_; }
  /// The column that the byte at `offset` of text() comes from; nothing for what belongs to
  /// several.
  [[nodiscard]] std::optional<RowPlace> place_at(std::uint32_t offset) const;
  [[nodiscard]] const NestedColumns& columns() const { return *columns_; }

 private:
  struct Extent {
    std::uint32_t begin = 0;
    std::uint32_t value = 0;
    std::uint32_t end = 0;
    std::uint32_t column = 0;
  };

  template <class Visit>
  bool for_each_kind(const record::Batch& batch, std::uint32_t index, const Visit& visit);
  void write(const record::Batch* batch, const record::Record* record);
  void append(const NestedColumns::Part& part);
  void append_cell(const NestedColumns::Part& part);
  void append_name(const NestedColumns::Name& name);
  TypedCell cell_at(std::uint32_t column);
  void append_value(const CellTyping& typing, const TypedCell& value);
  void append_list(const CellTyping& typing, std::string_view text);
  void append_json(std::string_view text);

  std::shared_ptr<const NestedColumns> columns_;
  std::vector<std::uint32_t> placed_;       // columns with a place in the record
  std::vector<std::uint8_t> known_kinds_;   // by column, as bits; empty: nothing is known
  const record::Batch* batch_ = nullptr;    // of the row being read; null: names alone
  const record::Record* record_ = nullptr;  // likewise
  std::string text_;
  json::Tape tape_;
  json::RecordBuilder builder_;  // of both
  std::vector<Extent> extents_;  // by begin
  TypingMemory memory_;
  json::Tape cell_tape_;
  std::vector<json::Fault> faults_;
};

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_NESTED_ROW_H
