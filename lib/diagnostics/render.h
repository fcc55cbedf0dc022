// From a raw finding to a finding with words: the only place where messages are made.
//
// Words come from the rule's templates (rule.h); a rule without words gets a plain message from
// what it reports:
//   expected "a whole number", shape text of 3  ->  expected a whole number, found text, 3
//   characters
// What may be said of the input is decided here too: values only with `show_values`, names by
// redaction.h, secrets never. The place and the record's number are the caller's to work out, so
// that the cost of places falls on findings that are told.
// Test: tests/diagnostics/render_test.cc.
#ifndef CROSSWALK_DIAGNOSTICS_RENDER_H
#define CROSSWALK_DIAGNOSTICS_RENDER_H

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "crosswalk/finding.h"
#include "diagnostics/excerpt.h"
#include "diagnostics/raw_finding.h"
#include "diagnostics/rule.h"

namespace crosswalk::diagnostics {

/// What all findings of one input share.
struct RenderContext {
  const RuleCatalog* rules = nullptr;  ///< not null; outlives the context
  std::string file;                    ///< name of the input
  bool show_values = false;            ///< personal data may be told
  bool want_excerpts = false;
  bool has_secrets = false;    ///< the format has secret fields: excerpts stay masked in any case
  Names head_names = {};       ///< where the names of columns stand in the head
  std::string columns_member;  ///< header/data layouts: member of the names (`header`); else empty
  std::string records_member;  ///< header/data layouts: member of the rows (`data`); else empty
};

/// Where one finding stands. The views need to live only as long as the call.
struct Location {
  Position place;
  std::optional<std::uint64_t> record;  ///< 1-based number in its file
  std::string_view bytes;               ///< what RawFinding::offset counts in: a batch or a head
  bool in_head = false;                 ///< `bytes` are a head
  std::string_view column_name;         ///< raw name of RawFinding::column; empty = none
  bool is_known_name = false;     ///< the format knows the column's or field's name: it is printed
  bool is_secret = false;         ///< the field is of class secret: its value is never printed
  std::string_view related_file;  ///< of RawFinding::related_line; empty = the context's
};

/// Puts `raw` into words. Threads: safe at once. Cost: some small allocations; for headers with
/// excerpts linear in the header.
Finding render(const RawFinding& raw, const RenderContext& context, const Location& location);

/// The field of a finding as it is printed and grouped by: the column's or member's name, or its
/// shape; nothing where the finding has no field.
std::optional<std::string> printed_field(const RawFinding& raw, const RenderContext& context,
                                         const Location& location);

}  // namespace crosswalk::diagnostics

#endif  // CROSSWALK_DIAGNOSTICS_RENDER_H
