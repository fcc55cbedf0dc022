// Validating, converting and detecting: the three things one does with an input.
//
//   auto formats = crosswalk::Formats::embedded();
//   auto file = crosswalk::open_file("customers.csv");
//   crosswalk::ValidateOptions options;
//   auto summary = crosswalk::validate(formats.value(), *file.value(), options, [](const
//   crosswalk::Finding& finding) { ... });
#ifndef CROSSWALK_RUN_H
#define CROSSWALK_RUN_H

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "crosswalk/export.h"
#include "crosswalk/finding.h"
#include "crosswalk/formats.h"
#include "crosswalk/loss.h"
#include "crosswalk/result.h"
#include "crosswalk/stream.h"

namespace crosswalk {

/// Takes findings as they are made, in the order of the contract. Returning false asks for no more
/// of them: counts go on. Called from the thread that runs the call. Must not throw.
using FindingSink = std::function<bool(const Finding&)>;

/// How far a run has read.
struct Progress {
  std::string_view source;  ///< name of the one that is being read
  std::uint64_t bytes = 0;  ///< of all sources of the call so far; less again when one is reread
};

/// Takes progress after each block that was read. Called from the thread that runs the call. Must
/// be quick and must not throw.
using ProgressSink = std::function<void(const Progress&)>;

/// What became of one record.
enum class RecordFate : std::uint8_t {
  kValid,
  kInvalid,     ///< a finding of severity error speaks against it
  kUnreadable,  ///< it cannot be read as a record
  kDropped      ///< convert(): left out by ConvertOptions::dedupe
};

/// One record of a run. Ownership: views that die when the call returns.
struct RecordOutcome {
  std::string_view source;   ///< name of the one that it stands in
  std::uint64_t number = 0;  ///< in that source, 1-based
  RecordFate fate = RecordFate::kValid;
  std::string_view found;    ///< its bytes in the source; of one in another encoding, in UTF-8
  std::string_view written;  ///< convert(): its bytes in the output, without what stands between
                             ///< records; empty if it is not written
};

/// Takes records in the order of their sources, each when its own findings have been told. Called
/// from the thread that runs the call. Must not throw.
using RecordCallback = std::function<void(const RecordOutcome&)>;

/// Which program judges.
enum class Engine : std::uint8_t { kCompiled, kReference };

/// Options of reading and checking, shared by all runs.
struct ReadOptions {
  std::string from;  ///< `vendor/name` or `vendor/name:layout`; empty = detect
  bool tolerant = false;
  bool strict = false;
  std::vector<std::pair<std::string, Severity>> severities;  ///< rule or `group.*`; later ones win
  std::string operation;  ///< create, update, overwrite; empty = none
  std::optional<std::vector<std::string>> earlier_columns;    ///< columns of the earlier upload
  std::vector<std::pair<std::string, std::string>> settings;  ///< `--set`
  std::vector<std::string> exposed_settings;  ///< names of settings that others may have seen: a
                                              ///< secret among them is warned of
  std::optional<char> delimiter;
  std::string encoding;   ///< IANA name; empty = a byte order mark's, else the format's
  std::string time_zone;  ///< of date-times that state none: `+02:00`, `Z` or a name of the IANA
                          ///< database such as `Europe/Warsaw`; each gets its offset, which is a
                          ///< repair. Empty = it is not known, and they stay as they are
  bool nfc = false;       ///< keys and what is written are in Unicode form NFC
  std::vector<std::string> column_names;
  std::uint64_t max_record_bytes = 8ULL << 20U;
  std::uint32_t max_columns = 10000;
  std::uint32_t max_depth = 256;
  std::size_t block_bytes = std::size_t{256} << 10U;
  std::uint32_t threads = 1;  ///< that work, the calling one included; at most 1024; 0 = as many
                              ///< as the machine has cores. Sources, sinks and outputs are called
                              ///< by the calling thread alone, and the result is always the same
  std::uint64_t take = 0;     ///< 0 = all
  std::uint64_t skip = 0;
  std::uint64_t memory_limit = 0;  ///< bytes that keys which must be unique may take; 0 = a quarter
                                   ///< of the machine's memory. More go to a temporary file, and
                                   ///< their findings have no excerpts. A run that has to know
                                   ///< each repeat at once (stop_after, on_record, keep_going, an
                                   ///< output that does not wait) fails instead (kIo)
  std::uint64_t stop_after = 0;    ///< end after so many errors; 0 = never
  bool show_values = false;        ///< put cell values into findings and excerpts: personal data
  bool want_excerpts = false;
  const std::atomic<bool>* cancel =
      nullptr;                    ///< looked at between batches; true ends the run (kIo)
  ProgressSink on_progress = {};  ///< may be empty
  RecordCallback on_record = {};  ///< may be empty
  Engine engine = Engine::kCompiled;
  std::int64_t now_unix = 0;  ///< 0 = the system's clock
};

/// Options of validate().
struct ValidateOptions {
  ReadOptions read;
};

/// Which record of each repeated key a conversion keeps.
enum class Dedupe : std::uint8_t { kNone /* a repeated key is an error */, kFirst, kLast };

/// Options of convert().
struct ConvertOptions {
  ReadOptions read;
  std::string to;                 ///< `vendor/name` or `vendor/name:layout`
  std::string missing;            ///< `empty`, `null`, `absent`; empty = the format's first
  std::string encoding;           ///< of what is written, an IANA name; empty = the target format's
  std::optional<char> delimiter;  ///< of a table that is written; nothing = the target format's
  bool keep_going =
      false;  ///< leave records with errors out (they go to `rejects`) instead of failing
  bool output_waits = false;  ///< the output appears only once the run is complete, so that it can
                              ///< still be lost at the end
  Dedupe dedupe = Dedupe::kNone;  ///< of good records; kLast reads the sources twice
  std::optional<std::vector<std::string>> columns;  ///< of a table that is written; nothing =
                                                    ///< those of the source, or all that its
                                                    ///< records need
  std::string map;                   ///< text of a map file between two formats; empty = none
  std::string map_name;              ///< names it in errors
  std::vector<std::string> drops;    ///< fields of the source that are left out; `trait.*`
  bool allows_loss = false;          ///< fields that the target cannot hold are left out
  bool secrets_in_output = false;    ///< members of class secret are written into requests
  bool wants_one_body = false;       ///< records that do not fit one body give the output up
  std::uint64_t split_bytes = 0;     ///< a new part begins above; 0 = no limit
  std::uint64_t split_records = 0;   ///< most records in a part; 0 = no limit
  bool wants_digests = true;         ///< fill Part::sha256 in; costs about 6 % of a conversion
  std::uint64_t max_body_bytes = 0;  ///< an output of one body is given up above
                                     ///< (`limit.body-size`); 0 = any size
};

/// One output body.
struct Part {
  std::uint64_t number = 0;  ///< 1-based
  std::uint64_t bytes = 0;
  std::uint64_t records = 0;
  std::uint64_t first_record = 0;  ///< of the source, 1-based
  std::uint64_t last_record = 0;
  std::string sha256;  ///< lower-case hex; empty without ConvertOptions::wants_digests
};

/// Options of repair().
struct RepairOptions {
  ReadOptions read;     ///< always read tolerantly; `skip` and `take` must be 0
  bool unsafe = false;  ///< repairs that guess, too, such as milliseconds taken for seconds
};

/// Receives the output of convert(). Every call comes from the thread that runs convert(), in
/// order.
class CROSSWALK_API Output {
 public:
  virtual ~Output() = default;
  /// A body begins. Errors stop the run.
  virtual Status begin_part(std::uint64_t number) = 0;
  /// Bytes of the current body.
  virtual Status write(std::string_view bytes) = 0;
  /// The current body is complete.
  virtual Status end_part(const Part& part) = 0;
  /// A record that was left out, byte for byte as found, with its number and raw bytes. Only with
  /// keep_going.
  virtual Status reject(std::uint64_t record, std::string_view bytes, bool readable) = 0;
  /// What stands before, between and after rejected records, so that they make a file of the
  /// input's layout.
  virtual Status reject_frame(std::string_view before, std::string_view between,
                              std::string_view after) = 0;
};

/// What a run came to.
struct RunResult {
  Summary summary;
  std::string from;  ///< `vendor/name:layout` that was read
  std::string to;    ///< convert(): that was written
  std::vector<std::string> columns;
  std::uint64_t records_out = 0;
  std::uint64_t records_rejected = 0;
  std::uint64_t records_dropped = 0;  ///< by ConvertOptions::dedupe. Of a complete conversion:
                                      ///< records == records_out + records_rejected +
                                      ///< records_dropped
  std::vector<Part> parts;
  std::optional<LossReport> loss;  ///< convert() between two formats: what became of each field
  bool complete = true;  ///< convert(), repair(): the output is whole; false if errors ended it
};

/// Checks one input. Findings go to `on_finding`; exact counts come back. Every defect of every
/// record is told, each once. Errors: kUsage (unknown or ambiguous format), kIo. Threads: any
/// number of runs at once. Cost: linear; constant memory apart from the keys that must be unique.
CROSSWALK_API Result<RunResult> validate(const Formats& formats, Source& source,
                                         const ValidateOptions& options,
                                         const FindingSink& on_finding);

/// The same over several sources, read one after another as one input (a folder of parts): keys are
/// unique over all of them, and for tables their columns must agree (`input.columns-differ`).
CROSSWALK_API Result<RunResult> validate(const Formats& formats, std::span<Source* const> sources,
                                         const ValidateOptions& options,
                                         const FindingSink& on_finding);

/// Converts the sources, read one after another as one input (for tables their columns must agree:
/// `input.columns-differ`). Without keep_going the first error ends the output (`complete` is
/// false), and reading and telling go on. Errors: as validate(), and those that `output` returns.
CROSSWALK_API Result<RunResult> convert(const Formats& formats, std::span<Source* const> sources,
                                        const ConvertOptions& options, Output& output,
                                        const FindingSink& on_finding);

/// Reads the source tolerantly and writes it back in its own layout, with what is wrong in a known
/// way mended; each repair is a finding. All other bytes are those of the source. `complete` is
/// false if an error stands: not all could be mended. Errors: as validate(), and those that
/// `output` returns; kUsage for layouts that cannot be repaired.
CROSSWALK_API Result<RunResult> repair(const Formats& formats, Source& source,
                                       const RepairOptions& options, Output& output,
                                       const FindingSink& on_finding);

/// A format and layout that fits an input.
struct Detected {
  std::string format;                 ///< `vendor/name:layout`
  double score = 0;                   ///< 0 to 1
  std::vector<std::string> evidence;  ///< sentences; no values of the input
};

/// What an input is, best first, from its first 1 MiB. The source can be read on from its start if
/// it can rewind. Errors: kIo.
CROSSWALK_API Result<std::vector<Detected>> detect(const Formats& formats, Source& source);

/// The column names that a file states, for ReadOptions::earlier_columns: of a CSV its header line,
/// of a header/data body its names, of a JSON list its elements, of a `manifest.json` its columns.
/// Its text is UTF-8 or what its byte order mark says; other text is in `encoding`, an IANA name.
/// Errors: kIo; kUsage if the file states no columns, or its encoding is not known.
CROSSWALK_API Result<std::vector<std::string>> read_columns(const Formats& formats,
                                                            const std::string& path,
                                                            const std::string& encoding = {});

}  // namespace crosswalk

#endif  // CROSSWALK_RUN_H
