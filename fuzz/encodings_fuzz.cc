// Any bytes in any usual encoding, turned into UTF-8, and back.
//
// What must hold: where the bytes are cut changes nothing; what is defined comes out as good UTF-8,
// which, encoded and decoded again, is the same text; a source decoded block by block gives that
// text, leads each of its places back to one in the bytes, in their order, and gives the bytes
// themselves back; guesses of the encoding can all decode the bytes.
//   big5  A9 6D A9   姓 and a byte that is not defined
// The choices are the encoding, and the size of the blocks.
#include <string>
#include <vector>

#include "support/bytes.h"
#include "support/require.h"
#include "text/decoding_source.h"
#include "text/encoder.h"
#include "text/encoding.h"
#include "text/utf8.h"

namespace {

using namespace crosswalk;
using fuzz::require;

const std::vector<std::string> kEncodings = {
    "windows-1250", "utf-16le",     "utf-16be",     "utf-16",       "utf-32",
    "big5",         "windows-1258", "windows-1252", "iso-8859-2",   "iso-8859-1",
    "gb18030",      "shift_jis",    "euc-jp",       "iso-2022-jp",  "windows-1251",
    "koi8-r",       "utf-7",        "gbk",          "euc-kr",       "utf-8",
    "ibm850",       "utf-32le",     "windows-1253", "windows-1255", "hz-gb-2312"};

std::string decode(std::string_view bytes, const std::string& encoding, std::size_t piece_bytes) {
  text::Decoder decoder = *text::Decoder::open(encoding);
  std::string utf8;
  for (; bytes.size() > piece_bytes; bytes.remove_prefix(piece_bytes))
    decoder.decode(bytes.substr(0, piece_bytes), false, utf8);
  decoder.decode(bytes, true, utf8);
  return utf8;
}

void check_way_back(const std::string& utf8, const std::string& encoding) {
  require(text::valid(utf8));
  text::Encoder encoder = *text::Encoder::open(encoding);
  std::string bytes = encoder.mark();
  if (!encoder.encode(utf8, bytes)) {
    require(bytes == encoder.mark() && encoder.first_lacking(utf8).has_value());
    return;
  }
  const std::string again = decode(bytes, encoding, bytes.size() + 1);
  require(again == (encoder.mark().empty() ? "" : "\xEF\xBB\xBF") + utf8 || again == utf8);
}

void check_source(std::string_view bytes, const std::string& encoding, std::size_t block_bytes,
                  const std::string& utf8) {
  const auto raw = memory_source(bytes, "input");
  text::DecodingSource source(*raw, *text::Decoder::open(encoding), block_bytes);
  std::string read;
  std::vector<char> into(block_bytes);
  for (;;) {
    const auto count = source.read(into);
    require(count.ok());
    if (count.value() == 0) break;
    read.append(into.data(), count.value());
  }
  require(read == utf8);
  std::uint64_t last = 0;
  for (std::uint64_t at = 0; at <= utf8.size(); ++at) {
    const std::uint64_t raw_at = source.raw_offset(at);
    require(raw_at >= last && raw_at <= bytes.size());
    last = raw_at;
  }
  const std::uint64_t begin = source.raw_offset(0);  // behind a mark
  const std::uint64_t end = source.raw_offset(utf8.size());
  require(source.raw_bytes(0, utf8.size()) == bytes.substr(begin, end - begin));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Bytes bytes(data, size);
  const std::string& encoding = bytes.pick(kEncodings);
  if (!text::is_encoding(encoding)) return 0;
  const std::size_t block_bytes = bytes.block_bytes();
  const std::string utf8 = decode(bytes.text(), encoding, fuzz::kLargeBlock);
  const std::string pieced = decode(bytes.text(), encoding, block_bytes);
  // ICU makes other stand-ins of a broken shift sequence of UTF-7 where it is cut.
  const bool may_differ = encoding == "utf-7" && utf8.find(text::kIllFormed) != std::string::npos;
  require(pieced == utf8 || may_differ);
  if (utf8.find(text::kIllFormed) == std::string::npos) check_way_back(utf8, encoding);
  check_source(bytes.text(), encoding, block_bytes, pieced);
  if (!text::encoding_of_mark(bytes.text()).empty()) return 0;  // a mark is believed, not judged
  for (const std::string& guess : text::likely_encodings(bytes.text()))
    require(text::to_utf8(bytes.text(), guess).has_value());
  return 0;
}
