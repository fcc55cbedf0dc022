// `x-crosswalk` at a node: what its text means, whether it is personal, its parts, its checks.
//
// The parts' item is a schema of its own, with an annotation of its own; that is how one bad part
// gets one finding.
//   {"as": "unix", "checks": [...]}     read
//   {"sa": "unix"}                      unknown word of x-crosswalk "sa" (did you mean as?)
// Which of these words a layout can use is not asked here: a JSON document has no use for `as`
// beyond the spelling of numbers. Test: tests/format/annotation_reader_test.cc.
#include "format/schema_reader.h"

#include <algorithm>

#include "format/mapping_reader.h"
#include "text/utf8.h"

namespace crosswalk::format {
namespace {

constexpr Choice<As> kMeanings[] = {
    {"text", As::kText},       {"number", As::kNumber},      {"integer", As::kInteger},
    {"boolean", As::kBoolean}, {"flag", As::kFlag},          {"unix", As::kUnix},
    {"date", As::kDate},       {"date-time", As::kDateTime}, {"json", As::kJson},
};

constexpr Choice<Pii> kPiiClasses[] = {
    {"none", Pii::kNone}, {"email", Pii::kEmail}, {"phone", Pii::kPhone},
    {"name", Pii::kName}, {"id", Pii::kId},       {"secret", Pii::kSecret},
};

/// What a word of an annotation needs.
struct AnnotationContext {
  SchemaReader& reader;
  JsonFile& file;
  Annotation& annotation;
  TokenId owner;
};

struct PartsContext {
  SchemaReader& reader;
  JsonFile& file;
  Parts parts;
};

void read_by(PartsContext& context, TokenId value) {
  context.parts.by = context.file.string(value);
  if (context.parts.by.empty()) context.file.fail(value, "wanted at least one character");
}

constexpr Word<PartsContext> kPartsWords[] = {
    {"by", read_by},
    {"item", [](PartsContext& c, TokenId value) { c.parts.item = c.reader.node(value); }},
};

void read_parts(AnnotationContext& context, TokenId value) {
  PartsContext parts{context.reader, context.file, {}};
  read_words(context.file, value, "word of parts", kPartsWords, parts);
  for (const std::string_view word : {"by", "item"}) {
    if (!context.file.find(value, word))
      context.file.fail(value, "parts without " + std::string(word));
  }
  context.annotation.parts = parts.parts;
}

/// `column`: a name, or several of them.
void read_columns(AnnotationContext& context, TokenId value) {
  JsonFile& file = context.file;
  std::vector<std::string>& columns = context.annotation.columns;
  columns = file.kind(value) == json::Kind::kString ? std::vector{file.string(value)}
                                                    : file.strings(value);
  const bool has_empty = std::ranges::find(columns, std::string()) != columns.end();
  if (columns.empty() || has_empty) file.fail(value, "wanted the name of a column, or several");
}

/// `aliases`: texts that the enum does not have, each with the one that is meant.
void read_aliases(AnnotationContext& context, TokenId value) {
  for (const Member& member : context.file.members(value))
    context.annotation.aliases.emplace_back(member.name, context.file.string(member.value));
}

/// `pairs`: the two members.
void read_pairs(AnnotationContext& context, TokenId value) {
  const std::vector<std::string> members = context.file.strings(value);
  if (members.size() != 2 || members[0] == members[1])
    return context.file.fail(value, "wanted two members, such as [\"name\", \"value\"]");
  context.annotation.pairs = Pairs{members[0], members[1]};
}

/// True if `form` has a year, a month and a day once each; `is_time`: and hours and minutes.
bool is_date_form(std::string_view form, bool is_time) {
  const auto count = [&](std::string_view letters) {
    std::size_t found = 0;
    for (std::size_t at = 0; at < form.size();) {
      const std::size_t end = std::min(form.find_first_not_of(form[at], at), form.size());
      if (form.substr(at, end - at) == letters) ++found;
      at = end;
    }
    return found;
  };
  const bool has_date =
      count("YYYY") == 1 && count("MM") + count("M") == 1 && count("DD") + count("D") == 1;
  return has_date && count("hh") == std::size_t{is_time} && count("mm") == std::size_t{is_time} &&
         count("ss") <= std::size_t{is_time};
}

std::string read_mark(AnnotationContext& context, TokenId value) {
  std::string mark = context.file.string(value);
  const bool is_digit = mark.find_first_of("0123456789-+eE") != std::string::npos;
  if (text::count_code_points(mark) != 1 || is_digit)
    context.file.fail(value, "wanted one character that stands in no number otherwise");
  return mark;
}

using Context = AnnotationContext;
constexpr Word<AnnotationContext> kWords[] = {
    {"as",
     [](Context& c, TokenId value) {
       c.annotation.as = read_choice(c.file, value, "meaning", kMeanings);
     }},
    {"pii",
     [](Context& c, TokenId value) {
       c.annotation.pii = read_choice(c.file, value, "class of personal data", kPiiClasses);
     }},
    {"form", [](Context& c, TokenId value) { c.annotation.cell.date = c.file.string(value); }},
    {"decimal", [](Context& c, TokenId value) { c.annotation.cell.decimal = read_mark(c, value); }},
    {"group", [](Context& c, TokenId value) { c.annotation.cell.group = read_mark(c, value); }},
    {"none", [](Context& c, TokenId value) { c.annotation.cell.none = c.file.strings(value); }},
    {"is", [](Context& c, TokenId value) { read_is(c.file, value, c.annotation.mapping); }},
    {"values", [](Context& c, TokenId value) { read_values(c.file, value, c.annotation.mapping); }},
    {"one_way",
     [](Context& c, TokenId value) { c.annotation.mapping.is_one_way = c.file.boolean(value); }},
    {"hash", [](Context& c, TokenId value) { c.annotation.mapping.hash = c.file.string(value); }},
    {"remove",
     [](Context& c, TokenId value) { c.annotation.mapping.remove = c.file.string(value); }},
    {"todo", [](Context& c, TokenId value) { c.annotation.todo = c.file.string(value); }},
    {"parts", read_parts},
    {"column", read_columns},
    {"pairs", read_pairs},
    {"aliases", read_aliases},
    {"checks",
     [](Context& c, TokenId value) {
       c.annotation.checks = read_checks(c.reader, value, c.owner, CheckPlace::kNode);
     }},
};

/// A form belongs to a date, marks to a number, and the two marks differ.
void lint_cell_form(JsonFile& file, const Annotation& annotation, TokenId token) {
  const CellForm& cell = annotation.cell;
  const bool is_time = annotation.as == As::kDateTime;
  if (!cell.date.empty()) {
    const TokenId form = *file.find(token, "form");
    if (annotation.as != As::kDate && !is_time)
      file.fail(form, "form without as date or date-time");
    if (!is_date_form(cell.date, is_time)) {
      file.fail(form, is_time ? "wanted a form such as DD.MM.YYYY hh:mm"
                              : "wanted a form such as DD.MM.YYYY");
    }
  }
  for (const char* const word : {"decimal", "group"}) {
    const auto mark = file.find(token, word);
    const bool is_number = annotation.as == As::kNumber || annotation.as == As::kInteger;
    if (mark && !is_number) file.fail(*mark, std::string(word) + " without as number or integer");
    const std::string_view decimal = cell.decimal.empty() ? "." : std::string_view(cell.decimal);
    if (mark && decimal == cell.group)
      file.fail(*mark, cell.decimal.empty()
                           ? "group is the full stop, and so is decimal unless it is said"
                           : "decimal and group are the same");
  }
}

/// An alias leads to a text of the enum, and is none itself.
void lint_aliases(JsonFile& file, const Annotation& annotation, TokenId token, TokenId owner) {
  const auto list = file.find(owner, "enum");
  const auto has = [&](const std::string& text) {
    return list && std::ranges::any_of(file.elements(*list), [&](TokenId element) {
             return file.kind(element) == json::Kind::kString && file.text_of(element) == text;
           });
  };
  for (const auto& [seen, meant] : annotation.aliases) {
    if (file.failed()) return;
    if (has(seen) || !has(meant))
      file.fail(*file.find(*file.find(token, "aliases"), seen),
                "wanted a text that is not in the enum, and one that is");
  }
}

/// What `values` names are texts that the value can be.
void lint_values(JsonFile& file, const FieldMapping& mapping, TokenId token, TokenId owner) {
  const auto list = file.find(owner, "enum");
  if (file.failed() || !list) return;
  for (const ValueName& value : mapping.values) {
    const bool is_known = std::ranges::any_of(file.elements(*list), [&](TokenId element) {
      return file.kind(element) == json::Kind::kString && file.text_of(element) == value.own;
    });
    if (!is_known)
      file.fail(*file.find(*file.find(token, "values"), value.own), "not one of the enum");
  }
}

}  // namespace

Annotation read_annotation(SchemaReader& reader, TokenId token, TokenId owner) {
  Annotation annotation;
  AnnotationContext context{reader, reader.file(), annotation, owner};
  read_words(reader.file(), token, "word of x-crosswalk", kWords, context);
  lint_cell_form(reader.file(), annotation, token);
  lint_mapping(reader.file(), token, annotation.mapping);
  lint_values(reader.file(), annotation.mapping, token, owner);
  lint_aliases(reader.file(), annotation, token, owner);
  return annotation;
}

}  // namespace crosswalk::format
