// An input of a fuzz target: a text, and choices such as block sizes behind it.
//
// The choices are the bytes behind the last FF, a byte that no UTF-8 holds. So any file is an
// input as it is (an example of a format, a user's damaged export), with every choice at its
// default of 0, and a fuzzer that appends bytes finds the choices by itself.
//   a,b\n1,2\n            a text; every choice is 0
//   a,b\n1,2\n FF 03 01   the same text; the first choice is 3, the second 1, all others 0
// A text that holds FF itself needs one more behind it. Test: tests/fuzz/bytes_test.cc.
#ifndef CROSSWALK_FUZZ_SUPPORT_BYTES_H
#define CROSSWALK_FUZZ_SUPPORT_BYTES_H

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace crosswalk::fuzz {

/// What stands between the text and the choices.
inline constexpr char kChoicesBegin = '\xFF';

/// A block that most inputs fit in whole.
inline constexpr std::size_t kLargeBlock = std::size_t{16} << 10U;

/// An input, taken apart.
class Bytes {
 public:
  Bytes(const std::uint8_t* data, std::size_t size) : Bytes(view_of(data, size)) {}
  explicit Bytes(std::string_view input) {
    const std::size_t mark = input.rfind(kChoicesBegin);
    const std::string_view text = input.substr(0, mark);
    text_.assign(text.begin(), text.end());
    if (mark != std::string_view::npos) choices_ = input.substr(mark + 1);
  }

  /// The text, in memory of its own: a read past its end is found.
  [[nodiscard]] std::string_view text() const { return {text_.data(), text_.size()}; }

  /// The text up to the first NUL, and what follows it; the second is empty where there is none.
  struct Halves {
    std::string_view first, second;
  };
  [[nodiscard]] Halves halves() const {
    const std::size_t end = text().find('\0');
    if (end == std::string_view::npos) return {text(), {}};
    return {text().substr(0, end), text().substr(end + 1)};
  }

  /// The next choice; 0 when there are no more.
  std::uint8_t byte() {
    if (choices_.empty()) return 0;
    const auto byte = static_cast<std::uint8_t>(choices_.front());
    choices_.remove_prefix(1);
    return byte;
  }
  bool flag() { return byte() % 2 == 1; }
  /// A number under `bound`, which is at least 1.
  std::size_t below(std::size_t bound) {
    std::size_t number = byte();
    if (bound > 256) number = number * 256 + byte();
    return number % bound;
  }
  template <class List>
  const typename List::value_type& pick(const List& list) {
    return list[below(list.size())];
  }
  /// How much is read at once: few bytes, or by default more than most inputs have.
  std::size_t block_bytes() {
    const std::size_t chosen = byte();
    return chosen == 0 ? kLargeBlock : chosen;
  }
  [[nodiscard]] bool has_choices() const { return !choices_.empty(); }

 private:
  static std::string_view view_of(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return {};
    return {reinterpret_cast<const char*>(data), size};
  }

  std::vector<char> text_;
  std::string_view choices_;
};

}  // namespace crosswalk::fuzz

#endif  // CROSSWALK_FUZZ_SUPPORT_BYTES_H
