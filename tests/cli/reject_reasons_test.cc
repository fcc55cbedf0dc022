// Reasons name the number of their record among the rejected ones, however findings and rejects
// come.
#include "reject_reasons.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace crosswalk::cli {
namespace {

struct Log {
  std::string text;
  bool committed = false;
};

class LogOutput final : public CommittedOutput {
 public:
  explicit LogOutput(Log& log) : log_(log) {}
  Status begin_part(std::uint64_t) override { return {}; }
  Status write(std::string_view bytes) override {
    log_.text += bytes;
    return {};
  }
  Status end_part(const Part&) override { return {}; }
  Status reject(std::uint64_t record, std::string_view, bool) override {
    log_.text += "reject " + std::to_string(record) + "\n";
    return {};
  }
  Status reject_frame(std::string_view, std::string_view, std::string_view) override { return {}; }
  Status commit(const RunResult&) override {
    log_.committed = true;
    return {};
  }

 private:
  Log& log_;
};

class RejectReasonsTest : public testing::Test {
 protected:
  void error(const std::string& rule, std::optional<std::uint64_t> record,
             bool is_of_repeated_key = false) {
    Finding finding;
    finding.rule = rule;
    finding.record = record;
    if (is_of_repeated_key) finding.related.push_back({"a.csv", 2, 1});
    reasons_.tell(finding);
  }
  void reject(std::uint64_t record, bool readable = true) {
    EXPECT_TRUE(reasons_.reject(record, "", readable));
  }

  // `RULE=REJECT` of every line, `-` where there is no number.
  std::vector<std::string> lines() {
    EXPECT_TRUE(reasons_.commit({}));
    std::vector<std::string> found;
    const std::string& text = written_.text;
    for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) {
      const std::string line = text.substr(at, text.find('\n', at) - at);
      const std::size_t rule = line.find("\"rule\":\"") + 8;
      const std::size_t number = line.find("\"reject\":");
      found.push_back(line.substr(rule, line.find('"', rule) - rule) + "=" +
                      (number == std::string::npos ? "-" : line.substr(number + 9, 1)));
    }
    return found;
  }

  Log inner_;
  Log written_;
  RejectReasons reasons_{std::make_unique<LogOutput>(inner_),
                         std::make_unique<LogOutput>(written_)};
};

using Lines = std::vector<std::string>;

TEST_F(RejectReasonsTest, NumberRecordsAsTheyAreRejected) {
  error("a", 7);
  error("b", 7);
  reject(7);
  error("c", 9);
  reject(9);
  EXPECT_EQ(lines(), (Lines{"a=1", "b=1", "c=2"}));
  EXPECT_EQ(inner_.text, "reject 7\nreject 9\n");
  EXPECT_TRUE(inner_.committed);
  EXPECT_TRUE(written_.committed);
}

TEST_F(RejectReasonsTest, FindARepeatedKeyAfterAllRecords) {
  error("a", 3);
  reject(3);
  reject(5);
  error("repeated", 5, true);
  EXPECT_EQ(lines(), (Lines{"a=1", "repeated=2"}));
}

TEST_F(RejectReasonsTest, TellRecordsOfSeveralFilesApart) {
  error("a", 5);
  reject(5);
  error("of the first file", 5, true);
  error("b", 2);
  reject(2);
  reject(5);
  error("of the second file", 5, true);
  EXPECT_EQ(lines(), (Lines{"a=1", "of the first file=1", "b=2", "of the second file=3"}));
}

TEST_F(RejectReasonsTest, GiveNoNumberToWhatIsNotInTheFile) {
  error("whole file", std::nullopt);
  error("unreadable", 1);
  reject(1, false);
  error("a", 2);
  reject(2);
  error("never rejected", 4);
  EXPECT_EQ(lines(), (Lines{"whole file=-", "unreadable=-", "a=1", "never rejected=-"}));
}

TEST_F(RejectReasonsTest, LeaveWarningsOut) {
  Finding warning;
  warning.severity = Severity::kWarning;
  warning.record = 1;
  reasons_.tell(warning);
  reject(1);
  EXPECT_EQ(lines(), Lines{});
}

}  // namespace
}  // namespace crosswalk::cli
