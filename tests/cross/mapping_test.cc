// Every pair of formats, there and back, over generated records: what is declared lossless comes
// back as it was, what is lost is told, and what is written is what the target's schema takes.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <tuple>

#include "check/program.h"
#include "check/run.h"
#include "conversion/column_list.h"
#include "conversion/object_writer.h"
#include "cross/format_pairs.h"
#include "diagnostics/rule.h"
#include "support/mapping.h"
#include "support/record_maker.h"

namespace crosswalk::conversion {
namespace {

/// Values of a record by column, as canonical texts.
std::map<std::string, std::string> values_of(SourceWalk& walk, const std::string& text) {
  json::Tape tape;
  std::vector<json::Fault> faults;
  EXPECT_TRUE(json::parse(text, {}, tape, faults)) << text;
  std::vector<Arrival> arrivals;
  walk.walk(text, tape, 0, arrivals);
  std::map<std::string, std::string> values;
  for (const Arrival& one : arrivals) {
    if (one.token != 0)
      values[walk.routes()[one.route].column] = json::raw(text, tape.tokens[one.token]);
  }
  return values;
}

class MappingPair : public testing::TestWithParam<tests::Pair> {};

TEST_P(MappingPair, ReportsNamesExactlyWhatDoesNotComeBack) {
  const auto [from, to] = GetParam();
  RecordMaker maker(format_called(from), 1);
  Converter there(from, to);
  Converter back(to, from);
  const Mapping reading = Mapping::compile(format_called(from), format_called(to), {}).value();
  SourceWalk walk(reading);
  int compared = 0;
  for (int i = 0; i < 300; ++i) {
    const std::string record = maker.record();
    const std::string target = there(record);
    std::map<std::string, std::string> told;
    for (const MapFault& fault : there.record.faults) told[fault.column] = "fault";
    const std::string again = back(target);
    const auto before = values_of(walk, record);
    const auto after = values_of(walk, again);
    for (const auto& [column, value] : before) {
      const FieldLoss loss = there.loss(column);
      const bool is_missing = value == "\"\"" || value == "null" || value == "[]";
      if (loss.loss != LossClass::kLossless || is_missing || told.contains(column)) continue;
      const auto found = after.find(column);
      ASSERT_NE(found, after.end()) << column << "\n" << record << "\n" << target << "\n" << again;
      EXPECT_EQ(found->second, value) << column << "\n" << target;
      ++compared;
    }
  }
  const LossReport report = there.report();
  const bool has_lossless = std::ranges::any_of(report.fields, [](const FieldLoss& field) {
    return field.loss == LossClass::kLossless && field.records > 0;
  });
  EXPECT_EQ(has_lossless, compared > 100);
}

TEST_P(MappingPair, LosesNothingWithoutCountingIt) {
  const auto [from, to] = GetParam();
  RecordMaker maker(format_called(from), 2);
  Converter convert(from, to);
  for (int i = 0; i < 200; ++i) convert(maker.record());
  for (const FieldLoss& field : convert.report().fields) {
    const bool may_lose = field.loss == LossClass::kLossy || field.loss == LossClass::kReadOnly;
    EXPECT_TRUE(may_lose || field.lost == 0) << field.source;
    EXPECT_LE(field.lost, field.records) << field.source;
    EXPECT_LE(field.normalised, 200U);
  }
}

TEST_P(MappingPair, WritesWhatTheTargetsSchemaTakes) {
  const auto [from, to] = GetParam();
  const format::Definition& target = format_called(to);
  const auto program = check::Program::compile(target.schema, embedded_formats().rules());
  ASSERT_TRUE(program.ok());
  const diagnostics::RulePolicy policy;
  const check::RunOptions options{&policy, 1700000000};
  std::vector<diagnostics::RawFinding> found;
  check::Run run(program.value()->code(), options, found);
  RecordMaker maker(format_called(from), 3);
  Converter convert(from, to);
  for (int i = 0; i < 200; ++i) {
    const std::string text = convert(maker.record());
    std::string scratch;
    found.clear();
    run.read_from(convert.record.text, convert.record.tape);
    run.judge(check::value_at(convert.record.text, convert.record.tape, 0, scratch), target.record);
    const bool lacks_something = !convert.record.faults.empty();
    for (const diagnostics::RawFinding& finding : found) {
      if (finding.severity != Severity::kError) continue;
      const std::string& rule = embedded_formats().rules().rule(finding.rule).name;
      EXPECT_TRUE(lacks_something) << rule << ' ' << finding.pointer << "\n" << text;
    }
  }
}

/// Writes the value at `token` with some of the values in it missing, wrong, or of another kind.
void write_spoilt(json::RecordBuilder& builder, std::string_view text, const json::Tape& tape,
                  std::uint32_t token, std::mt19937& random) {
  const json::Token& at = tape.tokens[token];
  const bool is_object = at.kind == json::Kind::kObject;
  static const char* const kOthers[] = {
      "null", R"("")", "5", "true", R"("none")", "[]", R"(["a","b"])", R"({"x":{"y":1}})"};
  if (token > 0 && random() % 5 == 0) {
    const std::string_view other = kOthers[random() % std::size(kOthers)];
    json::Tape spoilt;
    std::vector<json::Fault> faults;
    json::parse(other, {}, spoilt, faults);
    return builder.copy(other, spoilt, 0);
  }
  if (!is_object && at.kind != json::Kind::kArray) return builder.copy(text, tape, token);
  builder.open(at.kind);
  for (std::uint32_t i = token + 1; i < at.next; i = tape.tokens[is_object ? i + 1 : i].next) {
    std::string scratch;
    if (is_object) builder.name(json::string_value(text, tape.tokens[i], scratch));
    write_spoilt(builder, text, tape, is_object ? i + 1 : i, random);
  }
  builder.close();
}

/// A record of the same shape, with other texts: some are empty.
std::string retold(const std::string& text, const json::Tape& tape,
                   const std::vector<std::string>& naming, std::mt19937& random) {
  std::string other;
  std::uint32_t copied = 0;
  std::uint32_t naming_end = 0;
  std::string scratch;
  for (std::uint32_t i = 0; i < tape.tokens.size(); ++i) {
    const json::Token& at = tape.tokens[i];
    const bool names_another =
        at.kind == json::Kind::kName &&
        std::ranges::find(naming, json::string_value(text, at, scratch)) != naming.end();
    if (names_another) naming_end = std::max(naming_end, tape.tokens[i + 1].next);
    if (at.kind != json::Kind::kString || i < naming_end || random() % 3 == 0) continue;
    other += text.substr(copied, at.begin - copied);
    other += random() % 2 == 0 ? R"("")" : R"("other")";
    copied = at.end;
  }
  return other + text.substr(copied);
}

/// Columns of a record, each with the kind of its value; nothing if one has to be looked into.
std::optional<std::set<std::pair<std::string, json::Kind>>> kinds_of(SourceWalk& walk,
                                                                     std::string_view text,
                                                                     const json::Tape& tape) {
  std::vector<Arrival> arrivals;
  walk.walk(text, tape, 0, arrivals);
  std::set<std::pair<std::string, json::Kind>> kinds;
  for (const Arrival& one : arrivals) {
    const json::Kind kind = tape.tokens[one.token].kind;
    if (one.token == 0 || kind == json::Kind::kObject) return std::nullopt;
    kinds.emplace(walk.routes()[one.route].column, kind);
  }
  return kinds;
}

TEST_P(MappingPair, KnowsOfMostRecordsThatTheyBringNoColumn) {
  const auto [from, to] = GetParam();
  const Mapping reading = Mapping::compile(format_called(from), format_called(to), {}).value();
  SourceWalk walk(reading);
  std::set<std::pair<std::string, json::Kind>> known_kinds;
  int known_by_kinds = 0;
  RecordMaker maker(format_called(from), 4);
  std::mt19937 random(4);
  Converter convert(from, to);
  ColumnList columns(format::fields_of(format_called(to)));
  std::vector<diagnostics::RawFinding> unused;
  std::string no_output;
  const auto naming = naming_members(format::fields_of(format_called(from)));
  int spared = 0;
  int retellings = 0;
  for (int i = 0; i < 1500; ++i) {
    json::Tape tape;
    std::vector<json::Fault> faults;
    const std::string good = maker.record();
    json::parse(good, {}, tape, faults);
    json::Tape built;
    std::string record;
    json::RecordBuilder builder;
    builder.begin(record, built);
    write_spoilt(builder, good, tape, 0, random);
    const Mapper::KnownSlots known = convert.mapper->known_slots(record, built, 0);
    const bool is_known = known != Mapper::KnownSlots::kNo;
    spared += is_known ? 1 : 0;
    if (known == Mapper::KnownSlots::kOfShape) {
      const std::string other = retold(record, built, naming, random);
      EXPECT_TRUE(RecordShape({record, &built}, naming).fits(other)) << other << "\n" << record;
      convert(other);
      EXPECT_TRUE(columns.has_those_of({convert.record.text, &convert.record.tape})) << other;
      ++retellings;
    }
    const auto kinds = kinds_of(walk, record, built);
    const bool has_known_kinds = kinds && std::ranges::includes(known_kinds, *kinds);
    if (kinds && known == Mapper::KnownSlots::kOfShape)
      known_kinds.insert(kinds->begin(), kinds->end());
    known_by_kinds += has_known_kinds ? 1 : 0;
    convert(record);
    const RecordView made{convert.record.text, &convert.record.tape};
    if (columns.has_those_of(made)) {
      convert.mapper->know_slots();
      continue;
    }
    EXPECT_FALSE(is_known) << record << "\n" << convert.record.text;
    EXPECT_FALSE(has_known_kinds) << record << "\n" << convert.record.text;
    columns.write(made, no_output, unused);
    if (i % 2 == 0) convert.mapper->know_slots();
  }
  EXPECT_GT(spared, 50);
  EXPECT_GT(known_by_kinds, 50);
  EXPECT_GT(retellings, 50);
}

auto parts_of(const json::Tape& tape) {
  std::vector<std::tuple<json::Kind, bool, bool, std::uint32_t, std::uint32_t>> parts;
  for (const json::Token& t : tape.tokens)
    parts.emplace_back(t.kind, t.escaped, t.known_text != 0, t.begin, t.end);
  return parts;
}

auto origins_of(const MappedRecord& record) {
  std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>> origins;
  for (const Origin& one : record.origins) origins.emplace_back(one.begin, one.end, one.token);
  return origins;
}

// The first loss of a column is told once by a mapper.
std::vector<std::string> faults_of(const Converter& converter) {
  std::vector<std::string> faults = converter.faults();
  std::erase_if(faults, [](const std::string& one) { return one.starts_with("lossy"); });
  return faults;
}

auto counts_of(const LossReport& report) {
  std::map<std::string, std::tuple<std::uint64_t, std::uint64_t, std::uint64_t>> counts;
  for (const FieldLoss& field : report.fields)
    counts[field.source] = {field.records, field.normalised, field.lost};
  return counts;
}

TEST_P(MappingPair, MakesOfOneRecordWhatItMakesOfItAmongOthers) {
  const auto [from, to] = GetParam();
  RecordMaker maker(format_called(from), 5);
  std::mt19937 random(5);
  Converter convert(from, to);
  LossCounts plain_counts;
  ObjectWriter writer(format_called(to).schema, format_called(to).record, false);
  int ordered = 0;
  const auto naming = naming_members(format::fields_of(format_called(from)));
  std::vector<std::string> records;
  for (int i = 0; i < 30; ++i) {
    json::Tape tape;
    std::vector<json::Fault> faults;
    const std::string good = maker.record();
    json::parse(good, {}, tape, faults);
    json::Tape built;
    json::RecordBuilder builder;
    std::string spoilt;
    builder.begin(spoilt, built);
    write_spoilt(builder, good, tape, 0, random);
    records.insert(records.end(), {good, spoilt});
    for (int j = 0; j < 5; ++j) {
      records.push_back(retold(good, tape, naming, random));
      records.push_back(retold(spoilt, built, naming, random));
    }
  }
  for (int i = 0; i < 600; ++i) {
    const std::string& record = records[random() % records.size()];
    convert(record);
    Converter plain(from, to);
    plain(record);
    ASSERT_EQ(convert.record.text, plain.record.text) << record;
    EXPECT_EQ(parts_of(convert.record.tape), parts_of(plain.record.tape)) << record;
    EXPECT_EQ(origins_of(convert.record), origins_of(plain.record)) << record;
    EXPECT_EQ(faults_of(convert), faults_of(plain)) << record;
    plain_counts.add(plain.mapper->take_news());
    if (!convert.record.is_ordered) continue;
    std::string written;
    std::vector<diagnostics::RawFinding> refusals;
    writer.write({convert.record.text, &convert.record.tape}, written, refusals);
    EXPECT_EQ(written, convert.record.text);
    ++ordered;
  }
  EXPECT_GT(ordered, 300);
  EXPECT_EQ(counts_of(convert.report()), counts_of(plain_counts.report(*convert.mapping)));
}

INSTANTIATE_TEST_SUITE_P(Customers, MappingPair, testing::ValuesIn(tests::kCustomerPairs));

INSTANTIATE_TEST_SUITE_P(Events, MappingPair, testing::ValuesIn(tests::kEventPairs));

}  // namespace
}  // namespace crosswalk::conversion
