// See read_ahead.h. Blocks go round in a queue: the thread owns one while it fills it, the reader
// while it empties it. An empty block is the end.
#include "compression/read_ahead.h"

#include <algorithm>
#include <array>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "base/guard.h"

namespace crosswalk::compression {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{256} << 10U;
constexpr std::size_t kBlocks = 4;

/// What one read gave.
struct Block {
  std::vector<char> bytes;
  std::size_t size = 0;
  std::optional<Error> error;
};

class ReadAheadSource final : public Source {
 public:
  explicit ReadAheadSource(std::unique_ptr<Source> inner) : inner_(std::move(inner)) {}
  ~ReadAheadSource() override { stop(); }
  ReadAheadSource(const ReadAheadSource&) = delete;
  ReadAheadSource& operator=(const ReadAheadSource&) = delete;

  Result<std::size_t> read(std::span<char> into) override {
    if (!thread_.joinable()) start();
    Block& block = wait_for_block();
    if (block.error) return *block.error;
    const std::size_t count = std::min(into.size(), block.size - given_);
    std::memcpy(into.data(), block.bytes.data() + given_, count);
    given_ += count;
    if (given_ == block.size && block.size > 0) give_back();
    return count;
  }
  [[nodiscard]] bool can_rewind() const override { return inner_->can_rewind(); }
  Status rewind() override {
    stop();
    return inner_->rewind();
  }
  [[nodiscard]] std::string_view name() const override { return inner_->name(); }

 private:
  void start() {
    filled_ = taken_ = 0;
    given_ = 0;
    is_ending_ = false;
    thread_ = std::thread([this] { fill(); });
  }
  void stop() {
    if (!thread_.joinable()) return;
    {
      const std::lock_guard lock(mutex_);
      is_ending_ = true;
    }
    changed_.notify_all();
    thread_.join();
  }

  // The thread: fills until the end, an error, or nobody reads any more.
  void fill() {
    for (bool has_more = true; has_more;) {
      Block* const block = wait_for_room();
      if (block == nullptr) return;
      block->error.reset();
      const auto got = base::guarded([&] {
        block->bytes.resize(kBlockBytes);
        return inner_->read(block->bytes);
      });
      if (!got.ok()) block->error = got.error();
      block->size = got.ok() ? got.value() : 0;
      has_more = block->size > 0;
      {
        const std::lock_guard lock(mutex_);
        ++filled_;
      }
      changed_.notify_all();
    }
  }
  Block* wait_for_room() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return is_ending_ || filled_ - taken_ < kBlocks; });
    return is_ending_ ? nullptr : &blocks_[filled_ % kBlocks];
  }
  // The block that comes next; the last one, of the end or an error, is never given back.
  Block& wait_for_block() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return filled_ > taken_; });
    return blocks_[taken_ % kBlocks];
  }
  void give_back() {
    {
      const std::lock_guard lock(mutex_);
      ++taken_;
    }
    given_ = 0;
    changed_.notify_all();
  }

  std::unique_ptr<Source> inner_;
  std::array<Block, kBlocks> blocks_;
  std::size_t given_ = 0;  // bytes of the reader's block
  std::mutex mutex_;       // of the three below
  std::condition_variable changed_;
  std::size_t filled_ = 0;  // blocks
  std::size_t taken_ = 0;   // blocks that were emptied
  bool is_ending_ = false;
  std::thread thread_;
};

}  // namespace

std::unique_ptr<Source> read_ahead(std::unique_ptr<Source> inner) {
  return std::make_unique<ReadAheadSource>(std::move(inner));
}

}  // namespace crosswalk::compression
