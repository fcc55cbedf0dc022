// Runs through the C interface give what the C++ interface gives; callbacks may stop or fail them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "capi/handles.h"

namespace crosswalk::capi {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::string kCsv = "customuid,txt_note,num_a\nc1,x,1\nc1,y,2\nc3,z,abc\n";

std::string text(crosswalk_text given) {
  return std::string(take(given));
}

/// A stream whose answers the test makes.
struct Stream {
  std::string bytes;
  size_t at = 0;
  size_t fails_at = std::string::npos;
  size_t most = 3;

  static int64_t read(void* context, char* into, size_t size) {
    auto& self = *static_cast<Stream*>(context);
    if (self.at >= self.fails_at) return -1;
    const size_t count = std::min({size, self.most, self.bytes.size() - self.at});
    std::memcpy(into, self.bytes.data() + self.at, count);
    self.at += count;
    return static_cast<int64_t>(count);
  }
  static int32_t rewind(void* context) {
    static_cast<Stream*>(context)->at = 0;
    return 0;
  }
};

/// An output that keeps what it gets, and fails when asked to.
struct Kept {
  std::vector<std::string> events;
  std::string bytes;
  std::string failing;

  int32_t told(const std::string& event) {
    events.push_back(event);
    return event.rfind(failing, 0) == 0 && !failing.empty() ? 1 : 0;
  }
  crosswalk_output_callbacks callbacks() {
    crosswalk_output_callbacks result{};
    result.struct_size = sizeof(result);
    result.context = this;
    result.begin_part = [](void* context, uint64_t number) {
      return static_cast<Kept*>(context)->told("begin " + std::to_string(number));
    };
    result.write = [](void* context, const char* data, size_t size) {
      auto& self = *static_cast<Kept*>(context);
      self.bytes.append(data, size);
      return self.failing == "write" ? 1 : 0;
    };
    result.end_part = [](void* context, const crosswalk_part* part) {
      return static_cast<Kept*>(context)->told("end " + std::to_string(part->number) + " of " +
                                               std::to_string(part->records));
    };
    result.reject = [](void* context, uint64_t record, const char* data, size_t size,
                       int32_t is_readable) {
      return static_cast<Kept*>(context)->told("reject " + std::to_string(record) + ' ' +
                                               std::string(data, size) +
                                               (is_readable != 0 ? "" : " unreadable"));
    };
    return result;
  }
};

class CRunTest : public ::testing::Test {
 protected:
  CRunTest() {
    EXPECT_EQ(crosswalk_formats_new(&formats_, nullptr), CROSSWALK_OK);
    read_.struct_size = sizeof(read_);
    read_.from = crosswalk_text_of("aixon/customers:csv");
    read_.on_finding = [](void* context, const crosswalk_finding* finding) {
      auto& self = *static_cast<CRunTest*>(context);
      self.findings_.push_back(
          text(finding->rule) + ' ' + std::to_string(finding->line) + ':' +
          std::to_string(finding->column) + " #" + std::to_string(finding->record) + ' ' +
          text(finding->field) +
          (finding->related_line != 0 ? " first in " + std::to_string(finding->related_line) : ""));
      return self.findings_.size() < self.most_findings_ ? 1 : 0;
    };
    read_.finding_context = this;
    convert_.struct_size = sizeof(convert_);
    convert_.read = &read_;
    convert_.to = crosswalk_text_of("aixon/customers:json");
  }
  ~CRunTest() override {
    crosswalk_run_free(run_);
    crosswalk_error_free(error_);
    crosswalk_formats_free(formats_);
  }
  CRunTest(const CRunTest&) = delete;
  CRunTest& operator=(const CRunTest&) = delete;

  crosswalk_status check(crosswalk_source* source) {
    const crosswalk_status status =
        crosswalk_validate(formats_, &source, 1, &read_, &run_, &error_);
    crosswalk_source_free(source);
    return status;
  }
  crosswalk_status turn(const std::string& csv) {
    crosswalk_source* source = memory(csv);
    const crosswalk_output_callbacks callbacks = kept_.callbacks();
    const crosswalk_status status =
        crosswalk_convert(formats_, &source, 1, &convert_, &callbacks, &run_, &error_);
    crosswalk_source_free(source);
    return status;
  }
  static crosswalk_source* memory(const std::string& bytes) {
    crosswalk_source* source = nullptr;
    EXPECT_EQ(crosswalk_source_of_memory(give(bytes), crosswalk_text_of("input"), &source, nullptr),
              CROSSWALK_OK);
    return source;
  }
  static crosswalk_source* stream(Stream& from) {
    crosswalk_source_callbacks callbacks{sizeof(callbacks), &from, &Stream::read, &Stream::rewind};
    crosswalk_source* source = nullptr;
    EXPECT_EQ(
        crosswalk_source_of_callbacks(&callbacks, crosswalk_text_of("stream"), &source, nullptr),
        CROSSWALK_OK);
    return source;
  }
  /// The message of a call that is refused as wrong use.
  template <class Call>
  static std::string refusal(const Call& call) {
    crosswalk_error* error = nullptr;
    EXPECT_EQ(call(&error), CROSSWALK_USAGE);
    std::string message = text(crosswalk_error_message(error));
    crosswalk_error_free(error);
    return message;
  }
  crosswalk_counts counts() const {
    crosswalk_counts result{};
    result.struct_size = sizeof(result);
    EXPECT_EQ(crosswalk_run_counts(run_, &result, nullptr), CROSSWALK_OK);
    return result;
  }

  crosswalk_formats* formats_ = nullptr;
  crosswalk_read_options read_{};
  crosswalk_convert_options convert_{};
  crosswalk_run* run_ = nullptr;
  crosswalk_error* error_ = nullptr;
  std::vector<std::string> findings_;
  std::size_t most_findings_ = 100;
  Kept kept_;
};

TEST_F(CRunTest, ValidatesWithFindingsAndCounts) {
  ASSERT_EQ(check(memory(kCsv)), CROSSWALK_OK);
  EXPECT_THAT(findings_, ElementsAre("aixon.num-not-number 4:6 #3 num_a",
                                     "aixon.customuid-duplicate 3:1 #2 customuid first in 2"));
  EXPECT_EQ(counts().records, 3U);
  EXPECT_EQ(counts().valid, 1U);
  EXPECT_EQ(counts().errors, 2U);
  EXPECT_EQ(text(crosswalk_run_from(run_)), "aixon/customers:csv");
}

TEST_F(CRunTest, ACallbackThatHasEnoughGetsNoMoreButAllIsCounted) {
  most_findings_ = 1;
  ASSERT_EQ(check(memory(kCsv)), CROSSWALK_OK);
  EXPECT_EQ(findings_.size(), 1U);
  EXPECT_EQ(counts().errors, 2U);
}

TEST_F(CRunTest, AStreamOfTheCallersIsDetectedAndRead) {
  read_.from = {};
  Stream from{kCsv};
  ASSERT_EQ(check(stream(from)), CROSSWALK_OK);
  EXPECT_EQ(counts().bytes, kCsv.size());
  EXPECT_EQ(findings_.size(), 2U);
}

TEST_F(CRunTest, AStreamThatFailsEndsTheRun) {
  Stream from{kCsv};
  from.fails_at = 30;
  EXPECT_EQ(check(stream(from)), CROSSWALK_IO);
  EXPECT_THAT(text(crosswalk_error_message(error_)), HasSubstr("stream"));
  EXPECT_EQ(run_, nullptr);
}

TEST_F(CRunTest, AnyNumberOfThreadsTellsTheSame) {
  for (const int32_t threads : {-1, 0, 1, 3}) {
    findings_.clear();
    read_.threads = threads;
    ASSERT_EQ(check(memory(kCsv)), CROSSWALK_OK) << threads;
    EXPECT_EQ(findings_.size(), 2U);
    crosswalk_run_free(run_);
    run_ = nullptr;
  }
  read_.threads = 100000;
  EXPECT_EQ(check(memory(kCsv)), CROSSWALK_USAGE);
}

TEST_F(CRunTest, ProgressThatSaysNoEndsTheRun) {
  read_.on_progress = [](void*, uint64_t) { return int32_t{0}; };
  EXPECT_EQ(check(memory(kCsv)), CROSSWALK_IO);
}

TEST_F(CRunTest, SeveritiesAndListsReachTheRun) {
  const crosswalk_pair severity{crosswalk_text_of("aixon.num-not-number"),
                                crosswalk_text_of("off")};
  read_.severities = &severity;
  read_.severity_count = 1;
  ASSERT_EQ(check(memory(kCsv)), CROSSWALK_OK);
  EXPECT_EQ(counts().errors, 1U);
  const crosswalk_pair wrong{crosswalk_text_of("aixon.num-not-number"), crosswalk_text_of("bad")};
  read_.severities = &wrong;
  EXPECT_EQ(check(memory(kCsv)), CROSSWALK_USAGE);
}

TEST_F(CRunTest, AListWithoutAnAddressIsNamed) {
  crosswalk_source* source = memory(kCsv);
  const auto validate = [&](auto* error) {
    return crosswalk_validate(formats_, &source, 1, &read_, nullptr, error);
  };
  read_.column_name_count = 1;
  EXPECT_THAT(refusal(validate), HasSubstr("column_names"));
  read_.earlier_column_count = 1;
  EXPECT_THAT(refusal(validate), HasSubstr("earlier_columns"));
  read_.setting_count = 1;
  EXPECT_THAT(refusal(validate), HasSubstr("settings"));
  read_.severity_count = 1;
  EXPECT_THAT(refusal(validate), HasSubstr("severities"));
  crosswalk_source_free(source);
}

TEST_F(CRunTest, ColumnsAndDelimiterReachTheRun) {
  const crosswalk_text names[] = {crosswalk_text_of("customuid"), crosswalk_text_of("num_a")};
  read_.column_names = names;
  read_.column_name_count = 2;
  read_.delimiter = ';';
  ASSERT_EQ(check(memory("c1;1\nc2;x\n")), CROSSWALK_OK);
  EXPECT_THAT(findings_, ElementsAre("aixon.num-not-number 2:4 #2 num_a"));
}

TEST_F(CRunTest, EarlierColumnsReachTheRun) {
  const crosswalk_text earlier[] = {crosswalk_text_of("customuid"), crosswalk_text_of("txt_a")};
  read_.operation = crosswalk_text_of("update");
  read_.earlier_columns = earlier;
  read_.earlier_column_count = 2;
  ASSERT_EQ(check(memory("customuid,txt_a\nc1,x\n")), CROSSWALK_OK);
  EXPECT_THAT(findings_, ElementsAre());
  crosswalk_run_free(run_);
  run_ = nullptr;
  ASSERT_EQ(check(memory("customuid,txt_b\nc1,x\n")), CROSSWALK_OK);
  EXPECT_THAT(findings_, ElementsAre(HasSubstr("aixon.columns-changed 1:")));
}

TEST_F(CRunTest, LimitsReachTheRun) {
  read_.max_columns = 1;
  ASSERT_EQ(check(memory("customuid,txt_b\nc1,x\n")), CROSSWALK_OK);
  EXPECT_THAT(findings_, ::testing::Contains(HasSubstr("limit.columns")));
  findings_.clear();
  crosswalk_run_free(run_);
  run_ = nullptr;
  read_.from = crosswalk_text_of("primedata/events:ndjson");
  read_.max_depth = 2;
  ASSERT_EQ(check(memory("{\"a\":{\"b\":{\"c\":1}}}\n")), CROSSWALK_OK);
  EXPECT_THAT(findings_, ::testing::Contains(HasSubstr("depth")));
}

TEST_F(CRunTest, SettingsReachTheRun) {
  read_.operation = crosswalk_text_of("create");
  ASSERT_EQ(check(memory("customuid\nc1\n")), CROSSWALK_OK);
  EXPECT_THAT(findings_, ElementsAre(HasSubstr("aixon.node-description-missing")));
  const crosswalk_pair node{crosswalk_text_of("node_description"), crosswalk_text_of("buyers")};
  read_.settings = &node;
  read_.setting_count = 1;
  findings_.clear();
  crosswalk_run_free(run_);
  run_ = nullptr;
  ASSERT_EQ(check(memory("customuid\nc1\n")), CROSSWALK_OK);
  EXPECT_THAT(findings_, ElementsAre());
}

TEST_F(CRunTest, WhatTolerantReadingMendsIsMarked) {
  int mended = 0;
  read_.from = crosswalk_text_of("aixon/customers:json");
  read_.tolerant = 1;
  read_.finding_context = &mended;
  read_.on_finding = [](void* context, const crosswalk_finding* finding) {
    *static_cast<int*>(context) += finding->is_repair;
    return int32_t{1};
  };
  ASSERT_EQ(check(memory("{\"header\":[\"customuid\",],\"data\":[[\"c1\"]]}\n")), CROSSWALK_OK);
  EXPECT_EQ(mended, 1);
  EXPECT_EQ(counts().repairs, 1U);
}

TEST_F(CRunTest, ConvertsIntoTheCallersHands) {
  ASSERT_EQ(turn("customuid,num_a\nc1,1\nc2,2\n"), CROSSWALK_OK);
  EXPECT_THAT(kept_.events, ElementsAre("begin 1", "end 1 of 2"));
  EXPECT_EQ(kept_.bytes,
            "{\"header\":[\"customuid\",\"num_a\"],\"data\":[\n[\"c1\",1],\n[\"c2\",2]\n]}\n");
  EXPECT_EQ(counts().is_complete, 1);
  EXPECT_EQ(counts().records_out, 2U);
  EXPECT_EQ(text(crosswalk_run_to(run_)), "aixon/customers:json");
}

TEST_F(CRunTest, TellsWhatBecameOfEachRecord) {
  std::vector<std::string> told;
  convert_.keep_going = 1;
  read_.record_context = &told;
  read_.on_record = [](void* context, const crosswalk_record* record) {
    static_cast<std::vector<std::string>*>(context)->push_back(
        std::to_string(record->number) + ' ' + std::to_string(record->fate) + ' ' +
        text(record->found) + ' ' + text(record->written));
  };
  ASSERT_EQ(turn("customuid,num_a\nc1,1\nc2,x\n"), CROSSWALK_OK);
  EXPECT_THAT(told, ElementsAre("1 0 c1,1 [\"c1\",1]", "2 1 c2,x "));
}

TEST_F(CRunTest, KeepsOneRecordOfEachKeyAndWritesAsAsked) {
  convert_.dedupe = crosswalk_text_of("last");
  convert_.to = crosswalk_text_of("aixon/customers:csv");
  convert_.encoding = crosswalk_text_of("windows-1250");
  convert_.delimiter = ';';
  ASSERT_EQ(turn("customuid,txt_a\nc1,x\nc1,\xC5\x81\n"), CROSSWALK_OK);
  EXPECT_EQ(kept_.bytes, "customuid;txt_a\nc1;\xA3\n");
  kept_ = {};
  crosswalk_run_free(run_);
  run_ = nullptr;
  convert_.dedupe = crosswalk_text_of("first");
  ASSERT_EQ(turn("customuid,txt_a\nc1,x\nc1,\xC5\x81\n"), CROSSWALK_OK);
  EXPECT_EQ(kept_.bytes, "customuid;txt_a\nc1;x\n");
  convert_.dedupe = crosswalk_text_of("any");
  EXPECT_EQ(turn("customuid\nc1\n"), CROSSWALK_USAGE);
}

TEST_F(CRunTest, RejectsAreHandedOutAsFound) {
  convert_.keep_going = 1;
  ASSERT_EQ(turn("customuid,num_a\nc1,1\nc2,x\n"), CROSSWALK_OK);
  EXPECT_THAT(kept_.events, ElementsAre("begin 1", "reject 2 c2,x", "end 1 of 1"));
  EXPECT_EQ(counts().records_rejected, 1U);
}

TEST_F(CRunTest, RejectsThatCannotBeReadAreMarked) {
  convert_.keep_going = 1;
  ASSERT_EQ(turn("customuid,num_a\nc1,1\nc2,\"2\n"), CROSSWALK_OK);
  EXPECT_THAT(kept_.events, ElementsAre("begin 1", "reject 2 c2,\"2 unreadable", "end 1 of 1"));
}

TEST_F(CRunTest, EveryCallbackOfTheOutputCanEndTheRun) {
  convert_.keep_going = 1;
  for (const char* failing : {"begin", "write", "end", "reject"}) {
    kept_ = {};
    kept_.failing = failing;
    EXPECT_EQ(turn("customuid,num_a\nc1,1\nc2,x\n"), CROSSWALK_IO) << failing;
    EXPECT_THAT(text(crosswalk_error_message(error_)), HasSubstr(failing));
    crosswalk_error_free(error_);
    error_ = nullptr;
  }
}

TEST_F(CRunTest, AnOutputMayLeaveEveryCallbackOut) {
  crosswalk_output_callbacks none{};
  none.struct_size = sizeof(none);
  const std::string text = "customuid\nc1\n";  // outlives its source
  crosswalk_source* source = memory(text);
  EXPECT_EQ(crosswalk_convert(formats_, &source, 1, &convert_, &none, nullptr, &error_),
            CROSSWALK_OK);
  crosswalk_source_free(source);
}

TEST_F(CRunTest, NullArgumentsAreNamed) {
  crosswalk_source* source = memory("customuid\nc1\n");
  crosswalk_source* none = nullptr;
  crosswalk_matches* matches = nullptr;
  crosswalk_counts counts{};
  const crosswalk_output_callbacks output = kept_.callbacks();
  const auto validate = [&](auto* formats, auto* sources, size_t count) {
    return [=, this](auto* error) {
      return crosswalk_validate(formats, sources, count, &read_, nullptr, error);
    };
  };
  const auto convert = [&](auto* formats, auto* sources, auto* options, auto* callbacks) {
    return [=](auto* error) {
      return crosswalk_convert(formats, sources, 1, options, callbacks, nullptr, error);
    };
  };
  const auto detect = [&](auto* formats, auto* from, auto* out) {
    return [=](auto* error) { return crosswalk_detect(formats, from, out, error); };
  };
  const crosswalk_formats* no_formats = nullptr;
  crosswalk_source** no_sources = nullptr;
  crosswalk_convert_options* no_options = nullptr;
  crosswalk_output_callbacks* no_output = nullptr;
  crosswalk_matches** no_matches = nullptr;
  EXPECT_THAT(refusal(validate(no_formats, &source, 1)), HasSubstr("formats"));
  EXPECT_THAT(refusal(validate(formats_, no_sources, 1)), HasSubstr("sources"));
  EXPECT_THAT(refusal(validate(formats_, &source, 0)), HasSubstr("sources"));
  EXPECT_THAT(refusal(validate(formats_, &none, 1)), HasSubstr("sources"));
  EXPECT_THAT(refusal(convert(no_formats, &source, &convert_, &output)), HasSubstr("formats"));
  EXPECT_THAT(refusal(convert(formats_, no_sources, &convert_, &output)), HasSubstr("sources"));
  EXPECT_THAT(refusal(convert(formats_, &source, no_options, &output)), HasSubstr("options"));
  EXPECT_THAT(refusal(convert(formats_, &source, &convert_, no_output)), HasSubstr("output"));
  EXPECT_THAT(refusal(detect(no_formats, source, &matches)), HasSubstr("formats"));
  EXPECT_THAT(refusal(detect(formats_, none, &matches)), HasSubstr("source"));
  EXPECT_THAT(refusal(detect(formats_, source, no_matches)), HasSubstr("out"));
  EXPECT_THAT(refusal([&](auto* error) { return crosswalk_run_counts(nullptr, &counts, error); }),
              HasSubstr("run"));
  crosswalk_source_free(source);
  ASSERT_EQ(check(memory("customuid\nc1\n")), CROSSWALK_OK);
  EXPECT_THAT(refusal([&](auto* error) { return crosswalk_run_counts(run_, nullptr, error); }),
              HasSubstr("counts"));
}

TEST_F(CRunTest, StructsWhoseSizeWasForgottenAreRefused) {
  crosswalk_source* source = memory("customuid\nc1\n");
  crosswalk_output_callbacks output = kept_.callbacks();
  const auto convert = [&](auto* error) {
    return crosswalk_convert(formats_, &source, 1, &convert_, &output, nullptr, error);
  };
  read_.struct_size = 0;
  EXPECT_THAT(refusal(convert), HasSubstr("crosswalk_read_options"));
  output.struct_size = 0;
  EXPECT_THAT(refusal(convert), HasSubstr("crosswalk_output_callbacks"));
  convert_.struct_size = 0;
  EXPECT_THAT(refusal(convert), HasSubstr("crosswalk_convert_options"));
  crosswalk_source_free(source);
}

TEST_F(CRunTest, OptionsForReadingMayBeLeftOut) {
  crosswalk_source* source = memory(kCsv);
  ASSERT_EQ(crosswalk_validate(formats_, &source, 1, nullptr, &run_, nullptr), CROSSWALK_OK);
  crosswalk_source_free(source);
  EXPECT_EQ(text(crosswalk_run_from(run_)), "aixon/customers:csv") << "it was detected";
  EXPECT_EQ(counts().errors, 2U) << "findings are counted though nobody takes them";
}

TEST_F(CRunTest, FindingsAreCountedThoughNobodyTakesThem) {
  read_.on_finding = nullptr;
  ASSERT_EQ(check(memory(kCsv)), CROSSWALK_OK);
  EXPECT_EQ(counts().errors, 2U);
  EXPECT_TRUE(findings_.empty());
}

TEST_F(CRunTest, ARunThatWritesNothingIsNoCompleteOutput) {
  ASSERT_EQ(check(memory("customuid\nc1\n")), CROSSWALK_OK);
  EXPECT_EQ(counts().valid, 1U);
  EXPECT_EQ(counts().is_complete, 0);
  EXPECT_EQ(text(crosswalk_run_to(run_)), "");
}

TEST_F(CRunTest, DetectsWithScores) {
  crosswalk_source* source = memory(kCsv);
  crosswalk_matches* matches = nullptr;
  ASSERT_EQ(crosswalk_detect(formats_, source, &matches, &error_), CROSSWALK_OK);
  ASSERT_GE(crosswalk_matches_count(matches), 1U);
  EXPECT_EQ(text(crosswalk_matches_format(matches, 0)), "aixon/customers:csv");
  EXPECT_GT(crosswalk_matches_score(matches, 0), 0.5);
  crosswalk_matches_free(matches);
  crosswalk_source_free(source);
}

}  // namespace
}  // namespace crosswalk::capi
