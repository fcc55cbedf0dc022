// The lints; each is told in lint.h.
#include "format/lint.h"

#include <algorithm>
#include <set>

#include "format/pointer.h"

namespace crosswalk::format {
namespace {

void lint_conditions(JsonFile& file, TokenId token) {
  const bool has_if = file.find(token, "if").has_value();
  for (const std::string_view branch : {"then", "else"}) {
    const std::optional<TokenId> found = file.find(token, branch);
    if (found && !has_if) file.fail(*found, std::string(branch) + " without if");
  }
  if (has_if && !file.find(token, "then") && !file.find(token, "else")) {
    file.fail(*file.find(token, "if"), "if without then or else");
  }
}

void lint_enum(JsonFile& file, const Node& node, TokenId token) {
  if (!node.has_enumeration) return;
  const TokenId list = *file.find(token, "enum");
  if (node.enumeration.empty()) file.fail(list, "wanted at least one value");
  if (node.constant) file.fail(list, "enum beside const");
  std::set<std::string_view> seen;
  for (const TokenId value : node.enumeration) {
    if (!seen.insert(file.raw(value)).second) file.fail(value, "the same value twice");
  }
}

/// The formats that are asserted (lib/check); draft-07 lets a validator pass over others.
constexpr std::string_view kFormats[] = {"date",
                                         "time",
                                         "date-time",
                                         "iso-date-time",
                                         "duration",
                                         "email",
                                         "idn-email",
                                         "hostname",
                                         "idn-hostname",
                                         "ipv4",
                                         "ipv6",
                                         "uri",
                                         "uri-reference",
                                         "iri",
                                         "iri-reference",
                                         "uri-template",
                                         "uuid",
                                         "json-pointer",
                                         "relative-json-pointer",
                                         "regex"};

void lint_format(JsonFile& file, const Node& node, TokenId token) {
  if (!node.format) return;
  const auto* const end = std::end(kFormats);
  if (std::find(std::begin(kFormats), end, *node.format) != end) return;
  file.fail_unknown(*file.find(token, "format"), "format", kFormats);
}

/// The keywords that `down` combines; what `contains` holds is a schema for one value.
constexpr std::string_view kDownWords[] = {"allOf", "contains", "if", "not", "then"};

std::vector<std::string> property_names(JsonFile& file, TokenId object) {
  std::vector<std::string> names;
  if (const std::optional<TokenId> properties = file.find(object, "properties")) {
    for (const Member& member : file.members(*properties)) names.push_back(member.name);
  }
  return names;
}

/// Fails `file` if the text at `token`, which reads as `name`, is not one of `names`.
void lint_known(JsonFile& file, TokenId token, const std::string& name,
                const std::vector<std::string>& names) {
  if (std::ranges::find(names, name) != names.end()) return;
  file.fail_unknown(token, "property", std::vector<std::string_view>(names.begin(), names.end()));
}

}  // namespace

void lint_names(JsonFile& file, TokenId object, TokenId list) {
  const std::vector<std::string> known = property_names(file, object);
  std::set<std::string> seen;
  for (const TokenId element : file.elements(list)) {
    const std::string name = file.string(element);
    if (!seen.insert(name).second) file.fail(element, "the same name twice");
    lint_known(file, element, name, known);
  }
}

void lint_pointers(JsonFile& file, TokenId object, TokenId list) {
  std::vector<std::string> known = property_names(file, object);
  for (std::string& name : known) name.insert(0, "/");
  std::set<std::string> seen;
  for (const TokenId element : file.elements(list)) {
    const std::string pointer = file.string(element);
    const auto steps = pointer_steps(pointer);
    const bool is_whole_element = pointer.empty() && file.find(object, "items");
    if (!steps || (steps->empty() && !is_whole_element))
      return file.fail(element, "wanted a pointer such as /id");
    if (!seen.insert(pointer).second) file.fail(element, "the same pointer twice");
    if (!known.empty() && !steps->empty()) lint_known(file, element, '/' + steps->front(), known);
  }
}

void lint_node(JsonFile& file, const Node& node, TokenId token) {
  lint_conditions(file, token);
  lint_enum(file, node, token);
  lint_format(file, node, token);
  const std::optional<TokenId> required = file.find(token, "required");
  if (required && file.find(token, "properties")) lint_names(file, token, *required);
}

void lint_down(JsonFile& file, TokenId token) {
  for (const Member& member : file.members(token)) {
    if (member.name == "contains") continue;
    if (member.name == "allOf") {
      for (const TokenId element : file.elements(member.value)) lint_down(file, element);
    } else if (std::find(std::begin(kDownWords), std::end(kDownWords), member.name) !=
               std::end(kDownWords)) {
      lint_down(file, member.value);
    } else {
      file.fail_unknown(member.name_token, "keyword in down", kDownWords);
    }
  }
}

}  // namespace crosswalk::format
