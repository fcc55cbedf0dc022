// The readers behind loader.h: keywords (schema_reader.cc), annotations (annotation_reader.cc).
//
// Nodes are numbered before they are read, so a schema may refer to itself. `$ref`s are followed
// once all nodes around them stand; they may lead to any place of the file that is a schema, and
// that place is read then if nothing else has read it.
//   {"items": {"$ref": "#"}}                      node 1 refers to node 0
//   {"$ref": "#/definitions/x", "type": "null"}   refused in a format: draft-07 ignores `type` here
//   {"$ref": "other.json#/a"}                     refused: a format is one file
// Test: tests/format/schema_reader_test.cc.
#ifndef CROSSWALK_FORMAT_SCHEMA_READER_H
#define CROSSWALK_FORMAT_SCHEMA_READER_H

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "format/json_file.h"
#include "format/schema.h"

namespace crosswalk::format {

/// What may stand at the root of a file besides draft-07.
enum class Vocabulary : std::uint8_t {
  kPlain,      ///< draft-07; unknown keywords are passed over
  kAnnotated,  ///< closed draft-07, `x-crosswalk` at every node
  kFormat,     ///< the same; the root's `x-crosswalk` is the format's, read by definition_reader.h
};

/// Reads the nodes of one file. Threads: one.
class SchemaReader {
 public:
  SchemaReader(JsonFile& file, Vocabulary vocabulary) : file_(file), vocabulary_(vocabulary) {}

  /// The node of the schema at `token`, read now if it was not yet.
  NodeId node(TokenId token);
  /// Nodes of a list of schemas, and of an object of them in file order.
  std::vector<NodeId> nodes(TokenId token);
  std::vector<std::pair<std::string, NodeId>> named_nodes(TokenId token);
  /// The node that a `$ref` such as `#/definitions/x` leads to; a failure if it leads nowhere.
  NodeId target(TokenId ref);
  /// Follows all `$ref`s met so far. Call once everything else is read.
  void follow_refs();

  [[nodiscard]] JsonFile& file() { return file_; }
  /// All nodes, given away at the end of reading.
  std::vector<Node> take_nodes() { return std::move(nodes_); }

 private:
  void read_object(TokenId token, Node& node);
  void read_ref(TokenId token, TokenId ref, NodeId id);

  JsonFile& file_;
  Vocabulary vocabulary_;
  std::vector<Node> nodes_;
  std::map<TokenId, NodeId> by_token_;
  std::vector<std::pair<NodeId, TokenId>> open_refs_;
};

/// Where a list of checks stands: what kinds it may hold depends on it.
enum class CheckPlace : std::uint8_t { kNode, kLayout, kOperation };

/// Reads the `x-crosswalk` at `token` of the schema object at `owner`.
Annotation read_annotation(SchemaReader& reader, TokenId token, TokenId owner);

/// Reads a list of checks. `owner` is the schema object, layout or operation that it belongs to.
std::vector<Check> read_checks(SchemaReader& reader, TokenId token, TokenId owner,
                               CheckPlace place);

}  // namespace crosswalk::format

#endif  // CROSSWALK_FORMAT_SCHEMA_READER_H
