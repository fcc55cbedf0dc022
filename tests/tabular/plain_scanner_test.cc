// What a table means: a list of inputs and what is found in them, said by the plain scanner.
//
// The fast scanner is held against this one in scanner_test.cc, so every case here is one of both.
#include "tabular/plain_scanner.h"

#include <gtest/gtest.h>

#include <string>

#include "tabular/scan_text.h"

namespace crosswalk::tabular {
namespace {

using namespace std::string_literals;

std::string found(std::string_view text, const ScanOptions& options = {}, bool final = true) {
  Scan scan;
  scan_plain(text, final, options, scan);
  return as_text(text, scan);
}

std::size_t consumed(std::string_view text, const ScanOptions& options = {}) {
  Scan scan;
  scan_plain(text, false, options, scan);
  return scan.consumed;
}

TEST(PlainScanner, CutsAtDelimitersAndLineEnds) {
  EXPECT_EQ(found("a,b\nc,d\n"), "[a|b][c|d]");
  EXPECT_EQ(found("a,,\n,b"), "[a||][|b]");
  EXPECT_EQ(found(""), "");
}

TEST(PlainScanner, TakesLfCrLfAndCrForLineEnds) {
  EXPECT_EQ(found("a\nb\r\nc\rd"), "[a][b][c][d]");
  EXPECT_EQ(found("a\r\rb"), "[a][b] blank@2:1.0");
  EXPECT_EQ(found("\"a\"\r\"b\"\r\n"), "[\"a\"q][\"b\"q]");
}

TEST(PlainScanner, KeepsWhatStandsBetweenQuotes) {
  EXPECT_EQ(found("a,\"x, y\"\n"), "[a|\"x, y\"q]");
  EXPECT_EQ(found("\"l1\nl2\r\nl3\rl4\",b\n"), "[\"l1\nl2\r\nl3\rl4\"q|b]");
  EXPECT_EQ(found("\"say \"\"hi\"\"\",b"), "[\"say \"\"hi\"\"\"qe|b]");
  EXPECT_EQ(found("\"\"\"\""), "[\"\"\"\"qe]");
}

TEST(PlainScanner, KeepsAStrayQuoteAsText) {
  EXPECT_EQ(found("a,x\"y\"\nb"), "[a|x\"y\"][b] stray@3:0.1");
  EXPECT_EQ(found("a\",b\"\n"), "[a\"|b\"] stray@1:0.0 stray@4:0.1");
  EXPECT_EQ(found(" \"a,b\""), "[ \"a|b\"] stray@1:0.0 stray@5:0.1");
}

TEST(PlainScanner, TellsTextBehindAClosingQuote) {
  EXPECT_EQ(found("a,\"x\"y,b\n"), "[a|\"x\"yf|b] text@5:0.1");
  EXPECT_EQ(found("\"x\" ,b\n"), "[\"x\" f|b] text@3:0.0");
  EXPECT_EQ(found("\"x\"y\"z,w\"\n"), "[\"x\"y\"zf|w\"] text@3:0.0 stray@8:0.1");
}

TEST(PlainScanner, GivesUpOneRecordForAQuoteThatNeverCloses) {
  EXPECT_EQ(found("a,\"x\nb,c\n"), "<a,\"x>[b|c] unclosed@2:0.1");
  EXPECT_EQ(found("a\n\"\"\",\r\nb,c"), "[a]<\"\"\",>[b|c] unclosed@2:1.0");
  EXPECT_EQ(found("\""), "<\"> unclosed@0:0.0");
  EXPECT_EQ(found("\"a\nb\",\"c\nd"), "<\"a\nb\",\"c>[d] unclosed@6:0.1");
}

TEST(PlainScanner, TellsOneFaultOfAnUnreadableRecord) {
  EXPECT_EQ(found("x\"y,\0,\"z\n"s), "<x\"y,\0,\"z> unclosed@6:0.2"s);
}

TEST(PlainScanner, WantsAQuoteToCloseWithinTheRecordLimit) {
  ScanOptions options;
  options.max_record_bytes = 6;
  EXPECT_EQ(found("a,\"34\"\n", options), "[a|\"34\"q]");
  EXPECT_EQ(found("a,\"345\"\nb", options), "<a,\"345\">[b] unclosed@2:0.1");
  EXPECT_EQ(found("a,\"3\"\"\"\nb", options), "<a,\"3\"\"\">[b] unclosed@2:0.1");
  EXPECT_EQ(found("a,456789\nb", options), "[a|456789][b]");
}

TEST(PlainScanner, TellsANulByteOnceACell) {
  EXPECT_EQ(found("a\0b\0,c\n"s), "[a\0b\0f|c] nul@1:0.0"s);
  EXPECT_EQ(found("\"\0\",\0\n"s), "[\"\0\"qf|\0f] nul@1:0.0 nul@4:0.1"s);
  EXPECT_EQ(found("\"\0\"x\0\n"s), "[\"\0\"x\0f] nul@1:0.0 text@3:0.0"s);
  EXPECT_EQ(found("a\"\0\"\n"s), "[a\"\0\"f] stray@1:0.0 nul@2:0.0"s);
}

TEST(PlainScanner, MakesNoRecordOfABlankLine) {
  EXPECT_EQ(found("a\n\n,,\r\nb\n"), "[a][b] blank@2:1.0 blank@3:1.0");
  EXPECT_EQ(found("\n,"), " blank@0:0.0 blank@1:0.0");
}

TEST(PlainScanner, TakesQuotesOnPurposeForARecord) {
  EXPECT_EQ(found("\"\"\n\"\",\"\"\n,\"\""), "[\"\"q][\"\"q|\"\"q][|\"\"q]");
}

TEST(PlainScanner, GivesUpARecordWithTooManyColumns) {
  ScanOptions options;
  options.max_columns = 2;
  EXPECT_EQ(found("a,b\nc,d,e,f\"\ng\n", options), "[a|b]<c,d,e,f\">[g] columns@8:1.2");
  EXPECT_EQ(found(",,,\n", options), " blank@0:0.0");
  EXPECT_EQ(found("a,b,c,\"d\n", options), "<a,b,c,\"d> unclosed@6:0.3");
}

TEST(PlainScanner, TakesQuotesForTextWhereThereIsNoQuoting) {
  ScanOptions options;
  options.dialect = {'|', 0};
  EXPECT_EQ(found("\"a|b\"\nc,\"\"|\"\n", options), "[\"a|b\"][c,\"\"|\"]");
  EXPECT_EQ(found("a\0|b"s, options), "[a\0f|b] nul@1:0.0"s);
}

TEST(PlainScanner, TakesOtherDelimitersAndQuotes) {
  ScanOptions options;
  options.dialect = {';', '\''};
  EXPECT_EQ(found("a,b;'c;''d'\n", options), "[a,b|'c;''d'qe]");
}

TEST(PlainScanner, LeavesWhatIsNotDecidedYet) {
  EXPECT_EQ(consumed("a,b"), 0U);
  EXPECT_EQ(consumed("a,b\nc"), 4U);
  EXPECT_EQ(consumed("a,b\r"), 0U);
  EXPECT_EQ(consumed("a,b\r\n"), 5U);
  EXPECT_EQ(consumed("a\rb"), 2U);
  EXPECT_EQ(consumed("\"a\"\n\"b\""), 4U);
  EXPECT_EQ(consumed("a\n\"b\nc\n"), 2U);
}

TEST(PlainScanner, DecidesOnAnUnclosedQuoteOnceTheLimitIsSeen) {
  ScanOptions options;
  options.max_record_bytes = 5;
  EXPECT_EQ(consumed("\"a\nb", options), 0U);
  EXPECT_EQ(consumed("\"a\nb\"", options), 0U);
  EXPECT_EQ(consumed("\"a\nbc", options), 3U);
  EXPECT_EQ(consumed("\"abcdef", options), 0U);
}

}  // namespace
}  // namespace crosswalk::tabular
