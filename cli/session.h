// What every command needs: its options, the formats, and the worst that happened so far.
//
// Test: tests/cli/command_test.py.
#ifndef CROSSWALK_CLI_SESSION_H
#define CROSSWALK_CLI_SESSION_H

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "crosswalk/formats.h"
#include "exit_code.h"
#include "options.h"

namespace crosswalk::cli {

/// The options of reading as the library takes them, with what the environment and files add.
/// Errors: kUsage, kIo.
Result<ReadOptions> complete_read_options(const Options& options, const Formats& formats);

/// One run of the command.
/// Threads: one.
class Session {
 public:
  Session(std::string_view command, Options options)
      : options_(std::move(options)), command_(command) {}

  [[nodiscard]] const Options& options() const { return options_; }
  /// Loads the formats: those inside, those of CROSSWALK_FORMATS_DIR, those of --formats-dir, and
  /// the schema of --schema, by which inputs are read then.
  /// Errors: those of the library.
  Status load_formats();
  /// REQUIRES: load_formats() went well.
  [[nodiscard]] const Formats& formats() const { return *formats_; }
  /// Tells `error` on standard error and notes its exit code.
  void fail(const Error& error);
  /// Tells a line on standard error.
  void say(std::string_view what) const;
  /// The bytes of that line.
  [[nodiscard]] std::string line(std::string_view what) const;
  void note(ExitCode code) { outcome_.note(code); }
  [[nodiscard]] ExitCode worst() const { return outcome_.worst(); }
  /// The process's exit code.
  [[nodiscard]] int exit_code() const;
  /// How the run ended, for its report.
  [[nodiscard]] report::RunEnd end() const { return {worst() <= kFound, exit_code()}; }

 private:
  Status load_schema();

  Options options_;
  std::string command_;
  std::optional<Formats> formats_;
  Outcome outcome_;
};

}  // namespace crosswalk::cli

#endif  // CROSSWALK_CLI_SESSION_H
