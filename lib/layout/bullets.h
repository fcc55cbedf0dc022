// List bullets before the rows of a table: what is left of the page that they were pasted from.
//
// A line that begins with `- ` may be meant so; a table whose first line does was pasted, and then
// the bullets of all its lines are none of its text.
//   `- code|mail` and `- 11|a@b`   ->   columns code and mail, a row of two cells; two findings
//   `code|mail` and `- 11|a@b`     ->   the cell is `- 11`
// The cell begins behind its bullet, read strictly or not, so nothing else is told of it.
// Test: tests/layout/bullets_test.cc.
#ifndef CROSSWALK_LAYOUT_BULLETS_H
#define CROSSWALK_LAYOUT_BULLETS_H

#include <cstddef>
#include <string_view>

#include "layout/reporter.h"
#include "record/batch.h"

namespace crosswalk::layout {

/// Bytes of the bullet that `line` begins with: `- `, `* ` or a round one; 0 if it has none.
std::size_t bullet_bytes(std::string_view line);

/// The same in a form, where the bullet may be percent-encoded.
std::size_t encoded_bullet_bytes(std::string_view line);

/// A finding of the bullet of `length` bytes at `offset`: a repair, if reading is tolerant.
diagnostics::RawFinding bullet_at(std::size_t offset, std::size_t length, bool tolerant);

/// Reads past the bullet of the first column's name, if it has one in `text`, the bytes of the
/// head. Returns whether it had one.
bool read_past_bullet(std::string_view text, bool tolerant, const Reporter& reporter,
                      record::Head& head);

/// Reads past the bullets of rows that have one. `is_encoded`: the rows are those of a form.
void read_past_bullets(bool is_encoded, bool tolerant, const Reporter& reporter,
                       record::Batch& batch);

}  // namespace crosswalk::layout

#endif  // CROSSWALK_LAYOUT_BULLETS_H
