// An Output that keeps everything, and findings as short lines.
#ifndef CROSSWALK_TESTS_SUPPORT_MEMORY_OUTPUT_H
#define CROSSWALK_TESTS_SUPPORT_MEMORY_OUTPUT_H

#include <optional>
#include <string>
#include <vector>

#include "crosswalk/run.h"

namespace crosswalk::tests {

/// Keeps bodies and rejects in memory; fails on demand.
class MemoryOutput : public Output {
 public:
  struct Reject {
    std::uint64_t record = 0;
    std::string bytes;
    bool readable = true;
    friend bool operator==(const Reject&, const Reject&) = default;
  };

  Status begin_part(std::uint64_t number) override {
    if (number != bodies.size() + 1) return Error{ErrorKind::kBug, "parts out of order"};
    bodies.emplace_back();
    return {};
  }
  Status write(std::string_view bytes) override {
    if (fails_to_write) return Error{ErrorKind::kIo, "no space left"};
    bodies.back() += bytes;
    return {};
  }
  Status end_part(const Part& part) override {
    parts.push_back(part);
    return {};
  }
  Status reject(std::uint64_t record, std::string_view bytes, bool readable) override {
    rejects.push_back({record, std::string(bytes), readable});
    return {};
  }
  Status reject_frame(std::string_view before, std::string_view between,
                      std::string_view after) override {
    if (frame) return Error{ErrorKind::kBug, "the frame was told twice"};
    frame = {std::string(before), std::string(between), std::string(after)};
    return {};
  }

  /// What a file of the readable rejects would hold.
  [[nodiscard]] std::string reject_file() const {
    std::string file;
    for (const Reject& reject : rejects) {
      if (reject.readable) file += (file.empty() ? frame->at(0) : frame->at(1)) + reject.bytes;
    }
    return file.empty() ? file : file + frame->at(2);
  }

  std::vector<std::string> bodies;
  std::vector<Part> parts;
  std::vector<Reject> rejects;
  std::optional<std::vector<std::string>> frame;
  bool fails_to_write = false;
};

/// `rule line:column @byte #record field`, as far as the finding has them.
inline std::string line_of(const Finding& finding) {
  std::string line = finding.rule + ' ' + std::to_string(finding.place.line) + ':' +
                     std::to_string(finding.place.column) + " @" +
                     std::to_string(finding.place.byte);
  if (finding.record) line += " #" + std::to_string(*finding.record);
  if (finding.field) line += ' ' + *finding.field;
  return line;
}

/// A sink that keeps findings.
struct KeptFindings {
  std::vector<Finding> all;

  FindingSink sink() {
    return [this](const Finding& finding) {
      all.push_back(finding);
      return true;
    };
  }
  [[nodiscard]] std::vector<std::string> lines() const {
    std::vector<std::string> lines;
    for (const Finding& finding : all) lines.push_back(line_of(finding));
    return lines;
  }
};

}  // namespace crosswalk::tests

#endif  // CROSSWALK_TESTS_SUPPORT_MEMORY_OUTPUT_H
