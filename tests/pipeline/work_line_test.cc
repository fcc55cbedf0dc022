// Batches in line: their order, who works them, how many there are, and ends of all kinds.
#include "pipeline/work_line.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <set>
#include <stdexcept>

namespace crosswalk::pipeline {
namespace {

using namespace std::chrono_literals;

/// What the checkers of a line share.
struct Log {
  std::mutex mutex;
  std::set<std::thread::id> workers;
  std::atomic<int> checked = 0;
  std::atomic<int> checkers = 0;
  std::uint64_t slow_number = UINT64_MAX;
  std::uint64_t bad_number = UINT64_MAX;
};

/// Notes who works a batch; is slow with one of them, and throws at another.
class NotingChecker final : public RowChecker {
 public:
  explicit NotingChecker(Log& log) : log_(log) { ++log_.checkers; }
  void check(const record::Batch& batch, check::CheckedBatch& out) override {
    out.clear();
    {
      const std::lock_guard lock(log_.mutex);
      log_.workers.insert(std::this_thread::get_id());
    }
    if (batch.number == log_.slow_number) std::this_thread::sleep_for(20ms);
    if (batch.number == log_.bad_number) throw std::runtime_error("bad batch");
    ++log_.checked;
  }

 private:
  Log& log_;
};

class WorkLineTest : public ::testing::Test {
 protected:
  std::unique_ptr<WorkLine> line_of(std::size_t threads, std::size_t block_bytes = 4) {
    const auto make_job = [this]() -> Result<std::unique_ptr<BatchJob>> {
      return std::make_unique<BatchJob>(std::make_unique<NotingChecker>(log_), JobWriter{},
                                        JobOptions{});
    };
    return WorkLine::make(make_job, threads, block_bytes).value();
  }
  static void put(WorkLine& line, std::uint64_t number, bool more_follow = true,
                  const std::string& bytes = "a\nb\n") {
    auto item = line.spare();
    item->batch.clear();
    item->batch.number = number;
    item->batch.bytes = bytes;
    line.put(std::move(item), more_follow);
  }
  static std::uint64_t take(WorkLine& line) {
    while (true) {
      if (auto item = line.take()) {
        const std::uint64_t number = item->batch.number;
        EXPECT_EQ(item->result.extent, base::measure(item->batch.bytes));
        line.give_back(std::move(item));
        return number;
      }
      line.work_or_wait();
    }
  }

  Log log_;
};

TEST_F(WorkLineTest, GivesBatchesBackInTheirOrder) {
  for (const std::size_t threads : {1U, 2U, 3U, 8U}) {
    const auto line = line_of(threads);
    log_.slow_number = 5;
    std::uint64_t given = 0;
    for (std::uint64_t taken = 0; taken < 100; ++taken) {
      while (given < 100 && line->has_room()) put(*line, given++);
      EXPECT_EQ(take(*line), taken);
    }
    EXPECT_TRUE(line->is_empty());
    EXPECT_EQ(line->take(), nullptr);
  }
}

TEST_F(WorkLineTest, OfOneThreadStartsNoneAndTakesBatchByBatch) {
  const auto line = line_of(1);
  for (std::uint64_t number = 0; number < 5; ++number) {
    EXPECT_TRUE(line->has_room());
    put(*line, number);
    EXPECT_FALSE(line->has_room());
    EXPECT_EQ(line->take(), nullptr);
    EXPECT_EQ(take(*line), number);
  }
  EXPECT_EQ(log_.workers, std::set{std::this_thread::get_id()});
  EXPECT_EQ(log_.checkers, 1);
}

TEST_F(WorkLineTest, StartsNoThreadForAShortInput) {
  const auto line = line_of(8);
  put(*line, 0);
  put(*line, 1, false);
  EXPECT_EQ(take(*line), 0U);
  EXPECT_EQ(take(*line), 1U);
  EXPECT_EQ(log_.checkers, 1);
}

TEST_F(WorkLineTest, WorksWhileTheCallerDoesSomethingElse) {
  const auto line = line_of(2);
  put(*line, 0);
  put(*line, 1);
  while (log_.checked < 2) std::this_thread::sleep_for(1ms);
  EXPECT_FALSE(log_.workers.contains(std::this_thread::get_id()));
  EXPECT_EQ(log_.checkers, 2);
}

TEST_F(WorkLineTest, TheCallerWorksWhenAllOthersDo) {
  log_.slow_number = 0;
  const auto line = line_of(2);
  put(*line, 0);
  put(*line, 1);
  put(*line, 2);
  for (std::uint64_t number = 0; number < 3; ++number) EXPECT_EQ(take(*line), number);
  EXPECT_TRUE(log_.workers.contains(std::this_thread::get_id()));
}

TEST_F(WorkLineTest, HasRoomForSoManyBatchesOrBytes) {
  const auto many = line_of(2, 100);
  std::uint64_t count = 0;
  for (; many->has_room(); ++count) put(*many, count);
  EXPECT_EQ(count, 6U);
  const auto large = line_of(2, 1);
  put(*large, 0, true, std::string(1000, 'x'));
  EXPECT_FALSE(large->has_room());
  EXPECT_EQ(take(*large), 0U);
  EXPECT_TRUE(large->has_room());
}

TEST_F(WorkLineTest, KeepsNoMemoryOfAHugeBatch) {
  const auto line = line_of(2, 1);
  auto item = line->spare();
  item->batch.bytes.reserve(std::size_t{8} << 20U);
  line->give_back(std::move(item));
  EXPECT_LT(line->spare()->batch.bytes.capacity(), 100U);
}

TEST_F(WorkLineTest, PassesAnExceptionOnWhereTheBatchIsTaken) {
  log_.bad_number = 1;
  for (const std::size_t threads : {1U, 3U}) {
    const auto line = line_of(threads);
    put(*line, 0);
    EXPECT_EQ(take(*line), 0U);
    put(*line, 1);
    EXPECT_THROW(take(*line), std::runtime_error);
  }
}

TEST_F(WorkLineTest, CanBeLeftAtAnyTime) {
  for (std::size_t count = 0; count < 6; ++count) {
    log_.slow_number = count / 2;
    const auto line = line_of(3);
    for (std::uint64_t number = 0; number < count; ++number) put(*line, number);
    const bool takes_one = count > 3;
    if (takes_one) take(*line);
  }
}

TEST_F(WorkLineTest, TellsThatNoJobCanBeMade) {
  const auto make_job = []() -> Result<std::unique_ptr<BatchJob>> {
    return Error{ErrorKind::kUsage, "no such engine"};
  };
  EXPECT_EQ(WorkLine::make(make_job, 2, 4).error().message, "no such engine");
}

TEST_F(WorkLineTest, GoesOnAloneIfNoSecondJobCanBeMade) {
  int jobs = 0;
  const auto make_job = [&]() -> Result<std::unique_ptr<BatchJob>> {
    if (jobs++ > 0) return Error{ErrorKind::kIo, "no more"};
    return std::make_unique<BatchJob>(std::make_unique<NotingChecker>(log_), JobWriter{},
                                      JobOptions{});
  };
  const auto line = WorkLine::make(make_job, 4, 4).value();
  for (std::uint64_t number = 0; number < 5; ++number) put(*line, number);
  for (std::uint64_t number = 0; number < 5; ++number) EXPECT_EQ(take(*line), number);
  EXPECT_EQ(jobs, 2);
}

}  // namespace
}  // namespace crosswalk::pipeline
