// A format: one schema file, and what its root annotation says of layouts, limits and requests.
#ifndef CROSSWALK_FORMAT_DEFINITION_H
#define CROSSWALK_FORMAT_DEFINITION_H

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "format/schema.h"

namespace crosswalk::format {

/// How a format is written down. The file's order is kept: the first is the default output.
enum class LayoutKind : std::uint8_t {
  kCsv,         ///< delimited text, with quotes or without
  kHeaderData,  ///< a JSON object with the names in one member and the rows in another
  kForm,        ///< a web form: numbered column names, the rows in one parameter
  kDocument,    ///< a whole JSON document; Definition::records says where its records are
  kNdjson,      ///< one record a line
  kXml,         ///< one XML document
  kJsonp        ///< a JSON document as the argument of a call
};

/// True for layouts whose records are rows of cells under named columns.
inline constexpr bool has_rows(LayoutKind kind) {
  return kind == LayoutKind::kCsv || kind == LayoutKind::kHeaderData || kind == LayoutKind::kForm;
}

/// Where the records of a document are.
struct RecordPlace {
  std::string pointer;             ///< from the root; empty = the root itself
  std::vector<std::string> steps;  ///< of the pointer
  bool are_items = false;  ///< the schema has an array there, whose items are the records; else the
                           ///< value is the one record, or (at the root) an array of them
};

/// What a missing value looks like.
enum class Missing : std::uint8_t { kAbsent, kNull, kEmpty };

/// Which canonical record the fields are mapped to.
enum class Holds : std::uint8_t { kNothing, kCustomer, kEvent };

/// Limits of one output body; 0 = none.
struct Limits {
  std::uint64_t warn_bytes = 0;    ///< split here; warn above
  std::uint64_t refuse_bytes = 0;  ///< error above
  std::uint64_t records = 0;       ///< records in one body
};

/// One layout of a format.
struct Layout {
  LayoutKind kind = LayoutKind::kCsv;
  std::string name;                      ///< `csv`, `delimited`, ..., as the user writes it
  std::vector<char> delimiters = {','};  ///< tables: candidates, the first is written
  char quote = '"';                      ///< tables: 0 = no quoting exists
  std::string encoding = "utf-8";        ///< tables: IANA name, in small letters
  std::string list_separator = ",";      ///< tables: between the elements of a list of values
  std::string columns_member;            ///< kHeaderData: member that holds the names (`header`)
  std::string records_member;    ///< kHeaderData, kForm: member that holds the rows (`data`)
  std::string columns_prefix;    ///< kForm: of the numbered names (`header_`)
  std::string delimiter_member;  ///< kForm: the parameter that says the delimiter
  std::vector<std::pair<std::string, char>> delimiter_words;  ///< kForm: what it may say
  std::string root;                                           ///< kXml: name of the root element
  std::set<std::string> attributes;    ///< kXml: pointers to members that are attributes
  std::set<std::string> elements;      ///< kXml: every member that the schema names
  std::optional<RecordPlace> records;  ///< kDocument: as in the definition
  Limits limits;
  std::vector<Check> checks;  ///< on events: row-width, column-duplicate, ...

  /// The check on an event; nullptr if the format names none.
  [[nodiscard]] const Check* check_on(std::string_view event) const;
};

/// One request of the vendor, as data.
struct Operation {
  std::string name;
  std::string method;
  std::string url;                                           ///< `{name}` = a setting
  std::vector<std::pair<std::string, std::string>> headers;  ///< in file order
  std::string body;                                          ///< layout name; empty = no body
  std::string then;  ///< operation of further parts; empty = itself
  std::vector<Check> checks;
};

/// What some fields have to do with the canonical record, by their columns (`txt_city`, `txt_*`).
using ColumnMappings = std::vector<std::pair<std::string, FieldMapping>>;

/// A format, loaded. Immutable and shared between threads.
struct Definition {
  std::string name;  ///< `vendor/name`, from folder and file
  std::string vendor;
  std::string origin;          ///< path of the file, or `embedded`
  bool is_own_schema = false;  ///< a schema without layouts of its own (format/own_schema.h)
  Schema schema;
  NodeId record = 0;                   ///< the schema of one record; the root for plain documents
  std::optional<RecordPlace> records;  ///< nothing: a document is one record
  std::vector<Layout> layouts;
  std::vector<Missing> missing;  ///< the written one first
  Holds holds = Holds::kNothing;
  ColumnMappings map;  ///< of fields that have no schema of their own
  std::vector<Operation> operations;

  /// The `todo`s of its nodes, in file order.
  [[nodiscard]] std::vector<std::string> todos() const;
  /// The layout called `name`; nullptr if there is none.
  [[nodiscard]] const Layout* layout(std::string_view layout_name) const;
  /// The operation called `name`; nullptr if there is none.
  [[nodiscard]] const Operation* operation(std::string_view operation_name) const;
};

}  // namespace crosswalk::format

#endif  // CROSSWALK_FORMAT_DEFINITION_H
