// Good documents with one defect put into them: it is told once, by its rule, at its place.
//
// What each format requires and how its members are called is stated here once more, by hand, from
// the vendors' pages; the schemas are held against it.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "cross/customer_tables.h"
#include "cross/vendor_examples.h"
#include "json/parser.h"

namespace crosswalk::tests {
namespace {

using json::Kind;
using json::Token;

/// Good documents that hold as many members of their formats as possible.
const std::vector<std::string> kDocuments = {
    "aixon/resources/pass/one.json",
    "aixon/upload-result/pass/created.json",
    "expertsender/customer/pass/full.json",
    "expertsender/customers/pass/full.json",
    "expertsender/error/page/bad-request.json",
    "primedata/error/pass/rate-limit.json",
    "primedata/event-search/pass/on.json",
    "primedata/events/pass/events.json",
    "primedata/profile/pass/profile.json",
    "primedata/profile-search/pass/by-identities.json",
    "wasabi/customer-action/pass/sign-up.json",
};

/// Objects whose members may have any name.
const std::set<std::string> kOpenObjects = {
    "expertsender/error",
    "primedata/error",
    "primedata/error/error",
    "primedata/event-search/identities",
    "primedata/events/data/*/properties",
    "primedata/profile/data/identity",
    "primedata/profile/data/trait",
    "primedata/profile/data/p_trait",
    "primedata/profile-search/identities",
};

/// Objects whose members may be anything.
const std::set<std::string> kFreeObjects = {
    "primedata/events/data/*/properties",
    "primedata/profile/data/trait",
    "primedata/profile/data/p_trait",
};

/// Members that must be there, and the rule that misses them.
const std::map<std::string, std::string> kRequired = {
    {"aixon/resources/message", "schema.required"},
    {"aixon/resources/message/*/DESCRIPTION", "schema.required"},
    {"aixon/resources/message/*/SUPPORT_METHODS", "schema.required"},
    {"aixon/resources/message/*/URL", "schema.required"},
    {"aixon/resources/status", "schema.required"},
    {"aixon/upload-result/message", "schema.required"},
    {"aixon/upload-result/message/RESOURCE_ID", "schema.required"},
    {"aixon/upload-result/message/STATUS", "schema.required"},
    {"aixon/upload-result/status", "schema.required"},
    {"expertsender/customer/status", "schema.required"},
    {"expertsender/customer/data", "schema.required"},
    {"expertsender/customer/data/customAttributes/*/name", "schema.required"},
    {"expertsender/customer/data/consentsData/consents/*/id", "schema.required"},
    {"expertsender/customer/data/consentsData/consents/*/value", "schema.required"},
    {"expertsender/customers/mode", "schema.required"},
    {"expertsender/customers/matchBy", "schema.required"},
    {"expertsender/customers/data", "schema.required"},
    {"expertsender/customers/data/*/email", "expertsender.match-key-missing"},
    {"expertsender/customers/data/*/customAttributes/*/name", "schema.required"},
    {"expertsender/customers/data/*/consentsData/consents/*/id", "schema.required"},
    {"expertsender/customers/data/*/consentsData/consents/*/value", "schema.required"},
    {"expertsender/error/type", "schema.required"},
    {"expertsender/error/title", "schema.required"},
    {"expertsender/error/status", "schema.required"},
    {"primedata/error/error", "schema.required"},
    {"primedata/error/error/code", "schema.required"},
    {"primedata/error/error/message", "schema.required"},
    {"primedata/event-search/identities", "primedata.identity-or-profile-required"},
    {"primedata/events/cursor/next", "primedata.cursor-next-missing"},
    {"primedata/events/data", "schema.required"},
    {"primedata/events/data/*/id", "schema.required"},
    {"primedata/events/data/*/profile_id", "schema.required"},
    {"primedata/events/data/*/event_name", "schema.required"},
    {"primedata/events/data/*/time_stamp", "schema.required"},
    {"primedata/profile/data", "schema.required"},
    {"primedata/profile/data/profile_id", "schema.required"},
    {"primedata/profile-search/identities", "primedata.identity-or-profile-required"},
    {"wasabi/customer-action/eventType", "schema.required"},
    {"wasabi/customer-action/eventAction", "schema.required"},
    {"wasabi/customer-action/version", "schema.required"},
    {"wasabi/customer-action/body", "schema.required"},
    {"wasabi/customer-action/body/interactionId", "schema.required"},
    {"wasabi/customer-action/body/customerId", "schema.required"},
    {"wasabi/customer-action/body/interaction", "schema.required"},
    {"wasabi/customer-action/body/interaction/type", "schema.required"},
    {"wasabi/customer-action/body/createdAt", "schema.required"},
    {"wasabi/customer-action/body/updatedAt", "schema.required"},
};

/// Texts of a fixed set, and the rule that refuses others.
const std::map<std::string, std::string> kChoices = {
    {"aixon/resources/message/*/SUPPORT_METHODS/*", "schema.enum"},
    {"aixon/resources/status", "answer.failed"},
    {"aixon/upload-result/message/STATUS", "schema.enum"},
    {"aixon/upload-result/status", "answer.failed"},
    {"expertsender/customer/data/gender", "schema.enum"},
    {"expertsender/customer/data/consentsData/consents/*/value", "schema.enum"},
    {"expertsender/customers/mode", "schema.enum"},
    {"expertsender/customers/matchBy", "schema.enum"},
    {"expertsender/customers/data/*/gender", "schema.enum"},
    {"expertsender/customers/data/*/consentsData/consents/*/value", "schema.enum"},
    {"primedata/error/error/code", "schema.enum"},
    {"primedata/profile-search/type/*", "schema.enum"},
    {"wasabi/customer-action/eventAction", "schema.enum"},
    {"wasabi/customer-action/eventType", "wasabi.event-type"},
    {"wasabi/customer-action/body/interaction/type", "schema.enum"},
};

const std::set<std::string> kTimes = {
    "expertsender/customer/data/dateOfBirth",
    "expertsender/customer/data/lastOrder",
    "expertsender/customers/data/*/dateOfBirth",
    "primedata/event-search/start",
    "primedata/event-search/end",
    "primedata/events/data/*/time_stamp",
    "primedata/events/data/*/sent_at",
    "primedata/profile/data/last_updated",
    "wasabi/customer-action/body/createdAt",
    "wasabi/customer-action/body/updatedAt",
};

/// Lists in which one element may not stand twice: the member it is told at, and the rule.
const std::map<std::string, std::pair<std::string, std::string>> kOnce = {
    {"expertsender/customers/data/*", {"/email", "expertsender.duplicate-customer"}},
    {"expertsender/customers/data/*/customAttributes/*",
     {"/name", "expertsender.duplicate-attribute"}},
    {"expertsender/customers/data/*/consentsData/consents/*",
     {"/id", "expertsender.duplicate-consent"}},
    {"expertsender/customer/data/customAttributes/*",
     {"/name", "expertsender.duplicate-attribute"}},
    {"expertsender/customer/data/consentsData/consents/*",
     {"/id", "expertsender.duplicate-consent"}},
    {"primedata/events/data/*", {"/id", "primedata.duplicate-event-id"}},
    {"primedata/profile-search/type/*", {"", "primedata.type-repeated"}},
};

/// What is told of a document: `RULE POINTER BYTE` for each finding.
std::string told_of(const std::string& text, const std::string& source_name) {
  ValidateOptions options;
  options.read.from = source_name;
  options.read.now_unix = 1'700'000'000;
  KeptFindings kept;
  const auto source = memory_source(text, "mutant");
  const auto result = validate(embedded_formats(), *source, options, kept.sink());
  if (!result.ok()) return result.error().message;
  std::string told;
  for (const Finding& finding : kept.all) {
    told += finding.rule + ' ' + finding.pointer.value_or("") + ' ' +
            std::to_string(finding.place.byte) + '\n';
  }
  return told;
}

std::string line(const std::string& rule, const std::string& pointer, std::size_t byte) {
  return rule + ' ' + pointer + ' ' + std::to_string(byte) + '\n';
}

/// A good document and its values.
class Document {
 public:
  explicit Document(const VendorExample& example)
      : source_(example.source), text_(text_of(example.path)) {
    std::vector<json::Fault> faults;
    EXPECT_TRUE(json::parse(text_, {}, tape_, faults)) << example.name();
  }

  struct Value {
    std::uint32_t token = 0;
    std::uint32_t parent = 0;
    std::optional<std::uint32_t> name;  ///< of a member
    std::string pointer;
    std::string kind;         ///< format and pointer, with * for indices
    std::string parent_kind;  ///< of the container it stands in
  };

  /// All values but the root.
  std::vector<Value> values() const {
    std::vector<Value> all;
    add_children(0, {}, all);
    return all;
  }
  const Token& token(std::uint32_t index) const { return tape_.tokens[index]; }
  std::string raw(std::uint32_t index) const { return std::string(json::raw(text_, token(index))); }
  std::string with(std::size_t begin, std::size_t end, const std::string& inserted) const {
    return text_.substr(0, begin) + inserted + text_.substr(end);
  }
  const std::string& text() const { return text_; }
  const std::string& source() const { return source_; }
  std::string name_of(std::uint32_t index) const {
    std::string scratch;
    return std::string(json::string_value(text_, token(index), scratch));
  }

 private:
  std::string kind_of(const std::string& pattern) const {
    return source_.substr(0, source_.find(':')) + pattern;
  }

  void add_children(std::uint32_t parent, const std::string& pattern,
                    std::vector<Value>& all) const {
    const bool is_object = token(parent).kind == Kind::kObject;
    if (!is_object && token(parent).kind != Kind::kArray) return;
    for (std::uint32_t at = parent + 1; at < token(parent).next;) {
      const std::uint32_t value = is_object ? at + 1 : at;
      const std::string child = pattern + '/' + (is_object ? name_of(at) : "*");
      all.push_back({value, parent, is_object ? std::optional(at) : std::nullopt,
                     json::pointer_to(text_, tape_, value), kind_of(child), kind_of(pattern)});
      add_children(value, child, all);
      at = token(value).next;
    }
  }

  std::string source_;
  std::string text_;
  json::Tape tape_;
};

/// True for a value inside an object whose members may be anything.
bool is_free(const std::string& kind) {
  return std::ranges::any_of(kFreeObjects,
                             [&](const std::string& free) { return kind.starts_with(free + '/'); });
}

/// Calls `test` with every value of every good document; the trace says which.
template <class Test>
void for_each_value(Test test) {
  const std::set<std::string> wanted(kDocuments.begin(), kDocuments.end());
  std::size_t documents = 0;
  for (const VendorExample& example : vendor_examples()) {
    if (!wanted.contains(example.name())) continue;
    ++documents;
    const Document document(example);
    for (const Document::Value& value : document.values()) {
      SCOPED_TRACE(value.kind);
      test(document, value);
    }
  }
  EXPECT_EQ(documents, kDocuments.size());
}

TEST(Mutation, LeavesGoodDocumentsGood) {
  for (const VendorExample& example : vendor_examples()) {
    const bool is_good = std::ranges::count(kDocuments, example.name()) == 1;
    if (!is_good) continue;
    EXPECT_EQ(told_of(text_of(example.path), example.source), "") << example.name();
  }
}

TEST(Mutation, ToldOfAValueOfAnotherTypeIsItsTypeAlone) {
  for_each_value([](const Document& document, const Document::Value& value) {
    if (is_free(value.kind)) return;
    const Token& token = document.token(value.token);
    const bool is_container = token.kind == Kind::kArray || token.kind == Kind::kObject;
    const std::string mutant = document.with(token.begin, token.end, is_container ? "7" : "[{}]");
    EXPECT_EQ(told_of(mutant, document.source()), line("schema.type", value.pointer, token.begin));
  });
}

TEST(Mutation, ToldOfAMissingMemberIsWhereItWouldStand) {
  std::set<std::string> seen;
  for_each_value([&](const Document& document, const Document::Value& value) {
    if (!value.name) return;
    const Token& parent = document.token(value.parent);
    std::size_t begin = document.token(*value.name).begin;
    std::size_t end = document.token(value.token).end;
    const std::size_t next = document.text().find_first_not_of(" \r\n", end);
    if (document.text()[next] == ',') {
      end = next + 1;
    } else if (parent.count > 1) {
      begin = document.text().rfind(',', begin);
    }
    const auto required = kRequired.find(value.kind);
    const bool is_required = required != kRequired.end();
    if (is_required) seen.insert(value.kind);
    EXPECT_EQ(told_of(document.with(begin, end, ""), document.source()),
              is_required ? line(required->second, value.pointer, parent.begin) : "");
  });
  EXPECT_EQ(seen.size(), kRequired.size());
}

TEST(Mutation, ToldOfAMisspeltMemberIsItsName) {
  for_each_value([](const Document& document, const Document::Value& value) {
    const bool is_open = kOpenObjects.contains(value.parent_kind) || is_free(value.parent_kind);
    if (!value.name || is_open) return;
    const Token& name = document.token(*value.name);
    const std::string added = '"' + document.name_of(*value.name) + "x\": 0, ";
    EXPECT_EQ(told_of(document.with(name.begin, name.begin, added), document.source()),
              line("schema.unknown-field", value.pointer + "x", name.begin));
  });
}

TEST(Mutation, ToldOfAnotherTextThanThoseOfTheSetIsItsRule) {
  std::set<std::string> seen;
  for_each_value([&](const Document& document, const Document::Value& value) {
    const auto choice = kChoices.find(value.kind);
    if (choice == kChoices.end()) return;
    seen.insert(value.kind);
    const Token& token = document.token(value.token);
    EXPECT_EQ(told_of(document.with(token.begin, token.end, "\"other\""), document.source()),
              line(choice->second, value.pointer, token.begin));
  });
  EXPECT_EQ(seen.size(), kChoices.size());
}

TEST(Mutation, ToldOfADayThatIsNotInTheCalendarIsItsFormat) {
  std::set<std::string> seen;
  for_each_value([&](const Document& document, const Document::Value& value) {
    if (!kTimes.contains(value.kind)) return;
    seen.insert(value.kind);
    const Token& token = document.token(value.token);
    for (const std::string day : {"2023-02-29", "2023-04-31", "2023-13-01", "2023-00-10"}) {
      EXPECT_EQ(told_of(document.with(token.begin, token.end, '"' + day + "T10:00:00Z\""),
                        document.source()),
                line("schema.format", value.pointer, token.begin));
    }
  });
  EXPECT_EQ(seen.size(), kTimes.size());
}

TEST(Mutation, ToldOfAnElementThatIsThereTwiceIsTheSecond) {
  std::set<std::string> seen;
  for_each_value([&](const Document& document, const Document::Value& value) {
    const auto once = kOnce.find(value.kind);
    if (once == kOnce.end() ||
        document.token(value.token).next != document.token(value.parent).next)
      return;
    seen.insert(value.kind);
    const std::string element = document.raw(value.token);
    const std::size_t end = document.token(value.token).end;
    const auto& [member, rule] = once->second;
    const std::size_t inside =
        member.empty() ? 0 : element.find(": ", element.find('"' + member.substr(1) + '"')) + 2;
    const std::size_t index = std::stoul(value.pointer.substr(value.pointer.rfind('/') + 1)) + 1;
    const std::string pointer =
        value.pointer.substr(0, value.pointer.rfind('/') + 1) + std::to_string(index) + member;
    EXPECT_EQ(told_of(document.with(end, end, ", " + element), document.source()),
              line(rule, pointer, end + 2 + inside));
  });
  EXPECT_EQ(seen.size(), kOnce.size());
}

}  // namespace
}  // namespace crosswalk::tests
