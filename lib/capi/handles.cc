// Handles: errors, formats, results and matches as C sees them. Getters cannot fail: a handle that
// is NULL gives what is empty.
//
//   crosswalk_error_message(NULL)   ->   {NULL, 0}
// Test: tests/capi/handles_test.cc.
#include "capi/handles.h"

#include <new>

#include "crosswalk/version.h"

using crosswalk::capi::give;
using crosswalk::capi::null_argument;
using crosswalk::capi::run;
using crosswalk::capi::take;

namespace crosswalk::capi {
namespace {

crosswalk_status status_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::kUsage:
      return CROSSWALK_USAGE;
    case ErrorKind::kIo:
      return CROSSWALK_IO;
    case ErrorKind::kBug:
      return CROSSWALK_BUG;
  }
  return CROSSWALK_BUG;
}

}  // namespace

// Without the memory for words the status still tells the kind.
crosswalk_status fail(const Error& error, crosswalk_error** out) {
  const crosswalk_status status = status_of(error.kind);
  if (out == nullptr) return status;
  try {
    *out = new crosswalk_error{status, error.message};
  } catch (const std::bad_alloc&) {
    *out = nullptr;
  }
  return status;
}

}  // namespace crosswalk::capi

crosswalk_text crosswalk_text_of(const char* c_string) {
  return c_string == nullptr ? crosswalk_text{} : give(c_string);
}

crosswalk_text crosswalk_error_message(const crosswalk_error* error) {
  return error == nullptr ? crosswalk_text{} : give(error->message);
}

crosswalk_status crosswalk_error_status(const crosswalk_error* error) {
  return error == nullptr ? CROSSWALK_OK : error->status;
}

void crosswalk_error_free(crosswalk_error* error) {
  delete error;
}

crosswalk_text crosswalk_version(void) {
  return give(CROSSWALK_VERSION);
}

crosswalk_status crosswalk_formats_new(crosswalk_formats** out, crosswalk_error** error) {
  return run(error, [&]() -> crosswalk::Status {
    if (out == nullptr) return null_argument("out");
    auto formats = crosswalk::Formats::embedded();
    if (!formats.ok()) return formats.error();
    std::vector<std::string> names = formats.value().names();
    *out = new crosswalk_formats{std::move(formats).value(), std::move(names)};
    return {};
  });
}

crosswalk_status crosswalk_formats_add_folder(crosswalk_formats* formats, crosswalk_text dir,
                                              crosswalk_error** error) {
  return run(error, [&]() -> crosswalk::Status {
    if (formats == nullptr) return null_argument("formats");
    crosswalk::Status status = formats->formats.add_folder(std::string(take(dir)));
    formats->names = formats->formats.names();
    return status;
  });
}

size_t crosswalk_formats_count(const crosswalk_formats* formats) {
  return formats == nullptr ? 0 : formats->names.size();
}

crosswalk_text crosswalk_formats_name(const crosswalk_formats* formats, size_t index) {
  const bool is_there = index < crosswalk_formats_count(formats);
  return is_there ? give(formats->names[index]) : crosswalk_text{};
}

void crosswalk_formats_free(crosswalk_formats* formats) {
  delete formats;
}

crosswalk_status crosswalk_run_counts(const crosswalk_run* handle, crosswalk_counts* counts,
                                      crosswalk_error** error) {
  return run(error, [&]() -> crosswalk::Status {
    if (handle == nullptr) return null_argument("run");
    if (counts == nullptr) return null_argument("counts");
    const crosswalk::RunResult& result = handle->result;
    const crosswalk::Summary& summary = result.summary;
    crosswalk_counts filled{};
    filled.files = summary.files;
    filled.records = summary.records;
    filled.valid = summary.valid;
    filled.invalid = summary.invalid;
    filled.unreadable = summary.unreadable;
    filled.errors = summary.errors;
    filled.warnings = summary.warnings;
    filled.infos = summary.infos;
    filled.repairs = summary.repairs;
    filled.bytes = summary.bytes;
    filled.records_out = result.records_out;
    filled.records_rejected = result.records_rejected;
    filled.records_dropped = result.records_dropped;
    filled.is_complete = result.complete && !result.to.empty() ? 1 : 0;
    return crosswalk::capi::fill_struct(filled, *counts, "crosswalk_counts");
  });
}

crosswalk_text crosswalk_run_from(const crosswalk_run* handle) {
  return handle == nullptr ? crosswalk_text{} : give(handle->result.from);
}

crosswalk_text crosswalk_run_to(const crosswalk_run* handle) {
  return handle == nullptr ? crosswalk_text{} : give(handle->result.to);
}

void crosswalk_run_free(crosswalk_run* handle) {
  delete handle;
}

size_t crosswalk_matches_count(const crosswalk_matches* matches) {
  return matches == nullptr ? 0 : matches->matches.size();
}

crosswalk_text crosswalk_matches_format(const crosswalk_matches* matches, size_t index) {
  const bool is_there = index < crosswalk_matches_count(matches);
  return is_there ? give(matches->matches[index].format) : crosswalk_text{};
}

double crosswalk_matches_score(const crosswalk_matches* matches, size_t index) {
  return index < crosswalk_matches_count(matches) ? matches->matches[index].score : 0;
}

void crosswalk_matches_free(crosswalk_matches* matches) {
  delete matches;
}
