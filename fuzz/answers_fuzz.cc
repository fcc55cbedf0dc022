// Any bytes as an answer in XML or JSONP.
//
// What must hold: findings and counts do not depend on the size of the blocks; strict reading tells
// a fault where tolerant reading mends one; what strict reading takes, tolerant reading takes with
// the same verdict; an answer is one record.
//   <r><n>2<n></r>   strict: an error at the second <n>; tolerant: perhaps a warning
// The choices are the layout, and the size of the blocks.
#include <algorithm>
#include <string>
#include <vector>

#include "support/require.h"
#include "support/runs.h"

namespace {

using namespace crosswalk;
using fuzz::Bytes;
using fuzz::Outcome;
using fuzz::require;

const std::vector<std::string>& answer_sources() {
  static const std::vector<std::string> kAnswers = [] {
    std::vector<std::string> answers;
    for (const std::string& source : fuzz::sources()) {
      const auto* layout =
          fuzz::library().find(fuzz::format_of(source))->layout(fuzz::layout_of(source));
      if (layout->kind == format::LayoutKind::kXml || layout->kind == format::LayoutKind::kJsonp)
        answers.push_back(source);
    }
    return answers;
  }();
  return kAnswers;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes bytes(data, size);
  ReadOptions options = fuzz::read_options(bytes.pick(answer_sources()));
  const std::size_t block_bytes = bytes.block_bytes();
  const Outcome strict = fuzz::run_validate(bytes.text(), options);
  options.tolerant = true;
  const Outcome tolerant = fuzz::run_validate(bytes.text(), options);
  options.block_bytes = block_bytes;
  require(fuzz::same_verdict(fuzz::run_validate(bytes.text(), options), tolerant));
  require(strict.ok() == tolerant.ok());
  if (!strict.ok()) {  // what is plainly something else, such as a web page, is refused
    require(strict.failure == ErrorKind::kUsage && strict.message == tolerant.message);
    return 0;
  }
  require(strict.result->summary.records <= 1);
  if (strict.result->summary.errors == 0) require(strict.findings == tolerant.findings);
  if (tolerant.result->summary.repairs > 0) require(strict.result->summary.errors > 0);
  return 0;
}
