// The request around records: its other members, from the input's envelope and from settings.
//
// Documents and forms have members beside their records (`mode`, `user_id`). They come from the
// input, if that has an envelope, and from settings, which beat it; a required member with a
// `const` is that constant, and the word for a form's delimiter is the first one that the format
// knows. What is still missing is for the format's own rules to tell.
//   {"mode":"Add","data":[...]} and mode=Update, matchBy=Email
//     ->   {"mode":"Update","matchBy":"Email","data":[]}
// Members whose value is secret are left out unless they are asked for.
// Test: tests/cross/layout_pairs_test.cc.
#ifndef CROSSWALK_CONVERSION_REQUEST_H
#define CROSSWALK_CONVERSION_REQUEST_H

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "check/envelope.h"
#include "conversion/frame.h"
#include "format/definition.h"

namespace crosswalk::conversion {

/// What a request is made of.
struct RequestParts {
  const format::Definition* definition = nullptr;  ///< not null; has a place for records
  std::optional<check::Envelope> source;           ///< of the input, of the same format
  std::string settings;                            ///< a JSON object of members
  bool has_secrets = false;                        ///< members of class secret are kept
  bool is_completed = true;                        ///< by constants and the word for a delimiter
};

/// The request as canonical JSON, with an array of one (or an object, where there is but one) in
/// place of the records. REQUIRES: `settings` is an object. Cost: linear in the members.
std::string make_request(const RequestParts& parts);

/// Names of members whose value is secret, of the root of `definition`.
bool is_secret_member(const format::Definition& definition, std::string_view name);

/// The frame of a document around records. `request`: as make_request() gives it; without a place
/// for records (or at the root) it is not looked at. `is_list`: records at the root are a list even
/// if there is but one. REQUIRES: the layout is a document.
Frame document_frame(const format::Definition& definition, std::string_view request, bool is_list);

/// The frame of a form around rows with the columns `names`. REQUIRES: `layout` is a form.
Frame form_frame(const format::Layout& layout, std::string_view request,
                 std::span<const std::string> names);

/// The delimiter that `request` says; the layout's first one if it says none that `layout` knows.
char form_delimiter(const format::Layout& layout, std::string_view request);

}  // namespace crosswalk::conversion

#endif  // CROSSWALK_CONVERSION_REQUEST_H
