// A document of another syntax (a form, XML) written as JSON, and where each piece came from.
//
// The rule program judges JSON. What is no JSON is written as JSON with the same meaning, and each
// name and value is marked with the bytes of the input that it stands for, so findings can be moved
// back.
//   a=1&b=x   ->   {"a":"1","b":"x"}: what is found at the second name belongs to byte 4 of the
//   form
// Test: tests/record/transcript_test.cc.
#ifndef CROSSWALK_RECORD_TRANSCRIPT_H
#define CROSSWALK_RECORD_TRANSCRIPT_H

#include <cstdint>
#include <string>
#include <vector>

#include "diagnostics/raw_finding.h"

namespace crosswalk::record {

/// Bytes of the input.
struct Stretch {
  std::uint32_t begin = 0;
  std::uint32_t length = 0;
};

/// JSON under construction, marked with its origins.
class Transcript {
 public:
  /// What is appended to `json` from here on stands for `stretch` of the input.
  void mark(Stretch stretch) {
    marks_.push_back({static_cast<std::uint32_t>(json.size()), stretch});
  }
  /// What the JSON at `offset` stands for; the input's first byte where nothing is marked.
  [[nodiscard]] Stretch origin_of(std::uint32_t offset) const;
  /// Moves a finding in the JSON to the input.
  void move_back(diagnostics::RawFinding& finding) const;

  std::string json;

 private:
  struct Mark {
    std::uint32_t at = 0;
    Stretch stretch;
  };
  std::vector<Mark> marks_;  // `at` rises
};

}  // namespace crosswalk::record

#endif  // CROSSWALK_RECORD_TRANSCRIPT_H
