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
  std::vector<std::string> path;      ///< members from the record down; of a pair: the list's path,
                                      ///< then the name
  format::As as = format::As::kText;  ///< of a list: of its elements
  format::CellForm form;
  format::Pii pii = format::Pii::kNone;
  bool is_list = false;
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
  void take_empty_for_null() { empty_ = format::Missing::kNull; }

  [[nodiscard]] const std::vector<NestedColumn>& columns() const { return columns_; }
  /// The column of the member at `path`; else of the members below it the first that is required,
  /// or the first. Nothing if there is none. Cost: linear in the columns.
  [[nodiscard]] std::optional<std::uint32_t> column_at(std::span<const std::string> path) const;
  /// The first column of a member below `path`, or at it.
  [[nodiscard]] std::optional<std::uint32_t> first_column_in(
      std::span<const std::string> path) const;

 private:
  friend class NestedRow;
  /// A member's name, ready to be written.
  struct Name {
    explicit Name(std::string_view name) : is_escaped(json::append_string(text, name)) {}
    friend bool operator==(const Name&, const Name&) = default;

    std::string text;  // quotes included
    bool is_escaped;
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
    std::optional<Pair> pair;  // a value of kPairs
    std::vector<std::uint32_t> children;
    std::uint32_t column = 0;  // kValue
  };

  [[nodiscard]] bool is_in(std::uint32_t column, std::span<const std::string> path) const;
  std::uint32_t child(std::uint32_t parent, std::string_view name, Part::Kind kind);
  void place(std::uint32_t column, const format::ColumnField& place, format::As name_as);

  std::vector<NestedColumn> columns_;
  std::vector<Part> parts_;  // parts_[0] is the record
  std::string list_separator_;
  std::optional<format::Missing> empty_;  // what an empty cell is; nothing: the text ""
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
  explicit NestedRow(std::shared_ptr<const NestedColumns> columns) : columns_(std::move(columns)) {}

  /// Reads record number `index` of `batch`, a readable one. Cells that the reader has complained
  /// about are left out. Cost: linear; no allocation once warm.
  void read(const record::Batch& batch, std::uint32_t index);
  /// Reads a row whose cells are all there and empty texts: what its names alone come to.
  void read_names();

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

  /// What the cell at hand holds.
  struct CellValue {
    json::Kind kind = json::Kind::kString;  // of a scalar
    std::string_view text;                  // characters of a string, bytes of other scalars
    bool is_list = false;                   // `text` is to be split
    bool is_parsed = false;                 // a value of cell_tape_ over `text`
  };

  void write(const record::Batch* batch, const record::Record* record);
  void append(const NestedColumns::Part& part);
  void append_cell(const NestedColumns::Part& part);
  void append_name(const NestedColumns::Name& name);
  void append_value(const NestedColumn& column, const CellValue& value);
  void append_list(const NestedColumn& column, std::string_view text);
  std::optional<CellValue> cell_value_of(std::uint32_t column);
  std::optional<CellValue> typed(const NestedColumn& column, std::string_view text);
  CellValue json_value(std::string_view text);
  [[nodiscard]] std::optional<CellValue> missing(const NestedColumn& column) const;

  std::shared_ptr<const NestedColumns> columns_;
  const record::Batch* batch_ = nullptr;    // of the row being read; null: names alone
  const record::Record* record_ = nullptr;  // likewise
  std::string text_;
  json::Tape tape_;
  json::RecordBuilder builder_;  // of both
  std::vector<Extent> extents_;  // by begin
  std::string scratch_;
  std::string form_scratch_;
  json::Tape cell_tape_;
  std::vector<json::Fault> faults_;
};

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_NESTED_ROW_H
