// The canonical names: see canonical.h.
#include "format/canonical.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/nearest.h"
#include "format/json_file.h"
#include "format/library.h"

namespace crosswalk::format {
namespace {

JsonFile open_canonical(std::string_view path) {
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path == path) return {std::string(file.text), path};
  }
  return {"{}", path};
}

JsonFile& canonical(Holds holds) {
  static JsonFile customer = open_canonical("canonical/customer.schema.json");
  static JsonFile event = open_canonical("canonical/event.schema.json");
  return holds == Holds::kEvent ? event : customer;
}

std::vector<std::string> names_in(JsonFile& file, TokenId schema) {
  std::vector<std::string> names;
  if (const auto properties = file.find(schema, "properties")) {
    for (const Member& member : file.members(*properties)) names.push_back(member.name);
  }
  return names;
}

// The schema of member `name`; nothing if the object does not take it.
std::optional<TokenId> step(JsonFile& file, TokenId schema, std::string_view name) {
  if (const auto properties = file.find(schema, "properties")) {
    if (const auto found = file.find(*properties, name)) return found;
  }
  const auto others = file.find(schema, "additionalProperties");
  const bool is_open = others && file.kind(*others) != json::Kind::kFalse;
  return is_open ? others : std::nullopt;
}

bool is_of_type(JsonFile& file, TokenId schema, std::string_view wanted) {
  const auto type = file.find(schema, "type");
  return type && file.kind(*type) == json::Kind::kString && file.text_of(*type) == wanted;
}

/// Takes the first step off a pointer. REQUIRES: it begins with a slash and goes on.
std::string_view take_step(std::string_view& pointer) {
  pointer.remove_prefix(1);
  const std::string_view name = pointer.substr(0, pointer.find('/'));
  pointer.remove_prefix(name.size());
  return name;
}

/// REQUIRES: canonical_fault() finds none.
TokenId schema_at(JsonFile& file, std::string_view pointer) {
  TokenId schema = 0;
  while (!pointer.empty()) schema = *step(file, schema, take_step(pointer));
  return schema;
}

}  // namespace

std::string canonical_fault(Holds holds, std::string_view pointer) {
  JsonFile& file = canonical(holds);
  const std::string whole(pointer);
  TokenId schema = 0;
  while (!pointer.empty()) {
    if (pointer.front() != '/' || pointer.size() == 1) return "wanted a pointer such as /emails";
    const std::string_view name = take_step(pointer);
    const auto next = step(file, schema, name);
    if (!next) {
      const std::vector<std::string> names = names_in(file, schema);
      const std::vector<std::string_view> known(names.begin(), names.end());
      std::vector<std::string> near = base::nearest(name, known);
      if (near.size() > 1) near.resize(1);
      return "unknown canonical field " + whole + base::did_you_mean(near);
    }
    schema = *next;
  }
  return is_of_type(file, schema, "object") ? whole + " is no field: it has members"
                                            : std::string();
}

std::vector<std::string> canonical_values(Holds holds, std::string_view pointer) {
  JsonFile& file = canonical(holds);
  const auto list = file.find(schema_at(file, pointer), "enum");
  return list && file.kind(file.elements(*list).front()) == json::Kind::kString
             ? file.strings(*list)
             : std::vector<std::string>();
}

bool may_be_canonical_list(Holds holds, std::string_view pointer) {
  JsonFile& file = canonical(holds);
  const TokenId schema = schema_at(file, pointer);
  if (file.kind(schema) == json::Kind::kTrue) return true;
  const auto type = file.find(schema, "type");
  if (!type || file.kind(*type) != json::Kind::kArray) return false;
  const std::vector<std::string> types = file.strings(*type);
  return std::ranges::find(types, "array") != types.end();
}

std::string canonical_format(Holds holds, std::string_view pointer) {
  JsonFile& file = canonical(holds);
  const auto format = file.find(schema_at(file, pointer), "format");
  return format ? file.text_of(*format) : std::string();
}

}  // namespace crosswalk::format
