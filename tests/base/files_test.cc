// Sources: what is read, read again, and refused.
//
// Pipes and signals are the real ones of the system.
#include "crosswalk/stream.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <string>
#include <thread>

#include "support/temp_folder.h"

namespace crosswalk {
namespace {

using tests::TempFolder;
using tests::write_file;

std::string read_all(Source& source, std::size_t at_once) {
  std::string all;
  std::string block(at_once, '\0');
  for (;;) {
    auto count = source.read(block);
    EXPECT_TRUE(count.ok());
    if (!count.ok() || count.value() == 0) return all;
    all.append(block, 0, count.value());
  }
}

TEST(Files, ReadsAFileAtAnyBlockSize) {
  const TempFolder folder;
  write_file(folder.path("a.csv"), "id,name\n1,Ann\n");
  for (const std::size_t at_once : {1U, 3U, 1000U}) {
    auto source = open_file(folder.path("a.csv"));
    ASSERT_TRUE(source.ok());
    EXPECT_EQ(read_all(*source.value(), at_once), "id,name\n1,Ann\n");
    EXPECT_EQ(source.value()->name(), folder.path("a.csv"));
  }
}

TEST(Files, ReadsAFileAgain) {
  const TempFolder folder;
  write_file(folder.path("a"), "abc");
  auto source = open_file(folder.path("a"));
  ASSERT_TRUE(source.ok());
  ASSERT_TRUE(source.value()->can_rewind());
  EXPECT_EQ(read_all(*source.value(), 2), "abc");
  EXPECT_TRUE(source.value()->rewind().ok());
  EXPECT_EQ(read_all(*source.value(), 2), "abc");
}

TEST(Files, TellsPathAndReasonOfAMissingFile) {
  auto source = open_file("no-such-folder/customers.csv");
  ASSERT_FALSE(source.ok());
  EXPECT_EQ(source.error().kind, ErrorKind::kIo);
  EXPECT_EQ(source.error().message,
            "cannot open no-such-folder/customers.csv: No such file or directory");
}

TEST(Files, RefusesAFolder) {
  const TempFolder folder;
  auto source = open_file(folder.path(""));
  ASSERT_FALSE(source.ok());
  EXPECT_EQ(source.error().kind, ErrorKind::kIo);
  EXPECT_EQ(source.error().message, "cannot read " + folder.path("") + ": Is a directory");
}

TEST(Files, ReadsMemory) {
  const std::string bytes = "abcdef";
  auto source = memory_source(bytes, "memory");
  EXPECT_EQ(read_all(*source, 4), "abcdef");
  EXPECT_TRUE(source->can_rewind());
  EXPECT_TRUE(source->rewind().ok());
  EXPECT_EQ(read_all(*source, 100), "abcdef");
  EXPECT_EQ(source->name(), "memory");
}

// Makes a descriptor the standard input until the end of the test.
class StandardInput {
 public:
  explicit StandardInput(int descriptor) : saved_(::dup(STDIN_FILENO)) {
    ::dup2(descriptor, STDIN_FILENO);
    ::close(descriptor);
  }
  ~StandardInput() {
    ::dup2(saved_, STDIN_FILENO);
    ::close(saved_);
  }
  StandardInput(const StandardInput&) = delete;
  StandardInput& operator=(const StandardInput&) = delete;

 private:
  int saved_;
};

TEST(Files, ReadsStandardInputAndLeavesItOpen) {
  std::array<int, 2> pipe_ends{};
  ASSERT_EQ(::pipe(pipe_ends.data()), 0);
  ASSERT_EQ(::write(pipe_ends[1], "abc", 3), 3);
  ::close(pipe_ends[1]);
  const StandardInput input(pipe_ends[0]);
  {
    auto source = open_file("-");
    ASSERT_TRUE(source.ok());
    EXPECT_EQ(source.value()->name(), "-");
    EXPECT_FALSE(source.value()->can_rewind());
    EXPECT_FALSE(source.value()->rewind().ok());
    EXPECT_EQ(read_all(*source.value(), 10), "abc");
  }
  EXPECT_NE(::fcntl(STDIN_FILENO, F_GETFD), -1);
}

TEST(Files, GoesBackToWhereStandardInputBegan) {
  const TempFolder folder;
  write_file(folder.path("a"), "skipped,rest");
  const int file = ::open(folder.path("a").c_str(), O_RDONLY);
  ASSERT_EQ(::lseek(file, 8, SEEK_SET), 8);
  const StandardInput input(file);
  auto source = open_file("-");
  ASSERT_TRUE(source.ok());
  EXPECT_EQ(read_all(*source.value(), 3), "rest");
  ASSERT_TRUE(source.value()->can_rewind());
  ASSERT_TRUE(source.value()->rewind().ok());
  EXPECT_EQ(read_all(*source.value(), 3), "rest");
}

// Interrupts this thread again and again until it is destroyed.
class Interrupter {
 public:
  Interrupter() : target_(::pthread_self()) {
    struct sigaction action {};
    action.sa_handler = [](int) {};
    ::sigaction(SIGUSR1, &action, &saved_);
    thread_ = std::thread([this] {
      while (!stop_) {
        ::pthread_kill(target_, SIGUSR1);
        ++count_;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
      }
    });
  }
  ~Interrupter() {
    stop_ = true;
    thread_.join();
    ::sigaction(SIGUSR1, &saved_, nullptr);
  }
  Interrupter(const Interrupter&) = delete;
  Interrupter& operator=(const Interrupter&) = delete;
  [[nodiscard]] int count() const { return count_; }

 private:
  pthread_t target_;
  struct sigaction saved_ {};
  std::atomic<bool> stop_ = false;
  std::atomic<int> count_ = 0;
  std::thread thread_;
};

TEST(Files, ReadsOnAfterASignal) {
  const TempFolder folder;
  ASSERT_EQ(::mkfifo(folder.path("pipe").c_str(), 0600), 0);
  const int both_ends = ::open(folder.path("pipe").c_str(), O_RDWR);
  auto source = open_file(folder.path("pipe"));
  ASSERT_TRUE(source.ok());
  const Interrupter interrupter;
  std::thread writer([&] {
    while (interrupter.count() < 20) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    EXPECT_EQ(::write(both_ends, "late", 4), 4);
  });
  std::array<char, 10> block{};
  auto count = source.value()->read(block);
  writer.join();
  ::close(both_ends);
  ASSERT_TRUE(count.ok());
  EXPECT_EQ(count.value(), 4U);
}

TEST(Files, StopsReadingAtASignalThatEndsTheRun) {
  const TempFolder folder;
  ASSERT_EQ(::mkfifo(folder.path("pipe").c_str(), 0600), 0);
  const int both_ends = ::open(folder.path("pipe").c_str(), O_RDWR);
  const std::atomic<bool> cancel = true;
  auto source = open_file(folder.path("pipe"), &cancel);
  ASSERT_TRUE(source.ok());
  const Interrupter interrupter;
  std::array<char, 10> block{};
  auto count = source.value()->read(block);
  ::close(both_ends);
  ASSERT_FALSE(count.ok());
  EXPECT_EQ(count.error().kind, ErrorKind::kIo);
}

}  // namespace
}  // namespace crosswalk
