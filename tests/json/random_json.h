// Random JSON for the tests of this folder: valid texts, and texts with a few bytes changed.
#ifndef CROSSWALK_TESTS_JSON_RANDOM_JSON_H
#define CROSSWALK_TESTS_JSON_RANDOM_JSON_H

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace crosswalk::json {

/// Makes JSON texts; the same seed makes the same texts.
class RandomJson {
 public:
  explicit RandomJson(std::uint32_t seed) : random_(seed) {}

  /// A number in 0..`bound`-1.
  std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(random_() % bound); }

  /// Any value, nested up to `depth` times.
  std::string value(int depth) {
    const std::uint32_t kind = below(depth > 0 ? 9 : 6);
    if (kind < 3) return string();
    if (kind < 5) return number();
    if (kind == 5) return pick({"true", "false", "null"});
    const bool object = kind == 8;
    std::string out(object ? "{" : "[");
    const std::uint32_t count = below(5);
    for (std::uint32_t i = 0; i < count; ++i) {
      if (i > 0) out += ',' + blanks();
      if (object) out += string() + blanks() + ':';
      out += blanks() + value(depth - 1) + blanks();
    }
    return out + (object ? '}' : ']');
  }

  /// An array of rows, such as the `data` of a header/data body.
  std::string rows(std::uint32_t count, int depth) {
    std::string out = "[";
    for (std::uint32_t i = 0; i < count; ++i) out += (i > 0 ? "," : "") + line_end() + row(depth);
    return out + line_end() + ']';
  }

  /// One row.
  std::string row(int depth) {
    std::string out = "[";
    const std::uint32_t count = below(6);
    for (std::uint32_t i = 0; i < count; ++i) {
      out += (i > 0 ? "," : "") + blanks() + value(depth) + blanks();
    }
    return out + ']';
  }

  /// `text` with one to three bytes changed, left out, doubled or put in.
  std::string mutated(std::string text) {
    for (std::uint32_t i = below(3); i < 3 && !text.empty(); ++i) {
      const std::size_t at = below(static_cast<std::uint32_t>(text.size()));
      switch (below(4)) {
        case 0:
          text[at] = any_byte();
          break;
        case 1:
          text.erase(at, 1 + below(3));
          break;
        case 2:
          text.insert(at, text.substr(at, 1 + below(3)));
          break;
        default:
          text.insert(at, 1, any_byte());
      }
    }
    return text;
  }

 private:
  std::string pick(std::initializer_list<std::string_view> choices) {
    return std::string(choices.begin()[below(static_cast<std::uint32_t>(choices.size()))]);
  }

  std::string string() {
    std::string out = "\"";
    const std::uint32_t count = below(below(4) == 0 ? 12 : 3);
    for (std::uint32_t i = 0; i < count; ++i) {
      out += pick({"a", "plain text", " ", ",", "[", "]", "],[", "\\n", "\\\"", "\\\\", "\\u00e9",
                   "\\ud83d\\ude00", "\xC3\xA9", "\xF0\x9F\x98\x80", "0123456789abcdef"});
    }
    return out + '"';
  }

  std::string number() {
    return pick({"0", "-0", "1", "42", "1.50", "-12.5e+3", "1E5", "1514254499"});
  }

  std::string blanks() { return below(4) == 0 ? pick({" ", "\n", "\r\n", "\t", "  "}) : ""; }
  std::string line_end() { return pick({"", "", "\n", "\r\n", " ", "\r\n  "}); }

  char any_byte() {
    constexpr std::string_view kTelling =
        "[]{},:\"\\0123456789-+.eEu/ \n\r\ttfnl\xC3\xA9\x80\xF0\x1F";
    return kTelling[below(static_cast<std::uint32_t>(kTelling.size()))];
  }

  std::mt19937 random_;
};

}  // namespace crosswalk::json

#endif  // CROSSWALK_TESTS_JSON_RANDOM_JSON_H
