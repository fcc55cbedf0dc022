// See output_stream.h.
#include "output/output_stream.h"

#include <utility>

#include "compression/codec.h"

namespace crosswalk::output {

Result<std::unique_ptr<OutputStream>> OutputStream::create(const std::string& path,
                                                           FileAccess access) {
  auto file = base::OutputFile::create(path, access);
  if (!file) return std::move(file).error();
  std::unique_ptr<OutputStream> stream(new OutputStream);
  stream->file_ = std::move(file).value();
  const compression::Codec codec = compression::codec_of_ending(path);
  if (codec == compression::Codec::kNone) return stream;
  auto encoder = compression::make_encoder(codec, *stream->file_);
  if (!encoder) return std::move(encoder).error();
  stream->encoder_ = std::move(encoder).value();
  return stream;
}

Status OutputStream::write(std::string_view bytes) {
  return encoder_ ? encoder_->write(bytes) : file_->write(bytes);
}

Status OutputStream::prepare() {
  if (encoder_ && !is_finished_) {
    if (Status finished = encoder_->finish(); !finished) return finished;
    is_finished_ = true;
  }
  return file_->prepare();
}

Status OutputStream::commit() {
  if (Status prepared = prepare(); !prepared) return prepared;
  return file_->commit();
}

}  // namespace crosswalk::output
