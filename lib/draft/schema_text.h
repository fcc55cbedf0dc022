// The schema file of a drafted format, as its author goes on with it.
//
//   {"title": "crm/customers", "properties": {"Imię": {"x-crosswalk": {"is": ["/first_name"],
//   ...}}}}
// It holds the names of the columns and what was made out of them, and no value of the sample.
// Test: tests/draft/schema_text_test.cc.
#ifndef CROSSWALK_DRAFT_SCHEMA_TEXT_H
#define CROSSWALK_DRAFT_SCHEMA_TEXT_H

#include <span>
#include <string>

#include "draft/column.h"
#include "draft/sample.h"

namespace crosswalk::draft {

/// The file of format `name`, indented, with a final line end.
std::string schema_text(const std::string& name, const Sample& sample,
                        std::span<const ColumnDraft> columns);

}  // namespace crosswalk::draft

#endif  // CROSSWALK_DRAFT_SCHEMA_TEXT_H
