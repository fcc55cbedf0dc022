// The library for C, and for every language that can call C: validate, convert, detect.
//
// Conventions, said once:
//
// - Handles (`crosswalk_formats`, `crosswalk_source`, ...) are opaque. What a function named
//   `..._new`, `..._open` or with a handle as `out` argument gives is the caller's; the `_free`
//   function of its type takes it back and takes NULL, too.
// - Texts are pointer and length, in UTF-8, not ended by a NUL; {NULL, 0} is the empty text. What
//   the library gives lives as long as the handle it was asked of; what stands in a callback's
//   arguments dies when that returns. What the caller gives may die when the function returns, if
//   it does not say otherwise.
// - Functions that can fail return a `crosswalk_status` and take a last argument `error`: NULL, or
//   the address of a pointer that gets the reason (to be freed) if and only if the status is not
//   CROSSWALK_OK. `out` arguments are then left as they were. Defects of the data are findings and
//   no failures.
// - Structs with a member `struct_size` grow at their end. For options, set everything to zero and
//   `struct_size` to sizeof: members that a newer library knows and the caller does not are as if
//   zero, and zero always means the default. Structs that the library fills carry the size that it
//   knows; look at newer members only if they lie inside. A size that the library does not know is
//   refused if one of the members it does not know is not zero.
// - Callbacks get the `context` that stands beside them, are called from the thread that called the
//   library, and must neither throw nor jump out of it. They may not call into the run that calls
//   them.
// - Formats may be used from several threads at once after the last addition; every other handle
//   from one thread at a time. There is no global state, and nothing is printed.
//
// An example in C stands in examples/validate_file_c.c.
#ifndef CROSSWALK_C_H
#define CROSSWALK_C_H

#include <stddef.h>
#include <stdint.h>

#include "crosswalk/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/// A text: `size` bytes from `data` on.
typedef struct crosswalk_text {
  const char* data;
  size_t size;
} crosswalk_text;

/// The text of a C string, which must outlive it; empty for NULL.
CROSSWALK_API crosswalk_text crosswalk_text_of(const char* c_string);

/// How a call ended. The numbers are the command's exit codes.
typedef int32_t crosswalk_status;
#define CROSSWALK_OK 0
#define CROSSWALK_USAGE 2  // wrong use: unknown format, schema that does not load, NULL argument
#define CROSSWALK_IO 3     // reading, writing or a callback failed; out of memory
#define CROSSWALK_BUG 70   // a broken promise of the library itself

/// Why a call failed.
typedef struct crosswalk_error crosswalk_error;
/// One line without a final full stop; holds no value of the input.
CROSSWALK_API crosswalk_text crosswalk_error_message(const crosswalk_error* error);
CROSSWALK_API crosswalk_status crosswalk_error_status(const crosswalk_error* error);
CROSSWALK_API void crosswalk_error_free(crosswalk_error* error);

/// The library's version, such as "0.1.0". Lives for ever.
CROSSWALK_API crosswalk_text crosswalk_version(void);

// ---- Formats ----

/// The formats that runs know.
typedef struct crosswalk_formats crosswalk_formats;
/// Those inside the library.
CROSSWALK_API crosswalk_status crosswalk_formats_new(crosswalk_formats** out,
                                                     crosswalk_error** error);
/// Adds a folder of formats (DIR/vendor/name.schema.json), or nothing if there is an error.
CROSSWALK_API crosswalk_status crosswalk_formats_add_folder(crosswalk_formats* formats,
                                                            crosswalk_text dir,
                                                            crosswalk_error** error);
/// Number of known formats.
CROSSWALK_API size_t crosswalk_formats_count(const crosswalk_formats* formats);
/// Name of the format at `index`, sorted; empty beyond the last. Valid until the next addition.
CROSSWALK_API crosswalk_text crosswalk_formats_name(const crosswalk_formats* formats, size_t index);
CROSSWALK_API void crosswalk_formats_free(crosswalk_formats* formats);

// ---- Sources ----

/// A stream of input bytes; read once by one run.
typedef struct crosswalk_source crosswalk_source;
/// A file, or standard input for `-`; decompressed if it is gzip or zstd.
CROSSWALK_API crosswalk_status crosswalk_source_open(crosswalk_text path, crosswalk_source** out,
                                                     crosswalk_error** error);
/// Bytes in memory, which must outlive the source. `name` is the `file` of its findings.
CROSSWALK_API crosswalk_status crosswalk_source_of_memory(crosswalk_text bytes, crosswalk_text name,
                                                          crosswalk_source** out,
                                                          crosswalk_error** error);

/// A stream of the caller's.
typedef struct crosswalk_source_callbacks {
  size_t struct_size;
  void* context;
  /// Puts up to `size` bytes into `into`; returns how many, 0 only at the end, or -1 on failure.
  int64_t (*read)(void* context, char* into, size_t size);
  /// Goes back to the first byte; returns 0, or -1 on failure. NULL: it cannot be read twice.
  int32_t (*rewind)(void* context);
} crosswalk_source_callbacks;
CROSSWALK_API crosswalk_status
crosswalk_source_of_callbacks(const crosswalk_source_callbacks* callbacks, crosswalk_text name,
                              crosswalk_source** out, crosswalk_error** error);
CROSSWALK_API void crosswalk_source_free(crosswalk_source* source);

// ---- Findings ----

typedef int32_t crosswalk_severity;
#define CROSSWALK_SEVERITY_OFF 0
#define CROSSWALK_SEVERITY_INFO 1
#define CROSSWALK_SEVERITY_WARNING 2
#define CROSSWALK_SEVERITY_ERROR 3

/// One thing wrong or doubtful in the input. Texts are empty and numbers 0 where there is nothing
/// to say; lines, columns and records count from 1, `byte` from 0.
typedef struct crosswalk_finding {
  size_t struct_size;
  crosswalk_text rule;  ///< stable name, such as csv.row-width
  crosswalk_severity severity;
  int32_t is_repair;  ///< tolerant reading mended it
  crosswalk_text message;
  crosswalk_text file;
  uint64_t line;
  uint64_t column;  ///< in Unicode code points
  uint64_t byte;
  uint64_t record;
  crosswalk_text field;
  crosswalk_text pointer;  ///< RFC 6901; `has_pointer` tells none from that of the whole document
  int32_t has_pointer;
  crosswalk_text expected;
  crosswalk_text hint;
  crosswalk_text related_file;  ///< of a repeated key: its first occurrence
  uint64_t related_line;
  uint64_t related_record;
} crosswalk_finding;

/// Takes a finding. Returning 0 asks for no more of them; counting goes on.
typedef int32_t (*crosswalk_finding_callback)(void* context, const crosswalk_finding* finding);

/// Takes the number of bytes read so far, after each block. Returning 0 ends the run, which then
/// fails with CROSSWALK_IO.
typedef int32_t (*crosswalk_progress_callback)(void* context, uint64_t bytes);

typedef int32_t crosswalk_fate;
#define CROSSWALK_FATE_VALID 0
#define CROSSWALK_FATE_INVALID 1
#define CROSSWALK_FATE_UNREADABLE 2
#define CROSSWALK_FATE_DROPPED 3  // left out by `dedupe`

/// One record of a run, told when its own findings have been.
typedef struct crosswalk_record {
  size_t struct_size;
  crosswalk_text source;  ///< name of the one that it stands in
  uint64_t number;        ///< in that source, from 1
  crosswalk_fate fate;
  crosswalk_text found;    ///< its bytes in the source; of one in another encoding, in UTF-8
  crosswalk_text written;  ///< its bytes in the output, without what stands between records; empty
                           ///< if it is not written
} crosswalk_record;

/// Takes a record.
typedef void (*crosswalk_record_callback)(void* context, const crosswalk_record* record);

// ---- Runs ----

/// A name and its value: a request's member (`--set`), or a rule and its severity.
typedef struct crosswalk_pair {
  crosswalk_text name;
  crosswalk_text value;
} crosswalk_pair;

/// How to read and judge.
typedef struct crosswalk_read_options {
  size_t struct_size;
  crosswalk_text from;  ///< `vendor/name` or `vendor/name:layout`; empty = detect
  int32_t tolerant;
  int32_t strict;
  const crosswalk_pair* severities;  ///< rule or `group.*` -> error, warning, info, off
  size_t severity_count;
  const crosswalk_pair* settings;
  size_t setting_count;
  crosswalk_text operation;  ///< create, update, overwrite; empty = none
  const crosswalk_text* earlier_columns;
  size_t earlier_column_count;
  const crosswalk_text* column_names;  ///< of an input without a header line
  size_t column_name_count;
  char delimiter;             ///< 0 = as detected
  uint64_t max_record_bytes;  ///< 0 = 8 MiB
  uint32_t max_columns;       ///< 0 = 10,000
  uint32_t max_depth;         ///< 0 = 256
  uint64_t take;              ///< records to use; 0 = all
  uint64_t skip;
  uint64_t stop_after;                    ///< end after so many errors; 0 = never
  int32_t show_values;                    ///< put cell values into findings: personal data
  int64_t now_unix;                       ///< seconds since 1970; 0 = the system's clock
  crosswalk_finding_callback on_finding;  ///< may be NULL
  void* finding_context;
  crosswalk_progress_callback on_progress;  ///< may be NULL
  void* progress_context;
  int32_t threads;  ///< that work, at most 1024; 0 = the calling one alone, -1 = as many as the
                    ///< machine has cores. Callbacks are called by the calling thread alone
  crosswalk_record_callback on_record;  ///< may be NULL
  void* record_context;
  uint64_t memory_limit;     ///< bytes for keys that must be unique; 0 = a quarter of the machine's
                             ///< memory. More go to a temporary file. A run that has to know each
                             ///< repeat at once (an output, stop_after, on_record) reads sources
                             ///< that can begin anew a second time, and fails with CROSSWALK_IO
                             ///< where one cannot
  crosswalk_text time_zone;  ///< of date-times that state none: `+02:00`, `Z` or `Europe/Warsaw`;
                             ///< empty = it is not known, and they stay as they are
  crosswalk_text encoding;   ///< of the input, an IANA name; empty = a byte order mark's, else the
                             ///< format's
  int32_t nfc;               ///< keys and what is written are in Unicode form NFC
} crosswalk_read_options;

/// Exact counts of a run: records == valid + invalid + unreadable.
typedef struct crosswalk_counts {
  size_t struct_size;
  uint64_t files, records, valid, invalid, unreadable, errors, warnings, infos, repairs, bytes;
  uint64_t records_out, records_rejected;  ///< converting
  int32_t is_complete;                     ///< converting: the output is whole
  uint64_t records_dropped;                ///< converting: by `dedupe`
} crosswalk_counts;

/// What a run came to.
typedef struct crosswalk_run crosswalk_run;
/// Fills `counts`, whose struct_size the caller has set.
CROSSWALK_API crosswalk_status crosswalk_run_counts(const crosswalk_run* run,
                                                    crosswalk_counts* counts,
                                                    crosswalk_error** error);
/// `vendor/name:layout` that was read, and that was written (empty if nothing was).
CROSSWALK_API crosswalk_text crosswalk_run_from(const crosswalk_run* run);
CROSSWALK_API crosswalk_text crosswalk_run_to(const crosswalk_run* run);
CROSSWALK_API void crosswalk_run_free(crosswalk_run* run);

/// Checks the sources, read one after another as one input. Cost: linear; constant memory apart
/// from the keys that must be unique. `out` may be NULL.
CROSSWALK_API crosswalk_status crosswalk_validate(const crosswalk_formats* formats,
                                                  crosswalk_source* const* sources,
                                                  size_t source_count,
                                                  const crosswalk_read_options* options,
                                                  crosswalk_run** out, crosswalk_error** error);

/// One output body.
typedef struct crosswalk_part {
  size_t struct_size;
  uint64_t number;  ///< from 1
  uint64_t bytes, records;
  uint64_t first_record, last_record;  ///< of the source, from 1
  crosswalk_text sha256;               ///< lower-case hex
} crosswalk_part;

/// Takes the output, in order. Callbacks return 0, or anything else to end the run with
/// CROSSWALK_IO; each may be NULL. Bodies are told by begin_part, write (any number of times) and
/// end_part; what was written of a body that does not end is not to be used.
typedef struct crosswalk_output_callbacks {
  size_t struct_size;
  void* context;
  int32_t (*begin_part)(void* context, uint64_t number);
  int32_t (*write)(void* context, const char* bytes, size_t size);
  int32_t (*end_part)(void* context, const crosswalk_part* part);
  /// A record that was left out, as found; with `keep_going` only.
  int32_t (*reject)(void* context, uint64_t record, const char* bytes, size_t size,
                    int32_t is_readable);
} crosswalk_output_callbacks;

/// What to write.
typedef struct crosswalk_convert_options {
  size_t struct_size;
  const crosswalk_read_options* read;  ///< may be NULL: all defaults
  crosswalk_text to;                   ///< `vendor/name` or `vendor/name:layout`
  crosswalk_text missing;              ///< `empty`, `null`, `absent`; empty = the format's first
  int32_t keep_going;                  ///< leave records with errors out instead of failing
  uint64_t split_bytes;                ///< a new part begins above; 0 = no limit
  uint64_t split_records;
  uint64_t max_body_bytes;  ///< an output of one body is given up above; 0 = any size
  crosswalk_text dedupe;    ///< of good records with one key, which to keep: `first`, `last`; empty
                            ///< = a repeated key is an error
  crosswalk_text encoding;  ///< of what is written, an IANA name; empty = the target format's
  char delimiter;           ///< of a table that is written; 0 = the target format's
  crosswalk_text map;       ///< text of a map file between two formats; empty = none
  crosswalk_text map_name;  ///< names it in errors
  const crosswalk_text* drops;  ///< fields of the source that are left out; `trait.*`
  size_t drop_count;
  int32_t allows_loss;            ///< fields that the target cannot hold are left out
  const crosswalk_text* columns;  ///< of a table that is written; none = those of the source, or
                                  ///< all that its records need
  size_t column_count;
  int32_t secrets_in_output;  ///< members of class secret are written into requests
} crosswalk_convert_options;

/// Converts the sources, read one after another as one input. Errors in the data make the output
/// incomplete (`is_complete`) unless `keep_going` is set. `out` may be NULL.
CROSSWALK_API crosswalk_status crosswalk_convert(const crosswalk_formats* formats,
                                                 crosswalk_source* const* sources,
                                                 size_t source_count,
                                                 const crosswalk_convert_options* options,
                                                 const crosswalk_output_callbacks* output,
                                                 crosswalk_run** out, crosswalk_error** error);

// ---- What a conversion between two formats loses ----

typedef int32_t crosswalk_loss_class;
#define CROSSWALK_LOSS_LOSSLESS 0    // values come back as they were
#define CROSSWALK_LOSS_NORMALISED 1  // nothing is missing, but they are spelt or named otherwise
#define CROSSWALK_LOSS_READ_ONLY 2   // the source works them out itself; they are not carried
#define CROSSWALK_LOSS_ONE_WAY 3     // they are carried and cannot be read back: hashes
#define CROSSWALK_LOSS_LOSSY 4       // the target cannot hold them, or not all of them

/// What becomes of one field of the source.
typedef struct crosswalk_field_loss {
  size_t struct_size;
  crosswalk_text source;          ///< its column; of a family, ends in `*`
  const crosswalk_text* targets;  ///< columns of the target; none: it is not carried
  size_t target_count;
  crosswalk_loss_class loss;
  crosswalk_text reason;      ///< why, in words; empty where nothing changes
  int32_t is_dropped;         ///< left out because the caller said so
  uint64_t records;           ///< with a value of it; 0 of a report of formats
  uint64_t normalised, lost;  ///< records in which a value was spelt otherwise, or not carried
} crosswalk_field_loss;

/// The fields in the order of the source's schema; those of families as they were first seen.
typedef struct crosswalk_loss crosswalk_loss;
/// Before anything is read. Fails with CROSSWALK_USAGE where no conversion leads from `from` to
/// `to` (`vendor/name`).
CROSSWALK_API crosswalk_status crosswalk_loss_of_formats(const crosswalk_formats* formats,
                                                         crosswalk_text from, crosswalk_text to,
                                                         crosswalk_loss** out,
                                                         crosswalk_error** error);
/// With the counts of a run; without a field if it did not convert between two formats.
CROSSWALK_API crosswalk_status crosswalk_loss_of_run(const crosswalk_run* run, crosswalk_loss** out,
                                                     crosswalk_error** error);
CROSSWALK_API size_t crosswalk_loss_count(const crosswalk_loss* loss);
/// Fills `field`, whose struct_size the caller has set.
CROSSWALK_API crosswalk_status crosswalk_loss_field(const crosswalk_loss* loss, size_t index,
                                                    crosswalk_field_loss* field,
                                                    crosswalk_error** error);
/// Columns that the target needs and nothing gives; empty beyond the last.
CROSSWALK_API size_t crosswalk_loss_unfed_count(const crosswalk_loss* loss);
CROSSWALK_API crosswalk_text crosswalk_loss_unfed(const crosswalk_loss* loss, size_t index);
CROSSWALK_API void crosswalk_loss_free(crosswalk_loss* loss);

// ---- Detection ----

/// Formats and layouts that fit the first 1 MiB of an input, best first.
typedef struct crosswalk_matches crosswalk_matches;
CROSSWALK_API crosswalk_status crosswalk_detect(const crosswalk_formats* formats,
                                                crosswalk_source* source, crosswalk_matches** out,
                                                crosswalk_error** error);
CROSSWALK_API size_t crosswalk_matches_count(const crosswalk_matches* matches);
/// `vendor/name:layout`; empty beyond the last.
CROSSWALK_API crosswalk_text crosswalk_matches_format(const crosswalk_matches* matches,
                                                      size_t index);
/// 0 to 1.
CROSSWALK_API double crosswalk_matches_score(const crosswalk_matches* matches, size_t index);
CROSSWALK_API void crosswalk_matches_free(crosswalk_matches* matches);

#ifdef __cplusplus
}
#endif

#endif  // CROSSWALK_C_H
