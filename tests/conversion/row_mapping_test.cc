// Rows mapped to rows: cases by hand, and twins that are mapped as records. Whole conversions stand
// in tests/cross/row_mapping_test.cc.
#include "conversion/row_mapping.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <sstream>

#include "conversion/object_plan.h"
#include "conversion/object_writer.h"
#include "support/mapping.h"
#include "support/rows.h"

namespace crosswalk::conversion {
namespace {

using record::Cell;
using record::CellKind;
using Strings = std::vector<std::string>;

constexpr const char* kAixon = "aixon/customers";
constexpr const char* kExpertsender = "expertsender/customers";
constexpr const char* kLoyalty = "loyalty/customers";
constexpr const char* kProfile = "primedata/profile";
constexpr const char* kEvents = "primedata/events";
constexpr const char* kAction = "wasabi/customer-action";

std::shared_ptr<check::NestedColumns> bound(std::string_view format, const Strings& columns) {
  const format::Definition& definition = format_called(format);
  const auto program = check::Program::compile(definition.schema, embedded_formats().rules());
  const auto table = std::ranges::find_if(definition.layouts, [](const format::Layout& layout) {
    return format::has_rows(layout.kind);
  });
  return check::NestedColumns::bind(*program.value(), definition, *table, columns, {});
}

/// How a table is mapped.
struct Way {
  const char* from = nullptr;
  const char* to = nullptr;
  Strings columns;                     // of the source
  std::optional<Strings> target = {};  // columns; nothing: those that the source's lead to
  bool has_null_cells = false;
};

/// A table on its way to another format, and a mapper for its records.
struct MappedTable {
  explicit MappedTable(Way way, MappingOptions options = {})
      : convert(way.from, way.to, std::move(options)), source(bound(way.from, way.columns)) {
    if (way.has_null_cells) source->take_empty_for_null();
    auto compiled = RowMapping::compile(convert.mapping, *source_columns(*convert.mapping, *source),
                                        way.target ? &*way.target : nullptr);
    if (compiled) rows.emplace(*std::move(compiled));
    if (rows) target = bound(way.to, rows->columns());
    if (rows) target->take_cells_as_texts();
  }

  void map(record::Batch new_batch) {
    batch = std::move(new_batch);
    rows->map(batch);
  }
  [[nodiscard]] const record::Batch& made() const { return rows->made(); }
  [[nodiscard]] const Cell& cell(std::uint32_t row, std::uint32_t column) const {
    return made().cells[made().records[row].first_cell + column];
  }
  [[nodiscard]] bool is_left(std::uint32_t row) const {
    return made().records[row].state != record::RecordState::kReadable;
  }

  /// A cell that was made: a text, or another value in `<>`.
  [[nodiscard]] std::string text(std::uint32_t row, std::uint32_t column) const {
    const Cell& made_cell = cell(row, column);
    const auto length = static_cast<std::size_t>(made_cell.end) - made_cell.begin;
    const std::string raw = made().bytes.substr(made_cell.begin, length);
    return made_cell.kind == CellKind::kText ? raw : '<' + raw + '>';
  }
  /// Row number `row` as it was made.
  [[nodiscard]] std::string row(std::uint32_t row) const {
    if (is_left(row)) return "left";
    std::string cells;
    for (std::uint32_t i = 0; i < rows->columns().size(); ++i)
      cells += (i > 0 ? "|" : "") + text(row, i);
    return cells;
  }
  /// The rows made of a CSV.
  Strings operator()(const std::vector<Strings>& cells) {
    map(tests::csv_batch(cells));
    Strings told;
    for (std::uint32_t i = 0; i < cells.size(); ++i) told.push_back(row(i));
    return told;
  }

  /// True if the row was made and counts.
  bool count(std::uint32_t row) { return !is_left(row) && rows->count(row, *convert.mapper); }
  /// The record that a made row is.
  [[nodiscard]] std::string made_record(std::uint32_t row) const {
    const format::Definition& format = convert.mapping->target().definition();
    check::TypingMemory memory;
    std::string record;
    const bool is_written = ObjectPlan::of_nested(*target, format.schema, format.record, false)
                                .write(made(), row, memory, record);
    return is_written ? record : "left by the plan";
  }
  /// What the mapper makes of a row's record.
  std::string map_record(std::uint32_t row) {
    const format::Definition& format = convert.mapping->target().definition();
    check::NestedRow reader(source);
    reader.read(batch, row);
    convert.mapper->map(reader.text(), reader.tape(), 0, convert.record);
    std::string record;
    std::vector<diagnostics::RawFinding> refusals;
    ObjectWriter(format.schema, format.record, false)
        .write({convert.record.text, &convert.record.tape}, record, refusals);
    return record;
  }

  Converter convert;
  std::shared_ptr<check::NestedColumns> source;
  std::optional<RowMapping> rows;
  std::shared_ptr<check::NestedColumns> target;
  record::Batch batch;
};

TEST(RowMapping, MakesSpansOfTheSameBytesOfCellsThatStay) {
  MappedTable table({kExpertsender, kAixon, {"crmId", "customAttributes.txt_a", "gender"}});
  EXPECT_EQ(table.rows->columns(), (Strings{"customuid", "txt_a", "txt_gender"}));
  EXPECT_EQ(table({{"7", "\"say \"\"x\"\"\"", ""}}), (Strings{"7|\"say \"\"x\"\"\"|"}));
  EXPECT_TRUE(table.made().bytes.starts_with(table.batch.bytes));
  EXPECT_EQ(table.cell(0, 0), table.batch.cells[0]);
  EXPECT_EQ(table.cell(0, 1), table.batch.cells[1]);
  EXPECT_EQ(table.made().records[0].end, 1U + 11U);
}

TEST(RowMapping, WritesHashesBehindTheBytes) {
  MappedTable table({kExpertsender, kAixon, {"email", "crmId"}});
  EXPECT_EQ(table({{"ann@example.com", "1"}, {" Ann@EXAMPLE.com ", "2"}}),
            (Strings{"71d4f55f72fa128dfb468a1a3901507c804b74316488744d769d7f4b16696476|1",
                     "71d4f55f72fa128dfb468a1a3901507c804b74316488744d769d7f4b16696476|2"}));
  EXPECT_GE(table.cell(0, 0).begin, table.batch.bytes.size());
  EXPECT_LT(table.cell(0, 1).end, table.batch.bytes.size());
  EXPECT_EQ(table.made().records[1].end, 65U);
}

TEST(RowMapping, WritesOtherWordsAndFormsOfValues) {
  MappedTable words({kExpertsender, kAixon, {"crmId", "gender", "customAttributes.num_b"}});
  EXPECT_EQ(words({{"7", "Female", "3.50"}, {"8", "NotSpecified", "-0"}}),
            (Strings{"7|F|<3.50>", "8|unknown|<-0>"}));
  MappedTable forms({kLoyalty, kExpertsender, {"code", "phone", "custom_date", "city"}});
  EXPECT_EQ(forms.rows->columns(),
            (Strings{"crmId", "phone", "dateOfBirth", "customAttributes.city"}));
  EXPECT_EQ(forms({{"7", "12 3", "1990-12-31", "x"}}),
            (Strings{"7|123|1990-12-31T00:00:00.000Z|x"}));
}

TEST(RowMapping, LeavesTextsOfSeveralValuesForFieldsOfOne) {
  MappingOptions options;
  options.source = {{"attr_city", {{{"/address/city"}}, true, {}, false, "", ""}}};
  MappedTable table({kAixon, kLoyalty, {"customuid", "attr_city"}}, std::move(options));
  EXPECT_EQ(table({{"7", "HN"}, {"7", "\"HN,ŁD\""}, {"7", "HN "}}),
            (Strings{"7|HN", "left", "left"}));
}

TEST(RowMapping, ReadsTheRowsOfAForm) {
  MappedTable table({kLoyalty, kExpertsender, {"code", "phone"}});
  record::Batch batch = tests::csv_batch({{"a%7Cb", "1+2"}});
  batch.is_encoded = true;
  for (Cell& cell : batch.cells) cell.flags = Cell::kPercent | Cell::kEscaped;
  table.map(std::move(batch));
  EXPECT_EQ(table.row(0), "a%7Cb|12");
  EXPECT_TRUE(table.made().is_encoded);
  EXPECT_EQ(table.cell(0, 0), table.batch.cells[0]);
  EXPECT_EQ(table.cell(0, 1).flags, 0);
}

TEST(RowMapping, MapsTheRowsOfFlatTables) {
  const format::Definition& customers = format_called(kAixon);
  const auto& rules = embedded_formats().rules();
  const auto program = check::Program::compile(customers.schema, rules);
  const diagnostics::RulePolicy policy;
  const auto table_of = [&](const Strings& names) {
    record::Head head;
    for (const std::string& name : names) head.columns.push_back({name, 0, 0, true});
    check::BindOptions options;
    options.policy = &policy;
    std::vector<diagnostics::RawFinding> findings;
    return check::TableProgram::bind(*program.value(), customers, rules, *customers.layout("csv"),
                                     head, options, findings)
        .value();
  };
  const Converter convert(kAixon, kExpertsender);
  EXPECT_FALSE(source_columns(*convert.mapping, *table_of({"txt_a", "customuid", "txt_a"}), false));
  const auto table = table_of({"txt_a", "customuid"});
  auto rows = RowMapping::compile(convert.mapping, *source_columns(*convert.mapping, *table, false),
                                  nullptr);
  EXPECT_EQ(rows->columns(), (Strings{"customAttributes.txt_a", "crmId"}));
  const record::Batch batch = tests::csv_batch({{"", "7"}, {"a", "8"}});
  rows->map(batch);
  EXPECT_EQ(rows->made().cells[0], Cell());
  for (const std::size_t cell : {1U, 2U, 3U})
    EXPECT_EQ(rows->made().cells[cell], batch.cells[cell]);
  EXPECT_EQ(rows->source_of(1, 0), 0U);
}

TEST(RowMapping, CountsNoRowWithAFirstLossUntilTheMapperHasToldIt) {
  MappedTable table({kExpertsender, kAixon, {"crmId", "phone"}});
  EXPECT_EQ(table({{"7", ""}, {"8", "55"}}), (Strings{"7", "8"}));
  EXPECT_TRUE(table.count(0));
  EXPECT_FALSE(table.count(1));
  table.map_record(1);
  EXPECT_EQ(table.convert.faults(), Strings{"lossy phone"});
  EXPECT_TRUE(table.count(1));
  EXPECT_EQ(table.convert.loss("phone").lost, 2U);
  EXPECT_EQ(table.convert.loss("crmId").records, 3U);
}

TEST(RowMapping, CountsNoRowOfWhichAPartIsLostUntilThatIsTold) {
  MappedTable table({kExpertsender, kLoyalty, {"crmId", "dateOfBirth"}});
  EXPECT_EQ(table({{"7", "1990-12-31T00:00:00Z"}, {"7", "1990-12-31T01:00:00Z"}}),
            Strings(2, "7|1990-12-31"));
  EXPECT_TRUE(table.count(0));
  EXPECT_FALSE(table.count(1));
  table.map_record(1);
  EXPECT_TRUE(table.count(1));
}

TEST(RowMapping, CountsNoRowWithAMemberOfAFamilyThatTheMapperHasNotMet) {
  MappedTable table({kExpertsender, kAixon, {"crmId", "customAttributes.txt_a"}});
  table({{"7", ""}, {"8", "x"}});
  EXPECT_TRUE(table.count(0));
  EXPECT_FALSE(table.count(1));
  table.map_record(1);
  EXPECT_TRUE(table.count(1));
  EXPECT_EQ(table.convert.loss("customAttributes.txt_a").records, 2U);
}

TEST(RowMapping, CountsRowsWithLossesThatWereAskedFor) {
  MappingOptions options;
  options.drop = {"phone"};
  MappedTable table({kExpertsender, kAixon, {"crmId", "phone"}}, std::move(options));
  table({{"7", ""}, {"8", "55"}});
  table.map_record(1);
  EXPECT_EQ(table.convert.faults(), Strings{});
  EXPECT_TRUE(table.count(1));
}

TEST(RowMapping, LeavesRowsWithAValueThatCannotBeSaid) {
  MappedTable table(
      {kExpertsender, kAixon, {"crmId", "email", "gender", "customAttributes.num_b"}});
  EXPECT_EQ(table({{"7", "none", "", ""},
                   {"7", "", "other", ""},
                   {"7", "", "", "many"},
                   {"7", "", "", "{}"},
                   {"7", "", "", "5"}}),
            (Strings{"left", "left", "left", "left", "7|||<5>"}));
}

TEST(RowMapping, LeavesRowsThatTheReaderHasComplainedAbout) {
  MappedTable table({kExpertsender, kAixon, {"crmId", "customAttributes.txt_a"}});
  record::Batch batch = tests::csv_batch({{"7", "a"}, {"8", "b"}, {"9", "c"}});
  batch.records[0].state = record::RecordState::kWrongWidth;
  batch.cells[3].flags |= Cell::kFaulty;
  table.map(std::move(batch));
  EXPECT_EQ((Strings{table.row(0), table.row(1), table.row(2)}), (Strings{"left", "left", "9|c"}));
}

TEST(RowMapping, LeavesRowsWithTwoValuesForOneField) {
  MappingOptions options;
  options.source = {{"phone", {{{"/first_name"}}, true, {}, false, "", ""}}};
  MappedTable table({kExpertsender, kLoyalty, {"crmId", "firstName", "phone"}}, std::move(options));
  EXPECT_EQ(table.rows->columns(), (Strings{"code", "first_name"}));
  EXPECT_EQ(table({{"7", "Ann", ""}, {"7", "", "5"}, {"7", "Ann", "5"}}),
            (Strings{"7|Ann", "7|5", "left"}));
}

TEST(RowMapping, LeavesRowsWithAMemberThatTwoColumnsMayName) {
  MappedTable table({kProfile, kAixon, {"identity.crm_user_id", "identity.city", "trait.city"}});
  EXPECT_EQ(table({{"7", "", "HN"}, {"7", "HN", ""}}), (Strings{"left", "left"}));
  MappedTable alone({kProfile, kAixon, {"identity.crm_user_id", "trait.city"}});
  EXPECT_EQ(alone({{"7", "HN"}}).front().substr(0, 5), "7|HN|");
}

TEST(RowMapping, TakesTheBetterOfTwoColumnsForOneField) {
  MappedTable table(
      {kEvents, kAction, {"id", "profile_id", "event_name", "time_stamp", "sent_at"}});
  const auto updated = [&](const std::string& sent_at) -> std::string {
    const Strings rows = table({{"7", "p", "SIGN_UP", "2024-02-06T10:00:00Z", sent_at}});
    const auto& columns = table.rows->columns();
    const auto at = std::ranges::find(columns, "body.updatedAt") - columns.begin();
    if (table.is_left(0)) return "left";
    const auto source = table.rows->source_of(0, static_cast<std::uint32_t>(at));
    return table.source->columns()[source.value()].name;
  };
  EXPECT_EQ(updated(""), "time_stamp");
  EXPECT_EQ(updated("2024-02-06T11:00:00Z"), "sent_at");
  EXPECT_EQ(updated("\"\""), "left");  // its cell has bytes and no value
}

TEST(RowMapping, LeavesRowsWhoseBetterColumnOnlyReadingTells) {
  MappingOptions options;
  options.target = {{"first_name", {{{"/last_name"}, {"/first_name"}}, true, {}, false, "", ""}},
                    {"street1", {{{"/first_name"}}, true, {}, false, "", ""}}};
  MappedTable table({kExpertsender, kLoyalty, {"crmId", "firstName", "lastName"}},
                    std::move(options));
  EXPECT_EQ(table.rows->columns(), (Strings{"code", "first_name", "street1", "last_name"}));
  EXPECT_EQ(table({{"7", "Ann", ""}, {"7", "Ann", "Lee"}, {"7", "", "Lee"}, {"7", "Ann", "\"\""}}),
            (Strings{"7|Ann|Ann|", "7|Lee|Ann|Lee", "7|Lee||Lee", "left"}));
}

TEST(RowMapping, TakesAListOfOneAndLeavesLongerOnes) {
  MappedTable table({kProfile, kAixon, {"identity.crm_user_id", "identity.email"}});
  const Strings rows = table(
      {{"7", "ann@example.com"}, {"7", "\"ann@example.com,b@example.com\""}, {"\"7,8\"", ""}});
  EXPECT_EQ(rows, (Strings{"7|71d4f55f72fa128dfb468a1a3901507c804b74316488744d769d7f4b16696476",
                           "left", "left"}));
}

TEST(RowMapping, WritesTheTargetsOwnValueWhereARequiredFieldHasNone) {
  MappedTable table({kEvents, kAction, {"id", "profile_id", "event_name", "time_stamp"}});
  const auto& columns = table.rows->columns();
  EXPECT_EQ((Strings{columns.end() - 3, columns.end()}),
            (Strings{"eventType", "eventAction", "version"}));
  EXPECT_TRUE(table({{"7", "p", "SIGN_UP", "2024-02-06T10:00:00Z"}})
                  .front()
                  .ends_with("|<\"CUSTOMER_ACTION\">|<\"CREATED\">|<1.0>"));
}

TEST(RowMapping, WritesTheTargetsOwnValueInPlaceOfAMissingOne) {
  MappingOptions options;
  options.source = {{"properties.kind", {{{"/action"}}, true, {}, false, "", ""}}};
  MappedTable table(
      {kEvents, kAction, {"id", "profile_id", "event_name", "time_stamp", "properties.kind"}},
      std::move(options));
  const auto action = [&](const std::string& kind) {
    table({{"7", "p", "SIGN_UP", "2024-02-06T10:00:00Z", kind}});
    if (table.is_left(0)) return std::string("left");
    const auto& columns = table.rows->columns();
    const auto at = std::ranges::find(columns, "eventAction") - columns.begin();
    return table.text(0, static_cast<std::uint32_t>(at));
  };
  EXPECT_EQ(action("updated"), "UPDATED");
  EXPECT_EQ(action("null"), R"(<"CREATED">)");
  table.map_record(0);
  const auto by_mapper = table.convert.loss("properties.kind").normalised;
  EXPECT_TRUE(table.count(0));
  EXPECT_EQ(table.convert.loss("properties.kind").normalised, 2 * by_mapper);
  EXPECT_EQ(action(""), R"(<"CREATED">)");
}

TEST(RowMapping, LeavesRowsWithoutAValueThatTheTargetNeeds) {
  MappedTable table({kExpertsender, kAixon, {"crmId", "customAttributes.txt_a"}});
  EXPECT_EQ(table({{"", "a"}, {"7", ""}}), (Strings{"left", "7|"}));
}

TEST(RowMapping, WritesMissingValuesAsTheTargetKnowsThem) {
  const Way to_customers{kExpertsender, kAixon, {"crmId", "customAttributes.txt_a"}};
  EXPECT_EQ(MappedTable(to_customers)({{"7", ""}}), Strings{"7|"});
  Way with_nulls = to_customers;
  with_nulls.has_null_cells = true;
  EXPECT_EQ(MappedTable(with_nulls)({{"7", ""}}), Strings{"7|<null>"});
  MappedTable to_nulls({kAixon, kExpertsender, {"customuid", "txt_a"}});
  to_nulls.map(tests::json_batch({{R"("7")", "null"}, {R"("7")", R"("")"}}));
  EXPECT_EQ((Strings{to_nulls.row(0), to_nulls.row(1)}), (Strings{R"(<"7">|<null>)", R"(<"7">|)"}));
  MappedTable to_empty({kAixon, kLoyalty, {"customuid", "txt_city"}});
  to_empty.map(tests::json_batch({{R"("7")", "null"}, {R"("7")", R"("")"}}));
  EXPECT_EQ((Strings{to_empty.row(0), to_empty.row(1)}), Strings(2, R"(<"7">|<"">)"));
}

TEST(RowMapping, CountsMissingValuesThatAreWrittenAsOthers) {
  MappedTable table({kAixon, kLoyalty, {"customuid", "txt_city"}});
  table.map(tests::json_batch({{R"("7")", R"("HN")"}, {R"("7")", "null"}, {R"("7")", R"("")"}}));
  table.map_record(0);
  EXPECT_TRUE(table.count(1));
  EXPECT_EQ(table.convert.loss("txt_city").normalised, 1U);
  EXPECT_TRUE(table.count(2));
  EXPECT_EQ(table.convert.loss("txt_city").normalised, 1U);
  EXPECT_EQ(table.convert.loss("txt_city").records, 1U);
}

TEST(RowMapping, NamesTheColumnThatACellWasMadeOf) {
  MappedTable table({kEvents,
                     kAction,
                     {"properties.utm_source", "id", "profile_id", "event_name", "time_stamp"}});
  table({{"", "7", "p", "SIGN_UP", "2024-02-06T10:00:00Z"}});
  Strings sources;
  for (std::uint32_t i = 0; i < table.rows->columns().size(); ++i) {
    const auto source = table.rows->source_of(0, i);
    sources.push_back(table.rows->columns()[i] + ' ' +
                      (source ? table.source->columns()[*source].name : "-"));
  }
  EXPECT_EQ(sources, (Strings{"body.utmParameters.utmSource -", "body.interactionId id",
                              "body.customerId profile_id", "body.interaction.type event_name",
                              "body.createdAt time_stamp", "body.updatedAt time_stamp",
                              "eventType -", "eventAction -", "version -"}));
}

TEST(RowMapping, WritesTheColumnsOfATableThatIsGiven) {
  MappedTable table({kExpertsender, kAixon, {"crmId", "gender"}, {{"txt_a", "customuid"}}});
  EXPECT_EQ(table.rows->columns(), (Strings{"txt_a", "customuid"}));
  EXPECT_EQ(table({{"7", ""}, {"7", "Female"}}), (Strings{"|7", "left"}));
}

TEST(RowMapping, LeavesRowsWithAMissingValueThatIsWrittenWhereNoColumnIs) {
  const auto made = [](bool has_null_cells) {
    return MappedTable(
        {kExpertsender, kAixon, {"crmId", "gender"}, {{"customuid"}}, has_null_cells})({{"7", ""}});
  };
  EXPECT_EQ(made(false), Strings{"7"});
  EXPECT_EQ(made(true), Strings{"left"});
}

TEST(RowMapping, IsNoneWhereAllRowsWouldBeLeft) {
  const auto is_some = [](const Strings& columns, const Strings& target) {
    return MappedTable({kExpertsender, kAixon, columns, target}).rows.has_value();
  };
  EXPECT_TRUE(is_some({"crmId"}, {"customuid"}));
  EXPECT_FALSE(is_some({"crmId"}, {"customuid", "customuid"}));
  EXPECT_FALSE(is_some({"crmId"}, {"customuid", "nobody's"}));
  EXPECT_FALSE(is_some({"email"}, {"customuid", "emailsha256"}));
  EXPECT_FALSE(is_some({"crmId", "email"}, {"emailsha256"}));
}

/// Plain columns of a format, and their values; the keys come first.
struct PlainTable {
  const char* from;
  const char* to;
  std::size_t keys;
  std::vector<std::pair<std::string, Strings>> columns;
  bool is_json = false;  // rows of JSON
};

const Strings kWords = {"Ann", "a b", "007", "\"say \"\"hi\"\"\"", "Zoë", "\"x,y\"", "1e5"};
const Strings kMails = {"a@example.com", "B@example.com", "c.d@example.com"};
const Strings kTimes = {"2024-02-06T10:00:00Z", "2024-02-06T10:00:00.500Z"};
const Strings kIds = {"1", "c-2", "33"};

const std::vector<PlainTable> kPlainTables = {
    {kExpertsender,
     kAixon,
     1,
     {{"crmId", kIds},
      {"email", kMails},
      {"gender", {"Female", "Male", "NotSpecified"}},
      {"phone", {"55", "5 6"}},
      {"customAttributes.txt_a", kWords},
      {"customAttributes.num_b", {"3.50", "1e5"}},
      {"customAttributes.goal_churn_c", {"0", "1"}}}},
    {kAixon,
     kExpertsender,
     1,
     {{"customuid", kIds},
      {"txt_a", kWords},
      {"num_b", {"3.50", "-0"}},
      {"txt_gender", {"F", "M", "unknown"}},
      {"dmpid", kWords},
      {"goal_purchase_e_timestamp", {"1512011429"}}}},
    {kAixon,
     kLoyalty,
     1,
     {{"customuid", {R"("1")", R"("c-2")"}},
      {"txt_city", {R"("HN")", R"("\u0141\u00f3d\u017a")"}},
      {"dmpid", {R"("x")", R"("")"}},
      {"attr_street2", {R"("a b")"}},
      {"txt_first_name", {R"("Ann")", "null"}}},
     true},
    {kLoyalty,
     kExpertsender,
     1,
     {{"code", kIds},
      {"email", kMails},
      {"phone", {"12 3", "456"}},
      {"first_name", kWords},
      {"custom_date", {"1990-12-31"}},
      {"city", kWords}}},
    {kExpertsender,
     kLoyalty,
     1,
     {{"crmId", kIds},
      {"firstName", kWords},
      {"email", kMails},
      {"dateOfBirth", {"1990-12-31T00:00:00Z", "1990-12-31T10:00:00+14:00"}},
      {"gender", {"Female"}}}},
    {kProfile,
     kAixon,
     1,
     {{"identity.crm_user_id", kIds},
      {"profile_id", kIds},
      {"identity.email", kMails},
      {"trait.city", {"HN", "Łódź"}},
      {"trait.children", {"2", "0"}}}},
    {kEvents,
     kAction,
     4,
     {{"id", kIds},
      {"profile_id", kIds},
      {"event_name", {"SIGN_UP"}},
      {"time_stamp", kTimes},
      {"sent_at", kTimes},
      {"properties.utm_source", kWords}}},
    {kAction,
     kEvents,
     5,
     {{"body.interactionId", kIds},
      {"body.customerId", kIds},
      {"body.interaction.type", {"SIGN_UP"}},
      {"body.createdAt", kTimes},
      {"eventType", {"CUSTOMER_ACTION"}},
      {"body.updatedAt", kTimes},
      {"eventAction", {"CREATED", "UPDATED"}},
      {"version", {"1.0", "2.0"}}}}};

using Columns = std::vector<std::pair<std::string, Strings>>;

/// The keys and some of the others, in any order.
Columns some_columns(const PlainTable& plain, std::mt19937& random) {
  Columns columns = plain.columns;
  const auto others = columns.begin() + static_cast<std::ptrdiff_t>(plain.keys);
  std::shuffle(others, columns.end(), random);
  columns.resize(plain.keys + random() % (columns.size() - plain.keys + 1));
  std::shuffle(columns.begin(), columns.end(), random);
  return columns;
}

/// `odd`: one of so many cells is none that the column has usually; 0: none is.
std::vector<Strings> any_rows(const PlainTable& plain, const Columns& columns, std::size_t odd,
                              std::mt19937& random) {
  static const Strings kOdd = {"none", "true", "null", "\" x \"", "[1]", "{}",
                               "\"\"", "5",    "=1+1", "a@b.c",   "-",   "\"1,2\""};
  static const Strings kOddJson = {"null", R"("")", "true",    "5",       R"("5")",
                                   "[1]",  "{}",    R"("\n")", R"("a,b")"};
  const auto is_key = [&](const std::string& name) {
    return std::ranges::any_of(std::span(plain.columns).first(plain.keys),
                               [&](const auto& key) { return key.first == name; });
  };
  std::vector<Strings> rows(20);
  for (Strings& row : rows) {
    for (const auto& [name, usual] : columns) {
      std::string& cell = row.emplace_back(usual[random() % usual.size()]);
      if (!is_key(name) && random() % 4 == 0) cell = plain.is_json ? R"("")" : "";
      const Strings& others = plain.is_json ? kOddJson : kOdd;
      if (odd != 0 && random() % odd == 0) cell = others[random() % others.size()];
    }
  }
  return rows;
}

std::string told_of(const LossReport& report) {
  std::ostringstream told;
  for (const FieldLoss& field : report.fields)
    told << field.source << ' ' << field.records << ' ' << field.normalised << ' ' << field.lost
         << '\n';
  return told.str();
}

/// How many rows went each way.
struct Shares {
  std::size_t made = 0;
  std::size_t left = 0;
};

/// Rows that are made are the records that a mapper makes of them, and count the same.
void expect_twins(const PlainTable& plain, std::size_t odd, std::mt19937& random, Shares& shares) {
  const Columns columns = some_columns(plain, random);
  Strings names;
  for (const auto& column : columns) names.push_back(column.first);
  const bool has_null_cells = random() % 3 == 0;
  MappedTable rows({plain.from, plain.to, names, {}, has_null_cells});
  MappedTable records({plain.from, plain.to, names, {}, has_null_cells});
  ASSERT_TRUE(rows.rows) << plain.from;
  for (int batch = 0; batch < 2; ++batch) {
    const auto cells = any_rows(plain, columns, odd, random);
    rows.map(plain.is_json ? tests::json_batch(cells) : tests::csv_batch(cells));
    records.map(rows.batch);
    for (std::uint32_t i = 0; i < cells.size(); ++i) {
      const std::string mapped = records.map_record(i);
      const std::string made = rows.is_left(i) ? mapped : rows.made_record(i);
      EXPECT_EQ(made, mapped) << testing::PrintToString(cells[i]);
      const bool is_counted = rows.count(i);
      EXPECT_TRUE(!is_counted || records.convert.faults().empty());
      ++(is_counted ? shares.made : shares.left);
      if (!is_counted) rows.map_record(i);
    }
  }
  EXPECT_EQ(told_of(rows.convert.report()), told_of(records.convert.report())) << plain.from;
}

TEST(RowMapping, MakesAndCountsWhatAMapperDoes) {
  std::mt19937 random(17);
  for (const PlainTable& plain : kPlainTables) {
    Shares shares;
    for (int round = 0; round < 60; ++round) expect_twins(plain, 10, random, shares);
    EXPECT_GT(shares.left, 50U) << plain.from;
    EXPECT_GT(shares.made, shares.left / 2) << plain.from;
  }
}

TEST(RowMapping, MakesNearlyAllRowsOfPlainTables) {
  std::mt19937 random(18);
  for (const PlainTable& plain : kPlainTables) {
    Shares shares;
    for (int round = 0; round < 30; ++round) expect_twins(plain, 0, random, shares);
    EXPECT_LT(shares.left, shares.made / 8) << plain.from;
  }
}

}  // namespace
}  // namespace crosswalk::conversion
