// The text of a folder's manifest.json: what the parts are, and which request each is the body of.
//
//   {"format":"shop/customers:json","columns":["id"],"records":2,"bytes":40,
//    "requests":{"create":{"method":"PUT","url":"https://{host}/upload","headers":[...]}},
//    "parts":[{"file":"part-000001.json","request":"create","bytes":40,"records":2,
//              "first_record":1,"last_record":2,"sha256":"..."}]}
// The same run makes the same bytes: there is no time and no path in it. A header whose name speaks
// of a secret keeps its value only if that is a template such as {x-api-key}; else the name stands
// alone, to be added when sending. Test: tests/output/manifest_writer_test.cc.
#ifndef CROSSWALK_OUTPUT_MANIFEST_WRITER_H
#define CROSSWALK_OUTPUT_MANIFEST_WRITER_H

#include <cstdint>
#include <string>

#include "crosswalk/outputs.h"

namespace crosswalk::output {

/// True if the name of a request header speaks of a secret, as `x-api-key` does.
bool is_secret_header(std::string name);

/// The name of part `number` (1-based): `part-000001` and the extension, which comes with its dot.
std::string part_name(std::uint64_t number, const std::string& extension);

/// The manifest of a run's parts. Without an operation (no request names) it has no requests.
std::string manifest_text(const RunResult& result, const ManifestRequest& request,
                          const std::string& extension);

}  // namespace crosswalk::output

#endif  // CROSSWALK_OUTPUT_MANIFEST_WRITER_H
