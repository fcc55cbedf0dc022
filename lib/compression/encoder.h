// Compressing bytes on their way to a sink, on a thread of its own.
//
//   write("a") write("b") finish()   ->   the sink gets one gzip member or zstd frame of "ab"
// The same bytes give the same output, however they are cut: no time and no name stands in it, and
// what is handed over is cut into blocks of one size. Test: tests/compression/encoder_test.cc.
#ifndef CROSSWALK_COMPRESSION_ENCODER_H
#define CROSSWALK_COMPRESSION_ENCODER_H

#include <memory>

#include "compression/codec.h"
#include "crosswalk/stream.h"

namespace crosswalk::compression {

/// A sink that compresses.
class Encoder : public Sink {
 public:
  /// Ends the stream and waits for its last bytes. Call once, last. Errors: those of the sink, of
  /// this and of earlier writes.
  virtual Status finish() = 0;
};

/// Compresses into `sink`, which must outlive it and is written to from another thread until
/// finish(). Memory: about 5 MiB. Errors: kIo without memory. REQUIRES: codec is not kNone.
Result<std::unique_ptr<Encoder>> make_encoder(Codec codec, Sink& sink);

}  // namespace crosswalk::compression

#endif  // CROSSWALK_COMPRESSION_ENCODER_H
