// The encoding of web forms: `%41` is a byte in hexadecimal digits, `+` a blank.
//
// A form keeps its bytes as they came, so that places in it are places in the input; texts are
// decoded where they are looked at. Offsets of decoded text lead back to the bytes that it came
// from.
//   Zo%C3%AB+x   ->   Zoë x;   the x, at 5 of the decoded text, stands at 10
//   100%         ->   100%: a broken escape stands for itself
// Decoded bytes need not be UTF-8. Test: tests/text/percent_test.cc.
#ifndef CROSSWALK_TEXT_PERCENT_H
#define CROSSWALK_TEXT_PERCENT_H

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crosswalk::text {

/// Appends `text` as a form writes it: a blank as `+`, letters, digits and `*-._` as they are,
/// other bytes as `%41`, in capitals (WHATWG URL, application/x-www-form-urlencoded). Cost: linear.
void append_encoded(std::string& out, std::string_view text);

/// Where bytes of a decoded text stood as escapes, in rising order.
using Escapes = std::vector<std::uint32_t>;

/// Appends what `encoded` stands for. False if an escape is broken. Cost: linear.
bool append_decoded(std::string& out, std::string_view encoded);

/// The same into an `out` and `escapes` of their own, whose memory is used again.
bool assign_decoded(std::string& out, std::string_view encoded, Escapes& escapes);

/// False if `encoded` stands for its own bytes: it has neither a blank's sign nor an escape's.
bool is_encoded(std::string_view encoded);

/// The offset of the first `%` that two hexadecimal digits do not follow.
std::optional<std::size_t> first_broken_escape(std::string_view encoded);

/// The offset of the first byte or escape where the decoded text is no UTF-8.
std::optional<std::size_t> first_bad_encoded(std::string_view encoded);

/// Bytes of `encoded` that can be decoded though it may go on: all but an escape cut by its end.
std::size_t whole_escapes(std::string_view encoded);

/// Leads offsets of the decoded text back. Ask in rising order.
/// Ownership: the escapes must outlive it. Threads: one. Cost: linear in them, over all calls.
class EncodedOffsets {
 public:
  explicit EncodedOffsets(const Escapes& escapes) : escapes_(escapes) {}
  /// Where the decoded byte at `decoded` stands. REQUIRES: it is no smaller than the last one.
  std::size_t at(std::size_t decoded) {
    while (before_ < escapes_.size() && escapes_[before_] < decoded) ++before_;
    return decoded + kMoreBytes * before_;
  }

 private:
  static constexpr std::size_t kMoreBytes = 2;  // of an escape than of what it stands for

  const Escapes& escapes_;
  std::size_t before_ = 0;  // escapes before the last offset
};

}  // namespace crosswalk::text

#endif  // CROSSWALK_TEXT_PERCENT_H
