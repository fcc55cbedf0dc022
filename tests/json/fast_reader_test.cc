// The fast reader held against the plain one: the same events at the same places, the same tapes,
// and nothing accepted that the plain one refuses.
#include "json/fast_reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <tuple>

#include "json/random_json.h"
#include "json/reader.h"
#include "json/scan.h"
#include "support/source_dir.h"

namespace crosswalk::json {
namespace {

namespace fs = std::filesystem;

// Writes every event down with all that it says.
class EventLog final : public EventHandler {
 public:
  void on_scalar(Kind kind, Span span, bool escaped) override {
    add('s', static_cast<std::uint32_t>(kind), span, escaped);
  }
  void on_begin(Kind kind, std::uint32_t begin) override {
    add('b', static_cast<std::uint32_t>(kind), {begin, begin}, false);
  }
  void on_end(std::uint32_t end) override { add('e', 0, {end, end}, false); }
  void on_name(Span span, bool escaped) override { add('n', 0, span, escaped); }
  void on_lifted_begin(Span span, bool escaped) override { add('l', 0, span, escaped); }
  void on_lifted_end() override { add('L', 0, {}, false); }

  using Event = std::tuple<char, std::uint32_t, std::uint32_t, std::uint32_t, bool>;
  std::vector<Event> events;

 private:
  void add(char what, std::uint32_t kind, Span span, bool escaped) {
    events.emplace_back(what, kind, span.begin, span.end, escaped);
  }
};

bool plain_read(std::string_view text, std::uint32_t max_depth, EventLog& log) {
  ReadSettings settings;
  settings.parse.max_depth = max_depth;
  settings.check_utf8 = true;
  std::vector<Fault> faults;
  Reader reader(text, settings, log, faults);
  const bool whole = reader.read(0) == ReadState::kWhole && faults.empty();
  const char* const end = text.data() + text.size();
  return whole && skip_blanks(text.data() + reader.position(), end) == end;
}

using TokenParts =
    std::tuple<Kind, bool, std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t>;

std::vector<TokenParts> parts_of(const Tape& tape) {
  std::vector<TokenParts> parts;
  for (const Token& t : tape.tokens)
    parts.emplace_back(t.kind, t.escaped, t.begin, t.end, t.next, t.count);
  return parts;
}

std::vector<std::tuple<FaultKind, std::uint32_t, std::string_view, bool>> parts_of(
    const std::vector<Fault>& faults) {
  std::vector<std::tuple<FaultKind, std::uint32_t, std::string_view, bool>> parts;
  for (const Fault& f : faults) parts.emplace_back(f.kind, f.offset, f.expected, f.mended);
  return parts;
}

// What the plain reader accepts and the fast one may leave to it.
bool may_be_left(const EventLog& plain) {
  constexpr std::ptrdiff_t kManyMembers = 128;
  const auto& events = plain.events;
  const auto names = std::count_if(events.begin(), events.end(),
                                   [](const auto& e) { return std::get<0>(e) == 'n'; });
  return names > kManyMembers || std::any_of(events.begin(), events.end(), [](const auto& e) {
           return std::get<0>(e) == 'n' && std::get<4>(e);
         });
}

struct Tally {
  int accepted = 0;
  int refused = 0;
  int left = 0;  // good, but not for the fast one
};

/// Holds the two readers together; one fast reader reads all texts.
class Twins {
 public:
  void expect_agreement(std::string_view source, std::uint32_t max_depth = 256) {
    // Nothing behind the text may be looked at: its bytes stand alone, without a NUL.
    const auto bytes = std::make_unique<char[]>(source.size());
    std::copy(source.begin(), source.end(), bytes.get());
    const std::string_view text(bytes.get(), source.size());
    EventLog plain;
    EventLog fast;
    const bool is_good = plain_read(text, max_depth, plain);
    const bool is_accepted = fast_.read(text, max_depth, fast);
    if (is_accepted) {
      EXPECT_TRUE(is_good) << text;
      EXPECT_EQ(fast.events, plain.events) << text;
    } else if (is_good) {
      EXPECT_TRUE(may_be_left(plain)) << text;
      ++tally.left;
    }
    ++(is_accepted ? tally.accepted : tally.refused);
    for (const bool tolerant : {false, true}) expect_same_tape(text, {tolerant, max_depth});
  }

  Tally tally;

 private:
  void expect_same_tape(std::string_view text, const ParseOptions& options) {
    Tape plain;
    Tape fast;
    std::vector<Fault> plain_faults;
    std::vector<Fault> fast_faults;
    EXPECT_EQ(fast_.parse(text, options, fast, fast_faults),
              parse(text, options, plain, plain_faults))
        << text;
    EXPECT_EQ(parts_of(fast), parts_of(plain)) << text;
    EXPECT_EQ(parts_of(fast_faults), parts_of(plain_faults)) << text;
  }

  FastReader fast_;
};

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// All files of JSON and NDJSON below a folder.
std::vector<std::string> documents_below(const fs::path& folder) {
  std::vector<std::string> documents;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string ending = entry.path().extension().string();
    const bool is_json = ending == ".json" || ending == ".ndjson" || ending == ".jsonl";
    if (is_json && entry.is_regular_file()) documents.push_back(text_of(entry.path()));
  }
  return documents;
}

void expect_agreement_on_lines(Twins& twins, std::string_view document) {
  while (!document.empty()) {
    const std::size_t end = std::min(document.find('\n'), document.size() - 1);
    twins.expect_agreement(document.substr(0, end + 1));
    document.remove_prefix(end + 1);
  }
}

TEST(FastReader, AgreesOnTheDocumentsOfTheSchemaSuite) {
  Twins twins;
  for (const std::string& document : documents_below(CROSSWALK_SCHEMA_SUITE_DIR)) {
    twins.expect_agreement(document);
  }
  EXPECT_GT(twins.tally.accepted, 100);
  EXPECT_EQ(twins.tally.refused, twins.tally.left);
}

TEST(FastReader, AgreesOnEachValueOfTheSchemaSuite) {
  Twins twins;
  for (const std::string& document :
       documents_below(fs::path(CROSSWALK_SCHEMA_SUITE_DIR) / "draft7")) {
    Tape tape;
    std::vector<Fault> faults;
    ASSERT_TRUE(parse(document, {}, tape, faults));
    for (const Token& token : tape.tokens) twins.expect_agreement(raw(document, token));
  }
  EXPECT_GT(twins.tally.accepted, 5000);
  EXPECT_EQ(twins.tally.refused, twins.tally.left);
}

TEST(FastReader, AgreesOnEveryExampleAndEachOfItsLines) {
  Twins twins;
  for (const std::string& document : documents_below(tests::source_dir() / "schemas")) {
    twins.expect_agreement(document);
    expect_agreement_on_lines(twins, document);
  }
  EXPECT_GT(twins.tally.accepted, 300);
  EXPECT_GT(twins.tally.refused, 300);
}

TEST(FastReader, AgreesOnTextsMadeAndMutated) {
  Twins twins;
  RandomJson random(211);
  for (int round = 0; round < 6000; ++round) {
    const std::string text = random.value(5);
    twins.expect_agreement(text);
    twins.expect_agreement(random.mutated(text));
    twins.expect_agreement(random.mutated(random.row(3)));
  }
  EXPECT_GT(twins.tally.accepted, 6000);
  EXPECT_GT(twins.tally.refused, 5000);
}

TEST(FastReader, AgreesWhereverATextIsCut) {
  Twins twins;
  const std::string text =
      " {\"name\" : [1, -2.5e+3 ,true,null, \"a\\\"b\\\\\" , \"\xC5\x81\\ud83d\\ude00\" ] , "
      "\"other\":{ } ,\"third\":false , \"\":\"a long text of more than sixty-four bytes, with "
      "brackets ]} and , colons : inside\"} \n";
  for (std::size_t size = 0; size <= text.size(); ++size) {
    twins.expect_agreement(std::string_view(text).substr(0, size));
    twins.expect_agreement(std::string_view(text).substr(size));
  }
  EXPECT_GE(twins.tally.accepted, 3);
}

TEST(FastReader, AgreesOnTextsThatTryTheGrammar) {
  Twins twins;
  for (const std::string_view text : {"",
                                      " ",
                                      "1",
                                      "01",
                                      "-",
                                      "1x",
                                      "1 x",
                                      "1\"a\"",
                                      "\"a\"1",
                                      "\"a\"b",
                                      "\"a\"\"b\"",
                                      "\"a\" \"b\"",
                                      "true",
                                      "truex",
                                      "true\"\"",
                                      "tru",
                                      "nulll",
                                      "[1\f,2]",
                                      "[1\x1A"
                                      "2]",
                                      "\f1",
                                      "[1,]",
                                      "[,1]",
                                      "{,}",
                                      "{\"a\":1,}",
                                      "{\"a\"}",
                                      "{\"a\":}",
                                      "{1:2}",
                                      "{\"a\" 1}",
                                      "[\"a\":1]",
                                      "[1}",
                                      "{\"a\":1]",
                                      "[]]",
                                      "[[]",
                                      "]",
                                      ":",
                                      ",",
                                      "\"",
                                      "\"\\\"",
                                      "\"\\\\\"",
                                      "\"\\x\"",
                                      "\"\\u12\"",
                                      "\"\\ud800\"",
                                      "\"\t\"",
                                      "\"\x7F\"",
                                      "\"\xC3\"",
                                      "\xC3\xA9",
                                      "\xEF\xBB\xBF[]",
                                      "200 OK\n{}",
                                      "HTTP/1.1 200 OK\n{}",
                                      "[1]\n[2]",
                                      "[1] ",
                                      "{\"a\":1,\"a\":2}",
                                      "{\"a\":{\"a\":1},\"b\":{\"a\":1}}",
                                      "{\"a\":{\"b\":1},\"b\":2,\"a\":3}",
                                      "{\"\":1,\"\":2}",
                                      "{\"a\":1,\"\\u0061\":2}",
                                      "{\"data\":[1,\"cursor\":2]}"}) {
    twins.expect_agreement(text);
  }
  twins.expect_agreement(std::string_view("[]\0", 3));
  twins.expect_agreement(std::string_view("\0[]", 3));
}

TEST(FastReader, StopsAtTheSameDepth) {
  Twins twins;
  for (const std::uint32_t limit : {0U, 1U, 2U, 256U, 100000U}) {
    for (const std::uint32_t depth : {1U, 2U, 3U, 256U, 257U, 100000U}) {
      twins.expect_agreement(std::string(depth, '[') + std::string(depth, ']'), limit);
    }
  }
}

std::string object_of(int members) {
  std::string text = "{";
  for (int i = 0; i < members; ++i) {
    text += (i == 0 ? "\"member" : ",\"member") + std::to_string(i) + "\":1";
  }
  return text + '}';
}

TEST(FastReader, FindsARepeatedNameAmongAnyNumberOfMembers) {
  Twins twins;
  FastReader fast;
  EventLog log;
  EXPECT_TRUE(fast.read(object_of(128), 256, log));
  EXPECT_FALSE(fast.read(object_of(129), 256, log));
  for (const int members : {1, 2, 20, 100, 128, 1000}) {
    const std::string text = object_of(members);
    twins.expect_agreement(text);
    for (int again = 0; again < members; again += 1 + members / 10) {
      std::string repeated = text;
      repeated.insert(text.size() - 1, ",\"member" + std::to_string(again) + "\":2");
      EXPECT_FALSE(fast.read(repeated, 256, log)) << repeated;
      twins.expect_agreement(repeated);
    }
  }
}

TEST(FastReader, ReadsLongTextsAfterShortOnes) {
  Twins twins;
  std::string text = "[0";
  while (text.size() < 300000) text += ",{\"id\":\"" + std::to_string(text.size()) + "\"}";
  twins.expect_agreement("[1]");
  twins.expect_agreement(text + ']');
  twins.expect_agreement(text);
  twins.expect_agreement("[1]");
  EXPECT_EQ(twins.tally.accepted, 3);
}

}  // namespace
}  // namespace crosswalk::json
