// What a manifest tells, and what it keeps to itself.
#include "output/manifest_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace crosswalk::output {
namespace {

using testing::HasSubstr;
using testing::Not;

RunResult two_parts() {
  RunResult result;
  result.to = "shop/customers:json";
  result.columns = {"id", "na\"me"};
  result.records_out = 3;
  result.parts = {{1, 40, 2, 1, 2, "aa"}, {2, 20, 1, 4, 4, "bb"}};
  return result;
}

ManifestRequest request() {
  ManifestRequest request;
  request.first.name = "create";
  request.first.method = "PUT";
  request.first.url = "https://{host}/upload";
  request.first.headers = {{"x-api-key", "{x-api-key}"},
                           {"Authorization", "Bearer 12345"},
                           {"Content-Type", "application/json"}};
  request.next = request.first;
  request.next.name = "update";
  request.next.method = "PATCH";
  return request;
}

TEST(ManifestWriter, TellsPartsColumnsAndRequests) {
  EXPECT_EQ(manifest_text(two_parts(), request(), ".json"), R"({
  "format": "shop/customers:json",
  "columns": [
    "id",
    "na\"me"
  ],
  "records": 3,
  "bytes": 60,
  "requests": {
    "create": {
      "method": "PUT",
      "url": "https://{host}/upload",
      "headers": [
        {
          "name": "x-api-key",
          "value": "{x-api-key}"
        },
        {
          "name": "Authorization"
        },
        {
          "name": "Content-Type",
          "value": "application/json"
        }
      ]
    },
    "update": {
      "method": "PATCH",
      "url": "https://{host}/upload",
      "headers": [
        {
          "name": "x-api-key",
          "value": "{x-api-key}"
        },
        {
          "name": "Authorization"
        },
        {
          "name": "Content-Type",
          "value": "application/json"
        }
      ]
    }
  },
  "parts": [
    {
      "file": "part-000001.json",
      "request": "create",
      "bytes": 40,
      "records": 2,
      "first_record": 1,
      "last_record": 2,
      "sha256": "aa"
    },
    {
      "file": "part-000002.json",
      "request": "update",
      "bytes": 20,
      "records": 1,
      "first_record": 4,
      "last_record": 4,
      "sha256": "bb"
    }
  ]
}
)");
}

TEST(ManifestWriter, KeepsOnlyTemplatesAsValuesOfSecretHeaders) {
  for (const std::string value : {"abc", "{a}b", "{a}{b}", "{}", "Bearer {token}"}) {
    ManifestRequest secret = request();
    secret.first.headers = {{"X-Auth-Token", value}};
    EXPECT_THAT(manifest_text(two_parts(), secret, ".json"), Not(HasSubstr(value + "\"\n")))
        << value;
  }
}

TEST(ManifestWriter, TellsOneRequestForOnePart) {
  RunResult result = two_parts();
  result.parts.resize(1);
  EXPECT_THAT(manifest_text(result, request(), ".json"), Not(HasSubstr("PATCH")));
}

TEST(ManifestWriter, TellsNoRequestWithoutAnOperation) {
  EXPECT_THAT(manifest_text(two_parts(), {}, ".json"), Not(HasSubstr("request")));
}

TEST(ManifestWriter, NumbersPartsSoThatTheySort) {
  EXPECT_EQ(part_name(1, ".csv"), "part-000001.csv");
  EXPECT_EQ(part_name(1234567, ".csv"), "part-1234567.csv");
}

}  // namespace
}  // namespace crosswalk::output
