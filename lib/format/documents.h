// The documents that a schema's `$ref`s may lead to, by URI. Nothing is ever fetched.
//
// A schema of the user's own may be spread over the files of its folder: other.json beside it is
// found by the URI file:///folder/other.json, or by http://a.pl/other.json if the schema calls
// itself http://a.pl/schema.json in its `$id`.
//   "$ref": "parts/address.json#/definitions/city"   a file in the folder
//   "$ref": "../address.json"                        refused: it leads out of the folder
//   "$ref": "http://b.pl/address.json"               no document at hand
// Test: tests/format/documents_test.cc.
#ifndef CROSSWALK_FORMAT_DOCUMENTS_H
#define CROSSWALK_FORMAT_DOCUMENTS_H

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "crosswalk/result.h"

namespace crosswalk::format {

/// A JSON text, and what to call it in errors.
struct Document {
  std::string text;
  std::string where;
};

/// Gives the document at a URI without fragment; nothing if it is not known. Errors: kUsage for a
/// URI that must not be followed.
using DocumentFinder = std::function<Result<std::optional<Document>>(const std::string& uri)>;

/// All bytes of a schema's file. Errors: kIo; kUsage if it is larger than a schema may be.
Result<std::string> read_schema_file(const std::string& path);

/// The URI of the file at `path`.
std::string uri_of_file(const std::string& path);

/// Finds the files of the folder that the schema `text` at `path` lies in.
DocumentFinder files_beside(const std::string& path, std::string_view text);

}  // namespace crosswalk::format

#endif  // CROSSWALK_FORMAT_DOCUMENTS_H
