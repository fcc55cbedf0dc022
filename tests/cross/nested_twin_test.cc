// Twins: the same nested records as lines of JSON and as rows give the same rules at corresponding
// places.
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "cross/customer_tables.h"
#include "format/fields.h"
#include "format/library.h"

namespace crosswalk::tests {
namespace {

/// A format, the columns of the table, and cells that they may have.
struct Twin {
  const char* format;
  std::vector<std::string> columns;
  std::vector<std::pair<std::string, std::string>> settings;
};

const Twin kTwins[] = {
    {"wasabi/customer-action",
     {"eventType", "eventAction", "version", "body.interactionId", "body.customerId",
      "body.interaction.type", "body.interaction.subscriptionContractId",
      "body.utmParameters.utmSource", "body.utmParameters.utmTerms", "body.createdAt",
      "body.updatedAt"},
     {}},
    {"expertsender/customers",
     {"email", "phone", "crmId", "gender", "dateOfBirth", "customAttributes.vip",
      "customAttributes.city", "consents.3", "consents.4", "consentsData.force",
      "consentsData.confirmationMessageId"},
     {{"mode", "Add"}, {"matchBy", "Email"}}},
    {"expertsender/customer",
     {"email", "crmId", "totalSpent", "lastOrder", "customAttributes.vip", "consents.3"},
     {}},
    {"primedata/profile",
     {"profile_id", "last_updated", "identity.email", "identity.crm", "trait.full_name",
      "p_trait.ltv"},
     {}},
    {"primedata/events",
     {"id", "profile_id", "event_name", "time_stamp", "properties.revenue", "sent_at"},
     {}},
    {"primedata/event-search",
     {"start", "end", "include", "limit", "sort", "identities.email", "profile_id"},
     {}},
    {"primedata/profile-search", {"type", "include", "identities.email", "profile_id"}, {}},
};

/// Values as JSON; texts have no comma, so a list of them is its elements with commas between.
const std::vector<std::string> kValues = {R"("CUSTOMER_ACTION")",
                                          R"("CREATED")",
                                          R"("UPDATED")",
                                          R"("SIGN_UP")",
                                          R"("SUBSCRIPTION_RESTARTED")",
                                          R"("2024-01-01T00:00:00Z")",
                                          R"("2023-01-01T00:00:00")",
                                          R"("2023:01:01T00:00:00Z")",
                                          R"("1850-01-01T00:00:00Z")",
                                          R"("a@b.pl")",
                                          R"("b@c..d")",
                                          R"("a b@c")",
                                          R"("string")",
                                          R"("True")",
                                          R"("AwaitingConfirmation")",
                                          R"("Male")",
                                          R"("trait")",
                                          R"("asc")",
                                          R"("48 600")",
                                          R"("4.86E+10")",
                                          R"(" 7")",
                                          "1.0",
                                          "0",
                                          "7",
                                          "2147483648",
                                          "1.5",
                                          "true",
                                          "false"};

std::string characters(const std::string& json) {
  return json.front() == '"' ? json.substr(1, json.size() - 2) : json;
}

/// The JSON that a cell with these characters is under `field`: what the schema makes of it.
std::string value_of(const format::Field& field, const std::string& json, format::As as) {
  const std::string text = characters(json);
  const bool is_word = text == "true" || text == "false";
  const bool is_number = (!is_word && json.front() != '"') || text == "4.86E+10";
  const bool is_whole = is_number && text.find('.') == std::string::npos;
  bool is_text = true;
  if (as == format::As::kNumber) is_text = !is_number;
  if (as == format::As::kInteger) is_text = !is_whole;
  if (as == format::As::kBoolean) is_text = !is_word;
  if (as == format::As::kJson) is_text = !is_word && !is_number;
  const std::string value = is_text ? '"' + text + '"' : text;
  return field.is_list ? '[' + value + ']' : value;
}

format::As as_of(const format::Schema& schema, const format::Field& field) {
  if (field.annotation.as != format::As::kNone) return field.annotation.as;
  std::uint8_t types = 0;
  for (const format::NodeId id : field.nodes) {
    if (types == 0 && schema.nodes[id].has_types) types = schema.nodes[id].types;
  }
  if ((types & format::kTypeString) != 0 || field.is_list) return format::As::kText;
  if ((types & (format::kTypeNumber | format::kTypeInteger)) != 0) return format::As::kNumber;
  return (types & format::kTypeBoolean) != 0 ? format::As::kBoolean : format::As::kText;
}

/// A nested object under construction, written depth first.
struct Tree {
  std::string name;
  std::vector<Tree> members;
  std::string json;  ///< of a leaf; of a list of pairs: its elements

  Tree& at(const std::string& member) {
    for (Tree& known : members) {
      if (known.name == member) return known;
    }
    return members.emplace_back(Tree{member, {}, {}});
  }
  [[nodiscard]] std::string text() const {
    if (!json.empty()) return json;
    std::string out;
    for (const Tree& member : members)
      out += (out.empty() ? "\"" : ",\"") + member.name + "\":" + member.text();
    return '{' + out + '}';
  }
};

/// One record in both forms.
struct Record {
  std::string line, row;
};

class Writer {
 public:
  explicit Writer(const Twin& twin)
      : twin_(twin),
        definition_(*library().find(twin.format)),
        table_(format::fields_of(definition_)) {}

  Record make(std::mt19937& random) {
    Tree record;
    Record made;
    for (const std::string& column : twin_.columns) {
      const bool is_empty = random() % 4 == 0;
      const std::string& value = kValues[random() % kValues.size()];
      if (!made.row.empty() || &column != &twin_.columns.front()) made.row += ',';
      if (is_empty) continue;
      made.row += characters(value);
      put(record, column, value);
    }
    made.line = record.text();
    return made;
  }

 private:
  static const format::Library& library() {
    static const format::Library all = format::Library::embedded().value();
    return all;
  }

  void put(Tree& record, const std::string& column, const std::string& value) {
    const format::ColumnField place = *table_.find(column);
    const format::Field& field = *place.field;
    Tree* at = &record;
    for (const std::string& step : field.path) at = &at->at(step);
    const std::string json = value_of(field, value, as_of(definition_.schema, field));
    if (field.family == format::Family::kMembers) at = &at->at(place.member);
    if (field.family != format::Family::kPairs) {
      at->json = json;
      return;
    }
    const bool is_id = field.pair_name == "id";
    const std::string name = is_id ? place.member : '"' + place.member + '"';
    const std::string element =
        "{\"" + field.pair_name + "\":" + name + ",\"" + field.pair_value + "\":" + json + "}";
    at->json = at->json.empty() ? '[' + element + ']'
                                : at->json.substr(0, at->json.size() - 1) + ',' + element + ']';
  }

  const Twin& twin_;
  const format::Definition& definition_;
  format::FieldTable table_;
};

std::vector<Finding> findings_of(const Twin& twin, const std::string& layout,
                                 const std::string& text) {
  ValidateOptions options;
  options.read.from = std::string(twin.format) + ':' + layout;
  options.read.now_unix = 1'700'000'000;
  options.read.settings = twin.settings;
  KeptFindings kept;
  const auto source = memory_source(text, "input");
  const auto result = validate(embedded_formats(), *source, options, kept.sink());
  EXPECT_TRUE(result.ok()) << result.error().message;
  return kept.all;
}

/// The column that a finding of a line stands at: that of the member at its pointer; of a missing
/// object or one that several columns are in, its pointer.
std::string column_of(const format::FieldTable& table, const Finding& finding) {
  std::string pointer = finding.pointer.value_or("");
  std::vector<std::string> path;
  for (std::size_t begin = 1; begin < pointer.size();) {
    const std::size_t end = std::min(pointer.find('/', begin), pointer.size());
    path.push_back(pointer.substr(begin, end - begin));
    begin = end + 1;
  }
  return table.column_at(path).value_or("?");
}

// Only a line can hold what a table has no place for, and only a table can be opened as a
// spreadsheet; the rules are the same for the rest.
TEST(NestedTwins, GiveTheSameRulesOfEachRecord) {
  std::mt19937 random(20);
  std::size_t told = 0;
  for (const Twin& twin : kTwins) {
    Writer writer(twin);
    std::string lines, rows;
    for (const std::string& column : twin.columns) rows += (rows.empty() ? "" : ",") + column;
    rows += '\n';
    for (int i = 0; i < 300; ++i) {
      const Record record = writer.make(random);
      const bool is_blank = record.row.find_first_not_of(',') == std::string::npos;
      if (is_blank) continue;
      lines += record.line + '\n';
      rows += record.row + '\n';
    }
    using Told = std::multiset<std::pair<std::uint64_t, std::string>>;
    Told by_lines, by_rows;
    for (const Finding& finding : findings_of(twin, "ndjson", lines))
      by_lines.emplace(finding.record.value_or(0), finding.rule);
    for (const Finding& finding : findings_of(twin, "csv", rows)) {
      if (finding.rule == "csv.formula") continue;
      by_rows.emplace(finding.record.value_or(0), finding.rule);
    }
    EXPECT_EQ(by_rows, by_lines) << twin.format;
    told += by_lines.size();
  }
  EXPECT_GT(told, 2000U);
}

TEST(NestedTwins, StandAtTheCellOfTheMember) {
  std::mt19937 random(21);
  std::size_t placed = 0;
  for (const Twin& twin : kTwins) {
    Writer writer(twin);
    const format::Library library = format::Library::embedded().value();
    const format::FieldTable table(format::fields_of(*library.find(twin.format)));
    std::string header;
    for (const std::string& column : twin.columns) header += (header.empty() ? "" : ",") + column;
    for (int i = 0; i < 60; ++i) {
      const Record record = writer.make(random);
      if (record.row.find_first_not_of(',') == std::string::npos) continue;
      std::multiset<std::string> by_line, by_row;
      for (const Finding& finding : findings_of(twin, "ndjson", record.line + "\n")) {
        const std::string column = column_of(table, finding);
        if (column != "?") by_line.insert(finding.rule + ' ' + column);
      }
      for (const Finding& finding : findings_of(twin, "csv", header + '\n' + record.row + '\n'))
        by_row.insert(finding.rule + ' ' + finding.field.value_or(""));
      for (const std::string& one : by_line) EXPECT_TRUE(by_row.contains(one)) << one;
      placed += by_line.size();
    }
  }
  EXPECT_GT(placed, 300U);
}

}  // namespace
}  // namespace crosswalk::tests
