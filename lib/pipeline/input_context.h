// One input as its findings are told: what the renderer must know of its file, columns and privacy.
//
// Columns are looked up once per input: whether the format knows their names (those are printed)
// and whether their values are secret (those never are). Records that are JSON values have no
// columns; if their format has any secret field, none of its values is printed. Of an input that
// was decoded, places and rejected bytes are those before decoding.
// Test: tests/pipeline/input_context_test.cc.
#ifndef CROSSWALK_PIPELINE_INPUT_CONTEXT_H
#define CROSSWALK_PIPELINE_INPUT_CONTEXT_H

#include <string>
#include <utility>
#include <vector>

#include "check/nested_row.h"
#include "check/table.h"
#include "crosswalk/run.h"
#include "diagnostics/render.h"
#include "format/definition.h"
#include "layout/reader.h"
#include "record/batch.h"
#include "text/decoding_source.h"

namespace crosswalk::pipeline {

/// What of an input its findings need.
/// Threads: one, if the input was decoded; else immutable.
class InputContext {
 public:
  /// `definition`, `layout`, `rules` and `head` must outlive it.
  InputContext(std::string file, const format::Definition& definition, const format::Layout& layout,
               const diagnostics::RuleCatalog& rules, const ReadOptions& options,
               const record::Head& head);
  /// How the pointers of records begin, for records that are JSON values.
  void set_pointers(layout::RecordPointers pointers) { pointers_ = std::move(pointers); }
  /// The pointer of the record with this number in the input, 1-based.
  [[nodiscard]] std::string pointer_of(std::uint64_t record) const { return pointers_.of(record); }
  /// Secret columns, as `program` tells them.
  void mark_secrets(const check::TableProgram& program);
  /// Known and secret columns of a table of nested records.
  void mark_columns(const check::NestedColumns& columns);

  [[nodiscard]] const diagnostics::RenderContext& render() const { return render_; }
  [[nodiscard]] const record::Head& head() const { return head_; }
  /// The input was decoded by `decoded`, which must outlive this; null: it was not.
  void set_decoded(text::DecodingSource* decoded) { decoded_ = decoded; }
  /// A place in the text that was read, with its byte in the input.
  [[nodiscard]] Position in_input(Position place) const;
  /// The input's bytes for `text`, which begins at byte `begin` of what was read; they may be put
  /// into `scratch`.
  [[nodiscard]] std::string_view as_found(std::string_view text, std::uint64_t begin,
                                          std::string& scratch) const;
  /// All before byte `end` of what was read is told, apart from the head.
  void release_before(std::uint64_t end) const;
  /// A location with what is known of the column; its place is for the caller to add.
  [[nodiscard]] diagnostics::Location location_in(std::int32_t column) const;

 private:
  void find_names();

  diagnostics::RenderContext render_;
  const record::Head& head_;
  std::vector<char> is_known_;   // by column
  std::vector<char> is_secret_;  // by column
  bool has_columns_ = false;
  layout::RecordPointers pointers_;
  text::DecodingSource* decoded_ = nullptr;
};

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_INPUT_CONTEXT_H
