// Sources of C: files, memory, and streams of the caller's behind two callbacks.
//
//   read gives -1          ->   CROSSWALK_IO, with the source's name
//   read gives more than it was asked for   ->   the same: the run does not trust it
// Test: tests/capi/run_test.cc.
#include "capi/handles.h"

using crosswalk::capi::null_argument;
using crosswalk::capi::read_struct;
using crosswalk::capi::run;
using crosswalk::capi::take;

namespace crosswalk::capi {
namespace {

/// A stream behind callbacks.
class CallbackSource final : public Source {
 public:
  CallbackSource(const crosswalk_source_callbacks& callbacks, std::string_view name)
      : callbacks_(callbacks), name_(name) {}

  Result<std::size_t> read(std::span<char> into) override {
    const std::int64_t count = callbacks_.read(callbacks_.context, into.data(), into.size());
    if (count < 0 || static_cast<std::uint64_t>(count) > into.size())
      return Error{ErrorKind::kIo, "cannot read " + name_};
    return static_cast<std::size_t>(count);
  }
  [[nodiscard]] bool can_rewind() const override { return callbacks_.rewind != nullptr; }
  Status rewind() override {
    if (callbacks_.rewind(callbacks_.context) == 0) return {};
    return Error{ErrorKind::kIo, "cannot read " + name_ + " again"};
  }
  [[nodiscard]] std::string_view name() const override { return name_; }

 private:
  crosswalk_source_callbacks callbacks_;
  std::string name_;
};

}  // namespace
}  // namespace crosswalk::capi

crosswalk_status crosswalk_source_open(crosswalk_text path, crosswalk_source** out,
                                       crosswalk_error** error) {
  return run(error, [&]() -> crosswalk::Status {
    if (out == nullptr) return null_argument("out");
    auto file = crosswalk::open_file(std::string(take(path)));
    if (!file.ok()) return file.error();
    auto source = crosswalk::decompressing(std::move(file).value());
    if (!source.ok()) return source.error();
    *out = new crosswalk_source{std::move(source).value()};
    return {};
  });
}

crosswalk_status crosswalk_source_of_memory(crosswalk_text bytes, crosswalk_text name,
                                            crosswalk_source** out, crosswalk_error** error) {
  return run(error, [&]() -> crosswalk::Status {
    if (out == nullptr) return null_argument("out");
    *out = new crosswalk_source{crosswalk::memory_source(take(bytes), std::string(take(name)))};
    return {};
  });
}

crosswalk_status crosswalk_source_of_callbacks(const crosswalk_source_callbacks* callbacks,
                                               crosswalk_text name, crosswalk_source** out,
                                               crosswalk_error** error) {
  return run(error, [&]() -> crosswalk::Status {
    if (out == nullptr) return null_argument("out");
    if (callbacks == nullptr) return null_argument("callbacks");
    const auto known = read_struct(*callbacks, "crosswalk_source_callbacks");
    if (!known.ok()) return known.error();
    if (known.value().read == nullptr) return null_argument("read");
    *out = new crosswalk_source{
        std::make_unique<crosswalk::capi::CallbackSource>(known.value(), take(name))};
    return {};
  });
}

void crosswalk_source_free(crosswalk_source* source) {
  delete source;
}
