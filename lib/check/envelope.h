// The envelope: what stands around the records of a request, and what it means for them.
//
// A condition on the envelope may say more about each record: if `matchBy` is Email, each customer
// needs `email`. Conditions are asked once an input; what is left is a list of schema nodes that
// judge every record. The envelope itself is judged without its records.
//   {"matchBy":"Email","data":[...]}   ->   nodes: items of data; items of data in the `then`
// Where records stand alone (a table, one record a line) the envelope is made of settings. It is
// not whole then: a condition that asks for a member that is not set holds in neither way, and
// nothing is missing.
// Test: tests/check/envelope_test.cc.
#ifndef CROSSWALK_CHECK_ENVELOPE_H
#define CROSSWALK_CHECK_ENVELOPE_H

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/program.h"
#include "json/tape.h"

namespace crosswalk::check {

/// An envelope as a JSON object. Ownership: a view; text and tape must outlive it.
struct Envelope {
  std::string_view text;
  const json::Tape* tape = nullptr;  ///< not null, not empty
  bool is_whole = true;              ///< false: a member that is not there is not known
};

/// The object that settings make: members of the root of `program`, typed by its schema; settings
/// that are no member are left out. Canonical JSON.
std::string envelope_of_settings(const Program& program,
                                 const std::vector<std::pair<std::string, std::string>>& settings);

/// The token where the records are; nothing if they are not there.
std::optional<std::uint32_t> records_token(const Envelope& envelope,
                                           const format::RecordPlace& place);

/// The nodes that judge each record. Cost: that of the conditions.
std::vector<format::NodeId> record_nodes(const Program& program, const format::RecordPlace& place,
                                         const Envelope& envelope, const RunOptions& options);

/// Judges the envelope without its records: all of it, or where it is not whole the members that
/// are there. Findings are appended as by Program::check; returns true if no plain keyword failed.
bool check_envelope(const Program& program, const format::RecordPlace& place,
                    const Envelope& envelope, const RunOptions& options,
                    std::vector<diagnostics::RawFinding>& findings);

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_ENVELOPE_H
