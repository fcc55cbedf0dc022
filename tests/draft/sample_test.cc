// Samples: encoding, dialect, names and values, and what is refused.
#include "draft/sample.h"

#include <gtest/gtest.h>

namespace crosswalk::draft {
namespace {

const WordList& words() {
  static const WordList kWords = WordList::embedded().value();
  return kWords;
}

Result<Sample> read(std::string_view bytes, const SampleOptions& options = {},
                    bool complete = true) {
  return read_sample(bytes, complete, options, words());
}

std::string error_of(const Result<Sample>& sample) {
  return sample ? "" : sample.error().message;
}

TEST(Sample, IsCutIntoColumns) {
  const auto sample = read("id;name\n1;Ann\n2;\"Bob;Lee\"\n");
  ASSERT_TRUE(sample.ok()) << error_of(sample);
  EXPECT_EQ(sample.value().encoding, "utf-8");
  EXPECT_EQ(sample.value().delimiter, ';');
  EXPECT_EQ(sample.value().names, (std::vector<std::string>{"id", "name"}));
  EXPECT_EQ(sample.value().columns[1], (std::vector<std::string>{"Ann", "Bob;Lee"}));
}

TEST(Sample, HasTheDelimiterThatKeepsRowsEven) {
  EXPECT_EQ(read("a|b\n1,5|2\n").value().delimiter, '|');
  EXPECT_EQ(read("a\tb\n1,5\t2,5\n").value().delimiter, '\t');
  EXPECT_EQ(read("a;b,c\n1;2\n3;4\n").value().delimiter, ';');
  EXPECT_EQ(read("a;b\n1;2\n", {{}, ',', {}}).value().delimiter, ',');
}

TEST(Sample, HasTheEncodingThatMakesWordsOfItsNames) {
  const auto polish = read(
      "Imi\xEA;Nazwisko;P\xB3"
      "e\xE6\nZofia;\xAFuk;K\n");
  ASSERT_TRUE(polish.ok()) << error_of(polish);
  EXPECT_EQ(polish.value().encoding, "windows-1250");
  EXPECT_TRUE(polish.value().encoding_is_certain);
  EXPECT_EQ(polish.value().names[2], "Płeć");
  EXPECT_EQ(polish.value().columns[1][0], "Żuk");
  EXPECT_EQ(read("\xA9\x6D\xA6\x57,\xA4\xE2\xBE\xF7\n").value().encoding, "big5");
  EXPECT_EQ(read("\xD0\xD5\xC3\xFB,\xB5\xE7\xBB\xB0\n").value().encoding, "gb18030");
}

TEST(Sample, SaysWhenAnEncodingIsAGuess) {
  const auto sample = read("a;b\n\xEA;1\n");
  ASSERT_TRUE(sample.ok()) << error_of(sample);
  EXPECT_FALSE(sample.value().encoding_is_certain);
}

TEST(Sample, TakesTheEncodingThatIsGiven) {
  const auto sample = read("Imi\xEA;x\n", {"windows-1252", {}, {}});
  ASSERT_TRUE(sample.ok());
  EXPECT_EQ(sample.value().names[0], "Imiê");
  EXPECT_EQ(error_of(read("\xFF\n", {"utf-8", {}, {}})), "the sample is not written in utf-8");
}

TEST(Sample, MayBeCutOffAnywhere) {
  const auto sample = read("id;Imię\n1;Zofia\n2;\xC5", {}, false);
  ASSERT_TRUE(sample.ok()) << error_of(sample);
  EXPECT_EQ(sample.value().columns[0].size(), 1U);
}

TEST(Sample, LeavesRowsOfAnotherWidthOut) {
  const auto sample = read("a,b\n1,2\n3\n4,5,6\n7,8\n");
  ASSERT_TRUE(sample.ok());
  EXPECT_EQ(sample.value().columns[0], (std::vector<std::string>{"1", "7"}));
}

TEST(Sample, TakesNamesForFilesWithoutAHeader) {
  const auto sample = read("1,ann@example.com\n", {{}, {}, {"id", "mail"}});
  ASSERT_TRUE(sample.ok());
  EXPECT_EQ(sample.value().columns[1], std::vector<std::string>{"ann@example.com"});
}

TEST(Sample, WithoutAHeaderIsRefusedWithoutNamingAValue) {
  for (const char* text : {"1,ann@example.com\n2,bob@example.com\n", "Ann,48601234567\nBob,1\n",
                           "Ann,1990-12-31\nBob,\n"}) {
    const std::string message = error_of(read(text));
    EXPECT_EQ(message.rfind("the first line looks like data, not like column names (column 2)", 0),
              0U)
        << message;
  }
}

TEST(Sample, NeedsNamesThatDiffer) {
  EXPECT_EQ(error_of(read("a,\n1,2\n")), "column 2 has no name");
  EXPECT_EQ(error_of(read("a,a\n1,2\n")), "column 2 has the name of another one");
  EXPECT_EQ(error_of(read("")), "the sample holds no lines");
}

}  // namespace
}  // namespace crosswalk::draft
