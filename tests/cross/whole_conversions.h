// Whole conversions of generated records, from any layout to any other.
#ifndef CROSSWALK_TESTS_CROSS_WHOLE_CONVERSIONS_H
#define CROSSWALK_TESTS_CROSS_WHOLE_CONVERSIONS_H

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cross/customer_tables.h"
#include "support/mapping.h"
#include "support/record_maker.h"

namespace crosswalk::tests {

using Texts = std::vector<std::string>;

/// What a request needs beside its records, for all formats together.
inline const std::vector<std::pair<std::string, std::string>> kSettings = {
    {"mode", "AddOrUpdate"},
    {"matchBy", "CrmId"},
    {"user_id", "u"},
    {"user_password", "p"},
    {"account_id", "a b"},
    {"campaigns_to_include", "1"},
    {"overwrite_duplicates", "ignore"},
    {"confirmation_mails", "yes"},
    {"no_undo", "yes"}};

inline ConvertOptions usual_options() {
  ConvertOptions options;
  options.read.settings = kSettings;
  options.read.now_unix = 1700000000;
  options.keep_going = true;
  options.allows_loss = true;
  options.secrets_in_output = true;
  return options;
}

inline Converted converted(const std::string& text, const std::string& from, const std::string& to,
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
  EXPECT_EQ(run.records_out + run.records_rejected + run.records_dropped, run.summary.records);
  EXPECT_EQ(run.summary.valid, run.records_out + run.records_dropped);
  return made;
}

inline std::string body_of(const Converted& made) {
  return made.output.bodies.empty() ? std::string() : made.output.bodies.front();
}

/// Records of a format as a document of header and data: their members, in order of appearance.
inline std::string as_rows(const Texts& records) {
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

inline std::string joined(const Texts& records, std::string_view between) {
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

inline Sample sample_of(const std::string& name, std::uint32_t seed, int count) {
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
inline Texts layouts_of(const std::string& name) {
  static const std::set<std::string> kOfOneRecord = {"expertsender/customer", "primedata/profile"};
  Texts layouts;
  for (const format::Layout& layout : conversion::format_called(name).layouts) {
    const bool is_list = layout.name != "json" || !kOfOneRecord.contains(name);
    if (is_list) layouts.push_back(name + ":" + layout.name);
  }
  return layouts;
}

/// Shows where they differ first.
inline void expect_same(const std::string& a, const std::string& b, const std::string& way) {
  if (a == b) return;
  const auto at = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  const std::size_t begin = at - std::min<std::size_t>(at, 80);
  ADD_FAILURE() << way << ", byte " << at << '\n'
                << a.substr(begin, 160) << "\n---\n"
                << b.substr(begin, 160);
}

}  // namespace crosswalk::tests

#endif  // CROSSWALK_TESTS_CROSS_WHOLE_CONVERSIONS_H
