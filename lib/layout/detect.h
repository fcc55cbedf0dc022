// What an input is, from its first bytes: format, layout, dialect, with the evidence.
#ifndef CROSSWALK_LAYOUT_DETECT_H
#define CROSSWALK_LAYOUT_DETECT_H

#include <memory>
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

/// Judges the first bytes (up to 1 MiB) of an input. `complete`: they are all of it. Best first;
/// empty if nothing fits.
std::vector<Candidate> detect(std::string_view start, bool complete,
                              const format::Library& library);

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
