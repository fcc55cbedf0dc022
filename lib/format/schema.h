// A schema file as a tree of plain structs: draft-07 keywords and the annotation keyword
// `x-crosswalk`, both closed.
//
// The loader (format/loader.h) turns the text of a schema file into this tree and refuses, with
// line and column, every word that it does not know: JSON Schema's silence hides typos. The tree is
// what lib/check compiles and what the commands show; it owns the text it came from, so literals
// (enum, const) are tokens of that text and keep their characters. The documents that a schema
// refers to lie behind its own file in one text and one tape, so a token says it all.
#ifndef CROSSWALK_FORMAT_SCHEMA_H
#define CROSSWALK_FORMAT_SCHEMA_H

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "crosswalk/finding.h"
#include "crosswalk/result.h"
#include "json/tape.h"

namespace crosswalk::format {

/// Index of a node in Schema::nodes.
using NodeId = std::uint32_t;
inline constexpr NodeId kNoNode = 0xFFFFFFFFU;

/// Bits of the draft-07 `type` keyword. An integer is a number without fraction (1.0 counts).
enum TypeBit : std::uint8_t {
  kTypeNull = 1,
  kTypeBoolean = 2,
  kTypeObject = 4,
  kTypeArray = 8,
  kTypeNumber = 16,
  kTypeInteger = 32,
  kTypeString = 64,
  kTypeAny = 127
};

/// `as`: what a cell's text means, and so how a CSV cell is typed and which spelling a number must
/// have.
enum class As : std::uint8_t {
  kNone,
  kText,
  kNumber,
  kInteger,
  kBoolean,
  kFlag,
  kUnix,
  kDate,
  kDateTime,
  kJson  ///< any JSON value; a cell that is no JSON text is a text
};

/// `pii`: class of personal data. Secrets are never printed at all.
enum class Pii : std::uint8_t { kNone, kEmail, kPhone, kName, kId, kSecret };

/// What a check tests; see docs/formats.md.
enum class CheckKind : std::uint8_t {
  kOn,       ///< names the failure of the keyword that stands beside it, or of a layout event
  kMust,     ///< an extra schema
  kUnique,   ///< a key: at a record over the whole input, at an array over its elements
  kOrder,    ///< two times, the first not after the second
  kDown,     ///< a schema for the array of a field's values over all records; told once, at the
             ///< column's name
  kWithin,   ///< a time not before `from` and not further ahead of now than `ahead_days`
  kColumns,  ///< columns against those of an earlier upload (operations only)
  kSetting,  ///< a request setting that should be given (operations only)
  kAlways,   ///< told once, whenever the operation is used (operations only)
};

/// How the columns must relate to the earlier upload's.
enum class ColumnsRule : std::uint8_t { kEqual, kSuperset };

/// Which elements with the same key break `unique` at an array: all, those equal in everything, or
/// those that differ in something.
enum class Rest : std::uint8_t { kAny, kEqual, kDifferent };

/// How a value that fails a check may be mended; see docs/formats.md.
enum class RepairKind : std::uint8_t {
  kNone,
  kTable,         ///< the value that the table gives for it
  kLower,         ///< small letters for capital ones of ASCII
  kRemoveBlanks,  ///< blanks of any kind left out
  kNumber,        ///< a number that stands in a string
  kInteger,       ///< a whole number without its fraction of zeros
  kFlag,          ///< 1 or 0 for true or false, or for 1.0 or 0.0
  kEmpty,         ///< the empty text for null
  kDivide1000,    ///< milliseconds to seconds: a guess, so only with `--unsafe`
  kColonDate,     ///< `2023:01:01T...` with hyphens
  kZone,          ///< the offset of `--time-zone` behind a date-time that has none
  kRejoin,        ///< parts joined by a comma get what should stand between them
  kRenumber,      ///< numbered columns counted from 1 on
};

/// `repair` of a check.
struct Repair {
  RepairKind kind = RepairKind::kNone;
  std::vector<std::pair<std::string, std::string>> table;  ///< kTable: value found, value meant
};

/// One check: a kind, what it needs, the rule that it reports.
struct Check {
  CheckKind kind = CheckKind::kOn;
  std::string rule;
  Severity severity = Severity::kError;
  std::string keyword;                ///< kOn: keyword or event
  NodeId node = kNoNode;              ///< kMust, kDown
  std::vector<std::string> pointers;  ///< kUnique: the key's parts; kOrder: the two times
  Rest rest = Rest::kAny;             ///< kUnique
  bool is_strict = false;             ///< kOrder: nor equal
  std::int64_t from_unix = 0;         ///< kWithin: seconds since 1970
  std::int64_t ahead_days = 0;        ///< kWithin
  ColumnsRule columns = ColumnsRule::kEqual;
  std::string setting;  ///< kSetting
  std::string confirm;  ///< an error in what is written unless this setting is `yes`; empty = never
  Repair repair;
};

/// `parts`: several values in one text. Blanks around parts are not part of them; an empty text has
/// none.
struct Parts {
  std::string by = ",";  ///< what stands between them; not empty
  NodeId item = kNoNode;
};

/// `pairs`: the members of an array's elements that are a name and its value.
struct Pairs {
  std::string name, value;
};

/// How the cells of a column are written where that is not the usual form. Cells are brought into
/// it before any keyword looks at them (lib/check/cell_form.h).
struct CellForm {
  std::string date;               ///< `form`, such as `DD.MM.YYYY`; empty = `2024-02-29`
  std::string decimal;            ///< decimal mark; empty = a full stop
  std::string group;              ///< mark between thousands; empty = none
  std::vector<std::string> none;  ///< texts that mean no value

  [[nodiscard]] bool is_usual() const {
    return date.empty() && decimal.empty() && group.empty() && none.empty();
  }
};

/// A place in the canonical record: a pointer, or several whose texts together, with a blank
/// between them, are the value (`/first_name`, `/last_name`).
using CanonicalPlace = std::vector<std::string>;

/// One line of `values`: a text of this format, and what it is called in the canonical record.
struct ValueName {
  std::string own;
  std::vector<std::string> canonical;  ///< read as the first; all of them are written as `own`
};

/// What a field has to do with the canonical record.
struct FieldMapping {
  std::vector<CanonicalPlace> is;  ///< best first
  bool has_is = false;             ///< said, if only with an empty list
  std::vector<ValueName> values;
  bool is_one_way = false;  ///< `values` calls several texts the same
  std::string hash;         ///< where the texts are that it is the hashes of; empty = nowhere
  std::string remove;       ///< characters that are left out when it is written
};

/// The annotation of one node.
struct Annotation {
  As as = As::kNone;
  Pii pii = Pii::kNone;
  CellForm cell;
  FieldMapping mapping;
  std::string todo;  ///< what its author still has to say; empty = nothing
  std::optional<Parts> parts;
  std::vector<std::string> columns;  ///< `column`: its names in a table, the written one first
  std::optional<Pairs> pairs;
  std::vector<std::pair<std::string, std::string>> aliases;  ///< wrong text, text meant
  std::vector<Check> checks;
};

/// One schema object or boolean, keyword by keyword. Absent keywords are empty.
struct Node {
  std::optional<bool> boolean;  ///< the schema is `true` or `false`; nothing else is set then
  NodeId ref = kNoNode;         ///< `$ref`; nothing else counts then

  std::uint8_t types = kTypeAny;
  bool has_types = false;
  std::optional<std::uint32_t> constant;   ///< token of Schema::tape
  std::optional<std::uint32_t> fallback;   ///< `default`: token of Schema::tape
  bool is_read_only = false;               ///< `readOnly`
  std::vector<std::uint32_t> enumeration;  ///< tokens of Schema::tape
  bool has_enumeration = false;

  std::optional<std::uint64_t> min_length, max_length;
  std::optional<std::string> pattern;
  std::optional<std::string> format;
  std::optional<std::string> minimum, maximum, exclusive_minimum, exclusive_maximum,
      multiple_of;  ///< as written

  std::optional<std::uint64_t> min_items, max_items;
  bool unique_items = false;
  NodeId items = kNoNode;     ///< single schema
  std::vector<NodeId> tuple;  ///< `items` as an array
  bool has_tuple = false;
  NodeId additional_items = kNoNode;
  NodeId contains = kNoNode;

  std::optional<std::uint64_t> min_properties, max_properties;
  std::vector<std::string> required;
  std::vector<std::pair<std::string, NodeId>> properties;          ///< in file order
  std::vector<std::pair<std::string, NodeId>> pattern_properties;  ///< in file order
  NodeId additional_properties = kNoNode;
  NodeId property_names = kNoNode;
  std::vector<std::pair<std::string, NodeId>> dependency_schemas;
  std::vector<std::pair<std::string, std::vector<std::string>>> dependency_names;

  std::vector<NodeId> all_of, any_of, one_of;
  bool has_any_of = false, has_one_of = false;
  NodeId negation = kNoNode;                                                 ///< `not`
  NodeId condition = kNoNode, consequence = kNoNode, alternative = kNoNode;  ///< if, then, else

  std::string title, description;
  Annotation annotation;
  std::uint32_t token = 0;  ///< where the node stands in Schema::tape
};

/// One of the texts that lie behind each other in a SchemaText.
struct TextPart {
  std::string where;        ///< names it in errors
  std::uint32_t begin = 0;  ///< of its first byte in SchemaText::text
  std::uint32_t end = 0;    ///< after its last byte
  std::uint32_t root = 0;   ///< its first token in SchemaText::tape
};

/// A schema's own file, and the documents that it refers to.
struct SchemaText {
  std::string text;  ///< the bytes of all parts; `tape` points into them
  json::Tape tape;
  std::vector<TextPart> parts;  ///< the file first

  /// The part that the byte at `offset` stands in. REQUIRES: there is a part.
  [[nodiscard]] const TextPart& part_at(std::uint32_t offset) const;
  /// The part's own bytes.
  [[nodiscard]] std::string_view bytes(const TextPart& part) const;
  /// `where:line:column: what`, as kUsage.
  [[nodiscard]] Error error_at(std::uint32_t offset, const std::string& what) const;
  /// The same at a token, with its pointer behind: `what, at /properties/x`.
  [[nodiscard]] Error error_of(std::uint32_t token, const std::string& what) const;
};

/// A schema file, read.
/// Threads: immutable once loaded; shared.
struct Schema : SchemaText {
  std::vector<Node> nodes;  ///< nodes[0] is the root
  /// Roots of what a format describes; members that nobody describes below them are warned of.
  std::vector<NodeId> described;
};

}  // namespace crosswalk::format

#endif  // CROSSWALK_FORMAT_SCHEMA_H
