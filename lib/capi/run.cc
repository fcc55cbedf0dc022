// Runs of C: arguments are looked at, then the C++ function does the work.
//
//   a callback of the output gives 1   ->   CROSSWALK_IO "the output callback ... failed"
// Test: tests/capi/run_test.cc.
#include <span>

#include "capi/options.h"

using crosswalk::capi::null_argument;
using crosswalk::capi::read_struct;
using crosswalk::capi::run;

namespace crosswalk::capi {
namespace {

/// An output behind callbacks.
class CallbackOutput final : public Output {
 public:
  explicit CallbackOutput(const crosswalk_output_callbacks& callbacks) : callbacks_(callbacks) {}

  Status begin_part(std::uint64_t number) override {
    if (callbacks_.begin_part == nullptr) return {};
    return told("begin_part", callbacks_.begin_part(callbacks_.context, number));
  }
  Status write(std::string_view bytes) override {
    if (callbacks_.write == nullptr) return {};
    return told("write", callbacks_.write(callbacks_.context, bytes.data(), bytes.size()));
  }
  Status end_part(const Part& part) override {
    if (callbacks_.end_part == nullptr) return {};
    crosswalk_part told_part{};
    told_part.struct_size = sizeof(told_part);
    told_part.number = part.number;
    told_part.bytes = part.bytes;
    told_part.records = part.records;
    told_part.first_record = part.first_record;
    told_part.last_record = part.last_record;
    told_part.sha256 = give(part.sha256);
    return told("end_part", callbacks_.end_part(callbacks_.context, &told_part));
  }
  Status reject(std::uint64_t record, std::string_view bytes, bool readable) override {
    if (callbacks_.reject == nullptr) return {};
    return told("reject", callbacks_.reject(callbacks_.context, record, bytes.data(), bytes.size(),
                                            readable ? 1 : 0));
  }
  // Rejects are handed out one by one, so nothing stands around them.
  Status reject_frame(std::string_view /*before*/, std::string_view /*between*/,
                      std::string_view /*after*/) override {
    return {};
  }

 private:
  static Status told(std::string_view callback, std::int32_t answer) {
    if (answer == 0) return {};
    return Error{ErrorKind::kIo, "the callback " + std::string(callback) + " ended the run"};
  }

  crosswalk_output_callbacks callbacks_;
};

/// The sources behind handles. Errors: kUsage if there is none, or one is NULL.
Result<std::vector<Source*>> sources_of(crosswalk_source* const* handles, std::size_t count) {
  if (handles == nullptr || count == 0) return null_argument("sources");
  std::vector<Source*> sources;
  for (crosswalk_source* handle : std::span(handles, count)) {
    if (handle == nullptr) return null_argument("sources");
    sources.push_back(handle->source.get());
  }
  return sources;
}

Status give_result(Result<RunResult> result, crosswalk_run** out) {
  if (!result.ok()) return result.error();
  if (out != nullptr) *out = new crosswalk_run{std::move(result).value()};
  return {};
}

}  // namespace
}  // namespace crosswalk::capi

crosswalk_status crosswalk_validate(const crosswalk_formats* formats,
                                    crosswalk_source* const* sources, size_t source_count,
                                    const crosswalk_read_options* options, crosswalk_run** out,
                                    crosswalk_error** error) {
  return run(error, [&]() -> crosswalk::Status {
    if (formats == nullptr) return null_argument("formats");
    const auto inputs = crosswalk::capi::sources_of(sources, source_count);
    if (!inputs.ok()) return inputs.error();
    crosswalk::capi::ReadSettings settings;
    if (auto status = crosswalk::capi::read_settings(options, settings); !status.ok())
      return status;
    crosswalk::ValidateOptions validate_options;
    validate_options.read = std::move(settings.options);
    return crosswalk::capi::give_result(crosswalk::validate(formats->formats, inputs.value(),
                                                            validate_options, settings.on_finding),
                                        out);
  });
}

crosswalk_status crosswalk_convert(const crosswalk_formats* formats,
                                   crosswalk_source* const* sources, size_t source_count,
                                   const crosswalk_convert_options* options,
                                   const crosswalk_output_callbacks* output, crosswalk_run** out,
                                   crosswalk_error** error) {
  return run(error, [&]() -> crosswalk::Status {
    if (formats == nullptr) return null_argument("formats");
    if (options == nullptr) return null_argument("options");
    if (output == nullptr) return null_argument("output");
    const auto inputs = crosswalk::capi::sources_of(sources, source_count);
    if (!inputs.ok()) return inputs.error();
    const auto known = read_struct(*options, "crosswalk_convert_options");
    if (!known.ok()) return known.error();
    const auto callbacks = read_struct(*output, "crosswalk_output_callbacks");
    if (!callbacks.ok()) return callbacks.error();
    crosswalk::capi::ReadSettings settings;
    if (auto status = crosswalk::capi::read_settings(known.value().read, settings); !status.ok())
      return status;
    auto writing = crosswalk::capi::convert_options(known.value());
    if (!writing.ok()) return writing.error();
    crosswalk::ConvertOptions& convert_options = writing.value();
    convert_options.read = std::move(settings.options);
    crosswalk::capi::CallbackOutput sink(callbacks.value());
    return crosswalk::capi::give_result(
        crosswalk::convert(formats->formats, inputs.value(), convert_options, sink,
                           settings.on_finding),
        out);
  });
}

crosswalk_status crosswalk_detect(const crosswalk_formats* formats, crosswalk_source* source,
                                  crosswalk_matches** out, crosswalk_error** error) {
  return run(error, [&]() -> crosswalk::Status {
    if (formats == nullptr) return null_argument("formats");
    if (source == nullptr) return null_argument("source");
    if (out == nullptr) return null_argument("out");
    auto found = crosswalk::detect(formats->formats, *source->source);
    if (!found.ok()) return found.error();
    *out = new crosswalk_matches{std::move(found).value()};
    return {};
  });
}
