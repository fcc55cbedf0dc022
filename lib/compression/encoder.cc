// See encoder.h. Writing fills a block; full blocks go to the thread, which compresses them in
// order.
#include "compression/encoder.h"

#include <isa-l/igzip_lib.h>
#include <zstd.h>
#include <zstd_errors.h>
#include <algorithm>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "base/guard.h"

namespace crosswalk::compression {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{256} << 10U;
constexpr std::size_t kMostWaiting = 4;

/// Compresses one stream, block by block.
class Stream {
 public:
  virtual ~Stream() = default;
  /// Appends what `bytes` become to `out`. Errors: kBug.
  virtual Status add(std::string_view bytes, bool is_last, std::string& out) = 0;
};

class GzipStream final : public Stream {
 public:
  GzipStream() : level_memory_(ISAL_DEF_LVL2_DEFAULT) {
    isal_deflate_init(&stream_);
    stream_.level = 2;
    stream_.level_buf = level_memory_.data();
    stream_.level_buf_size = static_cast<std::uint32_t>(level_memory_.size());
    stream_.gzip_flag = IGZIP_GZIP;
  }

  Status add(std::string_view bytes, bool is_last, std::string& out) override {
    stream_.next_in = reinterpret_cast<std::uint8_t*>(const_cast<char*>(bytes.data()));
    stream_.avail_in = static_cast<std::uint32_t>(bytes.size());
    stream_.end_of_stream = is_last ? 1 : 0;
    for (bool is_full = true; is_full;) {
      const std::size_t begin = out.size();
      out.resize(begin + kBlockBytes);
      stream_.next_out = reinterpret_cast<std::uint8_t*>(out.data() + begin);
      stream_.avail_out = kBlockBytes;
      if (isal_deflate(&stream_) != COMP_OK)
        return Error{ErrorKind::kBug, "the gzip library refused its arguments"};
      is_full = stream_.avail_out == 0;
      out.resize(out.size() - stream_.avail_out);
    }
    return {};
  }

 private:
  std::vector<std::uint8_t> level_memory_;
  isal_zstream stream_{};
};

class ZstdStream final : public Stream {
 public:
  explicit ZstdStream(ZSTD_CCtx* context) : context_(context, &ZSTD_freeCCtx) {
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
  }

  Status add(std::string_view bytes, bool is_last, std::string& out) override {
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    const ZSTD_EndDirective mode = is_last ? ZSTD_e_end : ZSTD_e_continue;
    for (bool has_more = true; has_more;) {
      const std::size_t begin = out.size();
      out.resize(begin + kBlockBytes);
      ZSTD_outBuffer made{out.data() + begin, kBlockBytes, 0};
      const std::size_t left = ZSTD_compressStream2(context_.get(), &made, &in, mode);
      if (ZSTD_getErrorCode(left) == ZSTD_error_memory_allocation)
        return Error{ErrorKind::kIo, "out of memory"};
      if (ZSTD_isError(left) != 0)
        return Error{ErrorKind::kBug, std::string("zstd: ") + ZSTD_getErrorName(left)};
      out.resize(begin + made.pos);
      has_more = is_last ? left > 0 : in.pos < in.size;
    }
    return {};
  }

 private:
  std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context_;
};

class ThreadedEncoder final : public Encoder {
 public:
  ThreadedEncoder(std::unique_ptr<Stream> stream, Sink& sink)
      : stream_(std::move(stream)), sink_(sink), thread_([this] { work(); }) {}
  ~ThreadedEncoder() override { static_cast<void>(end(false)); }
  ThreadedEncoder(const ThreadedEncoder&) = delete;
  ThreadedEncoder& operator=(const ThreadedEncoder&) = delete;

  Status write(std::string_view bytes) override {
    while (!bytes.empty()) {
      const std::size_t count = std::min(bytes.size(), kBlockBytes - block_.size());
      block_.append(bytes.substr(0, count));
      bytes.remove_prefix(count);
      if (block_.size() < kBlockBytes) break;
      if (Status status = hand_over(); !status.ok()) return status;
    }
    return {};
  }
  Status finish() override { return end(true); }

 private:
  Status hand_over() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return error_ || waiting_.size() < kMostWaiting; });
    if (error_) return *error_;
    waiting_.push_back(std::exchange(block_, {}));
    lock.unlock();
    changed_.notify_all();
    return {};
  }
  Status end(bool is_whole) {
    if (!thread_.joinable()) return {};
    {
      const std::lock_guard lock(mutex_);
      if (is_whole) last_ = std::move(block_);
      is_ending_ = true;
    }
    changed_.notify_all();
    thread_.join();
    return error_ ? Status(*error_) : Status();
  }

  // The thread: until an end was asked for and nothing waits, or something fails.
  void work() {
    const Status status = base::guarded([this] { return compress_all(); });
    if (!status.ok()) give_up(status.error());
  }
  Status compress_all() {
    std::string made;
    for (;;) {
      std::optional<std::string> bytes = next();
      if (!bytes && !last_) return {};
      const bool is_last = !bytes;
      made.clear();
      if (Status status = stream_->add(is_last ? *last_ : *bytes, is_last, made); !status.ok())
        return status;
      if (!made.empty()) {
        if (Status status = sink_.write(made); !status.ok()) return status;
      }
      if (is_last) return {};
    }
  }
  /// The next block; nothing once the end was asked for and none waits.
  std::optional<std::string> next() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return is_ending_ || !waiting_.empty(); });
    if (waiting_.empty()) return std::nullopt;
    std::string bytes = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    changed_.notify_all();
    return bytes;
  }
  void give_up(Error error) {
    {
      const std::lock_guard lock(mutex_);
      error_ = std::move(error);
    }
    changed_.notify_all();
  }

  std::unique_ptr<Stream> stream_;
  Sink& sink_;
  std::string block_;  // the writer's
  std::mutex mutex_;   // of what follows
  std::condition_variable changed_;
  std::deque<std::string> waiting_;
  std::optional<std::string> last_;
  std::optional<Error> error_;
  bool is_ending_ = false;
  std::thread thread_;  // last: it uses all others
};

}  // namespace

Result<std::unique_ptr<Encoder>> make_encoder(Codec codec, Sink& sink) {
  std::unique_ptr<Stream> stream;
  if (codec == Codec::kGzip) {
    stream = std::make_unique<GzipStream>();
  } else {
    ZSTD_CCtx* const context = ZSTD_createCCtx();
    if (context == nullptr) return Error{ErrorKind::kIo, "out of memory"};
    stream = std::make_unique<ZstdStream>(context);
  }
  return std::unique_ptr<Encoder>(std::make_unique<ThreadedEncoder>(std::move(stream), sink));
}

}  // namespace crosswalk::compression
