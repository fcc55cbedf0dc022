// Every pair of formats, there and back, over generated records: what is declared lossless comes
// back as it was, what is lost is told, and what is written is what the target's schema takes.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "check/program.h"
#include "check/run.h"
#include "conversion/column_list.h"
#include "diagnostics/rule.h"
#include "support/mapping.h"

namespace crosswalk::conversion {
namespace {

using format::Family;
using format::Field;

/// Makes records of a format: every field may be there, with texts of every kind.
class RecordMaker {
 public:
  RecordMaker(const format::Definition& definition, std::uint32_t seed)
      : side_(Side::make(definition, {}).value()), random_(seed) {}

  std::string record() {
    std::string text;
    json::Tape tape;
    json::RecordBuilder builder;
    builder.begin(text, tape);
    builder.open(json::Kind::kObject);
    write_members(builder, {});
    builder.close();
    return text;
  }

 private:
  bool is_chosen(const Field& field) { return field.is_required || random_() % 2 == 0; }

  std::string any_text() {
    static const char* const kTexts[] = {
        "Ann", "Zoë",  "a,b", "say \"hi\"", "line\nend", "=1+1", "😀",          "e\u0301", " blank ",
        "007", "true", "1e5", "null",       "|",         "\t",   "2024-01-01", "x@y.z",   "-"};
    return kTexts[random_() % std::size(kTexts)];
  }

  /// The class of the values; a list says it by its place.
  static format::Pii class_of(const Field& field) {
    const auto& is = field.annotation.mapping.is;
    if (!is.empty() && is.front().front() == "/emails") return format::Pii::kEmail;
    if (!is.empty() && is.front().front() == "/phones") return format::Pii::kPhone;
    return field.annotation.pii;
  }

  std::string text_for(const Field& field, const ValueForm& form) {
    if (!form.texts.empty()) return form.texts[random_() % form.texts.size()];
    switch (form.kind) {
      case FormKind::kDate:
        return "19" + std::to_string(50 + random_() % 50) + "-02-1" +
               std::to_string(random_() % 10);
      case FormKind::kDateTime:
        return field.annotation.pii == format::Pii::kNone && random_() % 2 == 0
                   ? "1990-12-31T00:00:00.000Z"
                   : "2024-02-06T10:00:0" + std::to_string(random_() % 10) + "Z";
      default:
        break;
    }
    switch (class_of(field)) {
      case format::Pii::kEmail:
        return "a" + std::to_string(random_() % 100) + "@example.com";
      case format::Pii::kPhone:
        return "+48" + std::to_string(100000000 + random_() % 1000000);
      case format::Pii::kId:
        return form.by.empty() ? "id-" + std::to_string(random_() % 1000) : std::string(64, 'a');
      default:
        return any_text();
    }
  }

  void write_value(json::RecordBuilder& builder, const Field& field) {
    const ValueForm form = form_of(side_.definition().schema, field);
    const auto own = own_value(side_.definition().schema, field);
    if (own && field.is_required && random_() % 4 != 0)
      return builder.copy(side_.definition().schema.text, side_.definition().schema.tape, *own);
    if (form.is_list) {
      builder.open(json::Kind::kArray);
      for (auto i = random_() % 3; i > 0; --i) builder.string(text_for(field, form));
      return builder.close();
    }
    switch (form.kind) {
      case FormKind::kNumber:
        return builder.raw(json::Kind::kNumber, random_() % 2 == 0 ? "369.60" : "-12");
      case FormKind::kInteger:
        return builder.raw(json::Kind::kNumber, std::to_string(1 + random_() % 100));
      case FormKind::kUnix:
        return builder.raw(json::Kind::kNumber, "1512011429");
      case FormKind::kFlag:
        return builder.raw(json::Kind::kNumber, random_() % 2 == 0 ? "0" : "1");
      case FormKind::kBoolean:
        return builder.raw(json::Kind::kTrue, "true");
      default:
        return builder.string(text_for(field, form));
    }
  }

  void write_pairs(json::RecordBuilder& builder, const Field& field) {
    const bool is_number = field.column.starts_with("consents");
    builder.open(json::Kind::kArray);
    for (std::uint32_t i = 1; i <= 3; ++i) {
      builder.open(json::Kind::kObject);
      builder.name(field.pair_name);
      if (is_number) {
        builder.raw(json::Kind::kNumber, std::to_string(i));
      } else {
        builder.string("name" + std::to_string(i));
      }
      builder.name(field.pair_value);
      write_value(builder, field);
      builder.close();
    }
    builder.close();
  }

  void write_families(json::RecordBuilder& builder, const std::vector<std::string>& path) {
    for (const char* name : {"txt_x", "num_y", "attr_z", "goal_churn_c",
                             "goal_purchase_p_timestamp", "vip", "utm_source"}) {
      std::string column;
      for (const std::string& step : path) column += step + '.';
      const auto found = side_.table().find(column + name);
      const bool is_member = found && found->field->family == Family::kMembers &&
                             found->field->path == path && found->member == name;
      if (!is_member || random_() % 2 == 0) continue;
      builder.name(name);
      write_value(builder, *found->field);
    }
  }

  void write_members(json::RecordBuilder& builder, const std::vector<std::string>& path) {
    std::vector<std::string> done;
    for (const Field& field : side_.table().fields()) {
      const std::size_t size = field.path.size();
      if (size <= path.size() || !std::equal(path.begin(), path.end(), field.path.begin()))
        continue;
      const std::string& name = field.path[path.size()];
      if (std::ranges::find(done, name) != done.end()) continue;
      done.push_back(name);
      const bool is_leaf = size == path.size() + 1 && field.family != Family::kMembers;
      if (is_leaf && !is_chosen(field)) continue;
      builder.name(name);
      if (!is_leaf) {
        std::vector<std::string> below = path;
        below.push_back(name);
        builder.open(json::Kind::kObject);
        write_members(builder, below);
        builder.close();
      } else if (field.family == Family::kPairs) {
        write_pairs(builder, field);
      } else {
        write_value(builder, field);
      }
    }
    write_families(builder, path);
  }

  Side side_;
  std::mt19937 random_;
};

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

struct Pair {
  const char* from;
  const char* to;
};

void PrintTo(const Pair& pair, std::ostream* out) {
  *out << pair.from << " -> " << pair.to;
}

class MappingPair : public testing::TestWithParam<Pair> {};

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
  const LossReport report = there.mapper->report();
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
  for (const FieldLoss& field : convert.mapper->report().fields) {
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

TEST_P(MappingPair, KnowsOfMostRecordsThatTheyBringNoColumn) {
  const auto [from, to] = GetParam();
  RecordMaker maker(format_called(from), 4);
  std::mt19937 random(4);
  Converter convert(from, to);
  ColumnList columns(format::fields_of(format_called(to)));
  std::vector<diagnostics::RawFinding> unused;
  std::string no_output;
  int spared = 0;
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
    const bool is_known = convert.mapper->has_known_slots(record, built, 0);
    spared += is_known ? 1 : 0;
    convert(record);
    const RecordView made{convert.record.text, &convert.record.tape};
    if (columns.has_those_of(made)) {
      convert.mapper->know_slots();
      continue;
    }
    EXPECT_FALSE(is_known) << record << "\n" << convert.record.text;
    columns.write(made, no_output, unused);
    if (i % 2 == 0) convert.mapper->know_slots();
  }
  EXPECT_GT(spared, 50);
}

INSTANTIATE_TEST_SUITE_P(Customers, MappingPair,
                         testing::Values(Pair{"aixon/customers", "expertsender/customers"},
                                         Pair{"aixon/customers", "loyalty/customers"},
                                         Pair{"expertsender/customers", "aixon/customers"},
                                         Pair{"expertsender/customers", "loyalty/customers"},
                                         Pair{"expertsender/customer", "aixon/customers"},
                                         Pair{"expertsender/customer", "expertsender/customers"},
                                         Pair{"loyalty/customers", "aixon/customers"},
                                         Pair{"loyalty/customers", "expertsender/customers"},
                                         Pair{"primedata/profile", "aixon/customers"},
                                         Pair{"primedata/profile", "expertsender/customers"},
                                         Pair{"primedata/profile", "loyalty/customers"}));

INSTANTIATE_TEST_SUITE_P(Events, MappingPair,
                         testing::Values(Pair{"primedata/events", "wasabi/customer-action"},
                                         Pair{"wasabi/customer-action", "primedata/events"}));

}  // namespace
}  // namespace crosswalk::conversion
