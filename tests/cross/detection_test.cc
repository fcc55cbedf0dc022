// Every example of every format is known for what it is from its content, or it stands here with
// the reason why it can't be.
#include <gtest/gtest.h>

#include <map>

#include "cross/customer_tables.h"
#include "cross/vendor_examples.h"

namespace crosswalk::tests {
namespace {

/// The formats that fit best, joined by blanks; empty if none fits.
std::string best_of(const VendorExample& example) {
  const std::string text = text_of(example.path);
  const auto source = memory_source(text, "-");
  const auto found = detect(embedded_formats(), *source);
  if (!found.ok()) return found.error().message;
  std::string names;
  for (const Detected& one : found.value()) {
    if (one.score < found.value().front().score) break;
    names += (names.empty() ? "" : " ") + one.format;
  }
  return names;
}

constexpr const char* kBothSearches = "primedata/event-search:json primedata/profile-search:json";
constexpr const char* kBothAnswers = "aixon/resources:json aixon/upload-result:json";

/// What is not known for what it is, and what it is taken for.
const std::map<std::string, std::string> kOtherwise = {
    // Nothing stands there by which it could be known.
    {"aixon/customers/fail/csv.empty.csv", ""},
    {"aixon/customers/fail/csv.header-missing.csv", ""},
    {"aixon/customers/fail/schema.required.json", ""},
    {"primedata/profile/fail/no-data.json", ""},
    {"loyalty/customers/fail/csv.empty.delimited", ""},
    {"loyalty/customers/fail/csv.empty.form", ""},
    {"loyalty/customers/fail/csv.header-missing.delimited", ""},
    {"loyalty/result/pass/empty.json", ""},
    // The root element is not the vendor's, or something refused stands before it.
    {"loyalty/result/fail/schema.type.xml", ""},
    {"loyalty/result/fail/xml.syntax-doctype.xml", ""},
    // What is left without the call, or with little more than a status, is any vendor's answer.
    {"loyalty/result/fail/json.syntax.jsonp", kBothAnswers},
    {"loyalty/result/fail/json.trailing-comma.json", kBothAnswers},
    // Both answers tell a failure, or break off, in the same words.
    {"aixon/resources/fail/answer.failed.json", kBothAnswers},
    {"aixon/resources/fail/no-message.json", kBothAnswers},
    {"aixon/resources/fail/status-type.json", kBothAnswers},
    {"aixon/upload-result/fail/answer.failed.json", kBothAnswers},
    // The one defect makes it an answer of the other kind.
    {"aixon/resources/fail/schema.type.json", "aixon/upload-result:json"},
    {"aixon/upload-result/fail/schema.type.json", "aixon/resources:json"},
    // Nothing but members that both searches have.
    {"primedata/profile-search/pass/by-id.json", kBothSearches},
    {"primedata/profile-search/page/identities.json", kBothSearches},
    {"primedata/profile-search/fail/identities-empty.json", kBothSearches},
    {"primedata/profile-search/fail/identities-ignored.json", kBothSearches},
    {"primedata/profile-search/fail/identity-values.json", kBothSearches},
    {"primedata/profile-search/fail/json.leading-zero.json", kBothSearches},
    {"primedata/profile-search/fail/schema.min-length.json", kBothSearches},
    // Half of the members are unknown.
    {"primedata/event-search/fail/schema.unknown-field.json", ""},
    // The only member that is left, or the misspelt one, belongs to the other.
    {"primedata/events/fail/no-data.json", "primedata/event-search:json"},
    {"primedata/profile-search/fail/schema.unknown-field.json", "primedata/event-search:json"},
};

TEST(Detection, KnowsEveryExampleOrSaysWhyNot) {
  std::size_t known = 0;
  for (const VendorExample& example : vendor_examples()) {
    const auto otherwise = kOtherwise.find(example.name());
    const bool is_known = otherwise == kOtherwise.end();
    EXPECT_EQ(best_of(example), is_known ? example.source : otherwise->second) << example.name();
    known += is_known ? 1 : 0;
  }
  EXPECT_GT(known, 200U);
}

TEST(Detection, ListsOnlyExamplesThatAreThere) {
  std::size_t found = 0;
  for (const VendorExample& example : vendor_examples()) found += kOtherwise.count(example.name());
  EXPECT_EQ(found, kOtherwise.size());
}

}  // namespace
}  // namespace crosswalk::tests
