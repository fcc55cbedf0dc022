// The readers behind loader.h: keywords (schema_reader.cc), annotations (annotation_reader.cc).
//
// Nodes are numbered before they are read, so a schema may refer to itself. `$ref`s are followed
// once all nodes around them stand. A `$ref` is a URI against the `$id`s around it: it leads to the
// file itself, to a schema that bears that `$id`, or to a document that the caller knows by that
// URI; and there to any place that is a schema, which is read then if nothing else has read it.
//   {"items": {"$ref": "#"}}                      node 1 refers to node 0
//   {"$ref": "#/definitions/x", "type": "null"}   refused in a format: draft-07 ignores `type` here
//   {"$ref": "other.json#/a"}                     refused where no document of that name is known
// Test: tests/format/schema_reader_test.cc.
#ifndef CROSSWALK_FORMAT_SCHEMA_READER_H
#define CROSSWALK_FORMAT_SCHEMA_READER_H

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "format/documents.h"
#include "format/json_file.h"
#include "format/schema.h"

namespace crosswalk::format {

/// What may stand at the root of a file besides draft-07.
enum class Vocabulary : std::uint8_t {
  kPlain,      ///< draft-07, `x-crosswalk` if there is one; unknown keywords are passed over
  kAnnotated,  ///< closed draft-07, `x-crosswalk` at every node
  kFormat,     ///< the same; the root's `x-crosswalk` is the format's, read by definition_reader.h
};

/// Reads the nodes of one file and of the documents that it refers to. Threads: one.
class SchemaReader {
 public:
  /// `file` must outlive it. `uri` is the file's own (may be empty); `find` knows the documents
  /// that its `$ref`s may lead to (null: none).
  SchemaReader(JsonFile& file, Vocabulary vocabulary, std::string uri = {},
               DocumentFinder find = nullptr);

  /// Reads the root. Call first.
  void read_root();
  /// The node of the schema at `token`, read now if it was not yet.
  NodeId node(TokenId token);
  /// Nodes of a list of schemas, and of an object of them in file order.
  std::vector<NodeId> nodes(TokenId token);
  std::vector<std::pair<std::string, NodeId>> named_nodes(TokenId token);
  /// The node that a `$ref` of the root such as `#/definitions/x` leads to; a failure if it leads
  /// nowhere.
  NodeId target(TokenId ref) { return target(ref, std::string(bases_.front())); }
  /// Follows all `$ref`s met so far. Call once everything else is read.
  void follow_refs();

  [[nodiscard]] JsonFile& file() { return file_; }
  /// The nodes read so far.
  [[nodiscard]] const std::vector<Node>& all_nodes() const { return nodes_; }
  /// All nodes, given away at the end of reading.
  std::vector<Node> take_nodes() { return std::move(nodes_); }

 private:
  /// A `$ref` that is not followed yet.
  struct OpenRef {
    NodeId node = kNoNode;
    TokenId ref = 0;
    std::size_t base = 0;  // in bases_
  };

  void read_object(TokenId token, Node& node);
  void read_annotation_of(TokenId token, Node& node);
  void read_ref(TokenId token, TokenId ref, NodeId id);
  void enter_id(TokenId token);
  NodeId target(TokenId ref, const std::string& base);
  std::optional<TokenId> document(TokenId ref, const std::string& uri);
  std::optional<TokenId> place_in(TokenId ref, const std::string& uri, TokenId root,
                                  std::string_view fragment);
  std::optional<TokenId> child(TokenId token, const std::string& step);
  std::string base_after(const std::string& base, TokenId token);

  JsonFile& file_;
  Vocabulary vocabulary_;
  DocumentFinder find_;
  std::vector<Node> nodes_;
  std::map<TokenId, NodeId> by_token_;
  std::map<std::string, TokenId, std::less<>> by_uri_;  // schemas by their URIs
  std::vector<std::string> bases_;                      // URIs that `$ref`s stand in
  std::size_t base_ = 0;                                // of what is being read
  std::vector<OpenRef> open_refs_;
  std::map<TokenId, std::map<std::string, TokenId>> members_;  // of objects that pointers lead by
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
