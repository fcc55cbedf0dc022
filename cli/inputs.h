// The inputs of a command: files, standard input, lists of files, and folders of parts.
//
// A folder that holds a manifest.json is its parts, in order, as one input; other folders are
// refused. Nothing is opened for reading here but lists and manifests.
//   a.csv parts/ -   ->   three inputs; the second is parts/part-000001.json, ...
// Test: tests/cli/inputs_test.cc.
#ifndef CROSSWALK_CLI_INPUTS_H
#define CROSSWALK_CLI_INPUTS_H

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "crosswalk/outputs.h"
#include "crosswalk/stream.h"
#include "options.h"

namespace crosswalk::cli {

/// One input: a file, or the parts of a folder.
struct Input {
  std::string name;                  ///< as given
  std::vector<std::string> paths;    ///< files to read, in order; `-` is standard input
  std::optional<Manifest> manifest;  ///< of a folder
};

/// The inputs that `options` name; standard input if none. Errors: kUsage for a folder without a
/// manifest, for standard input named twice; kIo for a list that cannot be read.
Result<std::vector<Input>> collect_inputs(const Options& options);

/// An input's files, opened.
struct OpenSources {
  std::vector<std::unique_ptr<Source>> owned;
  std::vector<Source*> all;

  /// Opens `path` too. Errors: kIo.
  Status open(const std::string& path);
};

/// All bytes of a file, for those that are small. Errors: kIo.
Result<std::string> read_file(const std::string& path);

/// Nothing is written that is read too, or written twice, or a folder; names are compared through
/// links, and nothing is opened. Empty names and `-` stand for no file in `written`. Errors:
/// kUsage.
Status check_written(const std::vector<std::string>& written, const Options& options,
                     const std::vector<Input>& inputs);

}  // namespace crosswalk::cli

#endif  // CROSSWALK_CLI_INPUTS_H
