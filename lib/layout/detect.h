// What an input is, from its first bytes: format, layout, dialect, with the evidence.
//
// A table is known by the names of its columns, a form by those of its parameters, a header/data
// body by its two members and its columns, any other document by the members of its root (of a
// list: of its first object), one record a line by the members of the first. Two lines with an
// object each are no document. The score is the share of names that fit: known ones among those
// found, and those found among the required ones.
//   id,name\n with a format that requires id and knows name  ->  score 1, "2 of 2 columns are
//   known" colour,size\n                                            ->  nothing fits
// Below one half nothing is said. Broken rows do not matter, only heads are read; a table without a
// header line is not recognised. Test: tests/layout/detect_test.cc.
#ifndef CROSSWALK_LAYOUT_DETECT_H
#define CROSSWALK_LAYOUT_DETECT_H

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crosswalk/stream.h"
#include "format/library.h"

namespace crosswalk::layout {

/// One format and layout that fits, best first.
struct Candidate {
  const format::Definition* definition = nullptr;
  const format::Layout* layout = nullptr;
  double score = 0;  ///< 0 to 1; equal best scores are an ambiguity
  std::vector<std::string>
      evidence;  ///< sentences without values: "9 of 9 columns are known", "delimiter ,"
};

/// What input of another kind looks like, and what to do with it, as one sentence without a value
/// ("this looks like a spreadsheet (xlsx): save it as CSV UTF-8"); nothing if it may be text of a
/// known layout. `start`: the first bytes, some thousands are enough.
std::optional<std::string> foreign_content(std::string_view start);

/// False if foreign_content() would find nothing, judged by four bytes: enough for most input, and
/// no more than a slow pipe gives at once.
bool may_be_foreign(std::string_view start);

/// Judges the first bytes (up to 1 MiB) of an input. `complete`: they are all of it. Best first;
/// empty if nothing fits. It is read in the encoding that is `stated`, in that of its byte order
/// mark, or else in that of each layout; a text that is not UTF-8 where it should be is guessed at
/// in the evidence only.
std::vector<Candidate> detect(std::string_view start, bool complete, const format::Library& library,
                              const std::string& stated = {});

/// A source whose first bytes have been looked at: reads them again, then the rest. Works on pipes.
class PeekedSource : public Source {
 public:
  /// `inner` must outlive it.
  explicit PeekedSource(Source& inner) : inner_(inner) {}
  /// Reads ahead up to `max_bytes`. Errors: kIo.
  Result<std::string_view> peek(std::size_t max_bytes);
  Result<std::size_t> read(std::span<char> into) override;
  [[nodiscard]] bool can_rewind() const override;
  Status rewind() override;
  [[nodiscard]] std::string_view name() const override;
  /// True if peek() saw the end of the input.
  [[nodiscard]] bool complete() const { return complete_; }

 private:
  Source& inner_;
  std::string ahead_;
  std::size_t given_ = 0;
  bool complete_ = false;
};

}  // namespace crosswalk::layout

#endif  // CROSSWALK_LAYOUT_DETECT_H
