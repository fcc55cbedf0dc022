// Any bytes, repaired: what a repair claims to have mended is mended.
//
// What must hold: a complete repair leaves no error, and nothing that it mended, for strict reading
// to find; a second repair changes nothing; what needs no repair comes out byte for byte; the size
// of the blocks changes nothing.
//   {"a":[1,,2]   comes out as {"a":[1,"",2]}
// The choices are source, size of the blocks, and whether guesses are allowed.
#include <set>
#include <string>

#include "support/require.h"
#include "support/runs.h"

namespace {

using namespace crosswalk;
using fuzz::Bytes;
using fuzz::Outcome;
using fuzz::require;

std::string rule_of(const std::string& finding) {
  return finding.substr(0, finding.find(' '));
}

bool is_mended(const std::string& finding) {
  return finding.find(" mended ") != std::string::npos;
}

/// Strict reading of the output tells no more under a rule than the repair left.
void check_output(const Outcome& repaired, const std::string& from) {
  std::set<std::string> mended;
  std::multiset<std::string> left;
  for (const std::string& finding : repaired.findings) {
    if (is_mended(finding)) mended.insert(rule_of(finding));
    if (!is_mended(finding)) left.insert(rule_of(finding));
  }
  const std::string output = repaired.body();
  const Outcome strict = fuzz::run_validate(output, fuzz::read_options(from));
  require(strict.ok() && strict.result->summary.errors == 0);
  for (const std::string& finding : strict.findings) {
    if (mended.contains(rule_of(finding))) require(!left.extract(rule_of(finding)).empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes bytes(data, size);
  RepairOptions options;
  options.read = fuzz::read_options(fuzz::choose_source(bytes));
  const std::size_t block_bytes = bytes.block_bytes();
  options.unsafe = bytes.flag();
  if (bytes.flag()) options.read.time_zone = "+02:00";
  const Outcome first = fuzz::run_repair(bytes.text(), options);
  options.read.block_bytes = block_bytes;
  const Outcome pieces = fuzz::run_repair(bytes.text(), options);
  require(fuzz::same_verdict(first, pieces));
  if (!first.is_complete()) return 0;
  require(pieces.body() == first.body());
  options.read.from = first.result->from;
  check_output(first, options.read.from);
  const Outcome second = fuzz::run_repair(first.body(), options);
  require(second.is_complete() && second.result->summary.repairs == 0);
  require(second.body() == first.body());
  if (first.result->summary.repairs == 0) require(first.body() == bytes.text());
  return 0;
}
