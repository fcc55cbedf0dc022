// What the text of a field means, from its schema: its `as`, else the kinds of value that may pass.
//
//   {"type":"integer"}                        a number, where the text has that form
//   {"type":["number","string"]}              text: where text is allowed, it wins
//   {"x-crosswalk":{"as":"date"},"type":...}  a date, whatever the type
// Test: tests/check/meaning_test.cc.
#ifndef CROSSWALK_CHECK_MEANING_H
#define CROSSWALK_CHECK_MEANING_H

#include <span>

#include "check/code.h"

namespace crosswalk::check {

/// The meaning that the first of `nodes` with one states, references and `allOf` followed; kText if
/// none does.
format::As meaning_of(const Program::Code& code, std::span<const format::NodeId> nodes);

/// The class of personal data that `nodes` give a value: the first that has one, references and
/// `allOf` followed.
format::Pii pii_of(const Program::Code& code, std::span<const format::NodeId> nodes);

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_MEANING_H
