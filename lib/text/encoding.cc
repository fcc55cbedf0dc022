// Older encodings, by ICU: see encoding.h.
#include "text/encoding.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "base/nearest.h"
#include "text/icu_memory.h"
#include "text/utf8.h"

namespace crosswalk::text {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(encoding.c_str(), &status));
  check_memory(status);
  if (U_FAILURE(status)) {
    // What ICU has a name for it can open, unless memory ran out, for its list of names perhaps.
    UErrorCode listed = U_ZERO_ERROR;
    if (ucnv_countAliases(encoding.c_str(), &listed) > 0 || U_FAILURE(listed)) throw_bad_alloc();
    return nullptr;
  }
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

struct Mark {
  std::string_view bytes;
  const char* encoding;
};

// A longer mark before one that it begins with.
constexpr Mark kMarks[] = {{"\xEF\xBB\xBF", "utf-8"},
                           {{"\xFF\xFE\0\0", 4}, "utf-32le"},
                           {{"\0\0\xFE\xFF", 4}, "utf-32be"},
                           {"\xFF\xFE", "utf-16le"},
                           {"\xFE\xFF", "utf-16be"}};

// What customer data is written in besides UTF-8, the more demanding first: where two bytes make a
// character, few other texts fit by chance.
constexpr const char* kUsual[] = {"gb18030",      "big5",         "windows-1250",
                                  "windows-1258", "windows-1252", "iso-8859-2"};

constexpr const char* kWithStandIns[] = {"windows-", "cp125",  "cp874", "tis-620",
                                         "big5",     "gb2312", "gbk",   "euc-"};

// Encodings of the same languages. Exports come from Windows; statistics name the older one.
struct Sibling {
  const char* iso;
  const char* windows;
};

constexpr Sibling kSiblings[] = {{"iso-8859-1", "windows-1252"}, {"iso-8859-2", "windows-1250"}};

struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

// ICU's guesses, the likeliest first.
std::vector<std::string> guesses(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  std::int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  std::vector<std::string> names;
  for (std::int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
    const char* name = ucsdet_getName(matches[i], &status);
    if (name != nullptr) names.push_back(encoding_name(name));
  }
  return names;
}

// Letters, digits and accents.
bool is_of_a_word(UChar32 point) {
  return u_isalnum(point) != 0 || (U_GET_GC_MASK(point) & U_GC_M_MASK) != 0;
}

}  // namespace

std::string encoding_name(std::string_view encoding) {
  std::string small(encoding);
  for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return small;
}

// ICU takes an empty name for its own default and reads options after a comma.
bool is_encoding(const std::string& encoding) {
  const bool is_name = !encoding.empty() && encoding.find(',') == std::string::npos;
  return is_name && open_converter(encoding) != nullptr;
}

bool is_utf8(std::string_view encoding) {
  const std::string small = encoding_name(encoding);
  return small == "utf-8" || small == "utf8";
}

bool has_stand_ins(std::string_view encoding) {
  const std::string small = encoding_name(encoding);
  return std::ranges::any_of(
      kWithStandIns, [&](const char* begin) { return std::string_view(small).starts_with(begin); });
}

std::vector<std::string> nearest_encodings(std::string_view name) {
  std::vector<std::string> known;
  for (std::int32_t i = 0; i < ucnv_countAvailable(); ++i) {
    UErrorCode status = U_ZERO_ERROR;
    const char* iana = ucnv_getStandardName(ucnv_getAvailableName(i), "IANA", &status);
    if (U_SUCCESS(status) && iana != nullptr) known.push_back(encoding_name(iana));
  }
  const std::vector<std::string_view> names(known.begin(), known.end());
  return base::nearest(name, names);
}

std::string encoding_of_mark(std::string_view bytes) {
  for (const Mark& mark : kMarks) {
    if (bytes.starts_with(mark.bytes)) return mark.encoding;
  }
  return {};
}

std::optional<std::string> to_utf8(std::string_view bytes, const std::string& encoding) {
  const Converter converter = open_converter(encoding);
  if (!converter) return std::nullopt;
  for (const Mark& mark : kMarks) {
    if (encoding == mark.encoding && bytes.starts_with(mark.bytes)) {
      bytes.remove_prefix(mark.bytes.size());
    }
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString decoded(bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                   converter.get(), status);
  check_memory(status);
  if (U_FAILURE(status)) return std::nullopt;
  check_memory(decoded);
  std::string utf8;
  decoded.toUTF8String(utf8);
  return utf8;
}

std::string encoding_of_text(std::string_view bytes, const std::string& stated,
                             const std::string& otherwise) {
  std::string marked = encoding_of_mark(bytes);
  std::string small = encoding_name(stated);
  if (small == "utf-16" || small == "utf-32")
    return marked.starts_with(small) ? marked : small + "be";
  if (!small.empty()) return small;
  return marked.empty() ? otherwise : marked;
}

std::vector<std::string> likely_encodings(std::string_view bytes) {
  if (std::string marked = encoding_of_mark(bytes); !marked.empty()) return {std::move(marked)};
  if (valid(bytes)) return {"utf-8"};
  std::vector<std::string> names = guesses(bytes);
  names.insert(names.end(), std::begin(kUsual), std::end(kUsual));
  std::vector<std::string> likely;
  const auto add = [&](const std::string& name) {
    const bool is_usual = std::ranges::find(kUsual, name) != std::end(kUsual);
    const bool is_new = std::ranges::find(likely, name) == likely.end();
    if (is_usual && is_new && to_utf8(bytes, name)) likely.push_back(name);
  };
  for (const std::string& name : names) {
    for (const Sibling& sibling : kSiblings) {
      if (name == sibling.iso) add(sibling.windows);
    }
    add(name);
  }
  std::ranges::stable_sort(likely, {}, [&](const std::string& name) {
    return count_odd_characters(*to_utf8(bytes, name));
  });
  return likely;
}

std::size_t count_odd_characters(std::string_view text) {
  const icu::UnicodeString whole = utf16_of(text);
  std::size_t odd = 0;
  for (std::int32_t at = 0; at < whole.length(); at = whole.moveIndex32(at, 1)) {
    const UChar32 point = whole.char32At(at);
    if (point >= 0x80 && !is_of_a_word(point)) ++odd;
  }
  return odd;
}

std::string folded_word(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* folding = icu::Normalizer2::getNFKCCasefoldInstance(status);
  check_memory(status);
  if (U_FAILURE(status)) return std::string(text);
  const icu::UnicodeString whole = folding->normalize(utf16_of(text), status);
  check_memory(status);
  icu::UnicodeString kept;
  for (std::int32_t at = 0; at < whole.length(); at = whole.moveIndex32(at, 1)) {
    if (is_of_a_word(whole.char32At(at))) kept.append(whole.char32At(at));
  }
  check_memory(whole);
  check_memory(kept);
  std::string folded;
  kept.toUTF8String(folded);
  return folded;
}

}  // namespace crosswalk::text
