// Every example of every format gives exactly the findings that stand beside it.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "cross/customer_tables.h"
#include "cross/vendor_examples.h"
#include "json/parser.h"

namespace crosswalk::tests {
namespace {

namespace fs = std::filesystem;

/// A line of JSON and its members.
class Line {
 public:
  explicit Line(std::string text) : text_(std::move(text)) {
    std::vector<json::Fault> faults;
    EXPECT_TRUE(json::parse(text_, {}, tape_, faults)) << text_;
  }
  /// The member `name` of the object at `object`; 0 if there is none.
  std::uint32_t member(std::string_view name, std::uint32_t object = 0) const {
    return json::member(text_, tape_, object, name);
  }
  /// A string's characters, any other value's JSON; empty if there is none.
  std::string value(std::uint32_t token) const {
    if (token == 0 || tape_.tokens[token].kind == json::Kind::kNull) return "";
    std::string scratch;
    const json::Token& found = tape_.tokens[token];
    const bool is_text = found.kind == json::Kind::kString || found.kind == json::Kind::kName;
    return std::string(is_text ? json::string_value(text_, found, scratch)
                               : json::raw(text_, found));
  }
  /// Names and values of the object at `object`.
  std::vector<std::pair<std::string, std::string>> members(std::uint32_t object) const {
    std::vector<std::pair<std::string, std::string>> all;
    for (std::uint32_t i = object + 1; i < tape_.tokens[object].next; i = tape_.tokens[i + 1].next)
      all.emplace_back(value(i), value(i + 1));
    return all;
  }

 private:
  std::string text_;
  json::Tape tape_;
};

ReadOptions options_of(const Line& line, const fs::path& folder) {
  ReadOptions options;
  const std::uint32_t object = line.member("options");
  options.tolerant = line.value(line.member("tolerant", object)) == "true";
  options.operation = line.value(line.member("operation", object));
  const std::string columns = line.value(line.member("columns-of", object));
  if (!columns.empty())
    options.earlier_columns = read_columns(embedded_formats(), (folder / columns).string()).value();
  if (const std::uint32_t set = line.member("set", object)) options.settings = line.members(set);
  return options;
}

const char* name_of(Severity severity) {
  return severity == Severity::kError     ? "error"
         : severity == Severity::kWarning ? "warning"
                                          : "info";
}

/// A member of a finding as a line would state it.
std::string member_of(const Finding& finding, std::string_view name) {
  if (name == "rule") return finding.rule;
  if (name == "severity") return name_of(finding.severity);
  if (name == "line") return std::to_string(finding.place.line);
  if (name == "column") return std::to_string(finding.place.column);
  if (name == "byte") return std::to_string(finding.place.byte);
  if (name == "record") return finding.record ? std::to_string(*finding.record) : "";
  if (name == "field") return finding.field.value_or("");
  if (name == "pointer") return finding.pointer.value_or("");
  if (name == "hint") return finding.hint;
  return "no such member";
}

/// Expected and found as lines of the members that the expectation states.
void compare(const std::vector<Line>& expected, const std::vector<Finding>& found) {
  std::string wanted, given;
  for (std::size_t i = 0; i < std::max(expected.size(), found.size()); ++i) {
    if (i >= expected.size()) {
      given += line_of(found[i]) + '\n';
      continue;
    }
    for (const auto& [name, value] : expected[i].members(0)) {
      wanted += name + '=' + value + ' ';
      if (i < found.size()) given += name + '=' + member_of(found[i], name) + ' ';
    }
    wanted += '\n';
    given += '\n';
  }
  EXPECT_EQ(given, wanted);
}

void check_example(const fs::path& expectation) {
  SCOPED_TRACE(expectation.filename());
  std::string example = expectation.string();
  example.resize(example.size() - kExpectationEnding.size());
  if (!fs::exists(example)) example = fs::path(example).replace_extension().string();
  ValidateOptions options;
  std::vector<Line> expected;
  std::istringstream lines(text_of(expectation));
  for (std::string line; std::getline(lines, line);) {
    const Line parsed(line);
    if (parsed.member("options") != 0) {
      options.read = options_of(parsed, expectation.parent_path());
    } else {
      expected.push_back(parsed);
    }
  }
  options.read.from = VendorExample(example).source;
  options.read.now_unix = 1'700'000'000;
  KeptFindings kept;
  const std::string text = text_of(example);
  const auto source = memory_source(text, example);
  const auto result = validate(embedded_formats(), *source, options, kept.sink());
  ASSERT_TRUE(result.ok()) << result.error().message;
  compare(expected, kept.all);
}

TEST(Examples, GiveExactlyTheFindingsBesideThem) {
  std::size_t count = 0;
  for (const fs::path& path : files_of_examples()) {
    if (!path.string().ends_with(kExpectationEnding)) continue;
    check_example(path);
    ++count;
  }
  EXPECT_GT(count, 200U);
}

}  // namespace
}  // namespace crosswalk::tests
