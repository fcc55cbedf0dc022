// The C interface with callbacks that stop or fail, and with texts that are no names.
//
// What must hold: whatever the callbacks say, a call ends with a status that the header names, with
// an error exactly where it is not CROSSWALK_OK, and with a run exactly where it is; a callback
// that fails ends the run with CROSSWALK_IO; counts add up; all that is given is taken back.
//   a read callback that returns more than it was asked for, or -1   CROSSWALK_IO
// The choices are source, target, and what the callbacks do.
#include <algorithm>
#include <cstring>
#include <string>

#include "crosswalk/crosswalk_c.h"
#include "support/require.h"
#include "support/runs.h"

namespace {

using crosswalk::fuzz::Bytes;
using crosswalk::fuzz::require;

crosswalk_text text_of(std::string_view text) {
  return {text.data(), text.size()};
}

const crosswalk_formats* formats() {
  static const crosswalk_formats* const kFormats = [] {
    crosswalk_formats* made = nullptr;
    require(crosswalk_formats_new(&made, nullptr) == CROSSWALK_OK);
    return made;
  }();
  return kFormats;
}

/// A caller whose callbacks fail, or want no more, after some calls. 0: never.
struct Caller {
  std::string_view text;
  std::size_t at = 0;
  std::size_t piece_bytes = 0;
  std::size_t reads_left = 0, writes_left = 0, findings_left = 0, blocks_left = 0;
  bool has_failed = false;

  bool burn(std::size_t& left) {
    if (left == 0 || --left > 0) return false;
    has_failed = true;
    return true;
  }
};

Caller& caller_of(void* context) {
  return *static_cast<Caller*>(context);
}

std::int64_t read(void* context, char* into, std::size_t size) {
  Caller& caller = caller_of(context);
  if (caller.burn(caller.reads_left)) return caller.at % 2 == 0 ? -1 : INT64_MAX;
  const std::size_t most = std::min(size, caller.piece_bytes);
  const std::size_t count = caller.text.substr(caller.at).copy(into, most);
  caller.at += count;
  return static_cast<std::int64_t>(count);
}

std::int32_t rewind_source(void* context) {
  Caller& caller = caller_of(context);
  caller.at = 0;
  return caller.burn(caller.reads_left) ? -1 : 0;
}

std::int32_t begin_part(void* context, std::uint64_t) {
  return caller_of(context).burn(caller_of(context).writes_left) ? 1 : 0;
}

std::int32_t write(void* context, const char*, std::size_t) {
  return begin_part(context, 0);
}

std::int32_t end_part(void* context, const crosswalk_part* part) {
  require(part->struct_size == sizeof *part && part->sha256.size == 64);
  return begin_part(context, 0);
}

std::int32_t reject(void* context, std::uint64_t, const char*, std::size_t, std::int32_t) {
  return begin_part(context, 0);
}

std::int32_t on_finding(void* context, const crosswalk_finding* finding) {
  Caller& caller = caller_of(context);
  require(finding->rule.size > 0 && finding->line > 0);
  return caller.findings_left == 0 || --caller.findings_left > 0 ? 1 : 0;
}

std::int32_t on_progress(void* context, std::uint64_t) {
  return caller_of(context).burn(caller_of(context).blocks_left) ? 0 : 1;
}

crosswalk_read_options read_options(const std::string& from, Caller& caller) {
  crosswalk_read_options options{};
  options.struct_size = sizeof options;
  options.from = text_of(from);
  options.now_unix = 1;
  options.max_record_bytes = 1 << 16;
  options.on_finding = on_finding;
  options.finding_context = &caller;
  options.on_progress = on_progress;
  options.progress_context = &caller;
  return options;
}

void check_end(crosswalk_status status, crosswalk_error* error, crosswalk_run* run,
               const Caller& caller) {
  require((status == CROSSWALK_OK) == (error == nullptr));
  require((status == CROSSWALK_OK) == (run != nullptr));
  require(status != CROSSWALK_BUG);
  require(!caller.has_failed || status == CROSSWALK_IO);
  if (error != nullptr) {
    require(crosswalk_error_status(error) == status);
    require(crosswalk_error_message(error).size > 0);
  }
  if (run != nullptr) {
    crosswalk_counts counts{};
    counts.struct_size = sizeof counts;
    require(crosswalk_run_counts(run, &counts, nullptr) == CROSSWALK_OK);
    require(counts.records == counts.valid + counts.invalid + counts.unreadable);
    require(crosswalk_run_from(run).size > 0);
  }
  crosswalk_error_free(error);
  crosswalk_run_free(run);
}

crosswalk_source* open_source(Caller& caller, bool can_rewind) {
  crosswalk_source_callbacks callbacks{};
  callbacks.struct_size = sizeof callbacks;
  callbacks.context = &caller;
  callbacks.read = read;
  callbacks.rewind = can_rewind ? rewind_source : nullptr;
  crosswalk_source* source = nullptr;
  require(crosswalk_source_of_callbacks(&callbacks, text_of("input"), &source, nullptr) ==
          CROSSWALK_OK);
  return source;
}

void run_convert(crosswalk_source* source, const crosswalk_read_options& read_with,
                 const std::string& to, bool keeps_going, Caller& caller) {
  crosswalk_convert_options options{};
  options.struct_size = sizeof options;
  options.read = &read_with;
  options.to = text_of(to);
  options.keep_going = keeps_going ? 1 : 0;
  const crosswalk_output_callbacks output{sizeof output, &caller,  begin_part,
                                          write,         end_part, reject};
  crosswalk_run* run = nullptr;
  crosswalk_error* error = nullptr;
  const crosswalk_status status =
      crosswalk_convert(formats(), &source, 1, &options, &output, &run, &error);
  check_end(status, error, run, caller);
}

void run_validate(crosswalk_source* source, const crosswalk_read_options& options, Caller& caller) {
  crosswalk_run* run = nullptr;
  crosswalk_error* error = nullptr;
  const crosswalk_status status = crosswalk_validate(formats(), &source, 1, &options, &run, &error);
  check_end(status, error, run, caller);
}

void run_detect(crosswalk_source* source) {
  crosswalk_matches* matches = nullptr;
  crosswalk_error* error = nullptr;
  const crosswalk_status status = crosswalk_detect(formats(), source, &matches, &error);
  require((status == CROSSWALK_OK) == (matches != nullptr));
  require((status == CROSSWALK_OK) == (error == nullptr));
  const std::size_t count = matches == nullptr ? 0 : crosswalk_matches_count(matches);
  for (std::size_t i = 0; i <= count && matches != nullptr; ++i)
    require((crosswalk_matches_format(matches, i).size > 0) == (i < count));
  crosswalk_matches_free(matches);
  crosswalk_error_free(error);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes bytes(data, size);
  // A name that no format has is an input, too.
  const std::string any_name(bytes.text().substr(0, 20));
  std::string from = crosswalk::fuzz::choose_source(bytes);
  const std::size_t action = bytes.below(4);
  Caller caller{bytes.text(), 0, bytes.block_bytes()};
  caller.reads_left = bytes.byte();
  caller.writes_left = bytes.byte();
  caller.findings_left = bytes.byte();
  caller.blocks_left = bytes.byte();
  if (bytes.byte() == 1) from = any_name;
  crosswalk_source* const source = open_source(caller, bytes.flag());
  const crosswalk_read_options options = read_options(from, caller);
  if (action == 0) run_validate(source, options, caller);
  if (action == 1 || action == 2) {
    const std::string to = bytes.pick(crosswalk::fuzz::sources());
    run_convert(source, options, to, action == 2, caller);
  }
  if (action == 3) run_detect(source);
  crosswalk_source_free(source);
  return 0;
}
