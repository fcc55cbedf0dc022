// Batches on their way from the reader to the merge, worked by several threads at once.
//
// Reading and merging stay with the thread that runs the call, as sources, sinks and outputs belong
// to it. Between the two a batch stands in line: whoever is free works the first one that nobody
// has begun, threads of the line and, when it has nothing else to do, the caller. Batches leave the
// line as they came.
//   put 1 2 3   worked 2, 3, 1   taken 1 2 3
// A line of one thread starts none: the caller works each batch after it was put. Others start when
// batches pile up, so a short input starts none either. Memory is bounded: by the number of batches
// in line, and by their bytes where records are large. What needs the outcome of the batches before
// it has no place here; that is the merge's business. Test: tests/pipeline/work_line_test.cc; that
// nothing depends on the number of threads: tests/cross/threads_test.cc.
#ifndef CROSSWALK_PIPELINE_WORK_LINE_H
#define CROSSWALK_PIPELINE_WORK_LINE_H

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "crosswalk/result.h"
#include "pipeline/batch_job.h"
#include "record/batch.h"

namespace crosswalk::pipeline {

/// A batch and what came of it.
struct WorkItem {
  record::Batch batch;
  BatchResult result;
};

/// The batches of one input.
/// Threads: every function is for the thread that made the line.
class WorkLine {
 public:
  /// Makes one more job for the batches; called by the thread that made the line.
  using MakeJob = std::function<Result<std::unique_ptr<BatchJob>>()>;

  /// `threads`: that work, the caller's included; at least 1. `block_bytes`: of an usual batch.
  /// Errors: those of `make_job`.
  static Result<std::unique_ptr<WorkLine>> make(MakeJob make_job, std::size_t threads,
                                                std::size_t block_bytes);
  /// Ends its threads, each after the batch at hand.
  ~WorkLine();
  WorkLine(const WorkLine&) = delete;
  WorkLine& operator=(const WorkLine&) = delete;

  /// True if put() may be called.
  [[nodiscard]] bool has_room() const;
  /// An item to be filled; its memory may have been used before.
  std::unique_ptr<WorkItem> spare();
  /// Puts an item at the end of the line. `more_follow`: there may be others behind it. REQUIRES:
  /// has_room().
  void put(std::unique_ptr<WorkItem> item, bool more_follow);
  /// The first item of the line, if it is worked; nullptr if not, or if there is none. An exception
  /// that came up while it was worked leaves from here.
  std::unique_ptr<WorkItem> take();
  /// Takes an item back that is not needed any more, as a spare one.
  void give_back(std::unique_ptr<WorkItem> item);
  [[nodiscard]] bool is_empty() const { return line_.empty(); }
  /// Works a batch that nobody has begun, or waits until the first one is worked. REQUIRES: the
  /// line is not empty.
  void work_or_wait();

 private:
  /// A batch in line.
  struct Place {
    std::unique_ptr<WorkItem> item;
    std::size_t bytes = 0;
    bool is_worked = false;
    std::exception_ptr failure;
  };

  WorkLine(MakeJob make_job, std::size_t threads, std::size_t block_bytes)
      : make_job_(std::move(make_job)), most_threads_(threads), block_bytes_(block_bytes) {}
  [[nodiscard]] std::size_t most_batches() const;
  bool wants_thread(bool more_follow);
  void start_thread();
  void work_until_end(BatchJob& job);
  void work_next(std::unique_lock<std::mutex>& lock, BatchJob& job);

  MakeJob make_job_;
  std::size_t most_threads_;  // the caller's included; fewer if the system has no more
  std::size_t block_bytes_;
  std::vector<std::unique_ptr<WorkItem>> spares_;
  std::size_t bytes_ = 0;                        // of all batches in line
  std::vector<std::unique_ptr<BatchJob>> jobs_;  // the caller's first, then one a thread
  std::mutex mutex_;                             // of what follows; only the caller changes line_
  std::condition_variable has_work_;
  std::condition_variable has_result_;
  std::deque<Place> line_;
  std::size_t begun_ = 0;  // places of line_, from its front, that somebody works or has worked
  std::size_t idle_ = 0;   // threads
  bool is_ending_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_WORK_LINE_H
