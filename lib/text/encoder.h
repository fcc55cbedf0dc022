// UTF-8, written in another encoding, or refused.
//
// A character that the encoding lacks is refused, never replaced by `?` or by a likeness.
//   windows-1250  "Imię"   ->  49 6D 69 EA
//   windows-1250  "陳"     ->  refused at offset 0
// The mark that `utf-16` and `utf-32` ask for stands once at the start of a body, so it is given
// apart; both are written low byte first, as Windows does. Each text is encoded by itself and ends
// in the state that it began in. Test: tests/text/encoder_test.cc, there and back.
#ifndef CROSSWALK_TEXT_ENCODER_H
#define CROSSWALK_TEXT_ENCODER_H

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "text/decoder.h"

namespace crosswalk::text {

/// Writes texts in one encoding.
/// Threads: one.
class Encoder {
 public:
  /// Nothing if `encoding` is unknown.
  static std::optional<Encoder> open(const std::string& encoding);
  /// Appends `utf8` to `out`; false, and `out` is as before, if a character is lacking.
  /// REQUIRES: `utf8` is well-formed. Cost: linear.
  bool encode(std::string_view utf8, std::string& out);
  /// The offset of the first character that the encoding lacks. Cost: a conversion each.
  std::optional<std::size_t> first_lacking(std::string_view utf8);
  /// The byte order mark that a body begins with; mostly none.
  [[nodiscard]] const std::string& mark() const { return mark_; }

 private:
  Encoder(std::unique_ptr<UConverter, CloseConverter> converter, bool has_stand_ins)
      : converter_(std::move(converter)), has_stand_ins_(has_stand_ins) {}

  std::unique_ptr<UConverter, CloseConverter> converter_;
  bool has_stand_ins_;
  std::string mark_;
};

}  // namespace crosswalk::text

#endif  // CROSSWALK_TEXT_ENCODER_H
