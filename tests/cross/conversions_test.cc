// Whole conversions over generated records: from every layout of every format to every layout of
// every format that it leads to. What is written is valid there, every record is accounted for, and
// blocks and threads change nothing; within a format the way back gives the same bytes.
#include <gtest/gtest.h>

#include "cross/format_pairs.h"
#include "cross/whole_conversions.h"

namespace crosswalk::tests {
namespace {

/// Lines of the errors that `text` has; none are wanted.
Texts errors_in(const std::string& text, const std::string& format) {
  ValidateOptions options;
  options.read.from = format;
  options.read.settings = kSettings;
  options.read.now_unix = 1700000000;
  KeptFindings kept;
  const auto source = memory_source(text, "output");
  const auto result = validate(embedded_formats(), *source, options, kept.sink());
  EXPECT_TRUE(result.ok()) << result.error().message;
  Texts errors;
  for (const Finding& finding : kept.all) {
    if (finding.severity == Severity::kError) errors.push_back(line_of(finding));
  }
  return errors;
}

/// Findings and rejects, line after line.
std::string lines_of(const Converted& made) {
  Texts lines = made.kept.lines();
  for (const MemoryOutput::Reject& reject : made.output.rejects) lines.push_back(reject.bytes);
  return joined(lines, "\n");
}

/// `text` converted, the same in small blocks and by several threads.
Converted steadily(const std::string& text, const std::string& from, const std::string& to) {
  ConvertOptions options = usual_options();
  Converted whole = converted(text, from, to, options);
  for (const std::size_t block_bytes : {7U, 300U}) {
    options.read.block_bytes = block_bytes;
    options.read.threads = block_bytes == 300 ? 3 : 1;
    const Converted cut = converted(text, from, to, options);
    EXPECT_EQ(body_of(cut), body_of(whole))
        << from << " -> " << to << ", blocks of " << block_bytes;
    EXPECT_EQ(lines_of(cut), lines_of(whole)) << from << " -> " << to;
  }
  return whole;
}

class Conversions : public testing::TestWithParam<Pair> {};

TEST_P(Conversions, WriteWhatIsValidInEveryLayout) {
  const auto [from, to] = GetParam();
  int written = 0;
  for (std::uint32_t seed = 1; seed <= 3; ++seed) {
    const Sample sample = sample_of(from, seed, 25);
    for (const std::string& source : layouts_of(from)) {
      const std::string text =
          body_of(converted(sample.text, sample.format, source, usual_options()));
      for (const std::string& target : layouts_of(to)) {
        const Converted made = steadily(text, source, target);
        if (made.result.records_out == 0) continue;
        EXPECT_EQ(errors_in(body_of(made), target), Texts{}) << source << " -> " << target;
        written += static_cast<int>(made.result.records_out);
        if (HasFailure()) return;
      }
    }
  }
  EXPECT_GT(written, 10);
}

class Layouts : public testing::TestWithParam<const char*> {};

/// The records of a sample that every layout can hold, as all of them give them back.
Sample held_by_all(const Sample& sample, const std::string& name) {
  Sample held = sample;
  for (int round = 0; round < 2; ++round) {
    for (const std::string& layout : layouts_of(name))
      held = {body_of(converted(held.text, held.format, layout, usual_options())), layout};
  }
  return held;
}

TEST_P(Layouts, GiveBackTheBytesThatTheyWereMadeOf) {
  const std::string name = GetParam();
  std::uint64_t compared = 0;
  for (std::uint32_t seed = 11; seed <= 14; ++seed) {
    const Sample sample = held_by_all(sample_of(name, seed, 25), name);
    for (const std::string& first : layouts_of(name)) {
      const Converted canonical = converted(sample.text, sample.format, first, usual_options());
      compared += canonical.result.records_out;
      expect_same(body_of(steadily(body_of(canonical), first, first)), body_of(canonical), first);
      for (const std::string& second : layouts_of(name)) {
        const Converted there = steadily(body_of(canonical), first, second);
        const Converted back = steadily(body_of(there), second, first);
        expect_same(body_of(back), body_of(canonical), first + " -> " + second + " and back");
        if (HasFailure()) return;
      }
    }
  }
  EXPECT_GT(compared, 40U);
}

INSTANTIATE_TEST_SUITE_P(Customers, Conversions, testing::ValuesIn(kCustomerPairs));

INSTANTIATE_TEST_SUITE_P(Events, Conversions, testing::ValuesIn(kEventPairs));

INSTANTIATE_TEST_SUITE_P(All, Layouts,
                         testing::Values("aixon/customers", "expertsender/customers",
                                         "expertsender/customer", "loyalty/customers",
                                         "primedata/profile", "primedata/events",
                                         "wasabi/customer-action"));

}  // namespace
}  // namespace crosswalk::tests
