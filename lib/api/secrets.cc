// See secrets.h.
#include "api/secrets.h"

#include <algorithm>

#include "output/manifest_writer.h"

namespace crosswalk::api {
namespace {

bool is_secret_member(const format::Definition& format, const std::string& name) {
  const auto& nodes = format.schema.nodes;
  const auto is_secret = [&](const auto& member) {
    return member.first == name && nodes[member.second].annotation.pii == format::Pii::kSecret;
  };
  return std::ranges::any_of(nodes[0].properties, is_secret) ||
         std::ranges::any_of(nodes[format.record].properties, is_secret);
}

bool is_in_secret_header(const format::Definition& format, const std::string& name) {
  const std::string place = '{' + name + '}';
  const auto has_place = [&](const auto& header) {
    return header.second.find(place) != std::string::npos && output::is_secret_header(header.first);
  };
  return std::ranges::any_of(format.operations, [&](const format::Operation& operation) {
    return std::ranges::any_of(operation.headers, has_place);
  });
}

}  // namespace

void add_secrets(const format::Definition& format, const std::vector<std::string>& names,
                 std::vector<std::string>& secrets) {
  for (const std::string& name : names) {
    const bool is_new = std::ranges::find(secrets, name) == secrets.end();
    if (is_new && (is_secret_member(format, name) || is_in_secret_header(format, name)))
      secrets.push_back(name);
  }
}

}  // namespace crosswalk::api
