// What every command needs: see session.h.
#include "session.h"

#include <cstdlib>
#include <utility>

#include "crosswalk/run.h"
#include "signals.h"
#include "terminal.h"

namespace crosswalk::cli {
namespace {

// Seconds since 1970 of SOURCE_DATE_EPOCH, for runs that must give the same on every day.
Result<std::int64_t> fixed_now() {
  const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
  if (epoch == nullptr || *epoch == '\0') return std::int64_t{0};
  constexpr std::uint64_t kLargest = 1ULL << 40U;
  const auto seconds = parse_count(epoch, kLargest);
  if (!seconds) return Error{ErrorKind::kUsage, "SOURCE_DATE_EPOCH: " + seconds.error().message};
  return static_cast<std::int64_t>(seconds.value());
}

}  // namespace

Result<ReadOptions> complete_read_options(const Options& options, const Formats& formats) {
  ReadOptions read = options.read;
  read.cancel = &end_of_run();
  const auto now = fixed_now();
  if (!now) return now.error();
  read.now_unix = now.value();
  if (options.columns_of.empty()) return read;
  auto columns = read_columns(formats, options.columns_of, read.encoding);
  if (!columns) return columns.error();
  read.earlier_columns = std::move(columns).value();
  return read;
}

Status Session::load_formats() {
  auto embedded = Formats::embedded();
  if (!embedded) return embedded.error();
  formats_.emplace(std::move(embedded).value());
  const char* folder = std::getenv("CROSSWALK_FORMATS_DIR");
  if (folder != nullptr && *folder != '\0') {
    if (Status added = formats_->add_folder(folder); !added) return added;
  }
  for (const std::string& dir : options_.format_folders) {
    if (Status added = formats_->add_folder(dir); !added) return added;
  }
  return options_.schema.empty() ? Status() : load_schema();
}

Status Session::load_schema() {
  if (!options_.read.from.empty()) {
    return Error{ErrorKind::kUsage, "--schema says what the input is: leave --from out"};
  }
  auto name = formats_->add_schema_file(options_.schema);
  if (!name) return name.error();
  options_.read.from = std::move(name).value();
  return {};
}

void Session::fail(const Error& error) {
  note(code_of(error.kind));
  if (received_signal() == 0) say(error.message);
}

void Session::say(std::string_view what) const {
  write_to_standard_error(line(what));
}

std::string Session::line(std::string_view what) const {
  return complaint(command_, what);
}

int Session::exit_code() const {
  constexpr int kSignalBase = 128;
  if (received_signal() != 0) return kSignalBase + received_signal();
  return outcome_.exit_code(options_.findings_exit);
}

}  // namespace crosswalk::cli
