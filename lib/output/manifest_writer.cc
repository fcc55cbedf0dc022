// See manifest_writer.h.
#include "output/manifest_writer.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "json/writer.h"

namespace crosswalk::output {

namespace {

constexpr std::size_t kPartDigits = 6;
constexpr std::array<std::string_view, 7> kSecretWords = {"auth",  "cookie", "credential", "key",
                                                          "passw", "secret", "token"};

bool is_template(std::string_view value) {
  return value.size() > 2 && value.front() == '{' && value.find('}') == value.size() - 1;
}

void write_headers(const RequestInfo& request, json::Writer& writer) {
  writer.key("headers").begin_array();
  for (const auto& [name, value] : request.headers) {
    writer.begin_object().key("name").string(name);
    if (!is_secret_header(name) || is_template(value)) writer.key("value").string(value);
    writer.end_object();
  }
  writer.end_array();
}

void write_request(const RequestInfo& request, json::Writer& writer) {
  writer.key(request.name).begin_object();
  writer.key("method").string(request.method).key("url").string(request.url);
  write_headers(request, writer);
  writer.end_object();
}

void write_requests(const RunResult& result, const ManifestRequest& request, json::Writer& writer) {
  if (request.first.name.empty()) return;
  writer.key("requests").begin_object();
  write_request(request.first, writer);
  if (result.parts.size() > 1 && request.next.name != request.first.name) {
    write_request(request.next, writer);
  }
  writer.end_object();
}

void write_part(const Part& part, const std::string& request, const std::string& extension,
                json::Writer& writer) {
  writer.begin_object().key("file").string(part_name(part.number, extension));
  if (!request.empty()) writer.key("request").string(request);
  writer.key("bytes").number(part.bytes).key("records").number(part.records);
  writer.key("first_record").number(part.first_record);
  writer.key("last_record").number(part.last_record);
  writer.key("sha256").string(part.sha256).end_object();
}

}  // namespace

bool is_secret_header(std::string name) {
  std::transform(name.begin(), name.end(), name.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return std::any_of(kSecretWords.begin(), kSecretWords.end(),
                     [&](std::string_view word) { return name.find(word) != std::string::npos; });
}

std::string part_name(std::uint64_t number, const std::string& extension) {
  std::string digits = std::to_string(number);
  digits.insert(0, kPartDigits - std::min(kPartDigits, digits.size()), '0');
  return "part-" + digits + extension;
}

std::string manifest_text(const RunResult& result, const ManifestRequest& request,
                          const std::string& extension) {
  std::string text;
  json::Writer writer(text, 2);
  std::uint64_t bytes = 0;
  for (const Part& part : result.parts) bytes += part.bytes;
  writer.begin_object().key("format").string(result.to);
  writer.key("columns").begin_array();
  for (const std::string& column : result.columns) writer.string(column);
  writer.end_array();
  writer.key("records").number(result.records_out).key("bytes").number(bytes);
  write_requests(result, request, writer);
  writer.key("parts").begin_array();
  for (const Part& part : result.parts) {
    const RequestInfo& own = part.number == 1 ? request.first : request.next;
    write_part(part, own.name, extension, writer);
  }
  writer.end_array().end_object();
  text += '\n';
  return text;
}

}  // namespace crosswalk::output
