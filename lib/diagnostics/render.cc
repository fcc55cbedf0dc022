// From a raw finding to a finding with words: see render.h.
#include "diagnostics/render.h"

#include <algorithm>
#include <optional>

#include "diagnostics/display_text.h"
#include "diagnostics/excerpt.h"
#include "diagnostics/redaction.h"

namespace crosswalk::diagnostics {
namespace {

constexpr std::size_t kMaxValueCodePoints = 60;

// The words that templates may ask for.
struct Words {
  std::string found, wanted, shape, expected, name, field, part;

  // nullptr for a word that templates do not know.
  [[nodiscard]] const std::string* find(std::string_view placeholder) const {
    if (placeholder == "found") return &found;
    if (placeholder == "wanted") return &wanted;
    if (placeholder == "shape") return &shape;
    if (placeholder == "expected") return &expected;
    if (placeholder == "name") return &name;
    if (placeholder == "field") return &field;
    if (placeholder == "part") return &part;
    return nullptr;
  }
};

// What stands for a placeholder: a word, or a number and the thing it counts, `{found cell}`.
// Nothing if there is no such word.
std::optional<std::string> filled(std::string_view placeholder, const Words& words) {
  const std::size_t blank = placeholder.find(' ');
  const std::string* const word = words.find(placeholder.substr(0, blank));
  if (word == nullptr || blank == std::string_view::npos)
    return word == nullptr ? std::nullopt : std::optional(*word);
  return *word + std::string(placeholder.substr(blank)) + (*word == "1" ? "" : "s");
}

// Puts words in place of `{placeholder}`s; braces that hold none stay.
std::string expand(std::string_view pattern, const Words& words) {
  std::string out;
  while (!pattern.empty()) {
    const std::size_t open = std::min(pattern.find('{'), pattern.size());
    out += pattern.substr(0, open);
    pattern.remove_prefix(open);
    const std::size_t close = pattern.find('}');
    if (close == std::string_view::npos) break;
    const std::optional<std::string> word = filled(pattern.substr(1, close - 1), words);
    out += word ? *word : std::string(1, '{');
    pattern.remove_prefix(word ? close + 1 : 1);
  }
  out += pattern;
  return out;
}

// "row width" for `csv.row-width`.
std::string rule_in_words(std::string_view rule) {
  std::string words(rule.substr(rule.find('.') + 1));
  std::ranges::replace(words, '-', ' ');
  return words;
}

std::string default_template(const RawFinding& raw, std::string_view rule, const Words& words) {
  const bool has_shape = raw.shape.kind != ShapeKind::kNone;
  if (!words.expected.empty())
    return has_shape ? "expected {expected}, found {shape}" : "expected {expected}";
  std::string text = rule_in_words(rule);
  if (!raw.name.empty()) text += ": {name}";
  if (has_shape) text += ": {shape}";
  if (raw.found != raw.wanted) text += ": found {found}, expected {wanted}";
  return text;
}

bool may_print_value(const RawFinding& raw, const RenderContext& context,
                     const Location& location) {
  return context.show_values && !location.is_secret && !location.in_head && raw.length > 0 &&
         raw.offset < location.bytes.size();
}

std::string shape_or_value(const RawFinding& raw, const RenderContext& context,
                           const Location& location) {
  const std::string shape = shape_words(raw.shape);
  const bool has_value = raw.shape.kind != ShapeKind::kNone &&
                         raw.shape.kind != ShapeKind::kEmpty && raw.shape.kind != ShapeKind::kNull;
  if (!has_value || !may_print_value(raw, context, location)) return shape;
  const std::string_view value = location.bytes.substr(raw.offset, raw.length);
  return display_text(value, kMaxValueCodePoints) + " (" + shape + ")";
}

std::string printed_name(std::string_view name, bool may_print) {
  return may_print ? display_text(name) : name_or_shape(name);
}

std::string name_in_message(std::string_view name, bool show_values) {
  if (name.empty() || is_safe_name(name)) return std::string(name);
  if (show_values) return "\"" + display_text(name) + "\"";
  return "(" + name_or_shape(name) + ")";
}

Words words_for(const RawFinding& raw, const RenderContext& context, const Location& location) {
  const Rule& rule = context.rules->rule(raw.rule);
  Words words;
  words.found = std::to_string(raw.found);
  words.wanted = std::to_string(raw.wanted);
  words.shape = shape_or_value(raw, context, location);
  words.expected = rule.expected.empty() ? raw.expected : rule.expected;
  words.name = name_in_message(raw.name, context.show_values);
  words.field = printed_field(raw, context, location).value_or("");
  words.part = std::to_string(raw.part);
  return words;
}

// A part of a multi-value cell is numbered in the message, whatever the template says; a template
// that asks for what was expected is of no use where nothing was.
std::string message_of(const RawFinding& raw, const Rule& rule, const Words& words) {
  const bool wants_expected = rule.message.find("{expected}") != std::string::npos;
  const bool is_fit = !rule.message.empty() && !(wants_expected && words.expected.empty());
  const std::string pattern = is_fit ? rule.message : default_template(raw, rule.name, words);
  const bool names_part = raw.part == 0 || pattern.find("{part}") != std::string::npos;
  return (names_part ? "" : "part " + words.part + ": ") + expand(pattern, words);
}

// A member's name as a segment of a pointer (RFC 6901, section 3).
std::string pointer_segment(std::string_view member) {
  std::string segment = "/";
  for (const char letter : member) {
    if (letter == '~') {
      segment += "~0";
    } else if (letter == '/') {
      segment += "~1";
    } else {
      segment += letter;
    }
  }
  return segment;
}

std::string column_segment(const RawFinding& raw) {
  return raw.column == kNoColumn ? std::string() : "/" + std::to_string(raw.column);
}

std::optional<std::string> pointer_of(const RawFinding& raw, const RenderContext& context,
                                      const Location& location) {
  if (!raw.pointer.empty()) {
    return context.show_values ? display_text(raw.pointer) : redacted_pointer(raw.pointer);
  }
  if (context.records_member.empty()) return std::nullopt;
  if (location.in_head) {
    const bool is_about_names = raw.column != kNoColumn || !raw.field.empty();
    if (!is_about_names) return std::nullopt;
    return pointer_segment(context.columns_member) + column_segment(raw);
  }
  if (!location.record) return std::nullopt;
  return pointer_segment(context.records_member) + "/" + std::to_string(*location.record - 1) +
         column_segment(raw);
}

std::optional<Excerpt> excerpt_of(const RawFinding& raw, const RenderContext& context,
                                  const Location& location) {
  if (!context.want_excerpts || location.bytes.empty()) return std::nullopt;
  Reveal reveal = location.in_head ? Reveal::kNames : Reveal::kStructure;
  if (context.show_values && !context.has_secrets && !location.is_secret) reveal = Reveal::kAll;
  return make_excerpt(
      {location.bytes, raw.offset, raw.length, location.place.column, context.head_names}, reveal);
}

}  // namespace

std::optional<std::string> printed_field(const RawFinding& raw, const RenderContext& context,
                                         const Location& location) {
  const std::string_view name = raw.field.empty() ? location.column_name : raw.field;
  if (name.empty()) return std::nullopt;
  return printed_name(name, context.show_values || location.is_known_name);
}

Finding render(const RawFinding& raw, const RenderContext& context, const Location& location) {
  const Rule& rule = context.rules->rule(raw.rule);
  const Words words = words_for(raw, context, location);
  Finding finding;
  finding.rule = rule.name;
  finding.severity = raw.severity;
  finding.repair = raw.repair;
  finding.message = message_of(raw, rule, words);
  finding.file = context.file;
  finding.place = location.place;
  finding.record = location.record;
  finding.field = printed_field(raw, context, location);
  finding.pointer = pointer_of(raw, context, location);
  finding.expected = words.expected;
  finding.hint = raw.hint.empty() ? expand(rule.hint, words) : raw.hint;
  if (raw.related_line != 0) {
    Related related{context.file, raw.related_line, std::nullopt};
    if (!location.related_file.empty()) related.file = location.related_file;
    if (raw.related_record != 0) related.record = raw.related_record;
    finding.related.push_back(related);
  }
  finding.excerpt = excerpt_of(raw, context, location);
  return finding;
}

}  // namespace crosswalk::diagnostics
