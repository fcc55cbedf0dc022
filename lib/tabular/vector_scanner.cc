// The vector scanner: read_block() makes masks, judge() tells cuts from irregularities, walk()
// turns cuts into cells and records, run() goes from block to block and calls the plain scanner for
// help. What depends on the instructions stands in Avx2 and Sse2; run() is made for each of them.
//
// Nothing of a record is final before its LF is walked: when a later block of it turns out to be
// irregular, its cells are taken back and the plain scanner cuts it from its first byte. Blocks
// then begin anew at the next record; loads need no alignment. Does not work: on processors other
// than x86-64, which go the plain way. Test: tests/tabular/scanner_test.cc, with every unit that
// the machine has.
#include "tabular/vector_scanner.h"

#include "tabular/plain_scanner.h"

#if defined(__x86_64__)
#include <immintrin.h>

#include <bit>

#define CROSSWALK_AVX2 __attribute__((target("avx2,pclmul,bmi,popcnt")))
// What must become part of a function with such a target.
#define CROSSWALK_INLINE __attribute__((always_inline)) inline

namespace crosswalk::tabular {
namespace {

using record::Cell;
using record::RecordState;
using Mask = std::uint64_t;

constexpr std::size_t kBlockBytes = 64;
constexpr std::size_t kMoreCells = 4 * kBlockBytes;  // room that is made at once

// Which bytes of a block are what; bit i is byte i.
struct Block {
  Mask quotes = 0;
  Mask delimiters = 0;
  Mask lf = 0;
  Mask cr = 0;
  Mask nul = 0;
};

// What the bytes before a block mean for it: bits for its byte 0, and `inside` for all of it.
struct Carry {
  Mask inside = 0;     // all ones if a quote is open
  Mask after_end = 1;  // a cell begins
  Mask after_close = 0;
  Mask after_cr = 0;
};

// What is to be walked in a block. Nothing, if it is irregular.
struct Cuts {
  Mask ends = 0;     // delimiters and LFs that end a cell
  Mask doubled = 0;  // second quotes of doubled pairs
  bool irregular = false;
};

// 32 bytes at a time; parity by one carry-less multiplication.
struct Avx2 {
  CROSSWALK_AVX2 static Mask equal(__m256i low, __m256i high, char byte) {
    const __m256i wanted = _mm256_set1_epi8(byte);
    const int low_bits = _mm256_movemask_epi8(_mm256_cmpeq_epi8(low, wanted));
    const int high_bits = _mm256_movemask_epi8(_mm256_cmpeq_epi8(high, wanted));
    return static_cast<std::uint32_t>(low_bits) | Mask{static_cast<std::uint32_t>(high_bits)}
                                                      << 32U;
  }

  CROSSWALK_AVX2 static Block read_block(const char* bytes, const Dialect& dialect) {
    const auto* halves = reinterpret_cast<const __m256i*>(bytes);
    const __m256i low = _mm256_loadu_si256(halves);
    const __m256i high = _mm256_loadu_si256(halves + 1);
    return {dialect.quote == 0 ? 0 : equal(low, high, dialect.quote),
            equal(low, high, dialect.delimiter), equal(low, high, '\n'), equal(low, high, '\r'),
            equal(low, high, '\0')};
  }

  // Bit i of the result: an odd number of bits is set in bits 0 to i.
  CROSSWALK_AVX2 static Mask parity(Mask bits) {
    const __m128i product = _mm_clmulepi64_si128(_mm_set_epi64x(0, static_cast<long long>(bits)),
                                                 _mm_set1_epi8('\xFF'), 0);
    return static_cast<Mask>(_mm_cvtsi128_si64(product));
  }
};

// 16 bytes at a time, which every x86-64 can; parity by halves.
struct Sse2 {
  struct Bytes {
    __m128i quarters[4];
  };

  static Mask equal(const Bytes& bytes, char byte) {
    const __m128i wanted = _mm_set1_epi8(byte);
    Mask bits = 0;
    for (unsigned i = 0; i < 4; ++i) {
      const int found = _mm_movemask_epi8(_mm_cmpeq_epi8(bytes.quarters[i], wanted));
      bits |= Mask{static_cast<std::uint32_t>(found)} << 16U * i;
    }
    return bits;
  }

  static Block read_block(const char* text, const Dialect& dialect) {
    Bytes bytes;
    for (unsigned i = 0; i < 4; ++i)
      bytes.quarters[i] = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text) + i);
    return {dialect.quote == 0 ? 0 : equal(bytes, dialect.quote), equal(bytes, dialect.delimiter),
            equal(bytes, '\n'), equal(bytes, '\r'), equal(bytes, '\0')};
  }

  static Mask parity(Mask bits) {
    for (unsigned step = 1; step < 64; step *= 2) bits ^= bits << step;
    return bits;
  }
};

// Shifts `bits` to the bytes behind them and moves the last one into the carry.
Mask behind(Mask bits, Mask& carry) {
  const Mask shifted = bits << 1U | carry;
  carry = bits >> 63U;
  return shifted;
}

template <class Unit>
CROSSWALK_INLINE Cuts judge(const Block& block, Carry& carry) {
  Mask inside = carry.inside;
  if (block.quotes != 0) {
    inside ^= Unit::parity(block.quotes);
    carry.inside = Mask{0} - (inside >> 63U);
  }
  const Mask ends = (block.delimiters | block.lf) & ~inside;
  const Mask opens = block.quotes & inside;
  const Mask outer_cr = block.cr & ~inside;

  const Mask after_end = behind(ends, carry.after_end);
  const Mask after_close = behind(block.quotes & ~inside, carry.after_close);
  const Mask after_cr = behind(outer_cr, carry.after_cr);
  const Mask irregular = (opens & ~(after_end | after_close)) |
                         (after_close & ~(ends | outer_cr | block.quotes)) |
                         (after_cr & ~block.lf) | block.nul;
  return {ends, opens & after_close, irregular != 0};
}

class VectorScanner {
 public:
  VectorScanner(std::string_view text, bool final, const ScanOptions& options, Scan& out)
      : text_(text), options_(options), out_(out), plain_(text, final, options, out) {}

  template <class Unit>
  CROSSWALK_INLINE void run() {
    std::size_t pos = 0;
    while (text_.size() - pos >= kBlockBytes) {
      const Block block = Unit::read_block(text_.data() + pos, options_.dialect);
      const Cuts cuts = judge<Unit>(block, carry_);
      if (!cuts.irregular && !is_over_limit(pos) && walk(pos, cuts)) {
        pos += kBlockBytes;
        continue;
      }
      if (!cut_plain(pos + kBlockBytes)) return;
      pos = record_begin_;
    }
    cut_plain(text_.size());
  }

 private:
  // Guards against a record that goes on for ever.
  [[nodiscard]] bool is_over_limit(std::size_t pos) const {
    return pos - record_begin_ > options_.max_record_bytes ||
           cell_count_ > first_cell_ + options_.max_columns;
  }

  // Cuts the block at `pos`. False: the record at record_begin_ is over a limit.
  CROSSWALK_INLINE bool walk(std::size_t pos, const Cuts& cuts) {
    make_room();
    const char* const text = text_.data();
    const char delimiter = options_.dialect.delimiter;
    for (Mask bits = cuts.ends | cuts.doubled; bits != 0; bits &= bits - 1) {
      const std::size_t at = pos + static_cast<std::size_t>(std::countr_zero(bits));
      const char byte = text[at];
      if (byte == delimiter) {
        add_cell(at);
        cell_begin_ = at + 1;
      } else if (byte == '\n') {
        const bool has_cr = at > cell_begin_ && text[at - 1] == '\r';
        const std::size_t end = has_cr ? at - 1 : at;
        add_cell(end);
        if (!finish_record(end)) return false;
        begin_record(at + 1);
      } else {
        escaped_ = Cell::kEscaped;
      }
    }
    return true;
  }

  // Makes room for the cells of a block, so that each of them is only a store.
  void make_room() {
    if (out_.cells.size() - cell_count_ < kBlockBytes) out_.cells.resize(cell_count_ + kMoreCells);
    cells_ = out_.cells.data();
  }

  void add_cell(std::size_t end) {
    const bool is_quoted = end > cell_begin_ && text_[cell_begin_] == options_.dialect.quote;
    const std::uint8_t flags = is_quoted ? Cell::kQuoted | escaped_ : 0;
    cells_[cell_count_++] = {static_cast<std::uint32_t>(cell_begin_),
                             static_cast<std::uint32_t>(end), record::CellKind::kText, flags};
    escaped_ = 0;
  }

  bool finish_record(std::size_t end) {
    const std::size_t size = end - record_begin_;
    const std::size_t cell_count = cell_count_ - first_cell_;
    if (size > options_.max_record_bytes || cell_count > options_.max_columns) return false;
    const auto begin = static_cast<std::uint32_t>(record_begin_);
    if (size + 1 == cell_count) {  // nothing but the delimiters
      cell_count_ = first_cell_;
      out_.faults.push_back(
          {FaultKind::kBlankLine, begin, static_cast<std::uint32_t>(out_.records.size()), 0});
    } else {
      out_.records.push_back({begin, static_cast<std::uint32_t>(end),
                              static_cast<std::uint32_t>(first_cell_),
                              static_cast<std::uint32_t>(cell_count), RecordState::kReadable});
    }
    return true;
  }

  void begin_record(std::size_t begin) {
    record_begin_ = begin;
    cell_begin_ = begin;
    first_cell_ = cell_count_;
    out_.consumed = begin;
  }

  // Cuts the record in hand and those behind it, until one begins at or behind `stop`. False if
  // more input is needed.
  bool cut_plain(std::size_t stop) {
    out_.cells.resize(first_cell_);
    escaped_ = 0;
    carry_ = {};
    std::size_t next = record_begin_;
    while (next < stop) {
      next = plain_.cut(next);
      if (next == PlainScanner::kNeedInput) return false;
      out_.consumed = next;
    }
    cell_count_ = out_.cells.size();
    begin_record(next);
    return true;
  }

  std::string_view text_;
  const ScanOptions& options_;
  Scan& out_;
  PlainScanner plain_;
  Carry carry_;

  // The cells found, and behind them some room, which the last call of cut_plain() takes away.
  Cell* cells_ = nullptr;
  std::size_t cell_count_ = 0;

  // The record in hand.
  std::size_t record_begin_ = 0;
  std::size_t cell_begin_ = 0;
  std::size_t first_cell_ = 0;  // in out_.cells
  std::uint8_t escaped_ = 0;    // Cell::kEscaped if a doubled quote was met in the cell
};

CROSSWALK_AVX2 void run_avx2(VectorScanner& scanner) {
  scanner.run<Avx2>();
}

}  // namespace

void scan_by(base::VectorUnit unit, std::string_view text, bool final, const ScanOptions& options,
             Scan& out) {
  if (unit == base::VectorUnit::kScalar) return scan_plain(text, final, options, out);
  out.clear();
  VectorScanner scanner(text, final, options, out);
  if (unit == base::VectorUnit::kAvx2) {
    run_avx2(scanner);
  } else {
    scanner.run<Sse2>();
  }
}

}  // namespace crosswalk::tabular

#else

namespace crosswalk::tabular {

void scan_by(base::VectorUnit, std::string_view text, bool final, const ScanOptions& options,
             Scan& out) {
  scan_plain(text, final, options, out);
}

}  // namespace crosswalk::tabular

#endif
