// Descriptors: closed when they should be, written whole, failures in words.
#include "base/descriptor.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string>
#include <thread>

namespace crosswalk::base {
namespace {

bool is_open(int number) {
  return ::fcntl(number, F_GETFD) != -1;
}

TEST(Descriptor, ClosesWhatItOwns) {
  int number = -1;
  {
    const Descriptor descriptor(::open("/dev/null", O_RDONLY));
    number = descriptor.number();
    EXPECT_TRUE(is_open(number));
  }
  EXPECT_FALSE(is_open(number));
}

TEST(Descriptor, HandsOver) {
  Descriptor first(::open("/dev/null", O_RDONLY));
  const int number = first.number();
  Descriptor second(std::move(first));
  Descriptor third;
  EXPECT_FALSE(third.is_open());
  third = std::move(second);
  EXPECT_EQ(third.number(), number);
  EXPECT_TRUE(is_open(number));
}

TEST(Descriptor, SaysWhatFailedAndWhy) {
  const Error error = io_error("cannot open", "a.csv", EACCES);
  EXPECT_EQ(error.kind, ErrorKind::kIo);
  EXPECT_EQ(error.message, "cannot open a.csv: Permission denied");
}

TEST(Descriptor, WritesAllEvenWhereAWriteTakesLess) {
  std::array<int, 2> ends{};
  ASSERT_EQ(::pipe(ends.data()), 0);
  const std::string bytes(std::size_t{1} << 20U, 'x');  // more than a pipe holds
  std::size_t read_count = 0;
  std::thread reader([&] {
    std::array<char, 1000> block{};
    for (ssize_t count = 0; (count = ::read(ends[0], block.data(), block.size())) > 0;) {
      read_count += static_cast<std::size_t>(count);
    }
  });
  EXPECT_EQ(write_all(ends[1], bytes), 0);
  ::close(ends[1]);
  reader.join();
  ::close(ends[0]);
  EXPECT_EQ(read_count, bytes.size());
}

TEST(Descriptor, ReturnsWhatKeptItFromWriting) {
  const Descriptor full(::open("/dev/full", O_WRONLY));
  EXPECT_EQ(write_all(full.number(), "x"), ENOSPC);
  EXPECT_EQ(write_all(-1, "x"), EBADF);
  EXPECT_EQ(write_all(-1, ""), 0);
}

}  // namespace
}  // namespace crosswalk::base
