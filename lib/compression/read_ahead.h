// A source that is read ahead on a thread of its own.
//
// The thread fills blocks while the reader works on those before; when all are full it waits. What
// is read is the same as without it, errors come after the bytes before them.
//   reader:  1 2 3 4 5        both at once: the time is that of the slower one, not the sum
//   thread:  2 3 4 5 6
// It is not for sources that may wait for ever: ending such a one would wait as long.
// Test: tests/compression/read_ahead_test.cc.
#ifndef CROSSWALK_COMPRESSION_READ_AHEAD_H
#define CROSSWALK_COMPRESSION_READ_AHEAD_H

#include <memory>

#include "crosswalk/stream.h"

namespace crosswalk::compression {

/// `inner`, read ahead by up to 1 MiB. The thread starts with the first read.
std::unique_ptr<Source> read_ahead(std::unique_ptr<Source> inner);

}  // namespace crosswalk::compression

#endif  // CROSSWALK_COMPRESSION_READ_AHEAD_H
