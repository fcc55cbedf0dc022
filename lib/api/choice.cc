// See choice.h.
#include "api/choice.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "api/formats_impl.h"
#include "base/nearest.h"
#include "json/parser.h"
#include "layout/glimpse.h"
#include "text/decoder.h"
#include "text/encoding.h"

namespace crosswalk::api {

bool begins_like_json(std::string_view start) {
  const std::size_t first = start.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  return first != std::string_view::npos && (start[first] == '{' || start[first] == '[');
}

namespace {

/// The format that `name` states, and its layout if it states one.
Result<Choice> choose_named(const format::Library& library, std::string_view name) {
  const std::size_t colon = name.find(':');
  const std::string_view format_name = name.substr(0, colon);
  Choice choice;
  choice.definition = library.find(format_name);
  if (choice.definition == nullptr) return unknown_format(library, format_name);
  if (colon == std::string_view::npos) return choice;
  const std::string_view layout_name = name.substr(colon + 1);
  choice.layout = choice.definition->layout(layout_name);
  if (choice.layout != nullptr) return choice;
  std::vector<std::string> known;
  for (const format::Layout& layout : choice.definition->layouts) known.push_back(layout.name);
  return Error{ErrorKind::kUsage, choice.definition->name + " has no layout \"" +
                                      std::string(layout_name) + "\": it has " + either(known)};
}

Error too_many_fit(std::string_view source, const std::vector<layout::Candidate>& candidates) {
  std::vector<std::string> names;
  for (const layout::Candidate& candidate : candidates) {
    if (candidate.score == candidates.front().score)
      names.push_back(Choice{candidate.definition, candidate.layout}.name());
  }
  return {ErrorKind::kUsage,
          std::string(source) + " may be " + either(names) + ": say which with --from"};
}

bool is_called_lines(std::string_view source_name) {
  return source_name.ends_with(".ndjson") || source_name.ends_with(".jsonl");
}

/// The layout to read an input by that fits no layout of `definition`: lines if it is called so,
/// JSON if it begins like JSON or is called so.
const format::Layout* fallback_layout(const format::Definition& definition, std::string_view start,
                                      std::string_view source_name) {
  using format::LayoutKind;
  const bool are_lines = is_called_lines(source_name);
  const bool is_json = begins_like_json(start) || source_name.ends_with(".json");
  const auto is_called = [&](const format::Layout& layout) {
    return are_lines && layout.kind == LayoutKind::kNdjson;
  };
  const auto fits = [&](const format::Layout& layout) {
    return (layout.kind != LayoutKind::kCsv) == is_json;
  };
  const auto& layouts = definition.layouts;
  auto layout = std::ranges::find_if(layouts, is_called);
  if (layout == layouts.end()) layout = std::ranges::find_if(layouts, fits);
  return layout != layouts.end() ? &*layout : &layouts.front();
}

Error nothing_fits(std::string_view name, std::string_view start) {
  std::string message(name);
  if (start.empty()) {
    message += " is empty, so its format cannot be told: say which it is with --from";
  } else if (const auto foreign = layout::foreign_content(start)) {
    message += ": " + *foreign;
  } else {
    message += " fits no known format: say which it is with --from";
  }
  return {ErrorKind::kUsage, std::move(message)};
}

/// The first bytes of an input as UTF-8, as far as the caller or a byte order mark tells how.
std::string decoded(std::string_view start, const std::string& stated) {
  const std::string encoding = text::encoding_of_text(start, stated, "utf-8");
  auto decoder = text::Decoder::open(encoding);
  if (text::is_utf8(encoding) || !decoder) return std::string(start);
  std::string utf8;
  decoder->decode(start, false, utf8);
  return utf8;
}

/// True for a lone number, say, and for an answer that was saved with its status line.
bool is_json_value(std::string_view text) {
  json::Tape tape;
  std::vector<json::Fault> faults;
  return json::parse(text, {.tolerant = true}, tape, faults);
}

/// True if `text` begins with two lines that hold an object each, or is called so.
bool are_lines(std::string_view text, std::string_view source_name) {
  const std::size_t brace = text.find('{');
  const bool begins_with_object = text.find_first_not_of("\xEF\xBB\xBF \t\r\n") == brace;
  if (is_called_lines(source_name)) return true;
  if (!begins_with_object || brace == std::string_view::npos) return false;
  text.remove_prefix(brace);
  return layout::count_object_lines(text, layout::glimpse_object(text).bytes) > 1;
}

/// The layout to read an input by that is judged by a schema of the user's own: JSON or lines of it
/// if it begins like JSON or is a JSON value, else a table.
Result<Choice> choose_for_schema(const format::Definition& schema, const std::string& encoding,
                                 layout::PeekedSource& source) {
  const Result<std::string_view> start = source.peek(kDetectBytes);
  if (!start.ok()) return start.error();
  const std::string text = decoded(start.value(), encoding);
  const bool is_json = begins_like_json(text) || source.name().ends_with(".json") ||
                       is_called_lines(source.name()) || (source.complete() && is_json_value(text));
  if (!is_json && (text.empty() || layout::foreign_content(text))) {
    return nothing_fits(source.name(), text);
  }
  if (!is_json) return Choice{&schema, schema.layout("csv")};
  return Choice{&schema, schema.layout(are_lines(text, source.name()) ? "ndjson" : "json")};
}

/// A layout that the caller named, unless the input is plainly something else. An XML reader tells
/// a web page itself, by its root.
Result<Choice> unless_foreign(const Choice& named, const ReadOptions& options,
                              layout::PeekedSource& source) {
  constexpr std::size_t kFewBytes = 4;
  const bool is_text = options.encoding.empty() && text::is_utf8(named.layout->encoding);
  if (!is_text || named.layout->kind == format::LayoutKind::kXml) return named;
  Result<std::string_view> start = source.peek(kFewBytes);
  if (start.ok() && !layout::may_be_foreign(start.value())) return named;
  if (start.ok()) start = source.peek(kDetectBytes);
  if (!start.ok()) return start.error();
  if (layout::foreign_content(start.value())) return nothing_fits(source.name(), start.value());
  return named;
}

}  // namespace

Result<Choice> choose_source(const format::Library& library, const ReadOptions& options,
                             layout::PeekedSource& source) {
  Choice named;
  if (!options.from.empty()) {
    const Result<Choice> choice = choose_named(library, options.from);
    if (!choice.ok()) return choice;
    if (choice.value().layout != nullptr) return unless_foreign(choice.value(), options, source);
    named = choice.value();
    if (named.definition->is_own_schema)
      return choose_for_schema(*named.definition, options.encoding, source);
    if (named.definition->layouts.size() == 1) {
      named.layout = &named.definition->layouts.front();
      return named;
    }
  }
  const Result<std::string_view> start = source.peek(kDetectBytes);
  if (!start.ok()) return start.error();
  auto candidates = layout::detect(start.value(), source.complete(), library, options.encoding);
  if (named.definition != nullptr)
    std::erase_if(candidates,
                  [&](const auto& candidate) { return candidate.definition != named.definition; });
  if (candidates.empty()) {
    if (named.definition != nullptr && !layout::foreign_content(start.value()))
      return Choice{named.definition,
                    fallback_layout(*named.definition, decoded(start.value(), options.encoding),
                                    source.name())};
    return nothing_fits(source.name(), start.value());
  }
  if (candidates.size() > 1 && candidates[0].score == candidates[1].score)
    return too_many_fit(source.name(), candidates);
  return Choice{candidates.front().definition, candidates.front().layout};
}

Result<Choice> choose_target(const format::Library& library, std::string_view to) {
  Result<Choice> choice = choose_named(library, to);
  if (choice.ok() && choice.value().layout == nullptr)
    choice.value().layout = &choice.value().definition->layouts.front();
  return choice;
}

Result<const format::Operation*> choose_operation(const format::Definition& definition,
                                                  const std::string& name) {
  if (name.empty()) return nullptr;
  if (const format::Operation* operation = definition.operation(name)) return operation;
  std::vector<std::string> known;
  for (const format::Operation& operation : definition.operations) known.push_back(operation.name);
  std::string message = definition.name + " has no operation \"" + name + '"';
  if (!known.empty()) message += ": it has " + either(known);
  return Error{ErrorKind::kUsage, std::move(message)};
}

Result<std::optional<text::TimeZone>> choose_time_zone(const std::string& name) {
  if (name.empty()) return std::optional<text::TimeZone>();
  auto zone = text::TimeZone::find(name);
  if (zone) return zone;
  return Error{ErrorKind::kUsage, "unknown time zone \"" + name + '"' +
                                      base::did_you_mean(text::TimeZone::nearest(name)) +
                                      ": expected an offset such as +02:00, Z, or a name such as "
                                      "Europe/Warsaw"};
}

}  // namespace crosswalk::api
