// Unicode normalisation form C: letters and their accents as one character where there is one.
//
// Most texts are in it, and that can be seen without knowing their characters: every character
// before U+0300 stays as it is, and those are the ones without a byte from CC on.
//   "Zażółć"       no byte from CC on: surely in NFC
//   "e" U+0301     may not be, and is not: NFC writes é
//   "陳"           may not be by its bytes, and is: ICU has the last word
// Test: tests/text/nfc_test.cc.
#ifndef CROSSWALK_TEXT_NFC_H
#define CROSSWALK_TEXT_NFC_H

#include <string>
#include <string_view>

namespace crosswalk::text {

/// False if `text` is surely in NFC. Threads: pure. Cost: linear, vector code.
bool may_not_be_nfc(std::string_view text);

/// True if NFC leaves `text`, which must be UTF-8, as it is. Threads: pure. Cost: that of
/// may_not_be_nfc() where it says no; else linear.
bool is_nfc(std::string_view text);

/// `text`, which must be UTF-8, in NFC. Threads: pure. Cost: linear.
std::string nfc(std::string_view text);

}  // namespace crosswalk::text

#endif  // CROSSWALK_TEXT_NFC_H
