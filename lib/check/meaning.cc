// See meaning.h.
#include "check/meaning.h"

namespace crosswalk::check {
namespace {

using format::As;

// Where the kinds of value that may pass decide, text wins if it is one of them.
As stated(const Program::Code& code, format::NodeId node) {
  const format::Node& schema = code.schema->nodes[node];
  if (schema.annotation.as != As::kNone) return schema.annotation.as;
  const KindBits kinds = code.nodes[node].can_pass;
  if ((kinds & kStringKind) != 0) return schema.has_types ? As::kText : As::kNone;
  if ((kinds & kNumberKind) != 0) return As::kNumber;
  const KindBits booleans = bit(json::Kind::kFalse) | bit(json::Kind::kTrue);
  return (kinds & booleans) != 0 ? As::kBoolean : As::kNone;
}

As find(const Program::Code& code, format::NodeId node) {
  As as = stated(code, node);
  for (const Instruction& instruction : code.plain(node)) {
    if (as != As::kNone) break;
    if (instruction.op == Op::kRef || instruction.op == Op::kAllOf)
      as = find(code, instruction.node);
  }
  return as;
}

}  // namespace

As meaning_of(const Program::Code& code, std::span<const format::NodeId> nodes) {
  for (const format::NodeId node : nodes) {
    const As as = find(code, node);
    if (as != As::kNone) return as;
  }
  return As::kText;
}

format::Pii pii_of(const Program::Code& code, std::span<const format::NodeId> nodes) {
  using format::Pii;
  for (const format::NodeId node : nodes) {
    if (const Pii own = code.schema->nodes[node].annotation.pii; own != Pii::kNone) return own;
    std::vector<format::NodeId> inner;
    for (const Instruction& instruction : code.plain(node)) {
      if (instruction.op == Op::kRef || instruction.op == Op::kAllOf)
        inner.push_back(instruction.node);
    }
    if (const Pii pii = pii_of(code, inner); pii != Pii::kNone) return pii;
  }
  return Pii::kNone;
}

}  // namespace crosswalk::check
