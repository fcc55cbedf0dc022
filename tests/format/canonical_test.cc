// The canonical names, and what is told of others.
#include "format/canonical.h"

#include <gtest/gtest.h>

namespace crosswalk::format {
namespace {

TEST(Canonical, KnowsTheFieldsOfACustomer) {
  for (const char* pointer : {"/ids/crm",
                              "/ids/any-kind",
                              "/emails",
                              "/email_hashes",
                              "/phones",
                              "/devices",
                              "/first_name",
                              "/last_name",
                              "/full_name",
                              "/birth_date",
                              "/gender",
                              "/address/street1",
                              "/address/street2",
                              "/address/city",
                              "/address/region",
                              "/address/postal_code",
                              "/address/country",
                              "/attributes/vip",
                              "/attributes/*",
                              "/goals/purchase/shoes",
                              "/goal_times/purchase/*",
                              "/consents/3",
                              "/computed/score",
                              "/account/username",
                              "/account/password",
                              "/account/pin",
                              "/reward"}) {
    EXPECT_EQ(canonical_fault(Holds::kCustomer, pointer), "") << pointer;
  }
}

TEST(Canonical, KnowsTheFieldsOfAnEvent) {
  for (const char* pointer :
       {"/id", "/name", "/action", "/time", "/updated_time", "/sent_time", "/customer/crm",
        "/properties/*", "/source/campaign", "/schema_version"}) {
    EXPECT_EQ(canonical_fault(Holds::kEvent, pointer), "") << pointer;
  }
  EXPECT_NE(canonical_fault(Holds::kEvent, "/emails"), "");
}

TEST(Canonical, NamesTheNearestOfAnUnknownField) {
  EXPECT_EQ(canonical_fault(Holds::kCustomer, "/first_nmae"),
            "unknown canonical field /first_nmae (did you mean first_name?)");
  EXPECT_EQ(canonical_fault(Holds::kCustomer, "/address/ctiy"),
            "unknown canonical field /address/ctiy (did you mean city?)");
  EXPECT_EQ(canonical_fault(Holds::kCustomer, "/emails/0"), "unknown canonical field /emails/0");
}

TEST(Canonical, WantsAField) {
  EXPECT_EQ(canonical_fault(Holds::kCustomer, "/address"), "/address is no field: it has members");
  EXPECT_EQ(canonical_fault(Holds::kCustomer, "/goals/purchase"),
            "/goals/purchase is no field: it has members");
  EXPECT_EQ(canonical_fault(Holds::kCustomer, "emails"), "wanted a pointer such as /emails");
  EXPECT_EQ(canonical_fault(Holds::kCustomer, "/"), "wanted a pointer such as /emails");
  EXPECT_EQ(canonical_fault(Holds::kCustomer, ""), " is no field: it has members");
}

}  // namespace
}  // namespace crosswalk::format
