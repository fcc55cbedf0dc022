// Sources of C: what they give, and what becomes of streams that break their promises.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <string>

#include "capi/handles.h"

namespace crosswalk::capi {
namespace {

using ::testing::HasSubstr;

// What its rows mean stands behind them, so it is read twice.
const std::string kDocument = R"({"data":[["c1"],["c2"]],"header":["customuid"]})";

/// A stream that breaks a promise when told to.
struct Stream {
  std::size_t at = 0;
  int64_t too_much = 0;
  int32_t rewound = 0;
  int rewinds = 0;

  static int64_t read(void* context, char* into, size_t size) {
    auto& self = *static_cast<Stream*>(context);
    if (self.too_much != 0) return static_cast<int64_t>(size) + self.too_much;
    const size_t count = std::min(size, kDocument.size() - self.at);
    std::memcpy(into, kDocument.data() + self.at, count);
    self.at += count;
    return static_cast<int64_t>(count);
  }
  static int32_t rewind(void* context) {
    auto& self = *static_cast<Stream*>(context);
    self.at = 0;
    ++self.rewinds;
    return self.rewound;
  }
};

/// What a call came to: its status and its message.
struct Outcome {
  crosswalk_status status;
  std::string message;
};
template <class Call>
Outcome outcome_of(const Call& call) {
  crosswalk_error* error = nullptr;
  const crosswalk_status status = call(&error);
  Outcome outcome{status, std::string(take(crosswalk_error_message(error)))};
  crosswalk_error_free(error);
  return outcome;
}

Outcome convert(Stream& stream) {
  crosswalk_formats* formats = nullptr;
  EXPECT_EQ(crosswalk_formats_new(&formats, nullptr), CROSSWALK_OK);
  const crosswalk_source_callbacks callbacks{sizeof(callbacks), &stream, &Stream::read,
                                             &Stream::rewind};
  crosswalk_source* source = nullptr;
  EXPECT_EQ(
      crosswalk_source_of_callbacks(&callbacks, crosswalk_text_of("stream"), &source, nullptr),
      CROSSWALK_OK);
  crosswalk_read_options read{};
  read.struct_size = sizeof(read);
  read.from = crosswalk_text_of("aixon/customers:json");
  crosswalk_convert_options options{};
  options.struct_size = sizeof(options);
  options.read = &read;
  options.to = crosswalk_text_of("aixon/customers:csv");
  crosswalk_output_callbacks output{};
  output.struct_size = sizeof(output);
  Outcome outcome = outcome_of([&](auto* error) {
    return crosswalk_convert(formats, &source, 1, &options, &output, nullptr, error);
  });
  crosswalk_source_free(source);
  crosswalk_formats_free(formats);
  return outcome;
}

TEST(CSource, AStreamThatGivesMoreThanItWasAskedForIsNotTrusted) {
  Stream stream;
  stream.too_much = 1;
  const Outcome outcome = convert(stream);
  EXPECT_EQ(outcome.status, CROSSWALK_IO);
  EXPECT_THAT(outcome.message, HasSubstr("cannot read stream"));
}

TEST(CSource, AStreamIsReadAgainWhereThatIsNeeded) {
  Stream stream;
  EXPECT_EQ(convert(stream).message, "");
  EXPECT_GT(stream.rewinds, 0);
  Stream stuck;
  stuck.rewound = -1;
  const Outcome outcome = convert(stuck);
  EXPECT_EQ(outcome.status, CROSSWALK_IO);
  EXPECT_THAT(outcome.message, HasSubstr("cannot read stream again"));
}

TEST(CSource, NullArgumentsAreNamed) {
  crosswalk_source* source = nullptr;
  const crosswalk_text name = crosswalk_text_of("a");
  crosswalk_source_callbacks callbacks{sizeof(callbacks), nullptr, nullptr, nullptr};
  const auto of_callbacks = [&](auto* given, auto* out) {
    return outcome_of(
        [&](auto* error) { return crosswalk_source_of_callbacks(given, name, out, error); });
  };
  crosswalk_source** no_source = nullptr;
  const crosswalk_source_callbacks* no_callbacks = nullptr;
  for (const Outcome& outcome :
       {outcome_of([&](auto* error) { return crosswalk_source_open(name, nullptr, error); }),
        outcome_of(
            [&](auto* error) { return crosswalk_source_of_memory(name, name, nullptr, error); }),
        of_callbacks(&callbacks, no_source)}) {
    EXPECT_EQ(outcome.status, CROSSWALK_USAGE);
    EXPECT_THAT(outcome.message, HasSubstr("out"));
  }
  EXPECT_THAT(of_callbacks(no_callbacks, &source).message, HasSubstr("callbacks"));
  EXPECT_THAT(of_callbacks(&callbacks, &source).message, HasSubstr("read"));
  callbacks.struct_size = 0;
  EXPECT_THAT(of_callbacks(&callbacks, &source).message, HasSubstr("crosswalk_source_callbacks"));
  EXPECT_EQ(source, nullptr);
}

TEST(CSource, AFileThatIsNotThereIsAnErrorWithItsName) {
  crosswalk_source* source = nullptr;
  const Outcome outcome = outcome_of([&](auto* error) {
    return crosswalk_source_open(crosswalk_text_of("/no/such/file"), &source, error);
  });
  EXPECT_EQ(outcome.status, CROSSWALK_IO);
  EXPECT_THAT(outcome.message, HasSubstr("/no/such/file"));
  EXPECT_EQ(source, nullptr);
}

}  // namespace
}  // namespace crosswalk::capi
