// The readers and lints; each is told in mapping_reader.h.
#include "format/mapping_reader.h"

#include <algorithm>
#include <map>

#include "format/canonical.h"

namespace crosswalk::format {
namespace {

/// A text, or a list of them.
std::vector<std::string> one_or_more(JsonFile& file, TokenId value) {
  if (file.kind(value) != json::Kind::kArray) return {file.string(value)};
  std::vector<std::string> texts = file.strings(value);
  if (texts.empty()) file.fail(value, "wanted at least one");
  return texts;
}

struct MappingContext {
  JsonFile& file;
  FieldMapping& mapping;
};

using Context = MappingContext;
constexpr Word<MappingContext> kMappingWords[] = {
    {"is", [](Context& c, TokenId value) { read_is(c.file, value, c.mapping); }},
    {"values", [](Context& c, TokenId value) { read_values(c.file, value, c.mapping); }},
    {"one_way", [](Context& c, TokenId value) { c.mapping.is_one_way = c.file.boolean(value); }},
    {"hash", [](Context& c, TokenId value) { c.mapping.hash = c.file.string(value); }},
    {"remove", [](Context& c, TokenId value) { c.mapping.remove = c.file.string(value); }},
};

struct MapContext {
  JsonFile& file;
  MapFile& map;
};

constexpr Word<MapContext> kMapWords[] = {
    {"source",
     [](MapContext& c, TokenId value) { c.map.source = read_column_mappings(c.file, value); }},
    {"target",
     [](MapContext& c, TokenId value) { c.map.target = read_column_mappings(c.file, value); }},
};

/// `written`: the names in use so far. Two texts of the same canonical name have no way back.
void lint_value(JsonFile& file, TokenId token, const ValueName& value, bool is_one_way,
                std::map<std::string, std::string>& written) {
  for (const std::string& name : value.canonical) {
    const auto [other, is_new] = written.emplace(name, value.own);
    if (is_new || is_one_way) continue;
    file.fail(token, '"' + other->second + "\" is \"" + name +
                         "\" too: say which with one_way, or map one of them elsewhere");
  }
}

bool has_star(std::string_view text) {
  return text.find('*') != std::string_view::npos;
}

void lint_stars(JsonFile& file, TokenId token, const std::string& column,
                const FieldMapping& mapping) {
  for (const CanonicalPlace& place : mapping.is) {
    for (const std::string& pointer : place) {
      if (has_star(pointer) != has_star(column))
        return file.fail(token, "\"*\" stands for the same name in a column and in its \"is\"");
    }
  }
}

void lint_pointer(JsonFile& file, TokenId token, Holds holds, const std::string& pointer) {
  const std::string fault = canonical_fault(holds, pointer);
  if (!fault.empty()) file.fail(token, fault);
}

void lint_is(JsonFile& file, TokenId list, Holds holds, const std::vector<CanonicalPlace>& is) {
  const std::vector<TokenId> elements = file.elements(list);
  for (std::size_t i = 0; i < is.size(); ++i) {
    for (const std::string& pointer : is[i]) lint_pointer(file, elements[i], holds, pointer);
  }
}

/// The canonical names of `values` are values that the field can have.
void lint_names(JsonFile& file, TokenId values, Holds holds, const FieldMapping& mapping) {
  const std::vector<std::string> known = canonical_values(holds, mapping.is.front().front());
  for (const ValueName& value : mapping.values) {
    for (const std::string& name : value.canonical) {
      if (known.empty() || std::ranges::find(known, name) != known.end()) continue;
      file.fail(*file.find(values, value.own),
                "\"" + name + "\" is no value of " + mapping.is.front().front());
    }
  }
}

}  // namespace

void read_is(JsonFile& file, TokenId value, FieldMapping& mapping) {
  mapping.has_is = true;
  for (const TokenId element : file.elements(value)) {
    mapping.is.push_back(one_or_more(file, element));
  }
}

void read_values(JsonFile& file, TokenId value, FieldMapping& mapping) {
  for (const Member& member : file.members(value)) {
    mapping.values.push_back({member.name, one_or_more(file, member.value)});
  }
}

ColumnMappings read_column_mappings(JsonFile& file, TokenId value) {
  ColumnMappings mappings;
  for (const Member& member : file.members(value)) {
    FieldMapping mapping;
    MappingContext context{file, mapping};
    read_words(file, member.value, "word of a mapping", kMappingWords, context);
    lint_mapping(file, member.value, mapping);
    lint_stars(file, member.value, member.name, mapping);
    mappings.emplace_back(member.name, std::move(mapping));
  }
  return mappings;
}

void lint_mapping(JsonFile& file, TokenId token, const FieldMapping& mapping) {
  if (file.failed()) return;
  const auto values = file.find(token, "values");
  if (values && !mapping.has_is) return file.fail(*values, "values without is");
  if (mapping.is_one_way && !values) return file.fail(token, "one_way without values");
  std::map<std::string, std::string> written;
  for (const ValueName& value : mapping.values) {
    lint_value(file, *file.find(*values, value.own), value, mapping.is_one_way, written);
  }
}

void lint_places(JsonFile& file, TokenId token, Holds holds, const FieldMapping& mapping) {
  if (file.failed()) return;
  if (holds == Holds::kNothing) {
    const TokenId said = *file.find(token, mapping.has_is ? "is" : "hash");
    return file.fail(said, "the root does not say what the format \"holds\": customer or event");
  }
  if (mapping.has_is) lint_is(file, *file.find(token, "is"), holds, mapping.is);
  if (!mapping.hash.empty()) lint_pointer(file, *file.find(token, "hash"), holds, mapping.hash);
  if (!file.failed() && !mapping.values.empty() && !mapping.is.empty())
    lint_names(file, *file.find(token, "values"), holds, mapping);
}

Result<MapFile> load_map(std::string_view text, std::string_view where, Holds holds) {
  JsonFile file(text, where);
  if (file.failed()) return file.error();
  MapFile map;
  MapContext context{file, map};
  read_words(file, 0, "word of a map", kMapWords, context);
  for (const auto& [side, mappings] : {std::pair("source", &map.source), {"target", &map.target}}) {
    for (const auto& [column, mapping] : *mappings) {
      if (file.failed()) return file.error();
      lint_places(file, *file.find(*file.find(0, side), column), holds, mapping);
    }
  }
  if (file.failed()) return file.error();
  return map;
}

}  // namespace crosswalk::format
