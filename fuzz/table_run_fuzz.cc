// Any bytes as a table of customers, CSV and header/data: checked, converted there and back.
//
// What must hold: every record is counted once; the counts do not depend on the block size; what
// converts without an error converts back and there again to the same bytes.
#include <cstdlib>
#include <string>
#include <string_view>

#include "crosswalk/crosswalk.h"

namespace {

using crosswalk::ConvertOptions;
using crosswalk::Formats;
using crosswalk::Part;
using crosswalk::RunResult;
using crosswalk::Source;
using crosswalk::Status;
using crosswalk::Summary;
using crosswalk::ValidateOptions;

void require(bool holds) {
  if (!holds) std::abort();
}

/// Keeps one body.
class Body final : public crosswalk::Output {
 public:
  Status begin_part(std::uint64_t) override { return {}; }
  Status write(std::string_view bytes) override {
    text += bytes;
    return {};
  }
  Status end_part(const Part&) override { return {}; }
  Status reject(std::uint64_t, std::string_view, bool) override { return {}; }
  Status reject_frame(std::string_view, std::string_view, std::string_view) override { return {}; }

  std::string text;
};

const Formats& formats() {
  static const Formats kFormats = Formats::embedded().value();
  return kFormats;
}

std::string name_of(std::string_view layout) {
  return "aixon/customers:" + std::string(layout);
}

Summary check(std::string_view text, std::string_view layout, std::size_t block_bytes) {
  ValidateOptions options;
  options.read.from = name_of(layout);
  options.read.block_bytes = block_bytes;
  options.read.max_record_bytes = 1 << 16;
  options.read.now_unix = 1;
  const auto source = crosswalk::memory_source(text, "input");
  const auto result = crosswalk::validate(formats(), *source, options, nullptr);
  require(result.ok());
  const Summary& summary = result.value().summary;
  require(summary.records == summary.valid + summary.invalid + summary.unreadable);
  return summary;
}

/// Converts `text`; nothing is left in it if that is not possible without an error.
std::string convert(std::string_view text, std::string_view from, std::string_view to,
                    bool keep_going) {
  ConvertOptions options;
  options.read.from = name_of(from);
  options.read.max_record_bytes = 1 << 16;
  options.read.now_unix = 1;
  options.to = name_of(to);
  options.keep_going = keep_going;
  Body body;
  const auto source = crosswalk::memory_source(text, "input");
  Source* const sources[] = {source.get()};
  const auto result = crosswalk::convert(formats(), sources, options, body, nullptr);
  require(result.ok());
  return result.value().complete ? body.text : std::string();
}

void check_layout(std::string_view text, std::string_view layout, std::string_view other) {
  const Summary whole = check(text, layout, 1 << 16);
  const Summary pieces = check(text, layout, 7);
  require(whole.records == pieces.records && whole.valid == pieces.valid);
  require(whole.errors == pieces.errors && whole.warnings == pieces.warnings);
  require(whole.bytes == pieces.bytes);
  for (const bool keep_going : {false, true}) {
    const std::string there = convert(text, layout, other, keep_going);
    if (there.empty()) continue;
    const std::string back = convert(there, other, layout, false);
    require(!back.empty());
    require(convert(back, layout, other, false) == there);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check_layout(text, "csv", "json");
  check_layout(text, "json", "csv");
  return 0;
}
