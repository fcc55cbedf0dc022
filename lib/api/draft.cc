// draft_format(): the start of a sample is read, cut into columns, and each is told as a schema.
//
// Test: tests/api/draft_test.cc.
#include "crosswalk/draft.h"

#include <utility>

#include "api/choice.h"
#include "base/guard.h"
#include "draft/column.h"
#include "draft/sample.h"
#include "draft/schema_text.h"
#include "layout/detect.h"

namespace crosswalk {
namespace {

bool is_plain(std::string_view name) {
  return !name.empty() &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

Status check_name(const std::string& name) {
  const std::size_t slash = name.find('/');
  const bool is_good = slash != std::string::npos && is_plain(name.substr(0, slash)) &&
                       is_plain(name.substr(slash + 1));
  if (is_good) return {};
  return Error{ErrorKind::kUsage,
               "a format is called vendor/name, in small letters, digits and hyphens"};
}

Result<Draft> make_draft(Source& source, const DraftOptions& options) {
  if (Status good = check_name(options.name); !good) return good.error();
  const auto words = draft::WordList::embedded();
  if (!words) return words.error();
  layout::PeekedSource peeked(source);
  const auto start = peeked.peek(api::kDetectBytes);
  if (!start) return start.error();
  const auto sample = draft::read_sample(
      start.value(), peeked.complete(), {options.encoding, options.delimiter, options.column_names},
      words.value());
  if (!sample) return sample.error();
  std::vector<draft::ColumnDraft> columns;
  for (std::size_t i = 0; i < sample.value().names.size(); ++i) {
    columns.push_back(
        draft::draft_column(sample.value().names[i], sample.value().columns[i], words.value()));
  }
  draft::tell_rivals(columns);
  Draft made;
  made.schema = draft::schema_text(options.name, sample.value(), columns);
  made.encoding = sample.value().encoding;
  made.encoding_is_certain = sample.value().encoding_is_certain;
  made.columns = columns.size();
  for (const draft::ColumnDraft& column : columns) {
    for (const std::string& todo : column.todos) made.todos.push_back(column.name + ": " + todo);
  }
  return made;
}

}  // namespace

Result<Draft> draft_format(Source& sample, const DraftOptions& options) {
  return base::guarded([&] { return make_draft(sample, options); });
}

}  // namespace crosswalk
