// Inputs read twice: held, rewound, or kept outside of memory.
#include "base/reread_input.h"

#include <gtest/gtest.h>

#include <string>

#include "support/readings.h"

namespace crosswalk::base {
namespace {

// Looks through all of the input, letting it go where it is long, and reads it once more.
struct Passes {
  std::string first;
  std::string second;
  bool is_held = false;
};

Passes read_twice(RereadInput& input) {
  Passes passes;
  std::size_t seen = 0;
  for (bool has_more = true; has_more;) {
    passes.first += input.buffer().view().substr(seen);
    seen = input.buffer().view().size();
    if (input.is_long()) {
      EXPECT_TRUE(input.let_go({}).ok());
      seen = 0;
    }
    has_more = input.buffer().fill().value();
  }
  passes.is_held = input.is_held();
  if (!input.is_held()) {
    EXPECT_TRUE(input.start_again().ok());
    while (input.buffer().fill().value()) continue;
  }
  passes.second = input.buffer().view();
  return passes;
}

constexpr std::string_view kText = "one, two, three, four";

TEST(RereadInput, GivesTheSameBytesTwiceWhateverIsHeld) {
  for (const std::uint64_t most_held : {0U, 1U, 7U, 20U, 21U, 1000U}) {
    for (const std::size_t block_bytes : {1U, 3U, 64U}) {
      tests::PipeSource pipe(kText);
      RereadInput piped(pipe, block_bytes, most_held);
      const Passes of_pipe = read_twice(piped);
      EXPECT_EQ(of_pipe.first, kText);
      EXPECT_EQ(of_pipe.second, kText);
      EXPECT_EQ(of_pipe.is_held, most_held >= kText.size());
      const auto file = memory_source(kText, "file");
      RereadInput rewound(*file, block_bytes, most_held);
      const Passes of_file = read_twice(rewound);
      EXPECT_EQ(of_file.first, kText);
      EXPECT_EQ(of_file.second, kText);
      EXPECT_EQ(of_file.is_held, most_held >= kText.size());
    }
  }
}

TEST(RereadInput, HoldsLessOfWhatCanBeReadAgain) {
  const std::string text(std::size_t{3} << 20U, 'x');
  const auto file = memory_source(text, "file");
  RereadInput rewound(*file, 65536, text.size());
  EXPECT_FALSE(read_twice(rewound).is_held);
  tests::PipeSource pipe(text, 65536);
  RereadInput piped(pipe, 65536, text.size());
  EXPECT_TRUE(read_twice(piped).is_held);
}

TEST(RereadInput, HoldsAllWhereThatIsAskedFor) {
  const std::string text(std::size_t{3} << 20U, 'x');
  const auto file = memory_source(text, "file");
  RereadInput input(*file, 65536, 1);
  input.hold_all();
  const Passes passes = read_twice(input);
  EXPECT_TRUE(passes.is_held);
  EXPECT_EQ(passes.second, text);
}

TEST(RereadInput, GivesWhatWasConsumedBeforeAgain) {
  tests::PipeSource pipe(kText);
  RereadInput input(pipe, 4, 2);
  ASSERT_TRUE(input.buffer().fill().value());
  input.buffer().consume(3);
  ASSERT_TRUE(input.let_go("one").ok());
  ASSERT_TRUE(input.start_again().ok());
  while (input.buffer().fill().value()) continue;
  EXPECT_EQ(input.buffer().view(), kText);
}

}  // namespace
}  // namespace crosswalk::base
