// ICU's UTS 46 with every check that it has, on labels of letters, digits and marks.
//
//   a..b   an empty label is an error of ICU's
// Test: tests/text/idn_test.cc and the public suite.
#include "text/idn.h"

#include <unicode/bytestream.h>
#include <unicode/idna.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <limits>
#include <memory>

#include "text/icu_memory.h"

namespace crosswalk::text {
namespace {

// RFC 5892, section 2.6: letters and marks that no label may hold.
constexpr UChar32 kRefused[] = {0x0640, 0x07FA, 0x302E, 0x302F, 0x3031,
                                0x3032, 0x3033, 0x3034, 0x3035, 0x303B};
// The same section and appendix A: taken (in the right company, which ICU looks at) though they are
// no letters, digits or marks.
constexpr UChar32 kTaken[] = {'-',    '.',    0x00B7, 0x0375, 0x05F3, 0x05F4, 0x06FD, 0x06FE,
                              0x0F0B, 0x200C, 0x200D, 0x3002, 0x3007, 0x30FB, 0xFF0E, 0xFF61};

constexpr std::uint32_t kLettersDigitsMarks =
    U_GC_L_MASK | U_GC_MN_MASK | U_GC_MC_MASK | U_GC_ND_MASK;

template <std::size_t kCount>
bool is_one_of(UChar32 point, const UChar32 (&points)[kCount]) {
  return std::find(std::begin(points), std::end(points), point) != std::end(points);
}

bool may_stand(UChar32 point) {
  if (is_one_of(point, kTaken)) return true;
  return (U_GET_GC_MASK(point) & kLettersDigitsMarks) != 0 && !is_one_of(point, kRefused);
}

bool holds_only_label_characters(const icu::UnicodeString& name) {
  for (std::int32_t at = 0; at < name.length(); at = name.moveIndex32(at, 1)) {
    if (!may_stand(name.char32At(at))) return false;
  }
  return true;
}

}  // namespace

bool is_idn_hostname(std::string_view name) {
  constexpr std::uint32_t kOptions = UIDNA_USE_STD3_RULES | UIDNA_CHECK_BIDI |
                                     UIDNA_CHECK_CONTEXTJ | UIDNA_CHECK_CONTEXTO |
                                     UIDNA_NONTRANSITIONAL_TO_ASCII;
  constexpr std::size_t kLongest = 4096;  // far over 253 characters in any encoding
  if (name.empty() || name.size() > kLongest || name.back() == '.') return false;
  const icu::UnicodeString utf16 = utf16_of(name);
  if (!holds_only_label_characters(utf16)) return false;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<const icu::IDNA> idna(icu::IDNA::createUTS46Instance(kOptions, status));
  check_memory(status);
  if (U_FAILURE(status)) return false;
  icu::UnicodeString ascii;
  icu::IDNAInfo info;
  idna->nameToASCII(utf16, ascii, info, status);
  check_memory(status);
  return U_SUCCESS(status) && !info.hasErrors();
}

}  // namespace crosswalk::text
