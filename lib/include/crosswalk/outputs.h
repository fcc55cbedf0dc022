// Ready-made outputs for convert(): one file, a folder of parts with a manifest, standard output;
// and rejects beside them.
//
// A file appears under its name only when it is complete: it is written beside it under a temporary
// name (mode 0600, created exclusively), synchronised and renamed. A folder is built as
// `DIR.partial` and renamed last. Destroying an output that was not committed removes what it had
// written.
#ifndef CROSSWALK_OUTPUTS_H
#define CROSSWALK_OUTPUTS_H

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "crosswalk/export.h"
#include "crosswalk/run.h"

namespace crosswalk {

/// Who may read a new file.
enum class FileAccess : std::uint8_t {
  kUsual,      ///< as the replaced file had it, else as the process's umask gives
  kOwnerOnly,  ///< mode 0600: for what holds secrets
};

/// An output that becomes visible only when it is committed.
class CROSSWALK_API CommittedOutput : public Output {
 public:
  /// Writes and synchronises all that is left, after convert(), so that commit() has only names to
  /// give. Errors: kIo.
  virtual Status prepare(const RunResult& result);
  /// Makes the output appear under its name, and rejects under theirs, all or none; prepared first
  /// if need be. Call once, after convert(). Errors: kIo.
  virtual Status commit(const RunResult& result) = 0;
  /// Undoes commit(): what stood under the names stands there again. For several outputs that
  /// belong together, where a later one cannot be committed.
  virtual void take_back();
};

/// Where rejected records go; see the option `--rejects`.
struct RejectFiles {
  std::string
      path;  ///< empty = none; `path` gets the records, `path.unreadable` what could not be read
};

/// The request that parts are the body of, for the manifest.
struct ManifestRequest {
  RequestInfo first;  ///< of the first part
  RequestInfo next;   ///< of the others
};

/// `path` without the ending that asks for a compression of the output: `x.csv` of `x.csv.gz` and
/// of `x.csv.zst`.
CROSSWALK_API std::string_view without_compression_ending(std::string_view path);

/// One body in one file, compressed if its ending says so (`.gz`, `.zst`); `access` is the body's.
/// Errors: kIo, kUsage if `path` is a folder.
CROSSWALK_API Result<std::unique_ptr<CommittedOutput>> file_output(
    const std::string& path, const RejectFiles& rejects, FileAccess access = FileAccess::kUsual);

/// One body on standard output, written as it comes.
CROSSWALK_API Result<std::unique_ptr<CommittedOutput>> stdout_output(const RejectFiles& rejects);

/// One body on standard output, written when it is committed: until then it waits in a temporary
/// file. Errors: kIo.
CROSSWALK_API Result<std::unique_ptr<CommittedOutput>> late_stdout_output();

/// Parts in a folder: `part-000001.json`, ..., and `manifest.json`; `access` is that of all of
/// them. Errors: kIo; kUsage if `dir` exists and is not empty.
CROSSWALK_API Result<std::unique_ptr<CommittedOutput>> folder_output(
    const std::string& dir, const std::string& extension, const ManifestRequest& request,
    const RejectFiles& rejects, FileAccess access = FileAccess::kUsual);

/// Keeps nothing: for learning what a conversion would come to.
class NoOutput final : public Output {
 public:
  Status begin_part(std::uint64_t) override { return {}; }
  Status write(std::string_view) override { return {}; }
  Status end_part(const Part&) override { return {}; }
  Status reject(std::uint64_t, std::string_view, bool) override { return {}; }
  Status reject_frame(std::string_view, std::string_view, std::string_view) override { return {}; }
};

/// A part of a folder written before.
struct ManifestPart {
  std::string path;
  std::uint64_t bytes = 0;
  std::string sha256;
};

/// A folder's manifest.
struct Manifest {
  std::string format;  ///< `vendor/name:layout`
  std::vector<std::string> columns;
  std::vector<ManifestPart> parts;
};

/// Reads `dir/manifest.json`. Errors: kIo if it cannot be read, kUsage if it is no manifest.
CROSSWALK_API Result<Manifest> read_manifest(const std::string& dir);

/// Holds the parts against their manifest: a finding `manifest.part-missing` or
/// `manifest.part-changed` for each that differs. Returns how many do. Errors: kIo.
CROSSWALK_API Result<std::uint64_t> check_manifest(const Manifest& manifest,
                                                   const FindingSink& on_finding);

}  // namespace crosswalk

#endif  // CROSSWALK_OUTPUTS_H
