// The events of a text, in order; rows; texts that may go on.
#include "json/reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace crosswalk::json {
namespace {

// Writes events down: kind and span of each.
class Recorder final : public EventHandler {
 public:
  explicit Recorder(std::string_view text) : text_(text) {}

  void on_scalar(Kind, Span span, bool escaped) override { add(escaped ? "e:" : "", span); }
  void on_begin(Kind kind, std::uint32_t) override { log += kind == Kind::kArray ? "[ " : "{ "; }
  void on_end(std::uint32_t end) override { log += "end" + std::to_string(end) + ' '; }
  void on_name(Span span, bool escaped) override { add(escaped ? "e-name:" : "name:", span); }
  void on_lifted_begin(Span span, bool) override { add("lifted:", span); }
  void on_lifted_end() override { log += "down "; }

  std::string log;

 private:
  void add(std::string_view prefix, Span span) {
    log += std::string(prefix) + std::string(text_.substr(span.begin, span.end - span.begin)) + ' ';
  }
  std::string_view text_;
};

struct Outcome {
  ReadState state;
  std::string log;
  std::uint32_t position;
  std::size_t faults;
};

Outcome read(std::string_view text, const ReadSettings& settings, std::uint32_t begin = 0) {
  Recorder recorder(text);
  std::vector<Fault> faults;
  Reader reader(text, settings, recorder, faults);
  const ReadState state = reader.read(begin);
  return {state, recorder.log, reader.position(), faults.size()};
}

ReadSettings settings(bool tolerant, bool row, bool final) {
  ReadSettings out;
  out.parse.tolerant = tolerant;
  out.row = row;
  out.final = final;
  return out;
}

TEST(Reader, GivesEventsInTheOrderOfTheText) {
  EXPECT_EQ(read(R"({"a":[1,"\n"],"\u0062":{}})", {}).log,
            R"({ name:"a" [ 1 e:"\n" end13 e-name:"\u0062" { end25 end26 )");
}

TEST(Reader, StopsAfterTheFirstValue) {
  const Outcome outcome = read("xx [1] ,[2]", {}, 2);
  EXPECT_EQ(outcome.state, ReadState::kWhole);
  EXPECT_EQ(outcome.position, 6U);
}

TEST(Reader, GivesEmptySpansForElidedElements) {
  EXPECT_EQ(read("[1, ,2]", settings(true, false, true)).log, "[ 1  2 end7 ");
}

TEST(Reader, GivesLiftedMembersWhereTheyStand) {
  EXPECT_EQ(read(R"({"d":[1,"c":{"x":[2]},3]})", settings(true, false, true)).log,
            R"({ name:"d" [ 1 lifted:"c" { name:"x" [ 2 end20 end21 down 3 end24 end25 )");
}

TEST(Reader, CountsCommasAndOneInARow) {
  EXPECT_EQ(read("[1,2,]", settings(true, true, true)).log, "[ 1 2  end6 ");
  EXPECT_EQ(read("[1,2,]", settings(true, false, true)).log, "[ 1 2 end6 ");
  EXPECT_EQ(read("[[1,],2]", settings(true, true, true)).log, "[ [ 1 end5 2 end8 ");
}

TEST(Reader, AsksForMoreAtEachCutOfATextThatMayGoOn) {
  const std::string_view text =
      R"([ "a\u00e9\ud83d\ude00" , -12.5e+3,{"k" : [true,false]}, , null,0012, "x" ,"m" : 1 ])";
  for (const bool tolerant : {false, true}) {
    ReadSettings open = settings(tolerant, false, false);
    const Outcome whole = read(text, open);
    for (std::size_t size = 0; size < whole.position; ++size) {
      EXPECT_EQ(read(text.substr(0, size), open).state, ReadState::kNeedInput) << size;
    }
    EXPECT_EQ(whole.state, ReadState::kBroken);
    EXPECT_EQ(read(text.substr(0, whole.position + 1), open).state, ReadState::kBroken);
  }
}

TEST(Reader, TellsRepeatedNamesOfObjectsThatAreOpenWhereItStops) {
  EXPECT_EQ(read(R"({"a":1,"a":[{"b":1,"b":2 3}]})", {}).faults, 3U);
}

}  // namespace
}  // namespace crosswalk::json
