// See form_mender.h.
#include "pipeline/form_mender.h"

#include <utility>

#include "base/input_buffer.h"
#include "crosswalk/stream.h"
#include "layout/form_reader.h"
#include "layout/rows.h"
#include "mending/form.h"
#include "pipeline/parameters.h"

namespace crosswalk::pipeline {

Result<bool> FormMender::open(Source& source, std::unique_ptr<layout::RecordReader>& reader,
                              record::Head& head) {
  base::InputBuffer input(source, options_.block_bytes);
  Status filled = layout::fill_up_to(layout::kMaxFormBytes + 1, input);
  if (!filled.ok()) return filled.error();
  const std::string form(input.view());
  mended_ = read(form);
  const bool is_table = mended_.is_table;
  head = mended_.head;
  mend_text(form, told_of(mended_));
  reader = std::move(mended_.reader);
  head.findings = std::move(mended_.head.findings);
  return is_table;
}

FormMender::Reading FormMender::read(std::string text) const {
  Reading reading;
  reading.text = std::make_unique<const std::string>(std::move(text));
  reading.source = memory_source(std::string_view(*reading.text), {});
  reading.reader = layout::open_reader(*setup().layout, *reading.source, options_);
  reading.is_table = reading.reader->open(reading.head).value();
  return reading;
}

TextMender::Findings FormMender::judge(std::string text) {
  trial_ = read(std::move(text));
  return told_of(trial_);
}

// What is told of the head of a form and of its parameters.
TextMender::Findings FormMender::told_of(const Reading& reading) const {
  Findings found = reading.head.findings;
  const auto envelope = reading.reader->envelope();
  if (envelope && setup().definition->records)
    check_parameters(setup(), *envelope, *reading.reader->transcript(), found);
  return found;
}

std::vector<mending::Edit> FormMender::edits_for(const diagnostics::RawFinding& finding,
                                                 const mending::MendContext& mend) const {
  return mending::edits_for(finding, mend, {*mended_.text, mended_.head.columns, *setup().layout});
}

// Columns that count anew must be as many as before, and fit the first row. A name that stood twice
// may stand once then, and would be one column more.
bool FormMender::is_sound(const diagnostics::RawFinding& repair) const {
  if (book().find(repair.rule)->repair->kind != format::RepairKind::kRenumber) return true;
  if (trial_.head.columns.size() != mended_.head.columns.size()) return false;
  const Reading reading = read(*trial_.text);
  record::Batch batch;
  const bool is_read = reading.reader->next(batch).ok();
  return is_read &&
         (batch.records.empty() || batch.records.front().cell_count == reading.head.columns.size());
}

mending::Splice FormMender::edits_of(const record::Head& head) const {
  mending::Splice before;
  for (const mending::Edit& edit : splice().edits()) {
    if (edit.end <= head.bytes.size()) before.add(edit);
  }
  return before;
}

}  // namespace crosswalk::pipeline
