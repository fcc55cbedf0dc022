// See request.h. Members are put together as text and parsed again: requests are small, and the
// records of a large one are never copied.
#include "conversion/request.h"

#include <algorithm>
#include <vector>

#include "conversion/object_writer.h"
#include "json/parser.h"
#include "json/writer.h"
#include "text/percent.h"

namespace crosswalk::conversion {
namespace {

using format::Definition;
using format::Node;
using format::NodeId;

/// A JSON text and its tape.
struct Parsed {
  explicit Parsed(std::string_view json) : text(json) {
    std::vector<json::Fault> faults;
    json::parse(text, {}, tape, faults);
  }
  [[nodiscard]] check::Envelope envelope() const { return {text, &tape, true}; }
  [[nodiscard]] RecordView view() const { return {text, &tape}; }

  std::string_view text;
  json::Tape tape;
};

/// The schema of the root's member `name`, with references followed; nullptr if it has none.
const Node* root_member(const Definition& definition, std::string_view name) {
  const std::vector<Node>& nodes = definition.schema.nodes;
  for (const auto& [known, id] : nodes.front().properties) {
    if (known != name) continue;
    NodeId at = id;
    for (std::size_t step = 0; nodes[at].ref != format::kNoNode && step < nodes.size(); ++step)
      at = nodes[at].ref;
    return &nodes[at];
  }
  return nullptr;
}

bool is_list_of_records(const Definition& definition) {
  return definition.records->are_items;
}

/// The place of the records as JSON from member number `step` on: a list of one, since a request
/// without records is not written, or objects around it.
std::string empty_place(const Definition& definition, std::size_t step) {
  const std::vector<std::string>& steps = definition.records->steps;
  if (step == steps.size()) return is_list_of_records(definition) ? "[0]" : "{}";
  std::string json = "{";
  json::append_string(json, steps[step]);
  return json + ':' + empty_place(definition, step + 1) + '}';
}

/// Puts the members of a request together, each name once.
class Members {
 public:
  Members(const Definition& definition, bool has_secrets)
      : definition_(definition), has_secrets_(has_secrets) {}

  [[nodiscard]] bool has(std::string_view name) const {
    return std::ranges::find(names_, name) != names_.end();
  }
  void add(std::string_view name, std::string_view value) {
    if (has(name) || (!has_secrets_ && is_secret_member(definition_, name))) return;
    if (!names_.empty()) json_ += ',';
    json::append_string(json_, name);
    json_ += ':';
    json_ += value;
    names_.emplace_back(name);
  }
  void add_all_of(const Parsed& object) {
    const auto& tokens = object.tape.tokens;
    std::string scratch;
    for (std::uint32_t name = 1; name < tokens.front().next; name = tokens[name + 1].next)
      add(json::string_value(object.text, tokens[name], scratch),
          json::raw(object.text, tokens[name + 1]));
  }
  [[nodiscard]] std::string json() const { return json_ + '}'; }

 private:
  const Definition& definition_;
  bool has_secrets_;
  std::string json_ = "{";
  std::vector<std::string> names_;
};

void add_constants(const Definition& definition, Members& members) {
  for (const std::string& name : definition.schema.nodes.front().required) {
    const Node* node = root_member(definition, name);
    if (node != nullptr && node->constant)
      members.add(
          name, json::raw(definition.schema.text, definition.schema.tape.tokens[*node->constant]));
  }
}

void add_delimiter_words(const Definition& definition, Members& members) {
  for (const format::Layout& layout : definition.layouts) {
    if (layout.delimiter_words.empty()) continue;
    std::string word;
    json::append_string(word, layout.delimiter_words.front().first);
    members.add(layout.delimiter_member, word);
  }
}

/// The source's envelope with nothing in place of its records.
std::string without_records(const Definition& definition, const check::Envelope& source) {
  const auto records = check::records_token(source, *definition.records);
  ObjectWriter writer(definition.schema, 0, false);
  std::string json;
  if (!records || *records == 0) return json;
  const std::size_t gap = writer.write_around({source.text, source.tape}, *records, json);
  json.insert(gap, is_list_of_records(definition) ? "[0]" : "{}");
  return json;
}

}  // namespace

bool is_secret_member(const Definition& definition, std::string_view name) {
  const Node* node = root_member(definition, name);
  return node != nullptr && node->annotation.pii == format::Pii::kSecret;
}

std::string make_request(const RequestParts& parts) {
  const Definition& definition = *parts.definition;
  if (definition.records->steps.empty()) return empty_place(definition, 0);
  Members members(definition, parts.has_secrets);
  members.add_all_of(Parsed(parts.settings));
  if (parts.source) {
    const std::string source = without_records(definition, *parts.source);
    if (!source.empty()) members.add_all_of(Parsed(source));
  }
  if (parts.is_completed) {
    add_constants(definition, members);
    add_delimiter_words(definition, members);
  }
  members.add(definition.records->steps.front(), empty_place(definition, 1));
  const std::string json = members.json();
  std::string request;
  std::vector<diagnostics::RawFinding> none;
  ObjectWriter(definition.schema, 0, false).write(Parsed(json).view(), request, none);
  return request;
}

Frame document_frame(const Definition& definition, std::string_view request, bool is_list) {
  if (!definition.records) return {"", "", "", "\n", true};
  if (definition.records->steps.empty()) return {"[", "\n", ",\n", "\n]\n", false, !is_list};
  const Parsed parsed(request);
  const auto records = check::records_token(parsed.envelope(), *definition.records);
  ObjectWriter writer(definition.schema, 0, false);
  std::string around;
  const std::size_t gap = writer.write_around(parsed.view(), records.value_or(0), around);
  const std::string before = around.substr(0, gap);
  const std::string after = around.substr(gap) + '\n';
  if (!is_list_of_records(definition)) return {before, "", "", after, true};
  return {before + '[', "\n", ",\n", "\n]" + after};
}

char form_delimiter(const format::Layout& layout, std::string_view request) {
  const Parsed parsed(request);
  const std::uint32_t token = json::member(request, parsed.tape, 0, layout.delimiter_member);
  std::string scratch;
  const std::string_view said =
      token == 0 ? std::string_view()
                 : json::string_value(request, parsed.tape.tokens[token], scratch);
  for (const auto& [word, delimiter] : layout.delimiter_words) {
    if (word == said) return delimiter;
  }
  return layout.delimiter_words.front().second;
}

Frame form_frame(const format::Layout& layout, std::string_view request,
                 std::span<const std::string> names) {
  const Parsed parsed(request);
  const auto& tokens = parsed.tape.tokens;
  Frame frame;
  const auto add = [&frame](std::string_view name, std::string_view value) {
    if (!frame.before.empty()) frame.before += '&';
    text::append_encoded(frame.before, name);
    frame.before += '=';
    text::append_encoded(frame.before, value);
  };
  std::string name_scratch;
  std::string scratch;
  for (std::uint32_t at = 1; at < tokens.front().next; at = tokens[at + 1].next) {
    const std::string_view name = json::string_value(request, tokens[at], name_scratch);
    const json::Token& value = tokens[at + 1];
    const bool is_text = value.kind == json::Kind::kString;
    if (name != layout.records_member)
      add(name, is_text ? json::string_value(request, value, scratch) : json::raw(request, value));
  }
  for (std::size_t i = 0; i < names.size(); ++i)
    add(layout.columns_prefix + std::to_string(i + 1), names[i]);
  add(layout.records_member, "");
  return frame;
}

}  // namespace crosswalk::conversion
