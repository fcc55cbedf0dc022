// Options of reading and writing, as a caller of the library gives them: what each changes, and
// which are refused before anything is read.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/shop_formats.h"
#include "crosswalk/run.h"
#include "support/memory_output.h"

namespace crosswalk {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class RunOptionsTest : public ::testing::Test {
 protected:
  RunOptionsTest() : formats_(tests::shop_formats()) {
    options_.read.from = "shop/customers:csv";
    options_.to = "shop/customers:csv";
  }

  Result<RunResult> turn(const std::string& text) {
    const auto source = memory_source(text, "input");
    Source* const sources[] = {source.get()};
    output_ = {};
    kept_.all.clear();
    return convert(formats_, sources, options_, output_, kept_.sink());
  }
  Result<RunResult> check(const std::string& text) {
    const auto source = memory_source(text, "input");
    kept_.all.clear();
    return validate(formats_, *source, {options_.read}, kept_.sink());
  }
  /// What is written; the error, if nothing is.
  std::string written(const std::string& text) {
    const auto result = turn(text);
    return result.ok() ? (output_.bodies.empty() ? "" : output_.bodies[0]) : result.error().message;
  }
  /// The error of a run that must be refused as a wrong use.
  std::string refusal(const std::string& text = "id\na\n") {
    const auto result = turn(text);
    EXPECT_FALSE(result.ok());
    EXPECT_THAT(output_.bodies, IsEmpty());
    if (result.ok()) return "";
    EXPECT_EQ(result.error().kind, ErrorKind::kUsage);
    return result.error().message;
  }

  Formats formats_;
  ConvertOptions options_;
  tests::KeptFindings kept_;
  tests::MemoryOutput output_;
};

TEST_F(RunOptionsTest, SkipAndTakeChooseRecordsByTheirNumbers) {
  struct Stretch {
    std::uint64_t skip;
    std::uint64_t take;
    const char* rows;
  };
  for (const auto& [skip, take, rows] :
       {Stretch{0, 0, "a\nb\nc\nd\n"}, Stretch{0, 2, "a\nb\n"}, Stretch{1, 2, "b\nc\n"},
        Stretch{3, 0, "d\n"}, Stretch{3, 9, "d\n"}, Stretch{0, 4, "a\nb\nc\nd\n"}}) {
    for (const std::size_t block : {std::size_t{1}, std::size_t{1} << 16U}) {
      options_.read.skip = skip;
      options_.read.take = take;
      options_.read.block_bytes = block;
      EXPECT_EQ(written("id\na\nb\nc\nd\n"), std::string("id\n") + rows) << skip << ' ' << take;
    }
  }
}

TEST_F(RunOptionsTest, ColumnsOfATableAreThoseThatAreAskedFor) {
  options_.columns = {"num_a", "id"};
  EXPECT_EQ(written("id,note,num_a\na,x,1\nb,y,\n"), "num_a,id\n1,a\n,b\n");
  options_.columns.reset();
  EXPECT_EQ(written("id,num_a\na,1\n"), "id,num_a\na,1\n");
}

TEST_F(RunOptionsTest, NamesOfColumnsMayComeFromTheCaller) {
  options_.read.column_names = {"id", "num_a"};
  EXPECT_EQ(written("a,1\nb,2\n"), "id,num_a\na,1\nb,2\n");
  EXPECT_THAT(turn("a,1\n").value().columns, ElementsAre("id", "num_a"));
}

TEST_F(RunOptionsTest, DelimitersAreThoseOfTheCaller) {
  options_.read.delimiter = '|';
  options_.delimiter = ';';
  EXPECT_EQ(written("id|num_a\na;b|1\n"), "id;num_a\n\"a;b\";1\n");
}

TEST_F(RunOptionsTest, TextIsReadAndWrittenInTheEncodingsThatAreNamed) {
  options_.read.encoding = "windows-1250";
  options_.encoding = "utf-16le";
  EXPECT_EQ(written("id\n\xBF\n"), std::string("i\0d\0\n\0|\1\n\0", 10));
  options_.encoding = "windows-1250";
  EXPECT_EQ(written("id\n\xBF\n"), "id\n\xBF\n");
  options_.encoding = "klingon";
  EXPECT_THAT(refusal(), HasSubstr("unknown encoding"));
  options_.encoding.clear();
  options_.read.encoding = "klingon";
  EXPECT_THAT(refusal(), HasSubstr("unknown encoding"));
}

TEST_F(RunOptionsTest, SeveritiesAreTakenInTheirOrder) {
  const std::string text = "id,num_a\na,x\na,1\n";
  options_.read.severities = {{"schema.*", Severity::kWarning}};
  RunResult result = check(text).value();
  EXPECT_EQ(result.summary.errors, 1U);
  EXPECT_EQ(result.summary.warnings, 1U);
  options_.read.severities.emplace_back("schema.pattern", Severity::kError);
  EXPECT_EQ(check(text).value().summary.errors, 2U);
  options_.read.severities.emplace_back("shop.*", Severity::kOff);
  EXPECT_EQ(check(text).value().summary.errors, 1U);
  EXPECT_THAT(check(text).value().summary.changed_rules,
              ElementsAre("schema.*=warning", "schema.pattern=error", "shop.*=off"));
  options_.read.severities = {{"nobody.rule", Severity::kOff}};
  EXPECT_THAT(refusal(), HasSubstr("nobody.rule"));
}

TEST_F(RunOptionsTest, StrictReadingTakesWarningsForErrors) {
  const std::string text = "\xEF\xBB\xBFid\na\n";
  EXPECT_EQ(check(text).value().summary.errors, 0U);
  EXPECT_GT(check(text).value().summary.warnings, 0U);
  options_.read.strict = true;
  EXPECT_GT(check(text).value().summary.errors, 0U);
  EXPECT_EQ(check(text).value().summary.warnings, 0U);
}

TEST_F(RunOptionsTest, LimitsOfRecordsAreKept) {
  options_.read.max_record_bytes = 8;
  EXPECT_EQ(check("id\n12345678\n").value().summary.errors, 0U);
  EXPECT_GT(check("id\n123456789\n").value().summary.errors, 0U);
  options_.read.max_record_bytes = 1U << 20U;
  options_.read.max_columns = 2;
  EXPECT_EQ(check("id,num_a\na,1\n").value().summary.errors, 0U);
  EXPECT_GT(check("id,num_a,num_b\na,1,2\n").value().summary.errors, 0U);
}

TEST_F(RunOptionsTest, ThreadsChangeNothingButHowManyWork) {
  std::string text = "id,num_a\n";
  for (int i = 0; i < 400; ++i)
    text += 'k' + std::to_string(i % 390) + (i % 7 == 0 ? ",x\n" : ",1\n");
  options_.keep_going = true;
  options_.read.block_bytes = 64;
  ASSERT_TRUE(turn(text).ok());
  const auto bodies = output_.bodies;
  const auto lines = kept_.lines();
  const auto rejects = output_.rejects;
  EXPECT_FALSE(lines.empty());
  for (const std::uint32_t threads : {2U, 3U, 0U}) {
    options_.read.threads = threads;
    ASSERT_TRUE(turn(text).ok());
    EXPECT_EQ(output_.bodies, bodies);
    EXPECT_EQ(kept_.lines(), lines);
    EXPECT_EQ(output_.rejects, rejects);
  }
  options_.read.threads = 1025;
  EXPECT_THAT(refusal(), HasSubstr("more than 1024 threads"));
}

// What is no keyword of the schema, such as keys and columns, only one of the engines asks.
TEST_F(RunOptionsTest, BothEnginesTellTheSameOfKeywords) {
  const std::string text = "id,num_a,flag\na,x,7\n,1,0\nb,2,1\nc,-,\n";
  ASSERT_TRUE(check(text).ok());
  const auto lines = kept_.lines();
  options_.read.engine = Engine::kReference;
  ASSERT_TRUE(check(text).ok());
  EXPECT_EQ(kept_.lines(), lines);
  EXPECT_EQ(lines.size(), 4U);
}

TEST_F(RunOptionsTest, NamesThatAreNotKnownAreRefused) {
  struct Wrong {
    std::string ReadOptions::*option;
    const char* value;
    const char* message;
  };
  for (const auto& [option, value, message] :
       {Wrong{&ReadOptions::from, "shop/nobody", "shop/nobody"},
        Wrong{&ReadOptions::from, "shop/customers:xml", "no layout \"xml\""},
        Wrong{&ReadOptions::operation, "receive", "no operation"},
        Wrong{&ReadOptions::time_zone, "Europe/Warsav", "Europe/Warsaw"},
        Wrong{&ReadOptions::time_zone, "+25:00", "unknown time zone"}}) {
    const ReadOptions before = options_.read;
    options_.read.*option = value;
    EXPECT_THAT(refusal(), HasSubstr(message));
    options_.read = before;
  }
  options_.to = "shop/nobody";
  EXPECT_THAT(refusal(), HasSubstr("shop/nobody"));
}

TEST_F(RunOptionsTest, TheLargestBodyIsNotExceeded) {
  const std::string text = "id\na\nb\n";
  options_.max_body_bytes = text.size();
  EXPECT_TRUE(turn(text).value().complete);
  options_.max_body_bytes = text.size() - 1;
  const RunResult result = turn(text).value();
  EXPECT_FALSE(result.complete);
  ASSERT_FALSE(kept_.all.empty());
  EXPECT_EQ(kept_.all.back().rule, "limit.body-size");
}

TEST_F(RunOptionsTest, SettingsAreMembersOfTheRequestThatIsWritten) {
  options_.read.from = "shop/guests:ndjson";
  options_.to = "shop/guests:json";
  options_.read.settings = {{"mode", "add"}, {"match", "mail"}, {"weight", "7"}, {"none", "x"}};
  EXPECT_EQ(written("{\"mail\":\"a@x.pl\"}\n"),
            "{\"mode\":\"add\",\"match\":\"mail\",\"weight\":7,\"guests\":[\n"
            "{\"mail\":\"a@x.pl\"}\n]}\n");
}

}  // namespace
}  // namespace crosswalk
