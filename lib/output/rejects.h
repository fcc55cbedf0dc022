// The two files that rejected records go to.
//
// `FILE` holds the records that were read, inside the frame of the input's layout, so that it can
// be mended and fed again; it appears with every complete run, empty if nothing was rejected.
// `FILE.unreadable` holds what could not be read as a record, a line end after each; it appears
// only if there is any.
//   frame "id,name\n" "\n" "\n", records `1,` and `2,`  ->  FILE is "id,name\n1,\n2,\n"
// A run that is not committed leaves neither. Test: tests/output/rejects_test.cc.
#ifndef CROSSWALK_OUTPUT_REJECTS_H
#define CROSSWALK_OUTPUT_REJECTS_H

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "crosswalk/outputs.h"
#include "crosswalk/result.h"
#include "output/output_stream.h"

namespace crosswalk::output {

/// Collects rejected records; see Output::reject.
/// Threads: one.
class Rejects {
 public:
  /// Begins `files.path`; without a path records are passed over. Errors: kUsage if it is a folder,
  /// kIo.
  static Result<Rejects> create(const RejectFiles& files);
  /// Takes the frame, before the first record.
  void set_frame(std::string_view before, std::string_view between, std::string_view after);
  /// Adds one record. Errors: kIo.
  Status add(std::string_view bytes, bool readable);
  /// Writes and synchronises all, so that only names are left to give. Errors: kIo.
  Status prepare();
  /// Makes the files appear, prepared first if need be. Call once, last. Errors: kIo.
  Status commit();
  /// Undoes commit().
  void take_back();

 private:
  Status add_unreadable(std::string_view bytes);

  std::string path_;
  std::unique_ptr<OutputStream> file_;        // null without a path
  std::unique_ptr<OutputStream> unreadable_;  // null until there is something in it
  std::string before_;
  std::string between_;
  std::string after_;
  std::uint64_t records_ = 0;
  bool is_closed_ = false;  // what stands behind the records is written
};

}  // namespace crosswalk::output

#endif  // CROSSWALK_OUTPUT_REJECTS_H
