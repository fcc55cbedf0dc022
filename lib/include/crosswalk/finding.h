// Findings: what is wrong or doubtful in the input, as data.
//
// A finding names a rule, a severity and a place, and says what was expected and what to do. Words
// are made when a finding is handed out, never earlier. No value of the input stands in one unless
// the caller asked for values.
#ifndef CROSSWALK_FINDING_H
#define CROSSWALK_FINDING_H

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace crosswalk {

/// How bad a finding is, from lowest to highest.
enum class Severity : std::uint8_t {
  kOff,      ///< not told and not counted
  kInfo,     ///< worth knowing
  kWarning,  ///< the vendor would take it, but it is probably not what is meant
  kError,    ///< the vendor would reject, lose or corrupt it
};

/// A place in the decompressed input.
struct Position {
  std::uint64_t byte = 0;  ///< 0-based offset before decoding
  std::uint64_t line = 1;  ///< 1-based; lines end at LF, CRLF or CR, quoted ones too
  std::uint64_t column =
      1;  ///< 1-based, in Unicode code points; a byte order mark has none, a tab one

  friend bool operator==(const Position&, const Position&) = default;
};

/// Another place that belongs to a finding, such as the first occurrence of a repeated key.
struct Related {
  std::string file;
  std::uint64_t line = 0;
  std::optional<std::uint64_t> record;  ///< 1-based number of the data record in its file

  friend bool operator==(const Related&, const Related&) = default;
};

/// The input line around a finding, for printing. Data is masked unless values were asked for.
struct Excerpt {
  std::string text;               ///< part of the line, valid UTF-8, no control characters
  std::uint32_t mark_begin = 0;   ///< first marked code point of `text`
  std::uint32_t mark_length = 0;  ///< marked code points, at least 1

  friend bool operator==(const Excerpt&, const Excerpt&) = default;
};

/// One thing wrong or doubtful in the input.
struct Finding {
  std::string rule;  ///< stable name, such as `csv.row-width`
  Severity severity = Severity::kError;
  bool repair = false;  ///< tolerant reading mended it
  std::string message;
  std::string file;
  Position place;
  std::optional<std::uint64_t> record;  ///< 1-based number of the data record in its file
  std::optional<std::string> field;     ///< column, member or parameter name, fit for printing
  std::optional<std::string> pointer;   ///< RFC 6901 pointer, JSON layouts only
  std::string expected;                 ///< what the rule wanted; may be empty
  std::string hint;                     ///< what to do; may be empty
  std::vector<Related> related;
  std::optional<Excerpt> excerpt;
};

/// Findings of one rule in one field, counted.
struct FindingGroup {
  std::string rule;
  Severity severity = Severity::kError;
  std::optional<std::string> field;
  std::uint64_t count = 0;
  std::string first_file;
  Position first_place;
};

/// Exact counts of a run. `records == valid + invalid + unreadable` always holds.
struct Summary {
  std::uint64_t files = 0;
  std::uint64_t records = 0;
  std::uint64_t valid = 0;
  std::uint64_t invalid = 0;
  std::uint64_t unreadable = 0;
  std::uint64_t errors = 0;
  std::uint64_t warnings = 0;
  std::uint64_t infos = 0;
  std::uint64_t repairs = 0;
  std::uint64_t bytes = 0;  ///< decompressed input bytes read
  std::vector<FindingGroup>
      groups;  ///< by severity (errors first), then count, then rule and field
  std::vector<std::string>
      changed_rules;  ///< rules whose severity the caller changed, as `rule=severity`
};

}  // namespace crosswalk

#endif  // CROSSWALK_FINDING_H
