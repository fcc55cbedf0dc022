// Bytes of another encoding, turned into UTF-8 piece by piece.
//
// Pieces may be cut anywhere, also inside a character or between the halves of a surrogate pair.
// Bytes that the encoding does not define are neither guessed at nor dropped: each ill-formed
// sequence becomes the byte FF, which stands in no UTF-8, so whoever reads on finds it at its
// place.
//   windows-1250  "Imi\xEA"      ->  Imię
//   big5          "\xA9\x6D\xA9" ->  姓 and FF: the second character is cut short
// Where ICU has only stand-ins for bytes that are not defined (U+0081 in windows-1250, U+F8F8 in
// big5), they are ill-formed too. Does not work for encodings that ICU does not know. Test:
// tests/text/decoder_test.cc.
#ifndef CROSSWALK_TEXT_DECODER_H
#define CROSSWALK_TEXT_DECODER_H

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct UConverter;

namespace crosswalk::text {

/// What stands in decoded text for bytes that the encoding does not define.
inline constexpr char kIllFormed = '\xFF';

/// Closes what ICU opened.
struct CloseConverter {
  void operator()(UConverter* converter) const;
};

/// A stream of bytes on its way to UTF-8.
/// Threads: one.
class Decoder {
 public:
  /// Nothing if `encoding` is unknown. A byte order mark is text like any other: U+FEFF.
  static std::optional<Decoder> open(const std::string& encoding);
  /// One that goes on from the same state.
  [[nodiscard]] Decoder copy() const;
  /// Appends `bytes` to `utf8`, as far as they are whole characters; the rest waits for the next
  /// piece, unless this is the `final` one. Cost: linear.
  void decode(std::string_view bytes, bool final, std::string& utf8) {
    decode(bytes, final, utf8, nullptr);
  }
  /// The same; gives the place in `bytes` of each appended byte's character as well, negative where
  /// that began in an earlier piece.
  void decode_with_origins(std::string_view bytes, bool final, std::string& utf8,
                           std::vector<std::int64_t>& origins) {
    decode(bytes, final, utf8, &origins);
  }

 private:
  using Converter = std::unique_ptr<UConverter, CloseConverter>;

  Decoder(Converter converter, bool has_stand_ins)
      : converter_(std::move(converter)), has_stand_ins_(has_stand_ins) {}
  void decode(std::string_view bytes, bool final, std::string& utf8,
              std::vector<std::int64_t>* origins);

  Converter converter_;
  bool has_stand_ins_ = false;
};

}  // namespace crosswalk::text

#endif  // CROSSWALK_TEXT_DECODER_H
