// A form taken apart: which parameter is what.
//
// Names and values are percent-encoded and stand with their places. Numbered parameters name the
// columns, one says the delimiter in a word, one holds the rows; all but the numbered ones are the
// members of the envelope, which the format's root schema judges.
//   delimiter=pipe&header_1=id&header_2=name&rows=1%7CAnn
//     ->  columns id and name, delimiter |, rows at 46; the envelope {"delimiter":"pipe","rows":[]}
//   header_1=id&header_3=name   ->   number-gap at header_3
// Parameters without a name and a value (a=1&&b=2) are nothing. The rows themselves are not looked
// at and need not be there (form_frame.h); places are those of the form with them. Test:
// tests/layout/form_head_test.cc.
#ifndef CROSSWALK_LAYOUT_FORM_HEAD_H
#define CROSSWALK_LAYOUT_FORM_HEAD_H

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "layout/reporter.h"
#include "record/batch.h"
#include "record/transcript.h"

namespace crosswalk::layout {

/// Rows that were left out of a form's text.
struct LeftOut {
  std::size_t at = 0;      ///< where they begin
  std::size_t length = 0;  ///< in bytes
};

/// The parameters of one form. Offsets are those of the form.
/// Threads: one.
class FormHead {
 public:
  /// All arguments must outlive it.
  FormHead(const format::Layout& layout, const ReadOptions& options, const Reporter& reporter)
      : layout_(layout), options_(options), reporter_(reporter) {}

  /// Reads `text` from `begin` on, a form of which `rows` may be left out. Call once. Cost: linear,
  /// and n log n in the parameters.
  void read(std::string_view text, std::size_t begin, std::optional<LeftOut> rows = {});

  /// The columns, in the order of their numbers.
  [[nodiscard]] const std::vector<record::Column>& columns() const { return columns_; }
  /// True if the numbers did not run from 1 without a gap, or were too many.
  [[nodiscard]] bool has_gap() const { return has_gap_; }
  /// The delimiter that the form says; nothing if it says none that the layout knows.
  [[nodiscard]] std::optional<char> delimiter() const { return delimiter_; }
  /// The encoded value that holds the rows; nothing if there is none.
  [[nodiscard]] std::optional<record::Stretch> rows() const { return rows_; }
  /// The names of all parameters.
  [[nodiscard]] const std::set<std::string>& names() const { return names_; }
  /// The other parameters as an object, with an empty array in place of the rows.
  [[nodiscard]] const record::Transcript& envelope() const { return envelope_; }
  /// Moves out what was found.
  Findings take_findings() { return std::move(findings_); }

 private:
  struct Parameter {
    std::string name;   // decoded
    std::string value;  // decoded; empty for the rows
    record::Stretch name_at;
    record::Stretch value_at;
  };
  struct Number {
    std::uint64_t value = 0;
    bool is_canonical = true;  // not 01
    Parameter parameter;
  };

  void take(std::string_view text, std::size_t begin, std::size_t end);
  bool take_number(const Parameter& parameter);
  void take_member(const Parameter& parameter);
  [[nodiscard]] record::Stretch place_of(std::size_t begin, std::size_t end) const;
  bool check_encoding(std::string_view encoded, record::Stretch at, const std::string& field);
  void order_numbers();
  void cut_surplus();
  void add_column(const Parameter& parameter);
  void report_at_name(std::string_view event, const Parameter& parameter, std::uint64_t found,
                      std::uint64_t wanted);

  const format::Layout& layout_;
  const ReadOptions& options_;
  const Reporter& reporter_;
  std::optional<LeftOut> left_out_;
  std::set<std::string> names_;
  std::vector<Number> numbers_;
  std::vector<record::Column> columns_;
  std::optional<record::Stretch> rows_;
  std::optional<char> delimiter_;
  bool has_gap_ = false;
  record::Transcript envelope_;
  Findings findings_;
};

}  // namespace crosswalk::layout

#endif  // CROSSWALK_LAYOUT_FORM_HEAD_H
