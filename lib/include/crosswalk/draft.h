// Drafting a format of your own from a sample of an export.
#ifndef CROSSWALK_DRAFT_H
#define CROSSWALK_DRAFT_H

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "crosswalk/export.h"
#include "crosswalk/result.h"
#include "crosswalk/stream.h"

namespace crosswalk {

/// What the caller knows of a sample.
struct DraftOptions {
  std::string name;                       ///< of the format: `vendor/name`
  std::string encoding;                   ///< IANA name; empty = find out
  std::optional<char> delimiter;          ///< nothing = find out
  std::vector<std::string> column_names;  ///< of a sample without a header line
};

/// A drafted format.
struct Draft {
  std::string schema;  ///< text of `vendor/name.schema.json`; holds no value of the sample
  std::string encoding;
  bool encoding_is_certain = false;
  std::size_t columns = 0;
  std::vector<std::string> todos;  ///< `COLUMN: what is still to be said`
};

/// Drafts a format from the first 1 MiB of a CSV: dialect, encoding, and what each column seems to
/// be. Errors: kIo; kUsage for a name that no format can have, and for a sample whose encoding or
/// column names cannot be made out.
CROSSWALK_API Result<Draft> draft_format(Source& sample, const DraftOptions& options);

}  // namespace crosswalk

#endif  // CROSSWALK_DRAFT_H
