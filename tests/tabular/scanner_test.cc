// scan() against two others: scan_plain(), which defines what is found, on every kind of text and
// at every cut; and fast-cpp-csv-parser, which knows nothing of us, on quote-free input.
//
// Random texts come in two mixes: one where nearly every block is irregular, and one where long
// clean stretches meet a rare fault, so that the vector scanner changes ways in the middle.
#include "tabular/scanner.h"

#include <gtest/gtest.h>

#include <libfccp/csv.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "support/random_text.h"
#include "tabular/scan_text.h"
#include "tabular/vector_scanner.h"

namespace crosswalk::tabular {
namespace {

using namespace std::string_literals;
using tests::RandomText;

const std::vector<std::string> kWild = {"a", ",", "\"", "\n", "\r", "\0"s, "é"};
const std::vector<std::string> kTame = {"abc",
                                        "12345678901234567890",
                                        ",",
                                        ",",
                                        ",",
                                        "\n",
                                        "\r\n",
                                        ",\"x, y\"",
                                        ",\"say \"\"hi\"\"\"",
                                        ",\"two\nlines\"",
                                        "\n\"\",",
                                        "\n\n"};

ScanOptions random_options(RandomText& random) {
  ScanOptions options;
  if (random.below(4) == 0) options.max_record_bytes = 1 + random.below(100);
  if (random.below(4) == 0) options.max_columns = static_cast<std::uint32_t>(1 + random.below(6));
  if (random.below(8) == 0) options.dialect.quote = 0;
  if (random.below(8) == 0) options.dialect.delimiter = 'a';
  return options;
}

void expect_same(std::string_view text, bool final, const ScanOptions& options) {
  Scan plain;
  scan_plain(text, final, options, plain);
  for (const base::VectorUnit unit : {base::VectorUnit::kSse2, base::VectorUnit::kAvx2}) {
    if (!base::has_vector_unit(unit)) continue;
    Scan fast;
    scan_by(unit, text, final, options, fast);
    ASSERT_TRUE(fast == plain) << testing::PrintToString(text) << (final ? " final" : "")
                               << "\n  fast:  " << as_text(text, fast)
                               << "\n  plain: " << as_text(text, plain);
  }
}

TEST(Scanner, RunsByTheUnitThatIsAskedFor) {
  const std::string row(70, 'x');
  for (const base::VectorUnit unit :
       {base::VectorUnit::kScalar, base::VectorUnit::kSse2, base::VectorUnit::kAvx2}) {
    if (!base::has_vector_unit(unit)) continue;
    Scan scan;
    scan_by(unit, row + "\n", true, {}, scan);
    EXPECT_EQ(as_text(row, scan), "[" + row + "]");
  }
}

TEST(Scanner, FindsWhatThePlainScannerFindsInWildText) {
  RandomText random(1, kWild);
  for (int round = 0; round < 60000; ++round) {
    const ScanOptions options = random_options(random);
    ASSERT_NO_FATAL_FAILURE(expect_same(random.next(300), round % 2 == 0, options));
  }
}

TEST(Scanner, FindsWhatThePlainScannerFindsInTameText) {
  RandomText random(2, kTame);
  for (int round = 0; round < 20000; ++round) {
    ASSERT_NO_FATAL_FAILURE(expect_same(random.next(200), round % 2 == 0, random_options(random)));
  }
}

TEST(Scanner, FindsOneFaultAnywhereInTameText) {
  RandomText random(3, kTame);
  RandomText faults(4, kWild);
  for (int round = 0; round < 20000; ++round) {
    std::string text = random.next(100);
    text.insert(random.below(text.size() + 1), faults.next(2));
    ASSERT_NO_FATAL_FAILURE(expect_same(text, round % 2 == 0, random_options(random)));
  }
}

TEST(Scanner, FindsAQuotedCellAtEveryPlaceInABlock) {
  for (std::size_t before = 0; before < 140; ++before) {
    for (const std::string_view cell : {"\"x\"", "\"x\"\"y\"", "\"\"", "\"\"\"\"", "\"x\"y", "x\"",
                                        "\"x\r\n\"", "\r", "\r\n", "\0"}) {
      std::string text = std::string(before, 'a') + "," + std::string(cell) + ",b\n";
      ASSERT_NO_FATAL_FAILURE(expect_same(text + text, true, {}));
    }
  }
}

TEST(Scanner, TellsFaultsInTheOrderOfTheirOffsets) {
  RandomText random(8, kWild);
  for (int round = 0; round < 10000; ++round) {
    const std::string text = random.next(100);
    Scan found;
    scan(text, true, random_options(random), found);
    ASSERT_TRUE(std::ranges::is_sorted(found.faults, {}, &Fault::offset))
        << testing::PrintToString(text) << as_text(text, found);
  }
}

void expect_cuts_change_nothing(std::string_view text, const ScanOptions& options) {
  Scan whole;
  scan(text, true, options, whole);
  std::vector<std::size_t> every_byte;
  for (std::size_t cut = 0; cut <= text.size(); ++cut) {
    every_byte.push_back(cut);
    const Scan pieces = scan_in_pieces(text, {cut}, options);
    ASSERT_TRUE(pieces == whole) << testing::PrintToString(text) << " cut at " << cut
                                 << "\n  pieces: " << as_text(text, pieces)
                                 << "\n  whole:  " << as_text(text, whole);
  }
  ASSERT_TRUE(scan_in_pieces(text, every_byte, options) == whole) << testing::PrintToString(text);
}

TEST(Scanner, FindsTheSameWhereverWildTextIsCut) {
  RandomText random(5, kWild);
  for (int round = 0; round < 10000; ++round) {
    ScanOptions options = random_options(random);
    if (round % 3 == 0) options.max_record_bytes = 1 + random.below(12);
    ASSERT_NO_FATAL_FAILURE(expect_cuts_change_nothing(random.next(16), options));
  }
}

TEST(Scanner, FindsTheSameWhereverTameTextIsCut) {
  RandomText random(6, kTame);
  for (int round = 0; round < 400; ++round) {
    ASSERT_NO_FATAL_FAILURE(expect_cuts_change_nothing(random.next(50), random_options(random)));
  }
}

TEST(Scanner, ReusesItsMemory) {
  Scan scan_result;
  const std::string text = "a,b\n\nc\"\n" + std::string(100, 'x') + "\n";
  scan(text, true, {}, scan_result);
  const auto* cells = scan_result.cells.data();
  const std::string first = as_text(text, scan_result);
  scan(text, true, {}, scan_result);
  EXPECT_EQ(as_text(text, scan_result), first);
  EXPECT_EQ(scan_result.cells.data(), cells);
}

TEST(Scanner, AgreesWithAnIndependentParserOnQuoteFreeInput) {
  RandomText random(7, {"a", "bc", "é", " ", "0123456789", ";", "x"});
  for (int round = 0; round < 300; ++round) {
    const std::string line_end = round % 2 == 0 ? "\n" : "\r\n";
    std::string text;
    for (std::size_t rows = random.below(40); rows > 0; --rows) {
      text += random.next(3) + "," + random.next(8) + ",x" + random.next(3) + line_end;
    }
    Scan found;
    scan(text, true, {}, found);
    ASSERT_TRUE(found.faults.empty());

    std::istringstream stream(text);
    io::CSVReader<3, io::trim_chars<>, io::no_quote_escape<','>> reader("text", stream);
    std::string first;
    std::string second;
    std::string third;
    std::size_t row = 0;
    for (; reader.read_row(first, second, third); ++row) {
      const std::string scanned = as_text(text, {{found.records[row]}, found.cells, {}, 0});
      ASSERT_EQ(scanned, "[" + first + "|" + second + "|" + third + "]");
    }
    ASSERT_EQ(row, found.records.size());
  }
}

}  // namespace
}  // namespace crosswalk::tabular
