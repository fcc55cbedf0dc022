// See target.h.
#include "api/target.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "api/formats_impl.h"
#include "base/nearest.h"
#include "text/encoding.h"

namespace crosswalk::api {
namespace {

using format::LayoutKind;
using format::Missing;

Error wrong_use(std::string message) {
  return {ErrorKind::kUsage, std::move(message)};
}

/// A format whose author has not said everything validates, but its fields lead nowhere yet.
Status check_todos(const format::Definition& definition) {
  const std::vector<std::string> todos = definition.todos();
  if (todos.empty()) return {};
  return wrong_use(definition.name + " cannot be converted: " + std::to_string(todos.size()) +
                   " todo in " + definition.origin + "; the first is: " + todos.front());
}

bool allows(const format::Definition& definition, Missing missing) {
  return std::ranges::find(definition.missing, missing) != definition.missing.end();
}

constexpr std::pair<const char*, Missing> kWays[] = {
    {"empty", Missing::kEmpty}, {"null", Missing::kNull}, {"absent", Missing::kAbsent}};

/// What an empty cell means in a table without null.
Missing meaning_of_empty_cell(const format::Definition& definition) {
  if (allows(definition, Missing::kEmpty)) return Missing::kEmpty;
  return allows(definition, Missing::kAbsent) ? Missing::kAbsent : Missing::kNull;
}

/// True if the layout has a way to write `missing`; cells of text are empty or not, and a row
/// leaves no cell out.
bool can_write(const Choice& target, Missing missing) {
  const LayoutKind kind = target.layout->kind;
  if (kind == LayoutKind::kHeaderData) return missing != Missing::kAbsent;
  if (!format::has_rows(kind)) return true;
  return missing == meaning_of_empty_cell(*target.definition);
}

/// How the caller wants missing values written; nothing: as they are. Errors: kUsage.
Result<std::optional<Missing>> choose_missing(const Choice& target, const std::string& asked) {
  if (asked.empty()) return std::optional<Missing>();
  for (const auto& [name, missing] : kWays) {
    if (asked != name) continue;
    if (!allows(*target.definition, missing))
      return wrong_use(target.definition->name + " does not allow " + asked +
                       " for a missing value");
    if (!can_write(target, missing))
      return wrong_use("layout " + target.layout->name +
                       " has no way to write a missing value as " + asked);
    return std::optional(missing);
  }
  return wrong_use("unknown way to write a missing value \"" + asked + "\": empty, null or absent");
}

/// Errors: kUsage, if the target's cells are not kept apart by a delimiter, or not by this one.
Status check_delimiter(const Choice& target, char delimiter) {
  const format::Layout& layout = *target.layout;
  if (layout.kind == LayoutKind::kForm)
    return wrong_use("a form says its delimiter in a word: --set " + layout.delimiter_member + "=" +
                     layout.delimiter_words.front().first);
  if (layout.kind != LayoutKind::kCsv)
    return wrong_use(target.name() + " has no delimiter between cells");
  const char unusable[] = {'\0', '\r', '\n', layout.quote};
  const bool is_ascii = static_cast<unsigned char>(delimiter) < 0x80;
  if (is_ascii && std::ranges::find(unusable, delimiter) == std::end(unusable)) return {};
  return wrong_use("this character cannot stand between cells");
}

}  // namespace

Status check_encoding(const std::string& encoding) {
  if (encoding.empty() || text::is_encoding(encoding)) return {};
  return wrong_use("unknown encoding \"" + encoding + '"' +
                   base::did_you_mean(text::nearest_encodings(encoding)));
}

Result<Target> resolve_target(const Formats& formats, const ConvertOptions& options,
                              const Choice& source) {
  const auto target = choose_target(formats.impl().library, options.to);
  if (!target.ok()) return target.error();
  for (const format::Definition* definition : {source.definition, target.value().definition}) {
    if (Status status = check_todos(*definition); !status.ok()) return status.error();
  }
  const auto missing = choose_missing(target.value(), options.missing);
  if (!missing.ok()) return missing.error();
  const std::string& encoding =
      options.encoding.empty() ? target.value().layout->encoding : options.encoding;
  if (Status status = check_encoding(encoding); !status.ok()) return status.error();
  if (options.columns && !format::has_rows(target.value().layout->kind))
    return wrong_use(target.value().name() + " has no columns to select");
  Target resolved;
  resolved.name = target.value().name();
  pipeline::Conversion& conversion = resolved.conversion;
  conversion.target = target.value().layout;
  if (options.delimiter) {
    if (Status status = check_delimiter(target.value(), *options.delimiter); !status.ok())
      return status.error();
    auto layout = std::make_unique<format::Layout>(*target.value().layout);
    layout->delimiters = {*options.delimiter};
    conversion.target = layout.get();
    resolved.layout = std::move(layout);
  }
  if (!text::is_utf8(encoding)) conversion.encoding = text::encoding_name(encoding);
  if (target.value().definition != source.definition) {
    conversion.definition = target.value().definition;
    const auto program = formats.impl().program_of(*conversion.definition);
    if (!program.ok()) return program.error();
    conversion.program = program.value();
  }
  conversion.missing = missing.value();
  conversion.keep_going = options.keep_going;
  conversion.output_waits = options.output_waits;
  conversion.has_secrets = options.secrets_in_output;
  conversion.columns = options.columns;
  conversion.limits = {options.split_bytes, options.split_records, options.max_body_bytes,
                       options.wants_one_body};
  conversion.wants_digests = options.wants_digests;
  return resolved;
}

}  // namespace crosswalk::api
