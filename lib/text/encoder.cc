// See encoder.h.
#include "text/encoder.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/utf8.h>

#include <array>

#include "text/encoding.h"
#include "text/icu_memory.h"

namespace crosswalk::text {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// True if `utf8` holds one of U+0080 to U+009F or U+F8C0 to U+F8FF.
bool holds_stand_in(std::string_view utf8) {
  for (std::size_t at = 0; at + 1 < utf8.size(); ++at) {
    const bool is_control = utf8[at] == '\xC2' && static_cast<unsigned char>(utf8[at + 1]) < 0xA0;
    if (is_control || utf8.substr(at, 2) == "\xEF\xA3") return true;
  }
  return false;
}

// Leaves the error as it is. ICU's own way to stop lets characters vanish that are seldom seen.
void stop(const void* /*context*/, UConverterFromUnicodeArgs* /*arguments*/, const UChar* /*units*/,
          std::int32_t /*length*/, UChar32 /*point*/, UConverterCallbackReason /*reason*/,
          UErrorCode* /*status*/) {}

// The encoding that stands behind a name which asks for a byte order mark; empty for others.
std::string marked_encoding(std::string_view encoding) {
  const std::string name = encoding_name(encoding);
  return name == "utf-16" || name == "utf-32" ? name + "le" : std::string();
}

}  // namespace

std::optional<Encoder> Encoder::open(const std::string& encoding) {
  if (!is_encoding(encoding)) return std::nullopt;
  const std::string marked = marked_encoding(encoding);
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UConverter, CloseConverter> converter(
      ucnv_open(marked.empty() ? encoding.c_str() : marked.c_str(), &status));
  ucnv_setFromUCallBack(converter.get(), stop, nullptr, nullptr, nullptr, &status);
  check_memory(status);
  if (U_FAILURE(status)) return std::nullopt;
  Encoder encoder(std::move(converter), text::has_stand_ins(encoding));
  if (!marked.empty()) encoder.encode(kByteOrderMark, encoder.mark_);
  return encoder;
}

bool Encoder::encode(std::string_view utf8, std::string& out) {
  if (has_stand_ins_ && holds_stand_in(utf8)) return false;
  const icu::UnicodeString units = utf16_of(utf8);
  const std::size_t size_before = out.size();
  const UChar* from = units.getBuffer();
  const UChar* const end = from + units.length();
  std::array<char, 4096> block;
  UErrorCode status = U_ZERO_ERROR;
  ucnv_resetFromUnicode(converter_.get());
  do {
    char* to = block.data();
    status = U_ZERO_ERROR;
    ucnv_fromUnicode(converter_.get(), &to, block.data() + block.size(), &from, end, nullptr, true,
                     &status);
    out.append(block.data(), to);
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  check_memory(status);
  if (U_FAILURE(status)) out.resize(size_before);
  return U_SUCCESS(status);
}

std::optional<std::size_t> Encoder::first_lacking(std::string_view utf8) {
  std::string unused;
  for (std::size_t at = 0; at < utf8.size();) {
    std::size_t next = at;
    U8_FWD_1(utf8.data(), next, utf8.size());
    if (!encode(utf8.substr(at, next - at), unused)) return at;
    at = next;
  }
  return std::nullopt;
}

}  // namespace crosswalk::text
