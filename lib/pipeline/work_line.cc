// See work_line.h. A deque keeps its places where they are while others come and go at its ends, so
// a place can be worked without the lock.
#include "pipeline/work_line.h"

#include <algorithm>
#include <csignal>
#include <system_error>
#include <utility>

namespace crosswalk::pipeline {
namespace {

constexpr std::size_t kBatchesPerThread = 3;
constexpr std::size_t kKeptBlocks = 4;  // a spare batch with more memory is thrown away
constexpr std::size_t kKeptBytes = std::size_t{1} << 20U;

/// While it lives, a thread that is started gets no signals: those are for the threads of whoever
/// uses the library.
class SignalsBlocked {
 public:
  SignalsBlocked() {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before_);
  }
  ~SignalsBlocked() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  SignalsBlocked(const SignalsBlocked&) = delete;
  SignalsBlocked& operator=(const SignalsBlocked&) = delete;

 private:
  sigset_t before_;
};

}  // namespace

Result<std::unique_ptr<WorkLine>> WorkLine::make(MakeJob make_job, std::size_t threads,
                                                 std::size_t block_bytes) {
  auto job = make_job();
  if (!job.ok()) return job.error();
  std::unique_ptr<WorkLine> line(new WorkLine(std::move(make_job), threads, block_bytes));
  line->jobs_.push_back(std::move(job).value());
  line->threads_.reserve(threads);
  return line;
}

WorkLine::~WorkLine() {
  {
    const std::lock_guard lock(mutex_);
    is_ending_ = true;
  }
  has_work_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

// One thread works in turns with the reader; a second batch would only cool the cache.
std::size_t WorkLine::most_batches() const {
  return most_threads_ == 1 ? 1 : kBatchesPerThread * most_threads_;
}

bool WorkLine::has_room() const {
  return line_.empty() || (line_.size() < most_batches() && bytes_ < most_batches() * block_bytes_);
}

std::unique_ptr<WorkItem> WorkLine::spare() {
  if (spares_.empty()) return std::make_unique<WorkItem>();
  std::unique_ptr<WorkItem> item = std::move(spares_.back());
  spares_.pop_back();
  return item;
}

void WorkLine::give_back(std::unique_ptr<WorkItem> item) {
  const std::size_t most_bytes = std::max(kKeptBlocks * block_bytes_, kKeptBytes);
  if (most_threads_ == 1 || item->batch.bytes.capacity() <= most_bytes)
    spares_.push_back(std::move(item));
}

void WorkLine::put(std::unique_ptr<WorkItem> item, bool more_follow) {
  const std::size_t bytes = item->batch.bytes.size();
  bytes_ += bytes;
  {
    const std::lock_guard lock(mutex_);
    line_.push_back({std::move(item), bytes, false, nullptr});
  }
  has_work_.notify_one();
  if (wants_thread(more_follow)) start_thread();
}

// One batch that waits is the caller's.
bool WorkLine::wants_thread(bool more_follow) {
  if (!more_follow || threads_.size() + 1 >= most_threads_) return false;
  const std::lock_guard lock(mutex_);
  return line_.size() - begun_ > idle_ + 1;
}

// Goes on with the threads that there are if no other can be had.
void WorkLine::start_thread() {
  auto job = make_job_();
  if (job.ok()) {
    jobs_.push_back(std::move(job).value());
    const SignalsBlocked blocked;
    try {
      threads_.emplace_back([this, job = jobs_.back().get()] { work_until_end(*job); });
      return;
    } catch (const std::system_error&) {
      jobs_.pop_back();
    }
  }
  most_threads_ = threads_.size() + 1;
}

std::unique_ptr<WorkItem> WorkLine::take() {
  Place place;
  {
    const std::lock_guard lock(mutex_);
    if (line_.empty() || !line_.front().is_worked) return nullptr;
    place = std::move(line_.front());
    line_.pop_front();
    --begun_;
  }
  bytes_ -= place.bytes;
  if (place.failure) std::rethrow_exception(place.failure);
  return std::move(place.item);
}

void WorkLine::work_or_wait() {
  std::unique_lock lock(mutex_);
  if (begun_ < line_.size()) return work_next(lock, *jobs_.front());
  has_result_.wait(lock, [this] { return line_.front().is_worked; });
}

void WorkLine::work_until_end(BatchJob& job) {
  std::unique_lock lock(mutex_);
  while (true) {
    ++idle_;
    has_work_.wait(lock, [this] { return is_ending_ || begun_ < line_.size(); });
    --idle_;
    if (is_ending_) return;
    work_next(lock, job);
    has_result_.notify_one();
  }
}

void WorkLine::work_next(std::unique_lock<std::mutex>& lock, BatchJob& job) {
  Place& place = line_[begun_++];
  lock.unlock();
  try {
    job.process(place.item->batch, place.item->result);
  } catch (...) {
    place.failure = std::current_exception();
  }
  lock.lock();
  place.is_worked = true;
}

}  // namespace crosswalk::pipeline
