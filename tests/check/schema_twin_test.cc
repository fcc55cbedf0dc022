// Random schemas and values, held against a plain evaluator that is made together with each schema:
// the verdict of a program is that of JSON Schema.
#include <algorithm>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "check/record_test.h"
#include "check_support.h"

namespace crosswalk::check {
namespace {

// A small JSON value, as the plain evaluator sees it. Numbers are whole.
struct Plain {
  enum class Kind { kNull, kBoolean, kNumber, kText, kArray, kObject };
  Kind kind = Kind::kNull;
  int number = 0;  // of a boolean 0 or 1
  std::string text;
  std::vector<Plain> elements;
  std::map<std::string, Plain> members;
  bool operator==(const Plain&) const = default;
};
using PlainKind = Plain::Kind;

std::string written(const Plain& value) {
  std::string text;
  switch (value.kind) {
    case PlainKind::kNull:
      return "null";
    case PlainKind::kBoolean:
      return value.number == 1 ? "true" : "false";
    case PlainKind::kNumber:
      return std::to_string(value.number);
    case PlainKind::kText:
      return '"' + value.text + '"';
    case PlainKind::kArray:
      for (const Plain& element : value.elements)
        text += (text.empty() ? "" : ",") + written(element);
      return '[' + text + ']';
    case PlainKind::kObject:
      for (const auto& [name, member] : value.members)
        text += (text.empty() ? "\"" : ",\"") + name + "\":" + written(member);
      return '{' + text + '}';
  }
  return text;
}

// A schema as text, and what it says of a value.
struct Twin {
  std::string text;
  std::function<bool(const Plain&)> accepts;
};

class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {}

  Plain value(int depth) {
    Plain made;
    made.kind = static_cast<PlainKind>(random_() % (depth > 0 ? 6 : 4));
    if (made.kind == PlainKind::kBoolean) made.number = below(2);
    if (made.kind == PlainKind::kNumber) made.number = below(7) - 3;
    if (made.kind == PlainKind::kText) made.text = text();
    const int count = made.kind >= PlainKind::kArray ? below(4) : 0;
    for (int i = 0; i < count; ++i) {
      if (made.kind == PlainKind::kArray) made.elements.push_back(value(depth - 1));
      if (made.kind == PlainKind::kObject) made.members[name()] = value(depth - 1);
    }
    return made;
  }

  Twin schema(int depth) {
    const int kinds = depth > 0 ? 16 : 7;
    switch (below(kinds)) {
      case 0:
        return type();
      case 1:
        return bound();
      case 2:
        return length();
      case 3:
        return choice();
      case 4:
        return size();
      case 5:
        return required();
      case 6:
        return pattern();
      case 7:
        return negation(depth);
      case 8:
        return items(depth);
      case 9:
        return contains(depth);
      case 10:
        return property(depth);
      case 11:
        return branch(depth);
      case 12:
        return only(depth);
      default:
        return combination(depth);
    }
  }

 private:
  int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }
  std::string name() { return std::string(1, static_cast<char>('a' + below(3))); }
  std::string text() {
    std::string made;
    for (int count = below(4); count > 0; --count) made += name();
    return made;
  }

  Twin type() {
    static const char* const kNames[] = {"null", "boolean", "integer", "string", "array", "object"};
    const int kind = below(6);
    return {std::string(R"({"type": ")") + kNames[kind] + "\"}",
            [kind](const Plain& v) { return static_cast<int>(v.kind) == kind; }};
  }

  Twin bound() {
    static const char* const kNames[] = {"minimum", "maximum", "exclusiveMinimum",
                                         "exclusiveMaximum"};
    const int which = below(4);
    const int limit = below(7) - 3;
    return {std::string("{\"") + kNames[which] + "\": " + std::to_string(limit) + '}',
            [which, limit](const Plain& v) {
              if (v.kind != PlainKind::kNumber) return true;
              if (which == 0) return v.number >= limit;
              if (which == 1) return v.number <= limit;
              return which == 2 ? v.number > limit : v.number < limit;
            }};
  }

  Twin length() {
    const bool is_minimum = below(2) == 0;
    const auto limit = static_cast<std::size_t>(below(4));
    return {std::string(is_minimum ? R"({"minLength": )" : R"({"maxLength": )") +
                std::to_string(limit) + '}',
            [is_minimum, limit](const Plain& v) {
              if (v.kind != PlainKind::kText) return true;
              return is_minimum ? v.text.size() >= limit : v.text.size() <= limit;
            }};
  }

  Twin choice() {
    std::vector<Plain> values;
    std::string list;
    for (int count = 1 + below(6); count > 0; --count) {
      Plain chosen = value(1);
      if (std::find(values.begin(), values.end(), chosen) != values.end()) continue;
      list += (list.empty() ? "" : ",") + written(chosen);
      values.push_back(std::move(chosen));
    }
    const bool is_one = values.size() == 1;
    return {(is_one ? R"({"const": )" + list : R"({"enum": [)" + list + ']') + '}',
            [values](const Plain& v) {
              return std::find(values.begin(), values.end(), v) != values.end();
            }};
  }

  Twin size() {
    const bool is_minimum = below(2) == 0;
    const bool of_arrays = below(2) == 0;
    const auto limit = static_cast<std::size_t>(below(4));
    const std::string keyword =
        std::string(is_minimum ? "min" : "max") + (of_arrays ? "Items" : "Properties");
    return {"{\"" + keyword + "\": " + std::to_string(limit) + '}',
            [is_minimum, of_arrays, limit](const Plain& v) {
              if (v.kind != (of_arrays ? PlainKind::kArray : PlainKind::kObject)) return true;
              const std::size_t count = of_arrays ? v.elements.size() : v.members.size();
              return is_minimum ? count >= limit : count <= limit;
            }};
  }

  Twin required() {
    const std::string wanted = name();
    return {R"({"required": [")" + wanted + "\"]}", [wanted](const Plain& v) {
              return v.kind != PlainKind::kObject || v.members.contains(wanted);
            }};
  }

  Twin pattern() {
    const std::string wanted = name() + name();
    return {R"({"pattern": ")" + wanted + "\"}", [wanted](const Plain& v) {
              return v.kind != PlainKind::kText || v.text.find(wanted) != std::string::npos;
            }};
  }

  Twin negation(int depth) {
    const Twin inner = schema(depth - 1);
    return {R"({"not": )" + inner.text + '}',
            [inner](const Plain& v) { return !inner.accepts(v); }};
  }

  Twin items(int depth) {
    const Twin inner = schema(depth - 1);
    return {R"({"items": )" + inner.text + '}', [inner](const Plain& v) {
              return std::all_of(v.elements.begin(), v.elements.end(), inner.accepts);
            }};
  }

  Twin contains(int depth) {
    const Twin inner = schema(depth - 1);
    return {R"({"contains": )" + inner.text + '}', [inner](const Plain& v) {
              return v.kind != PlainKind::kArray ||
                     std::any_of(v.elements.begin(), v.elements.end(), inner.accepts);
            }};
  }

  Twin property(int depth) {
    const std::string of = name();
    const Twin inner = schema(depth - 1);
    return {R"({"properties": {")" + of + "\": " + inner.text + "}}", [of, inner](const Plain& v) {
              const auto member = v.members.find(of);
              return member == v.members.end() || inner.accepts(member->second);
            }};
  }

  // A member by name, those of a pattern, and all others.
  Twin only(int depth) {
    const Twin of_pattern = schema(depth - 1);
    const Twin others = schema(depth - 1);
    return {R"({"properties": {"a": true}, "patternProperties": {"^[ab]$": )" + of_pattern.text +
                R"(}, "additionalProperties": )" + others.text + '}',
            [of_pattern, others](const Plain& v) {
              return std::all_of(v.members.begin(), v.members.end(), [&](const auto& member) {
                return (member.first == "c" ? others : of_pattern).accepts(member.second);
              });
            }};
  }

  Twin branch(int depth) {
    const Twin condition = schema(depth - 1);
    const Twin then = schema(depth - 1);
    const Twin otherwise = schema(depth - 1);
    return {R"({"if": )" + condition.text + R"(, "then": )" + then.text + R"(, "else": )" +
                otherwise.text + '}',
            [condition, then, otherwise](const Plain& v) {
              return condition.accepts(v) ? then.accepts(v) : otherwise.accepts(v);
            }};
  }

  Twin combination(int depth) {
    static const char* const kNames[] = {"allOf", "anyOf", "oneOf"};
    const int which = below(3);
    std::vector<Twin> inner;
    std::string list;
    for (int count = 1 + below(3); count > 0; --count) {
      inner.push_back(schema(depth - 1));
      list += (list.empty() ? "" : ", ") + inner.back().text;
    }
    return {std::string("{\"") + kNames[which] + "\": [" + list + "]}",
            [which, inner](const Plain& v) {
              const auto count = std::count_if(inner.begin(), inner.end(),
                                               [&](const Twin& one) { return one.accepts(v); });
              if (which == 0) return count == static_cast<std::ptrdiff_t>(inner.size());
              return which == 1 ? count > 0 : count == 1;
            }};
  }

  std::mt19937 random_;
};

TEST(SchemaTwin, VerdictsAreThoseOfAPlainEvaluator) {
  Maker maker(2024);
  int accepted = 0;
  int asked = 0;
  for (int round = 0; round < 2500; ++round) {
    const Twin twin = maker.schema(1 + round % 4);
    const auto compiled = compile(twin.text);
    ASSERT_EQ(compiled->error, "") << twin.text;
    for (int i = 0; i < 12; ++i) {
      const Plain value = maker.value(3);
      const bool expected = twin.accepts(value);
      const Judged judged = judge(*compiled, written(value));
      ASSERT_EQ(judged.good, expected) << twin.text << " on " << written(value);
      ASSERT_EQ(judged.findings.empty(), expected) << twin.text << " on " << written(value);
      accepted += expected ? 1 : 0;
      ++asked;
    }
  }
  EXPECT_GT(accepted, asked / 4);
  EXPECT_LT(accepted, asked * 9 / 10);
}

// A `must` tells by its own rule what the schema in it refuses, and leaves the value good.
TEST(SchemaTwin, AMustIsToldWhereItsSchemaRefuses) {
  Maker maker(2025);
  int told = 0;
  for (int round = 0; round < 800; ++round) {
    const Twin twin = maker.schema(round % 3);
    const auto compiled = compile(R"({"x-crosswalk": {"checks": [{"must": )" + twin.text +
                                  R"(, "rule": "v.b", "severity": "warning"}]}})");
    ASSERT_EQ(compiled->error, "") << twin.text;
    for (int i = 0; i < 8; ++i) {
      const Plain value = maker.value(2);
      const Judged judged = judge(*compiled, written(value));
      ASSERT_TRUE(judged.good);
      ASSERT_EQ(judged.findings.empty(), twin.accepts(value))
          << twin.text << " on " << written(value);
      for (const auto& finding : judged.findings) {
        ASSERT_EQ(compiled->rules.rule(finding.rule).name, "v.b");
        ASSERT_EQ(finding.severity, Severity::kWarning);
        ++told;
      }
    }
  }
  EXPECT_GT(told, 500);
}

// uniqueItems and canonical texts: elements repeat exactly where two of them are equal.
TEST(SchemaTwin, ElementsRepeatWhereTwoAreEqual) {
  Maker maker(2026);
  const auto compiled = compile(R"({"uniqueItems": true})");
  int repeated = 0;
  for (int round = 0; round < 3000; ++round) {
    std::vector<Plain> elements;
    std::string text;
    bool expected = true;
    for (int i = 0; i < 4; ++i) {
      elements.push_back(maker.value(2));
      text += (i == 0 ? "" : ",") + written(elements.back());
      for (int other = 0; other < i; ++other)
        expected &= elements[static_cast<std::size_t>(other)] != elements.back();
    }
    ASSERT_EQ(judge(*compiled, '[' + text + ']').good, expected) << text;
    repeated += expected ? 0 : 1;
  }
  EXPECT_GT(repeated, 300);
}

// The walk over good records may doubt too much, but never too little; and as values of one outline
// take the course of the first, many of them are judged by one test.
TEST(SchemaTwin, TheWalkOverRecordsNeverCallsABadOneClean) {
  Maker maker(2027);
  int clean = 0;
  int good = 0;
  for (int round = 0; round < 1200; ++round) {
    const Twin twin = maker.schema(1 + round % 3);
    const auto compiled = compile(twin.text);
    ASSERT_EQ(compiled->error, "") << twin.text;
    const RunOptions options = compiled->options();
    auto test = RecordTest::lay_out(compiled->program->code(), {0}, 0, options);
    if (!test) continue;
    std::vector<diagnostics::RawFinding> findings;
    check::Run run(compiled->program->code(), options, findings);
    for (int i = 0; i < 20; ++i) {
      const std::string document = written(maker.value(2));
      json::Tape tape;
      std::vector<json::Fault> faults;
      ASSERT_TRUE(json::parse(document, {}, tape, faults));
      run.read_from(document, tape);
      const bool is_clean = test->is_clean(document, tape, run);
      const bool is_good = judge(*compiled, document).findings.empty();
      ASSERT_TRUE(is_good || !is_clean) << twin.text << " on " << document;
      ASSERT_TRUE(findings.empty()) << "a test leaves no findings";
      clean += is_clean ? 1 : 0;
      good += is_good ? 1 : 0;
    }
  }
  EXPECT_GT(clean, good * 9 / 10) << "good records are mostly seen to be good";
}

// Instructions are spared kinds that they cannot refuse, so what is said of kinds must hold.
TEST(SchemaTwin, KindsThatCannotFailOrPassNeverDo) {
  Maker maker(2028);
  int spared = 0;
  for (int round = 0; round < 1500; ++round) {
    const Twin twin = maker.schema(1 + round % 3);
    const auto compiled = compile(twin.text);
    const NodeCode& root = compiled->program->code().nodes[0];
    for (int i = 0; i < 10; ++i) {
      const Plain value = maker.value(2);
      static constexpr KindBits kOf[] = {
          bit(json::Kind::kNull), 0, kNumberKind, kStringKind, kArrayKind, kObjectKind};
      const KindBits of_boolean = bit(value.number == 1 ? json::Kind::kTrue : json::Kind::kFalse);
      const bool is_boolean = value.kind == PlainKind::kBoolean;
      const KindBits kind = is_boolean ? of_boolean : kOf[static_cast<std::size_t>(value.kind)];
      const KindBits outcome = twin.accepts(value) ? root.can_pass : root.can_fail;
      ASSERT_NE(outcome & kind, 0) << twin.text << " on " << written(value);
      spared += (root.can_fail & root.can_pass & kind) == 0 ? 1 : 0;
    }
  }
  EXPECT_GT(spared, 3000) << "most questions are answered by the kind";
}

}  // namespace
}  // namespace crosswalk::check
