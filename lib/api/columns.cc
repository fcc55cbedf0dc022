// The column names that an earlier upload states, wherever they stand.
//
//   id,name\n1,2          a CSV: its header line
//   {"header":["id"],..   a header/data body of a known format: its names
//   ["id","name"]         a list
//   {"columns":["id"],"parts":[..]}   the manifest of a folder of parts
// Only the start of a table is read, so the earlier upload may be of any size. A body of no known
// format states nothing: which of its members are names is not guessed. Text is UTF-8 if it can be,
// because lists and manifests are, whatever the input is written in.
// Test: tests/api/columns_test.cc.
#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "api/choice.h"
#include "api/formats_impl.h"
#include "base/guard.h"
#include "crosswalk/run.h"
#include "diagnostics/rule.h"
#include "json/parser.h"
#include "json/tape.h"
#include "layout/detect.h"
#include "layout/reader.h"
#include "layout/rows.h"
#include "pipeline/input_text.h"
#include "text/decoder.h"
#include "text/encoding.h"
#include "text/utf8.h"

namespace crosswalk {
namespace {

using Names = std::vector<std::string>;

// The strings of the array at `index`; nothing if it is no array or holds anything else.
std::optional<Names> strings_of(std::string_view text, const json::Tape& tape,
                                std::uint32_t index) {
  const json::Token& array = tape.tokens[index];
  if (array.kind != json::Kind::kArray) return std::nullopt;
  Names names;
  std::string scratch;
  for (std::uint32_t i = index + 1; i < array.next; i = tape.tokens[i].next) {
    if (tape.tokens[i].kind != json::Kind::kString) return std::nullopt;
    names.emplace_back(json::string_value(text, tape.tokens[i], scratch));
  }
  return names;
}

// The names of a list or a manifest; nothing if `text` is neither.
std::optional<Names> listed_names(std::string_view text) {
  text.remove_prefix(layout::byte_order_mark_bytes(text));
  json::Tape tape;
  std::vector<json::Fault> faults;
  if (!json::parse(text, {}, tape, faults)) return std::nullopt;
  if (tape.tokens[0].kind == json::Kind::kArray) return strings_of(text, tape, 0);
  if (tape.tokens[0].kind != json::Kind::kObject) return std::nullopt;
  const std::uint32_t columns = json::member(text, tape, 0, "columns");
  const bool is_manifest = columns != 0 && json::member(text, tape, 0, "parts") != 0;
  return is_manifest ? strings_of(text, tape, columns) : std::nullopt;
}

// How to read the head: as the known body that fits best, or as a CSV of any format.
std::optional<format::Layout> layout_of(std::string_view start, bool complete,
                                        const format::Library& library) {
  if (!api::begins_like_json(start)) {
    format::Layout csv;
    csv.delimiters = {',', ';', '\t', '|'};
    return csv;
  }
  for (const layout::Candidate& candidate : layout::detect(start, complete, library)) {
    if (candidate.layout->kind == format::LayoutKind::kHeaderData) return *candidate.layout;
  }
  return std::nullopt;
}

Result<Names> head_names(const format::Layout& layout, Source& source,
                         const format::Library& library) {
  const diagnostics::RulePolicy policy;
  layout::ReadOptions options;
  options.rules = &library.rules();
  options.policy = &policy;
  const auto reader = layout::open_reader(layout, source, options);
  record::Head head;
  const auto opened = reader->open(head);
  if (!opened) return opened.error();
  Names names;
  for (record::Column& column : head.columns) names.push_back(std::move(column.name));
  return names;
}

bool is_utf8(std::string_view start, bool complete) {
  constexpr std::size_t kLongestCharacter = 4;
  const auto bad = text::first_bad(start);
  const bool is_cut = bad && !complete && start.size() - *bad < kLongestCharacter;
  return (!bad || is_cut) && start.find('\0') == std::string_view::npos;
}

/// Tells what the file is written in; empty: its byte order mark says so.
Result<std::string> find_encoding(layout::PeekedSource& file, const std::string& stated) {
  const auto start = file.peek(api::kDetectBytes);
  if (!start) return start.error();
  if (!text::encoding_of_mark(start.value()).empty()) return std::string();
  if (is_utf8(start.value(), file.complete())) return std::string("utf-8");
  if (!stated.empty()) return stated;
  return Error{ErrorKind::kUsage, std::string(file.name()) +
                                      " is not UTF-8: say what it is written in with --encoding"};
}

Result<Names> find_names(const format::Library& library, Source& text) {
  layout::PeekedSource source(text);
  const auto start = source.peek(api::kDetectBytes);
  if (!start) return start.error();
  if (source.complete() && api::begins_like_json(start.value())) {
    if (auto names = listed_names(start.value())) return *std::move(names);
  }
  const auto layout = layout_of(start.value(), source.complete(), library);
  if (!layout) return Names{};
  return head_names(*layout, source, library);
}

Result<Names> decoded_names(const format::Library& library, Source& file,
                            const std::string& stated) {
  layout::PeekedSource source(file);
  const auto encoding = find_encoding(source, stated);
  if (!encoding) return encoding.error();
  pipeline::InputText text(source);
  if (Status opened = text.open({encoding.value(), "utf-8", api::kDetectBytes}); !opened)
    return std::move(opened).error();
  Result<Names> names = find_names(library, text.source());
  const bool is_broken = names && std::ranges::any_of(names.value(), [](const auto& name) {
                           return name.find(text::kIllFormed) != std::string::npos;
                         });
  if (!is_broken) return names;
  return Error{ErrorKind::kUsage, std::string(file.name()) + " is not " + encoding.value() +
                                      ": say what it is written in with --encoding"};
}

}  // namespace

Result<std::vector<std::string>> read_columns(const Formats& formats, const std::string& path,
                                              const std::string& encoding) {
  return base::guarded([&]() -> Result<Names> {
    auto file = open_file(path);
    if (!file) return file.error();
    const auto source = decompressing(std::move(file).value());
    if (!source) return source.error();
    Result<Names> names = decoded_names(formats.impl().library, *source.value(), encoding);
    if (!names || !names.value().empty()) return names;
    return Error{ErrorKind::kUsage, path +
                                        " states no columns: expected a CSV with a header line, "
                                        "a known header/data body, a JSON list of names or a "
                                        "manifest.json"};
  });
}

}  // namespace crosswalk
