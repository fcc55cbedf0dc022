// Where a document's records are, found in its schema.
//
// The pointer `records` is walked from the root through `properties`, with `$ref` and `allOf`
// followed on the way. If an array is described there, its items are the records; else the value
// itself is.
//   "/data" and {"properties":{"data":{"items":{"$ref":"#/definitions/customer"}}}}
//     ->  records are items; the record's schema is that of customer
//   "/data" where no property is called so   ->   nothing
// Records that only a `then` or an `anyOf` describes are not found.
// Test: tests/format/record_place_test.cc.
#ifndef CROSSWALK_FORMAT_RECORD_PLACE_H
#define CROSSWALK_FORMAT_RECORD_PLACE_H

#include <optional>
#include <vector>

#include "format/definition.h"

namespace crosswalk::format {

/// The schema of one record; sets `place.are_items`. Nothing if no schema is there.
std::optional<NodeId> find_record(const std::vector<Node>& nodes, RecordPlace& place);

}  // namespace crosswalk::format

#endif  // CROSSWALK_FORMAT_RECORD_PLACE_H
