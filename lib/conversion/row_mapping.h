// A mapping between tables: rows of the source become rows of the target, without a record.
//
// Under one header every column leads to known columns of the target, so a mapping is mostly a
// choice of cells: those that stay as they are are spans of the same bytes, others are written
// behind them.
//   crmId,email,phone  and the row  7,a@x.pl,55   ->   customuid,emailsha256  and the row 7,fb98...
// The rows that are made are those of a table of the target's records: columns of fields that are
// in an object or a list have dotted names. A text is a kText cell, every other value has its kind;
// an empty kText cell is no value.
// Does not work: rows with a value that is lost for the first time, that cannot be said, is one of
// several for a field, a list of several, or a container. Such a row is left to the plain way, a
// record and its Mapper (mapper.h), which this makes the same values as. Tests: row_mapping_test.cc
// in tests/conversion and tests/cross, held against that.
#ifndef CROSSWALK_CONVERSION_ROW_MAPPING_H
#define CROSSWALK_CONVERSION_ROW_MAPPING_H

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/nested_row.h"
#include "check/table.h"
#include "check/typed_cell.h"
#include "conversion/mapper.h"
#include "conversion/mapping.h"
#include "conversion/translator.h"
#include "record/batch.h"

namespace crosswalk::conversion {

/// A column of the source's table.
struct SourceColumn {
  std::uint32_t column = 0;  ///< its number in the table
  check::CellTyping typing;
  Route route;
};

/// The columns of a table, in the order in which a record of its rows has their members.
struct SourceColumns {
  std::vector<SourceColumn> columns;
  std::string list_separator;
};

/// Those of a table of flat records. `has_null_cells`: see ObjectPlan::of_table(). Nothing if two
/// columns have one name.
std::optional<SourceColumns> source_columns(const Mapping& mapping,
                                            const check::TableProgram& table, bool has_null_cells);
/// Those of a table of nested records. Nothing if a column has no place in the record.
std::optional<SourceColumns> source_columns(const Mapping& mapping,
                                            const check::NestedColumns& table);

/// Maps the rows of one table.
/// Threads: one.
class RowMapping {
 public:
  /// `columns`: of the target's table; null: those that the source's columns lead to. Nothing if
  /// all rows would be left to the plain way, or the target's columns do not name their fields.
  static std::optional<RowMapping> compile(std::shared_ptr<const Mapping> mapping,
                                           SourceColumns source,
                                           const std::vector<std::string>* columns);
  /// The columns of the rows that are made.
  [[nodiscard]] const std::vector<std::string>& columns() const { return columns_; }

  /// Maps the readable rows of `batch`. Cost: linear; no allocation once warm.
  void map(const record::Batch& batch);
  /// The rows made of the last batch, by their numbers in it. A row that is left to the plain way
  /// is unreadable. `end` of a record counts the bytes of its cells.
  [[nodiscard]] const record::Batch& made() const { return made_; }
  /// Counts row number `index` as mapped. False if it has a loss to be told, or a route that
  /// `mapper` has not met: it is then left to the plain way. REQUIRES: it is readable in made().
  bool count(std::uint32_t index, Mapper& mapper);
  /// The column of the source that the cell in `column` of row number `index` was made of; nothing
  /// for what the target writes by itself.
  [[nodiscard]] std::optional<std::uint32_t> source_of(std::uint32_t index,
                                                       std::uint32_t column) const;

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;
  static constexpr std::uint32_t kOwn = 0xFFFFFFFEU;  // an origin: the target's own value
  static constexpr std::size_t kStates = 3;           // of missing values

  /// From a source column to a target column.
  struct Way {
    std::uint32_t target = kNone;  // kNone: rows with a value on it are left
    const Place* place = nullptr;
    bool is_copied = false;  // texts stay as they are
    bool is_plain = false;   // any values do
    bool is_pair = false;
    std::array<format::Missing, kStates> written = {};  // of a missing value
    std::vector<std::uint32_t> better;  // sources whose values the target takes before this one's
  };
  struct Source {
    SourceColumn column;
    std::vector<Way> ways;         // by place of the route
    bool is_copied = false;        // on all ways, and there is no choice
    bool is_lost = false;          // texts are
    std::string own;               // JSON of what the source writes where it is told nothing
    std::uint32_t number = kNone;  // of its route for the mapper; kNone: not met yet
    bool is_told = false;
  };
  struct Target {
    std::size_t entry = 0;
    const format::Field* field = nullptr;
    bool is_required = false;
    bool is_fed = false;  // by some source
    std::string own;      // JSON of what stands where there is no value; empty: nothing does
    json::Kind own_kind = json::Kind::kNull;
    record::Cell own_cell;  // in made_
  };
  /// What happened to the value of a source column in a row.
  enum Outcome : std::uint8_t {
    kValue = 1,
    kNormalised = 2,
    kLost = 4,
    kMissing = 8  // no value, and written as another kind of that
  };
  /// A column of the target that waits for a value.
  struct Waiting {
    const Way* way = nullptr;
    std::uint32_t source = 0;
    format::Missing state = format::Missing::kEmpty;
  };

  RowMapping(std::shared_ptr<const Mapping> mapping, SourceColumns source);

  bool add_columns(const std::vector<std::string>& columns);
  bool add_own_columns(bool may_add);
  bool add_column(const std::string& column);
  void add_ways(Source& source, bool may_add);
  std::uint32_t target_of(const Place& place, bool may_add);
  bool give_own(Target& target) const;
  [[nodiscard]] static bool has_texts(const Source& source);
  [[nodiscard]] bool is_plain(const Source& source, const Place& place) const;
  [[nodiscard]] bool is_copied(const Source& source, const Place& place) const;
  void drop_shared_families();
  void find_better();

  bool map_row(const record::Batch& batch, const record::Record& row);
  bool take(std::uint32_t number, const record::Cell& cell, const record::Batch& batch);
  bool copy(std::uint32_t number, const record::Cell& cell);
  template <class Take>
  bool for_each_taken(const Source& source, const Take& take) const;
  [[nodiscard]] std::optional<bool> is_beaten(const Way& way) const;
  bool wait(std::uint32_t number, json::Kind kind);
  bool wait_on(const Way& way, std::uint32_t number, format::Missing state);
  bool take_value(std::uint32_t number, json::Kind kind, std::string_view text, bool is_list,
                  const record::Batch& batch);
  bool take_along(const Way& way, std::uint32_t number, json::Kind kind, std::string_view text,
                  bool is_list, const record::Batch& batch);
  bool is_own(const Source& source, json::Kind kind, std::string_view text);
  [[nodiscard]] bool is_one(const Source& source, const Way& way, std::string_view text) const;
  [[nodiscard]] std::string_view separator_of(const Way& way) const;
  record::Cell* cell_for(std::uint32_t target, std::uint32_t source);
  bool put(std::uint32_t target, std::uint32_t source, const record::Cell& cell);
  bool put(std::uint32_t target, std::uint32_t source, json::Kind kind, std::string_view text,
           const record::Batch& batch);
  bool fill();
  record::Cell append(json::Kind kind, std::string_view bytes);
  std::uint8_t& outcome(std::uint32_t source) { return outcomes_[first_outcome_ + source]; }

  std::shared_ptr<const Mapping> mapping_;
  Translator translator_;
  std::string list_separator_;
  std::vector<Source> sources_;
  std::vector<Target> targets_;
  std::vector<std::string> columns_;     // of targets_
  std::vector<std::uint32_t> required_;  // of targets_

  record::Batch made_;
  record::Cell null_;                    // in made_
  record::Cell empty_;                   // likewise
  std::vector<std::uint32_t> origins_;   // by cell of made_: of sources_
  std::vector<std::uint8_t> outcomes_;   // by row and source
  std::vector<Waiting> waiting_;         // in the row at hand, at most one a target
  const record::Cell* cells_ = nullptr;  // of the source's row at hand
  std::size_t first_cell_ = 0;           // of what is made of it
  std::size_t first_outcome_ = 0;        // likewise
  std::uint32_t size_ = 0;               // of its cells
  check::TypingMemory memory_;
  TextRooms rooms_;
  std::string json_;
};

}  // namespace crosswalk::conversion

#endif  // CROSSWALK_CONVERSION_ROW_MAPPING_H
