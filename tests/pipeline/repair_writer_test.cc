// The one body of a repair.
#include "pipeline/repair_writer.h"

#include <gtest/gtest.h>

#include "support/memory_output.h"

namespace crosswalk::pipeline {
namespace {

TEST(RepairWriter, WritesOneBody) {
  tests::MemoryOutput output;
  RepairWriter writer(output);
  ASSERT_TRUE(writer.write("id\n").ok());
  ASSERT_TRUE(writer.write("1\n").ok());
  ASSERT_TRUE(writer.finish(1).ok());
  EXPECT_EQ(output.bodies, std::vector<std::string>{"id\n1\n"});
  EXPECT_EQ(output.parts.at(0).bytes, 5U);
  EXPECT_EQ(writer.part().last_record, 1U);
}

TEST(RepairWriter, WritesAnEmptyBodyForAnEmptyInput) {
  tests::MemoryOutput output;
  RepairWriter writer(output);
  ASSERT_TRUE(writer.finish(0).ok());
  EXPECT_EQ(output.bodies, std::vector<std::string>{""});
}

TEST(RepairWriter, WritesNothingMoreOnceItIsLost) {
  tests::MemoryOutput output;
  RepairWriter writer(output);
  ASSERT_TRUE(writer.write("id\n").ok());
  writer.lose();
  ASSERT_TRUE(writer.write("1\n").ok());
  ASSERT_TRUE(writer.finish(1).ok());
  EXPECT_TRUE(writer.is_lost());
  EXPECT_EQ(output.bodies, std::vector<std::string>{"id\n"});
  EXPECT_TRUE(output.parts.empty());
}

TEST(RepairWriter, PassesFailuresOn) {
  tests::MemoryOutput output;
  output.fails_to_write = true;
  RepairWriter writer(output);
  EXPECT_FALSE(writer.write("id\n").ok());
}

}  // namespace
}  // namespace crosswalk::pipeline
