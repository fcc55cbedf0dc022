// Cells as they are written: quotes only where they are needed, and every text is read back.
//
// The property test writes random texts with append_cell and reads them with scan_plain.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/copy.h"
#include "support/random_text.h"
#include "tabular/scanner.h"

namespace crosswalk::tabular {
namespace {

std::string written(std::string_view text, const Dialect& dialect = {}) {
  std::string out;
  append_cell(out, text, dialect);
  return out;
}

TEST(CellWriter, QuotesOnlyWhatCouldNotBeReadBack) {
  EXPECT_EQ(written("plain text"), "plain text");
  EXPECT_EQ(written(""), "");
  EXPECT_EQ(written("a,b"), "\"a,b\"");
  EXPECT_EQ(written("a\nb"), "\"a\nb\"");
  EXPECT_EQ(written("a\rb"), "\"a\rb\"");
  EXPECT_EQ(written("a;b"), "a;b");
}

TEST(CellWriter, DoublesQuotes) {
  EXPECT_EQ(written("say \"hi\""), "\"say \"\"hi\"\"\"");
  EXPECT_EQ(written("\""), "\"\"\"\"");
}

TEST(CellWriter, KnowsOtherDialects) {
  EXPECT_EQ(written("a;b'c\"", {';', '\''}), "'a;b''c\"'");
  EXPECT_EQ(written("a\"b,c", {'|', 0}), "a\"b,c");
  EXPECT_FALSE(needs_quotes("a\"b", {'|', 0}));
}

TEST(CellWriter, FindsWhatNeedsQuotesAtEveryPlaceOfATextOfAnyLength) {
  for (std::size_t size = 0; size < 40; ++size) {
    const std::string text(size, '\x80');
    EXPECT_FALSE(needs_quotes(text, {})) << size;
    for (std::size_t place = 0; place < size; ++place) {
      for (const char byte : {',', '"', '\r', '\n'}) {
        std::string changed = text;
        changed[place] = byte;
        EXPECT_TRUE(needs_quotes(changed, {})) << size << " " << place;
        changed[place] = static_cast<char>(byte + 1);
        EXPECT_FALSE(needs_quotes(changed, {})) << size << " " << place;
      }
    }
  }
}

TEST(CellWriter, WritesIntoRoomWhatItAppendsToAText) {
  for (std::size_t size = 0; size < 40; ++size) {
    for (std::size_t place = 0; place <= size; ++place) {
      for (const char byte : {',', '"', '\r', '\n', 'x'}) {
        std::string memory(size + 24, ',');
        std::fill_n(memory.begin(), size, '\x80');
        if (place < size) memory[place] = byte;
        const std::string_view text(memory.data(), size);
        for (const std::size_t readable : {size, size + 15, size + 16, memory.size()}) {
          std::vector<char> room(2 * size + 2 + base::kCopyBlock);
          const char* const end = put_cell(room.data(), text, {}, memory.data() + readable);
          const auto count = static_cast<std::size_t>(end - room.data());
          ASSERT_EQ(std::string_view(room.data(), count), written(text)) << size << ' ' << place;
        }
      }
    }
  }
}

TEST(CellWriter, AddsToWhatIsThere) {
  std::string out = "a,";
  append_cell(out, "b", {});
  EXPECT_EQ(out, "a,b");
}

TEST(CellWriter, WritesWhatTheScannerReadsBack) {
  tests::RandomText random(3, {"a", ",", "\"", "\n", "\r", "é", " ", ";"});
  for (int round = 0; round < 20000; ++round) {
    std::vector<std::string> texts = {"first"};  // so that the row is never blank
    while (random.below(4) != 0) texts.push_back(random.next(6));
    std::string row;
    for (const std::string& text : texts) {
      if (!row.empty()) row += ',';
      append_cell(row, text, {});
    }
    Scan scan;
    scan_plain(row + "\n", true, {}, scan);
    ASSERT_TRUE(scan.faults.empty()) << row;
    ASSERT_EQ(scan.records.size(), 1U) << row;
    ASSERT_EQ(scan.cells.size(), texts.size()) << row;
    std::string scratch;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      ASSERT_EQ(record::cell_text(row, scan.cells[i], scratch), texts[i]);
    }
  }
}

}  // namespace
}  // namespace crosswalk::tabular
