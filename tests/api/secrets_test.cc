// Which settings are secrets.
#include "api/secrets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/formats_impl.h"

namespace crosswalk::api {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> secrets_of(const std::string& format,
                                    const std::vector<std::string>& names) {
  const Formats formats = Formats::embedded().value();
  std::vector<std::string> secrets;
  add_secrets(*formats.impl().library.find(format), names, secrets);
  return secrets;
}

TEST(Secrets, AreMembersOfTheRequestThatTheFormatCallsSo) {
  EXPECT_THAT(secrets_of("loyalty/customers", {"user_id", "user_password", "user_api_key"}),
              ElementsAre("user_password", "user_api_key"));
}

TEST(Secrets, AreWhatSecretHeadersOfARequestAreMadeOf) {
  EXPECT_THAT(secrets_of("aixon/customers", {"node_description", "api_key"}),
              ElementsAre("api_key"));
}

TEST(Secrets, AreNotWhatAnotherFormatCallsSo) {
  EXPECT_THAT(secrets_of("aixon/customers", {"user_password", "password"}), IsEmpty());
}

TEST(Secrets, AreNamedOnceThoughGivenTwiceAndOfTwoFormats) {
  const Formats formats = Formats::embedded().value();
  const format::Definition& format = *formats.impl().library.find("loyalty/customers");
  std::vector<std::string> secrets;
  add_secrets(format, {"user_password", "user_password"}, secrets);
  add_secrets(format, {"user_password"}, secrets);
  EXPECT_THAT(secrets, ElementsAre("user_password"));
}

}  // namespace
}  // namespace crosswalk::api
