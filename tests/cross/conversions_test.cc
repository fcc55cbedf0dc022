// Whole conversions over generated records: from every layout of every format to every layout of
// every format that it leads to. What is written is valid there, every record is accounted for, and
// blocks and threads change nothing; within a format the way back gives the same bytes.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "cross/customer_tables.h"
#include "cross/format_pairs.h"
#include "support/mapping.h"
#include "support/record_maker.h"

namespace crosswalk::tests {
namespace {

using Texts = std::vector<std::string>;

/// What a request needs beside its records, for all formats together.
const std::vector<std::pair<std::string, std::string>> kSettings = {
    {"mode", "AddOrUpdate"},
    {"matchBy", "CrmId"},
    {"user_id", "u"},
    {"user_password", "p"},
    {"account_id", "a b"},
    {"campaigns_to_include", "1"},
    {"overwrite_duplicates", "ignore"},
    {"confirmation_mails", "yes"},
    {"no_undo", "yes"}};

ConvertOptions usual_options() {
  ConvertOptions options;
  options.read.settings = kSettings;
  options.read.now_unix = 1700000000;
  options.keep_going = true;
  options.allows_loss = true;
  options.secrets_in_output = true;
  return options;
}

Converted converted(const std::string& text, const std::string& from, const std::string& to,
                    ConvertOptions options) {
  Converted made;
  options.read.from = from;
  options.to = to;
  const auto source = memory_source(text, "input");
  Source* const sources[] = {source.get()};
  auto result = convert(embedded_formats(), sources, options, made.output, made.kept.sink());
  EXPECT_TRUE(result.ok()) << result.error().message;
  if (!result.ok()) return made;
  made.result = std::move(result).value();
  const RunResult& run = made.result;
  EXPECT_TRUE(run.complete) << from << " -> " << to;
  EXPECT_EQ(run.records_out + run.records_rejected, run.summary.records);
  EXPECT_EQ(run.summary.valid, run.records_out);
  return made;
}

std::string body_of(const Converted& made) {
  return made.output.bodies.empty() ? std::string() : made.output.bodies.front();
}

/// Lines of the errors that `text` has; none are wanted.
Texts errors_in(const std::string& text, const std::string& format) {
  ValidateOptions options;
  options.read.from = format;
  options.read.settings = kSettings;
  options.read.now_unix = 1700000000;
  KeptFindings kept;
  const auto source = memory_source(text, "output");
  const auto result = validate(embedded_formats(), *source, options, kept.sink());
  EXPECT_TRUE(result.ok()) << result.error().message;
  Texts errors;
  for (const Finding& finding : kept.all) {
    if (finding.severity == Severity::kError) errors.push_back(line_of(finding));
  }
  return errors;
}

/// Records of a format as a document of header and data: their members, in order of appearance.
std::string as_rows(const Texts& records) {
  Texts columns;
  std::vector<std::map<std::string, std::string>> rows;
  for (const std::string& record : records) {
    json::Tape tape;
    std::vector<json::Fault> faults;
    EXPECT_TRUE(json::parse(record, {}, tape, faults));
    auto& row = rows.emplace_back();
    for (std::uint32_t name = 1; name < tape.tokens.size(); name = tape.tokens[name + 1].next) {
      std::string column(json::raw(record, tape.tokens[name]));
      if (std::ranges::find(columns, column) == columns.end()) columns.push_back(column);
      row[column] = json::raw(record, tape.tokens[name + 1]);
    }
  }
  std::string text;
  for (const std::string& column : columns) text += (text.empty() ? "{\"header\":[" : ",") + column;
  text += "],\"data\":[";
  for (std::size_t i = 0; i < rows.size(); ++i) {
    text += i > 0 ? ",\n[" : "\n[";
    for (std::size_t column = 0; column < columns.size(); ++column) {
      const auto found = rows[i].find(columns[column]);
      text += (column > 0 ? "," : "") + (found == rows[i].end() ? "\"\"" : found->second);
    }
    text += ']';
  }
  return text + "\n]}\n";
}

std::string joined(const Texts& records, std::string_view between) {
  std::string text;
  for (const std::string& record : records) {
    if (!text.empty()) text += between;
    text += record;
  }
  return text;
}

/// Generated records of a format, in the layout that needs least around them.
struct Sample {
  std::string text;
  std::string format;  // with layout
};

Sample sample_of(const std::string& name, std::uint32_t seed, int count) {
  conversion::RecordMaker maker(conversion::format_called(name), seed);
  Texts records;
  for (int i = 0; i < count; ++i) records.push_back(maker.record());
  const format::Definition& definition = conversion::format_called(name);
  if (definition.layout("ndjson") != nullptr)
    return {joined(records, "\n") + "\n", name + ":ndjson"};
  const format::Layout& json = *definition.layout("json");
  if (json.kind == format::LayoutKind::kHeaderData) return {as_rows(records), name + ":json"};
  return {R"({"user_id":"u","user_password":"p","type":"customers_batch","account_id":"a b",)"
          R"("campaigns_to_include":"1","overwrite_duplicates":"ignore","Profiles_Data":[)"
          "\n" +
              joined(records, ",\n") + "\n]}\n",
          name + ":json"};
}

/// The layouts of a format that can be written and hold any number of records.
Texts layouts_of(const std::string& name) {
  static const std::set<std::string> kOfOneRecord = {"expertsender/customer", "primedata/profile"};
  Texts layouts;
  for (const format::Layout& layout : conversion::format_called(name).layouts) {
    const bool is_list = layout.name != "json" || !kOfOneRecord.contains(name);
    if (is_list) layouts.push_back(name + ":" + layout.name);
  }
  return layouts;
}

/// Findings and rejects, line after line.
std::string lines_of(const Converted& made) {
  Texts lines = made.kept.lines();
  for (const MemoryOutput::Reject& reject : made.output.rejects) lines.push_back(reject.bytes);
  return joined(lines, "\n");
}

/// Shows where they differ first.
void expect_same(const std::string& a, const std::string& b, const std::string& way) {
  if (a == b) return;
  const auto at = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  const std::size_t begin = at - std::min<std::size_t>(at, 80);
  ADD_FAILURE() << way << ", byte " << at << '\n'
                << a.substr(begin, 160) << "\n---\n"
                << b.substr(begin, 160);
}

/// `text` converted, the same in small blocks and by several threads.
Converted steadily(const std::string& text, const std::string& from, const std::string& to) {
  ConvertOptions options = usual_options();
  Converted whole = converted(text, from, to, options);
  for (const std::size_t block_bytes : {7U, 300U}) {
    options.read.block_bytes = block_bytes;
    options.read.threads = block_bytes == 300 ? 3 : 1;
    const Converted cut = converted(text, from, to, options);
    EXPECT_EQ(body_of(cut), body_of(whole))
        << from << " -> " << to << ", blocks of " << block_bytes;
    EXPECT_EQ(lines_of(cut), lines_of(whole)) << from << " -> " << to;
  }
  return whole;
}

class Conversions : public testing::TestWithParam<Pair> {};

TEST_P(Conversions, WriteWhatIsValidInEveryLayout) {
  const auto [from, to] = GetParam();
  int written = 0;
  for (std::uint32_t seed = 1; seed <= 3; ++seed) {
    const Sample sample = sample_of(from, seed, 25);
    for (const std::string& source : layouts_of(from)) {
      const std::string text =
          body_of(converted(sample.text, sample.format, source, usual_options()));
      for (const std::string& target : layouts_of(to)) {
        const Converted made = steadily(text, source, target);
        if (made.result.records_out == 0) continue;
        EXPECT_EQ(errors_in(body_of(made), target), Texts{}) << source << " -> " << target;
        written += static_cast<int>(made.result.records_out);
        if (HasFailure()) return;
      }
    }
  }
  EXPECT_GT(written, 10);
}

class Layouts : public testing::TestWithParam<const char*> {};

/// The records of a sample that every layout can hold, as all of them give them back.
Sample held_by_all(const Sample& sample, const std::string& name) {
  Sample held = sample;
  for (int round = 0; round < 2; ++round) {
    for (const std::string& layout : layouts_of(name))
      held = {body_of(converted(held.text, held.format, layout, usual_options())), layout};
  }
  return held;
}

TEST_P(Layouts, GiveBackTheBytesThatTheyWereMadeOf) {
  const std::string name = GetParam();
  std::uint64_t compared = 0;
  for (std::uint32_t seed = 11; seed <= 14; ++seed) {
    const Sample sample = held_by_all(sample_of(name, seed, 25), name);
    for (const std::string& first : layouts_of(name)) {
      const Converted canonical = converted(sample.text, sample.format, first, usual_options());
      compared += canonical.result.records_out;
      expect_same(body_of(steadily(body_of(canonical), first, first)), body_of(canonical), first);
      for (const std::string& second : layouts_of(name)) {
        const Converted there = steadily(body_of(canonical), first, second);
        const Converted back = steadily(body_of(there), second, first);
        expect_same(body_of(back), body_of(canonical), first + " -> " + second + " and back");
        if (HasFailure()) return;
      }
    }
  }
  EXPECT_GT(compared, 40U);
}

INSTANTIATE_TEST_SUITE_P(Customers, Conversions, testing::ValuesIn(kCustomerPairs));

INSTANTIATE_TEST_SUITE_P(Events, Conversions, testing::ValuesIn(kEventPairs));

INSTANTIATE_TEST_SUITE_P(All, Layouts,
                         testing::Values("aixon/customers", "expertsender/customers",
                                         "expertsender/customer", "loyalty/customers",
                                         "primedata/profile", "primedata/events",
                                         "wasabi/customer-action"));

}  // namespace
}  // namespace crosswalk::tests
