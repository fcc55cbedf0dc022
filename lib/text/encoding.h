// Texts in older encodings: turned into UTF-8, and guessed at.
//
// Conversion is exact or it fails: a byte that the encoding does not define is no reason to write
// U+FFFD. A guess is a hint: which languages' encodings come into question is known, which of them
// it is only the reader of the text can tell.
//   "Imi\xEA"  as windows-1250  Imię      as windows-1252  Imiê      both are good texts
// Names are those of the IANA registry, in small letters. Test: tests/text/encoding_test.cc.
#ifndef CROSSWALK_TEXT_ENCODING_H
#define CROSSWALK_TEXT_ENCODING_H

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crosswalk::text {

/// True if `encoding` is known.
bool is_encoding(const std::string& encoding);

/// `encoding` as it is printed and compared: in small letters.
std::string encoding_name(std::string_view encoding);

/// True if text in `encoding` is UTF-8 as it stands.
bool is_utf8(std::string_view encoding);

/// True if ICU reads controls (U+0080 to U+009F) or private characters (U+F8C0 to U+F8FF) where
/// `encoding` defines nothing.
bool has_stand_ins(std::string_view encoding);

/// The known encodings whose names are closest to `name`, best first.
std::vector<std::string> nearest_encodings(std::string_view name);

/// The encoding that a byte order mark at the start of `bytes` tells (`utf-16le`); empty without.
std::string encoding_of_mark(std::string_view bytes);

/// The encoding of a text that begins with `bytes`: the one that is `stated`, else that of the byte
/// order mark, else `otherwise`. `utf-16` and `utf-32` leave the order of bytes to the mark;
/// without one it is high byte first (RFC 2781).
std::string encoding_of_text(std::string_view bytes, const std::string& stated,
                             const std::string& otherwise);

/// `bytes` as UTF-8; nothing if `encoding` is unknown or does not define one of them.
/// Threads: pure. Cost: linear.
std::optional<std::string> to_utf8(std::string_view bytes, const std::string& encoding);

/// Encodings that `bytes` may be in, the likeliest first: a byte order mark decides, then UTF-8 if
/// the bytes are that; else all usual ones that define every byte, those first that give the fewest
/// odd characters, then in the order of a statistical guess. Threads: pure. Cost: linear, times the
/// encodings.
std::vector<std::string> likely_encodings(std::string_view bytes);

/// Characters beyond ASCII that are no letters, digits or accents: in names there are few, and many
/// where a text was read in the wrong encoding. Cost: linear.
std::size_t count_odd_characters(std::string_view text);

/// `text` without what does not count when words are compared: capitals, blanks, punctuation,
/// compatibility forms; accents stay. `text` must be UTF-8.
///   "Data urodzenia*" -> "dataurodzenia"
std::string folded_word(std::string_view text);

}  // namespace crosswalk::text

#endif  // CROSSWALK_TEXT_ENCODING_H
