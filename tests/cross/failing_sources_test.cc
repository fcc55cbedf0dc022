// A source that fails, whenever it does: the run ends at once, with the source's own error.
//
// Each layout is read, converted and repaired from a source that fails at its first call, at its
// second, and so on until a run makes no call that fails. Calls are reads of a few bytes and going
// back to the first; sources that cannot go back are read as well. Whatever was cut off must never
// pass for an input that ends there.
#include <gtest/gtest.h>

#include <map>

#include "cross/vendor_examples.h"
#include "crosswalk/formats.h"
#include "support/memory_output.h"

namespace crosswalk::tests {
namespace {

constexpr const char* kFailure = "the cable was pulled";

/// Bytes that come in small pieces, up to the call that fails.
class FailingSource final : public Source {
 public:
  FailingSource(std::string_view text, bool can_rewind, std::uint64_t fails_at)
      : text_(text), can_rewind_(can_rewind), fails_at_(fails_at) {}

  Result<std::size_t> read(std::span<char> into) override {
    if (++calls == fails_at_) return Error{ErrorKind::kIo, kFailure};
    constexpr std::size_t kPiece = 97;
    const std::size_t count = std::min({into.size(), kPiece, text_.size() - at_});
    std::copy_n(text_.begin() + static_cast<std::ptrdiff_t>(at_), count, into.begin());
    at_ += count;
    return count;
  }
  [[nodiscard]] bool can_rewind() const override { return can_rewind_; }
  Status rewind() override {
    if (++calls == fails_at_) return Error{ErrorKind::kIo, kFailure};
    at_ = 0;
    return {};
  }
  [[nodiscard]] std::string_view name() const override { return "input"; }

  std::uint64_t calls = 0;

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  bool can_rewind_;
  std::uint64_t fails_at_;
};

/// Runs with a fault at each call in turn; returns how many there were.
template <class Run>
std::uint64_t expect_failures(std::string_view text, bool can_rewind, const Run& run) {
  for (std::uint64_t fails_at = 1;; ++fails_at) {
    FailingSource source(text, can_rewind, fails_at);
    const Result<RunResult> result = run(source);
    if (source.calls < fails_at) return fails_at - 1;
    EXPECT_EQ(source.calls, fails_at) << "it was called after it had failed";
    EXPECT_FALSE(result.ok()) << "call " << fails_at;
    if (result.ok()) return fails_at;
    EXPECT_EQ(result.error().kind, ErrorKind::kIo);
    EXPECT_EQ(result.error().message, kFailure) << "call " << fails_at;
    if (::testing::Test::HasFailure()) return fails_at;
  }
}

ReadOptions reading(const std::string& from) {
  ReadOptions options;
  options.from = from;
  options.now_unix = 1'700'000'000;
  options.block_bytes = 64;
  return options;
}

const Formats& formats() {
  static const Formats known = Formats::embedded().value();
  return known;
}

Result<RunResult> validated(Source& source, const ReadOptions& options) {
  KeptFindings kept;
  return validate(formats(), source, {options}, kept.sink());
}
Result<RunResult> converted(Source& source, const ReadOptions& read, const std::string& to) {
  ConvertOptions options;
  options.read = read;
  options.to = to;
  KeptFindings kept;
  MemoryOutput output;
  Source* const sources[] = {&source};
  return convert(formats(), sources, options, output, kept.sink());
}
Result<RunResult> repaired(Source& source, const ReadOptions& read) {
  RepairOptions options;
  options.read = read;
  KeptFindings kept;
  MemoryOutput output;
  return repair(formats(), source, options, output, kept.sink());
}

/// One small example of each layout of each format, and of what is broken in it.
std::vector<VendorExample> examples_of_layouts() {
  std::map<std::string, VendorExample> chosen;
  for (const VendorExample& example : vendor_examples()) {
    constexpr std::uintmax_t kMostBytes = 3000;
    if (std::filesystem::file_size(example.path) <= kMostBytes)
      chosen.emplace(example.source + example.folder, example);
  }
  std::vector<VendorExample> examples;
  for (const auto& [name, example] : chosen) examples.push_back(example);
  return examples;
}

TEST(FailingSources, EndEveryCheckWithTheirError) {
  std::uint64_t calls = 0;
  for (const VendorExample& example : examples_of_layouts()) {
    const std::string text = text_of(example.path);
    for (const bool can_rewind : {true, false}) {
      for (const std::string& from : {example.source, std::string()}) {
        calls += expect_failures(text, can_rewind,
                                 [&](Source& source) { return validated(source, reading(from)); });
        ASSERT_FALSE(HasFailure()) << example.name() << ' ' << from << ' ' << can_rewind;
      }
    }
  }
  EXPECT_GT(calls, 1000U);
}

TEST(FailingSources, EndEveryRepairWithTheirError) {
  for (const VendorExample& example : examples_of_layouts()) {
    const std::string text = text_of(example.path);
    for (const bool can_rewind : {true, false}) {
      expect_failures(text, can_rewind,
                      [&](Source& source) { return repaired(source, reading(example.source)); });
      ASSERT_FALSE(HasFailure()) << example.name() << ' ' << can_rewind;
    }
  }
}

TEST(FailingSources, EndEveryConversionWithTheirError) {
  const std::vector<VendorExample> examples = examples_of_layouts();
  for (const VendorExample& example : examples) {
    const std::string format = example.source.substr(0, example.source.find(':') + 1);
    const std::string text = text_of(example.path);
    for (const VendorExample& other : examples) {
      if (!other.source.starts_with(format) || other.folder != "pass") continue;
      for (const bool can_rewind : {true, false}) {
        expect_failures(text, can_rewind, [&](Source& source) {
          return converted(source, reading(example.source), other.source);
        });
        ASSERT_FALSE(HasFailure()) << example.name() << ' ' << other.source << ' ' << can_rewind;
      }
    }
  }
}

TEST(FailingSources, InAnotherEncodingEndTheRunToo) {
  std::string text = "\xFF\xFE";
  for (const char c : std::string("customuid,txt_a\nc1,x\nc2,y\nc2,z\n")) text += {c, '\0'};
  for (const bool can_rewind : {true, false}) {
    EXPECT_GT(expect_failures(text, can_rewind,
                              [&](Source& source) {
                                return converted(source, reading("aixon/customers:csv"),
                                                 "aixon/customers:json");
                              }),
              2U);
  }
}

}  // namespace
}  // namespace crosswalk::tests
