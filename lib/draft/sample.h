// A sample of an export: how it is written, its column names and the values of each column.
//
// The encoding is the likely one (lib/text/encoding.h) under which most column names are known
// words, because statistics can't tell windows-1250 from its neighbours and a header can:
//   "Imi\xEA;Nazwisko"   windows-1250, since "Imię" is a word and "Imiê" is none
// The delimiter is the one under which the rows are as wide as the first line. A first line that
// looks like data is refused: its cells would become the names of a schema.
// Test: tests/draft/sample_test.cc.
#ifndef CROSSWALK_DRAFT_SAMPLE_H
#define CROSSWALK_DRAFT_SAMPLE_H

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crosswalk/result.h"
#include "draft/words.h"

namespace crosswalk::draft {

/// What the caller knows of a sample.
struct SampleOptions {
  std::string encoding;                   ///< empty = find out
  std::optional<char> delimiter;          ///< nothing = find out
  std::vector<std::string> column_names;  ///< of a sample without a header line
};

/// A sample, cut into columns.
struct Sample {
  std::string encoding;
  bool encoding_is_certain = false;
  char delimiter = ',';
  std::vector<std::string> names;
  std::vector<std::vector<std::string>> columns;  ///< values of each, decoded, in row order
};

/// Reads a sample from the first bytes of a file. `complete`: there are no more, so the last line
/// is whole. Errors: kUsage, without any value of the sample.
Result<Sample> read_sample(std::string_view bytes, bool complete, const SampleOptions& options,
                           const WordList& words);

}  // namespace crosswalk::draft

#endif  // CROSSWALK_DRAFT_SAMPLE_H
