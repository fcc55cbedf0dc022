// The schema file of a drafted format: see schema_text.h.
#include "draft/schema_text.h"

#include "json/writer.h"

namespace crosswalk::draft {
namespace {

using json::Writer;

void write_type(Writer& writer, const ColumnDraft& column) {
  if (column.as == "flag") {
    writer.key("enum").begin_array().number(0).number(1).end_array();
    return;
  }
  const bool is_plain = column.as == "number" || column.as == "integer" || column.as == "boolean";
  writer.key("type").string(is_plain ? column.as : "string");
  if (column.as == "date") writer.key("format").string("date");
  if (column.as == "date-time") writer.key("format").string("iso-date-time");
}

void write_if_any(Writer& writer, std::string_view word, const std::string& text) {
  if (!text.empty()) writer.key(word).string(text);
}

void write_list(Writer& writer, std::string_view word, std::span<const std::string> texts) {
  if (texts.empty()) return;
  writer.key(word).begin_array();
  for (const std::string& text : texts) writer.string(text);
  writer.end_array();
}

std::string joined(std::span<const std::string> sentences) {
  std::string text;
  for (const std::string& sentence : sentences) text += (text.empty() ? "" : "; ") + sentence;
  return text;
}

void write_column(Writer& writer, const ColumnDraft& column) {
  writer.key(column.name).begin_object();
  write_type(writer, column);
  writer.key("x-crosswalk").begin_object();
  write_list(writer, "is", std::span(&column.is, 1));
  writer.key("as").string(column.as);
  write_if_any(writer, "form", column.form.date);
  write_if_any(writer, "decimal", column.form.decimal);
  write_if_any(writer, "group", column.form.group);
  write_list(writer, "none", column.form.none);
  write_if_any(writer, "pii", column.pii);
  write_if_any(writer, "todo", joined(column.todos));
  writer.end_object().end_object();
}

void write_layout(Writer& writer, const Sample& sample) {
  writer.key("csv").begin_object();
  writer.key("delimiter").begin_array().string(std::string(1, sample.delimiter)).end_array();
  writer.key("quote").string("\"");
  writer.key("encoding").string(sample.encoding);
  writer.key("checks").begin_array();
  for (const char* const event : {"row-width", "column-duplicate"}) {
    writer.begin_object().key("on").string(event);
    writer.key("rule").string(std::string("csv.") + event).end_object();
  }
  writer.end_array().end_object();
}

// The columns that every customer has a value in, of those that tell customers apart.
std::vector<std::string> required_names(std::span<const ColumnDraft> columns) {
  std::vector<std::string> names;
  for (const ColumnDraft& column : columns) {
    if (column.is.starts_with("/ids/") && column.is_always_filled) names.push_back(column.name);
  }
  return names;
}

}  // namespace

std::string schema_text(const std::string& name, const Sample& sample,
                        std::span<const ColumnDraft> columns) {
  std::string text;
  Writer writer(text, 2);
  writer.begin_object();
  writer.key("$schema").string("http://json-schema.org/draft-07/schema#");
  writer.key("title").string(name);
  writer.key("description").string("Drafted from a sample. Mend each todo and remove it.");
  writer.key("type").string("object");
  write_list(writer, "required", required_names(columns));
  writer.key("additionalProperties").boolean(false);
  writer.key("properties").begin_object();
  for (const ColumnDraft& column : columns) write_column(writer, column);
  writer.end_object();
  writer.key("x-crosswalk").begin_object();
  writer.key("holds").string("customer");
  writer.key("layouts").begin_object();
  write_layout(writer, sample);
  writer.end_object().end_object().end_object();
  return text + "\n";
}

}  // namespace crosswalk::draft
