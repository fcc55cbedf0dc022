// Which settings are secrets, as the formats of a run tell it.
//
//   a member of the request or of a record, of class `secret`   ->   user_password
//   what a header whose name speaks of a secret is made of      ->   api_key of x-api-key
// A setting that no format speaks of is no secret, whatever its name. Test:
// tests/api/secrets_test.cc.
#ifndef CROSSWALK_API_SECRETS_H
#define CROSSWALK_API_SECRETS_H

#include <string>
#include <vector>

#include "format/definition.h"

namespace crosswalk::api {

/// Adds to `secrets` those of the settings called `names` that are secrets of `format`, each once.
void add_secrets(const format::Definition& format, const std::vector<std::string>& names,
                 std::vector<std::string>& secrets);

}  // namespace crosswalk::api

#endif  // CROSSWALK_API_SECRETS_H
