// Sources whose bytes were compressed: whoever reads sees the text.
//
// The first bytes say whether they are. A file that is, is decoded on a thread of its own, some
// blocks ahead of the reader; a pipe is decoded when it is read, since a thread that waits for a
// silent pipe could not be ended.
//   customers.csv.gz cut in the middle   ->   its records, then "customers.csv.gz: the gzip data
//   end
//                                             early"
// Test: tests/compression/source_test.cc.
#ifndef CROSSWALK_COMPRESSION_SOURCE_H
#define CROSSWALK_COMPRESSION_SOURCE_H

#include <memory>

#include "compression/codec.h"
#include "crosswalk/stream.h"

namespace crosswalk::compression {

/// `inner`, decoded, whatever its first bytes are. Errors of reading: kIo, with its name.
/// REQUIRES: codec is not kNone.
Result<std::unique_ptr<Source>> decoded(std::unique_ptr<Source> inner, Codec codec);

}  // namespace crosswalk::compression

#endif  // CROSSWALK_COMPRESSION_SOURCE_H
