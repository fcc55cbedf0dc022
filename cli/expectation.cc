// What an example of a format is expected to give: see expectation.h.
#include "expectation.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "json/parser.h"
#include "json/tape.h"
#include "report/json_report.h"

namespace crosswalk::cli {
namespace {

// One line's object.
class Object {
 public:
  explicit Object(std::string_view text) : text_(text) {
    std::vector<json::Fault> faults;
    is_object_ =
        json::parse(text_, {}, tape_, faults) && tape_.tokens[0].kind == json::Kind::kObject;
  }

  [[nodiscard]] bool is_object() const { return is_object_; }
  [[nodiscard]] const json::Token& token(std::uint32_t index) const { return tape_.tokens[index]; }
  // The value of a root member; 0 if there is none.
  [[nodiscard]] std::uint32_t member(std::string_view name) const {
    return json::member(text_, tape_, 0, name);
  }
  [[nodiscard]] std::string_view raw(std::uint32_t index) const {
    return json::raw(text_, token(index));
  }
  // A string's characters; other values as they are written.
  [[nodiscard]] std::string text_of(std::uint32_t index) const {
    std::string scratch;
    const json::Kind kind = token(index).kind;
    const bool is_text = kind == json::Kind::kString || kind == json::Kind::kName;
    return std::string(is_text ? json::string_value(text_, token(index), scratch) : raw(index));
  }
  // Calls `use(name, value)` with the indexes of each member of the object at `index`.
  template <class Use>
  void each_member(std::uint32_t index, Use use) const {
    for (std::uint32_t name = index + 1; name < token(index).next; name = token(name + 1).next) {
      use(name, name + 1);
    }
  }

 private:
  std::string_view text_;
  json::Tape tape_;
  bool is_object_ = false;
};

// {"tolerant": true, "set": {"a": "b"}}  ->  --tolerant --set a=b
std::vector<std::string> arguments_of(const Object& line, std::uint32_t options,
                                      const std::string& folder) {
  std::vector<std::string> arguments;
  line.each_member(options, [&](std::uint32_t name, std::uint32_t value) {
    const std::string option = "--" + line.text_of(name);
    const json::Kind kind = line.token(value).kind;
    if (kind == json::Kind::kObject) {
      line.each_member(value, [&](std::uint32_t key, std::uint32_t of_key) {
        arguments.insert(arguments.end(), {option, line.text_of(key) + "=" + line.text_of(of_key)});
      });
    } else if (kind == json::Kind::kTrue) {
      arguments.push_back(option);
    } else if (option == "--columns-of") {
      const auto path = std::filesystem::path(folder) / line.text_of(value);
      arguments.insert(arguments.end(), {option, path.string()});
    } else {
      arguments.insert(arguments.end(), {option, line.text_of(value)});
    }
  });
  return arguments;
}

// The first member of `expected` that `found` gives otherwise; empty if there is none.
std::string differing_member(const Object& expected, const Object& found) {
  std::string differing;
  expected.each_member(0, [&](std::uint32_t name, std::uint32_t value) {
    const std::uint32_t counterpart = found.member(expected.text_of(name));
    const bool is_same = counterpart != 0 && found.raw(counterpart) == expected.raw(value);
    if (!is_same && differing.empty()) differing = expected.text_of(name);
  });
  return differing;
}

std::string in_short(const Finding& finding) {
  return fmt::format("{} at {}:{}", finding.rule, finding.place.line, finding.place.column);
}

}  // namespace

Result<Expectation> parse_expectation(std::string_view text, const std::string& folder) {
  Expectation expectation;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::string_view row = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(row.size() + 1, text.size()));
    if (row.empty()) continue;
    const Object line(row);
    if (!line.is_object()) {
      return Error{ErrorKind::kUsage, fmt::format("line {} is no JSON object", number)};
    }
    if (const std::uint32_t options = line.member("options"); options != 0) {
      expectation.arguments = arguments_of(line, options, folder);
    } else {
      expectation.findings.emplace_back(row);
    }
  }
  return expectation;
}

std::string difference(const Expectation& expectation, const std::vector<Finding>& found) {
  const std::size_t both = std::min(expectation.findings.size(), found.size());
  for (std::size_t i = 0; i < both; ++i) {
    const std::string line = report::finding_line(found[i]);
    const std::string member = differing_member(Object(expectation.findings[i]), Object(line));
    if (member.empty()) continue;
    return fmt::format("finding {} ({}) differs in \"{}\" from {}", i + 1, in_short(found[i]),
                       member, expectation.findings[i]);
  }
  if (found.size() > both) return "gives " + in_short(found[both]) + ", which is not expected";
  if (expectation.findings.size() > both) return "does not give " + expectation.findings[both];
  return {};
}

}  // namespace crosswalk::cli
