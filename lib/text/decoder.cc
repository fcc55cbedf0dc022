// See decoder.h. ICU writes UTF-16; ill-formed sequences come back from it as a lone surrogate,
// which no decoded text holds otherwise, and become kIllFormed on the way to UTF-8.
#include "text/decoder.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucnv_err.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "text/encoding.h"
#include "text/icu_memory.h"

namespace crosswalk::text {
namespace {

constexpr UChar kLoneSurrogate = 0xDFFF;

void mark_ill_formed(const void* /*context*/, UConverterToUnicodeArgs* arguments,
                     const char* /*bytes*/, std::int32_t /*length*/,
                     UConverterCallbackReason reason, UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;
  *status = U_ZERO_ERROR;
  ucnv_cbToUWriteUChars(arguments, &kLoneSurrogate, 1, 0, status);
}

// Appends UTF-16 to UTF-8. A pair may be cut between two stretches of one piece.
class Utf8Writer {
 public:
  Utf8Writer(std::string& utf8, std::vector<std::int64_t>* origins, bool has_stand_ins)
      : utf8_(utf8), origins_(origins), has_stand_ins_(has_stand_ins) {}

  // `origin_of(i)`: where unit number i comes from.
  template <class OriginOf>
  void append(const UChar* units, std::size_t count, OriginOf origin_of) {
    for (std::size_t i = 0; i < count; ++i) {
      const UChar unit = units[i];
      const std::int64_t origin = origins_ == nullptr ? 0 : origin_of(i);
      if (unit < 0x80) {
        put_byte(static_cast<char>(unit), origin);
      } else if (U16_IS_LEAD(unit)) {
        lead_ = unit;
        lead_origin_ = origin;
      } else if (lead_ != 0) {
        put_point(U16_GET_SUPPLEMENTARY(lead_, unit), lead_origin_);
        lead_ = 0;
      } else {
        put_point(unit, origin);
      }
    }
  }

 private:
  // Places never go back, though ICU may say so of a shift sequence of UTF-7 that breaks off.
  void put_byte(char byte, std::int64_t origin) {
    utf8_ += byte;
    if (origins_ == nullptr) return;
    origins_->push_back(origins_->empty() ? origin : std::max(origin, origins_->back()));
  }

  void put_point(UChar32 point, std::int64_t origin) {
    const bool is_stand_in =
        (point >= 0x80 && point < 0xA0) || (point >= 0xF8C0 && point <= 0xF8FF);
    if (U_IS_SURROGATE(point) || (is_stand_in && has_stand_ins_))
      return put_byte(kIllFormed, origin);
    std::array<char, U8_MAX_LENGTH> bytes;
    std::size_t length = 0;
    U8_APPEND_UNSAFE(bytes.data(), length, point);
    for (std::size_t i = 0; i < length; ++i) put_byte(bytes.at(i), origin);
  }

  std::string& utf8_;
  std::vector<std::int64_t>* origins_;
  bool has_stand_ins_;
  UChar lead_ = 0;
  std::int64_t lead_origin_ = 0;
};

}  // namespace

void CloseConverter::operator()(UConverter* converter) const {
  ucnv_close(converter);
}

std::optional<Decoder> Decoder::open(const std::string& encoding) {
  if (!is_encoding(encoding)) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(encoding.c_str(), &status));
  ucnv_setToUCallBack(converter.get(), mark_ill_formed, nullptr, nullptr, nullptr, &status);
  check_memory(status);
  if (U_FAILURE(status)) return std::nullopt;
  return Decoder(std::move(converter), text::has_stand_ins(encoding));
}

Decoder Decoder::copy() const {
  UErrorCode status = U_ZERO_ERROR;
  Converter copied(ucnv_clone(converter_.get(), &status));
  check_memory(status);
  return {std::move(copied), has_stand_ins_};
}

void Decoder::decode(std::string_view bytes, bool final, std::string& utf8,
                     std::vector<std::int64_t>* origins) {
  constexpr std::size_t kUnits = 4096;
  std::array<UChar, kUnits> units;
  std::array<std::int32_t, kUnits> offsets;
  UErrorCode status = U_ZERO_ERROR;
  // Units without an offset belong to the unit before them, or to an earlier piece.
  std::int64_t origin = -std::int64_t{ucnv_toUCountPending(converter_.get(), &status)};
  Utf8Writer writer(utf8, origins, has_stand_ins_);
  const char* from = bytes.data();
  do {
    const std::int64_t base = from - bytes.data();
    UChar* to = units.data();
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter_.get(), &to, units.data() + kUnits, &from, bytes.data() + bytes.size(),
                   origins == nullptr ? nullptr : offsets.data(), static_cast<UBool>(final),
                   &status);
    writer.append(units.data(), static_cast<std::size_t>(to - units.data()), [&](std::size_t i) {
      if (offsets[i] >= 0) origin = base + offsets[i];
      return origin;
    });
  } while (status == U_BUFFER_OVERFLOW_ERROR);
}

}  // namespace crosswalk::text
