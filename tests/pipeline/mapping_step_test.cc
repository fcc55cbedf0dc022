// Records on their way from one format to another, and what is told of them.
#include "pipeline/mapping_step.h"

#include <gtest/gtest.h>

#include "support/mapping.h"

namespace crosswalk::pipeline {
namespace {

using conversion::embedded_formats;
using conversion::format_called;

/// A step between two formats, and what it told of the last record.
struct Stepper {
  using Settings = std::vector<std::pair<std::string, std::string>>;

  Stepper(std::string_view from, std::string_view to, bool allows_loss = false, Settings set = {})
      : settings(std::move(set)) {
    const format::Definition& source = format_called(from);
    const format::Definition& target = format_called(to);
    source_program = check::Program::compile(source.schema, embedded_formats().rules()).value();
    program = check::Program::compile(target.schema, embedded_formats().rules()).value();
    MappingStepOptions options;
    mapping = std::make_shared<const conversion::Mapping>(
        conversion::Mapping::compile(source, target, {}).value());
    options.mapping = mapping;
    options.source_program = source_program.get();
    options.program = program.get();
    options.rules = &embedded_formats().rules();
    options.policy = &policy;
    options.settings = &settings;
    options.allows_loss = allows_loss;
    step = std::make_unique<MappingStep>(std::move(options));
  }

  /// The target record; `nothing` where none can be made.
  std::string operator()(std::string json) {
    text = std::move(json);
    std::vector<json::Fault> faults;
    EXPECT_TRUE(json::parse(text, {}, tape, faults));
    findings.clear();
    const auto made = step->apply({text, &tape}, findings);
    return made ? std::string(made->text) : "nothing";
  }

  /// `rule pointer` of each finding.
  [[nodiscard]] std::vector<std::string> told() const {
    std::vector<std::string> all;
    for (const diagnostics::RawFinding& one : findings)
      all.push_back(embedded_formats().rules().rule(one.rule).name + ' ' + one.pointer);
    return all;
  }

  Settings settings;
  diagnostics::RulePolicy policy;
  std::shared_ptr<const check::Program> source_program;
  std::shared_ptr<const check::Program> program;
  std::shared_ptr<const conversion::Mapping> mapping;
  std::unique_ptr<MappingStep> step;
  std::string text;
  json::Tape tape;
  std::vector<diagnostics::RawFinding> findings;
};

using Texts = std::vector<std::string>;

TEST(MappingStep, GivesTheRecordAsTheTargetDescribesIt) {
  Stepper step("loyalty/customers", "expertsender/customers");
  EXPECT_EQ(step(R"({"code":"1","first_name":"Ann"})"), R"({"crmId":"1","firstName":"Ann"})");
  EXPECT_EQ(step.told(), Texts{});
  EXPECT_EQ(step.text.substr(step.step->origin_of(25), 5), "\"Ann\"");
}

TEST(MappingStep, TellsWhatIsWrongAtTheValueOfTheSource) {
  Stepper step("expertsender/customers", "aixon/customers");
  EXPECT_EQ(step(R"({"crmId":"1","email":"none"})"), R"({"customuid":"1","emailsha256":""})");
  EXPECT_EQ(step.told(), Texts{"convert.not-an-email /email"});
  EXPECT_EQ(step.findings[0].severity, Severity::kWarning);
  EXPECT_EQ(step.text.substr(step.findings[0].offset, step.findings[0].length), "\"none\"");
}

TEST(MappingStep, RefusesLossesUnlessTheyAreAllowed) {
  Stepper strict("expertsender/customers", "aixon/customers");
  EXPECT_EQ(strict(R"({"crmId":"1","phone":"5"})"), "nothing");
  EXPECT_EQ(strict.told(), Texts{"convert.lossy /phone"});
  EXPECT_EQ(strict.findings[0].field, "phone");
  Stepper lax("expertsender/customers", "aixon/customers", true);
  EXPECT_EQ(lax(R"({"crmId":"1","phone":"5"})"), R"({"customuid":"1"})");
  EXPECT_EQ(lax.told(), Texts{});
}

TEST(MappingStep, TellsWhatTheTargetRefusesAtTheSource) {
  Stepper step("aixon/customers", "loyalty/customers");
  EXPECT_EQ(step(R"({"customuid":"1","txt_birth_date":"1990-13-01"})"), "nothing");
  EXPECT_EQ(step.told(), Texts{"convert.value-unmapped /txt_birth_date"});
  Stepper events("primedata/events", "wasabi/customer-action");
  EXPECT_EQ(
      events(
          R"({"id":"","profile_id":"p","event_name":"SIGN_UP","time_stamp":"2024-02-06T10:00:00Z"})"),
      "nothing");
  EXPECT_EQ(events.told(), (Texts{"wasabi.empty-id /id"}));
}

TEST(MappingStep, HoldsRecordsToWhatTheSettingsAskOfThem) {
  Stepper step("loyalty/customers", "expertsender/customers", false,
               {{"mode", "Add"}, {"matchBy", "Email"}});
  EXPECT_EQ(step(R"({"code":"1"})"), "nothing");
  EXPECT_EQ(step.told(), Texts{"expertsender.match-key-missing "});
  EXPECT_NE(step(R"({"code":"1","email":"ann@example.com"})"), "nothing");
}

TEST(MappingStep, KnowsAllColumnsOnceEachPlaceThatATableLeadsToWasFilled) {
  Stepper step("loyalty/customers", "aixon/customers");
  conversion::SourceColumns source;
  for (const char* name : {"code", "city", "customer_PIN"}) {
    const auto field = step.mapping->source().table().find(name);
    source.columns.push_back({0, {}, step.mapping->route_of(*field->field, "")});
  }
  step(R"({"code":"1","city":"Oslo"})");
  step.step->know_columns();
  EXPECT_FALSE(step.step->knows_all_columns()) << "any record may follow";
  step.step->set_source(source);
  EXPECT_TRUE(step.step->knows_all_columns()) << "a secret leads nowhere";
  Stepper other("loyalty/customers", "aixon/customers");
  other.step->set_source(source);
  EXPECT_FALSE(other.step->knows_all_columns());
  other(R"({"code":"1"})");
  other.step->know_columns();
  EXPECT_FALSE(other.step->knows_all_columns());
}

TEST(MappingStep, TellsNoLossThatWasToldBefore) {
  Stepper first("expertsender/customers", "aixon/customers");
  EXPECT_EQ(first(R"({"crmId":"1","phone":"5"})"), "nothing");
  EXPECT_EQ(first(R"({"crmId":"1","phone":"5"})"), R"({"customuid":"1"})");
  const conversion::LossNews news = first.step->take_news();
  ASSERT_EQ(news.told.size(), 1U);
  EXPECT_TRUE(first.step->take_news().told.empty());
  Stepper second("expertsender/customers", "aixon/customers");
  second.step->know_told({news.told.front()});
  EXPECT_EQ(second(R"({"crmId":"1","phone":"5"})"), R"({"customuid":"1"})");
  Stepper lax("expertsender/customers", "aixon/customers", true);
  lax(R"({"crmId":"1","phone":"5"})");
  EXPECT_TRUE(lax.step->take_news().told.empty());
}

TEST(MappingStep, CountsForTheLossReport) {
  Stepper step("expertsender/customers", "aixon/customers", true);
  step(R"({"crmId":"1","phone":"5"})");
  step(R"({"crmId":"2"})");
  conversion::LossCounts losses;
  losses.add(step.step->take_news());
  for (const FieldLoss& field : losses.report(*step.mapping).fields) {
    EXPECT_EQ(field.lost, field.source == "phone" ? 1U : 0U) << field.source;
    EXPECT_EQ(field.records, field.source == "crmId" ? 2U : field.lost) << field.source;
  }
}

TEST(MappingStep, TakesNoKeysWhereTheSourceKeepsRecordsApart) {
  Stepper apart("loyalty/customers", "aixon/customers");
  EXPECT_EQ(apart(R"({"code":"1"})"), R"({"customuid":"1"})");
  EXPECT_TRUE(apart.step->key_rules().empty());
  EXPECT_TRUE(apart.step->keys().empty());
  Stepper alone("expertsender/customers", "aixon/customers");
  EXPECT_EQ(alone(R"({"crmId":"1"})"), R"({"customuid":"1"})");
  EXPECT_EQ(alone.step->key_rules().size(), 1U);
  EXPECT_EQ(alone.step->keys().size(), 1U);
}

}  // namespace
}  // namespace crosswalk::pipeline
