// See detect.h.
#include "layout/detect.h"
#include "layout/bullets.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "check/regex.h"
#include "format/fields.h"
#include "layout/envelope.h"
#include "layout/form_head.h"
#include "layout/glimpse.h"
#include "layout/jsonp.h"
#include "layout/reader.h"
#include "layout/rows.h"
#include "layout/table_head.h"
#include "layout/tie_break.h"
#include "layout/xml_reader.h"
#include "text/decoder.h"
#include "text/encoding.h"
#include "text/utf8.h"

namespace crosswalk::layout {

namespace {

using format::Definition;
using format::Layout;
using format::LayoutKind;
using format::Node;
using Names = std::vector<std::string>;

constexpr double kFits = 0.5;
constexpr double kLoneLine = 0.7;  // what the score of a record that stands alone is worth
constexpr double kOpen = 0.8;      // and of a schema that requires nothing: much looks like it

// How well names fit an object's schema.
struct Fit {
  std::size_t names = 0;
  std::size_t known = 0;
  std::size_t required = 0;
  std::size_t required_present = 0;

  [[nodiscard]] double score() const {
    const std::size_t wanted = names + required;
    return wanted == 0
               ? 0.0
               : static_cast<double>(known + required_present) / static_cast<double>(wanted);
  }

  Fit& operator+=(const Fit& more) {
    names += more.names;
    known += more.known;
    required += more.required;
    required_present += more.required_present;
    return *this;
  }
};

const Node& resolved(const format::Schema& schema, format::NodeId id) {
  constexpr int kMaxReferences = 16;
  for (int i = 0; i < kMaxReferences && schema.nodes[id].ref != format::kNoNode; ++i) {
    id = schema.nodes[id].ref;
  }
  return schema.nodes[id];
}

bool has_property(const Node& node, const std::string& name) {
  return std::any_of(node.properties.begin(), node.properties.end(),
                     [&](const auto& property) { return property.first == name; });
}

std::vector<check::Pattern> compile_patterns(const Node& node) {
  std::vector<check::Pattern> patterns;
  for (const auto& [ecma, id] : node.pattern_properties) {
    Result<check::Pattern> pattern = check::Pattern::compile(ecma);
    if (pattern) patterns.push_back(std::move(pattern).value());
  }
  return patterns;
}

Fit fit_of(const Names& names, const Node& node) {
  const std::vector<check::Pattern> patterns = compile_patterns(node);
  Fit fit;
  fit.names = names.size();
  fit.required = node.required.size();
  for (const std::string& name : names) {
    const bool matches = std::any_of(patterns.begin(), patterns.end(),
                                     [&](const auto& pattern) { return pattern.matches(name); });
    if (matches || has_property(node, name)) ++fit.known;
  }
  for (const std::string& name : node.required) {
    if (std::find(names.begin(), names.end(), name) != names.end()) ++fit.required_present;
  }
  return fit;
}

std::string known_sentence(const Fit& fit, std::string_view what) {
  return std::to_string(fit.known) + " of " + std::to_string(fit.names) + " " + std::string(what) +
         " are known";
}

std::string delimiter_sentence(char delimiter) {
  return delimiter == '\t' ? "the delimiter is a tab"
                           : std::string("the delimiter is ") + delimiter;
}

// True if a document follows as the argument of a call. The call itself may end later.
bool begins_with_call(std::string_view text) {
  const std::size_t argument = text.find_first_of("([{");
  if (argument == std::string_view::npos || text[argument] != '(') return false;
  return !find_call(std::string(text.substr(0, argument + 1)) + ")").fault;
}

const Node& root_of(const Definition& definition) {
  return resolved(definition.schema, 0);
}

// The encodings that a text which is no UTF-8 may be in.
std::string guess_sentence(std::string_view text) {
  std::vector<std::string> likely = text::likely_encodings(text);
  constexpr std::size_t kMost = 3;
  likely.resize(std::min(likely.size(), kMost));
  if (likely.empty()) return {};
  std::string names;
  for (const std::string& name : likely) names += (names.empty() ? "" : ", ") + name;
  return "; it may be " + names + ": --encoding NAME reads it so";
}

bool contains(const Names& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Judges one input by every layout.
class Detector {
 public:
  /// `encoding`: what the start was decoded from, and how that is known; empty for UTF-8.
  Detector(std::string_view start, bool complete, const diagnostics::RuleCatalog& rules,
           std::string encoding = {})
      : start_(start), complete_(complete), encoding_(std::move(encoding)) {
    options_.rules = &rules;
    options_.policy = &policy_;
    options_.tolerant = true;
    const std::string_view text = start.substr(byte_order_mark_bytes(start));
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    const char c = first == std::string_view::npos ? '\0' : text[first];
    is_list_ = c == '[';
    may_be_json_ = is_list_ || c == '{' || (c >= '0' && c <= '9');
    may_be_table_ = c != '{' && !is_list_;
    is_call_ = may_be_table_ && begins_with_call(text);
    if (!may_be_json_ && !is_call_) return;
    ObjectGlimpse object = glimpse_object(text);
    members_ = std::move(object.members);
    if (!members_.empty()) document_ = text.substr(text.find('{'));
    if (c == '{') object_lines_ = count_object_lines(text.substr(first), object.bytes);
  }

  [[nodiscard]] std::string_view text() const { return start_; }
  [[nodiscard]] Candidate judge(const Definition& definition, const Layout& layout) const {
    Candidate candidate;
    candidate.definition = &definition;
    candidate.layout = &layout;
    if (layout.kind == LayoutKind::kCsv && may_be_table_) judge_table(candidate);
    if (layout.kind == LayoutKind::kForm && may_be_table_) judge_form(candidate);
    const bool may_be_document = may_be_json_ && object_lines_ < 2;
    if (layout.kind == LayoutKind::kHeaderData && may_be_document) judge_header_data(candidate);
    if (layout.kind == LayoutKind::kDocument && may_be_document) judge_document(candidate);
    if (layout.kind == LayoutKind::kNdjson) judge_lines(candidate);
    if (layout.kind == LayoutKind::kXml && may_be_table_) judge_xml(candidate);
    if (layout.kind == LayoutKind::kJsonp && is_call_) judge_call(candidate);
    if (candidate.score > 0) candidate.evidence.push_back(encoding_sentence());
    return candidate;
  }

 private:
  void judge_table(Candidate& candidate) const;
  void judge_form(Candidate& candidate) const;
  void judge_header_data(Candidate& candidate) const;
  void judge_document(Candidate& candidate) const;
  void judge_lines(Candidate& candidate) const;
  void judge_xml(Candidate& candidate) const;
  void judge_call(Candidate& candidate) const;
  void judge_record(const Definition& definition, Fit& fit, Candidate& candidate) const;
  [[nodiscard]] std::string encoding_sentence() const;

  std::string_view start_;
  bool complete_;
  std::string encoding_;
  diagnostics::RulePolicy policy_;
  ReadOptions options_;
  bool may_be_json_ = false;
  bool may_be_table_ = false;
  bool is_list_ = false;
  bool is_call_ = false;
  int object_lines_ = 0;
  std::string_view document_;  // from the brace of the first object on
  Names members_;              // of the first object
};

const Node& record_node(const Definition& definition) {
  return resolved(definition.schema, definition.record);
}

Names names_of(const std::vector<record::Column>& columns) {
  Names names;
  for (const record::Column& column : columns) names.push_back(column.name);
  return names;
}

// How well the columns of a table fit: those of nested records are known by their fields.
Fit fit_of_columns(const Names& names, const Definition& definition) {
  const format::FieldTable table(format::fields_of(definition));
  if (!table.is_nested()) return fit_of(names, record_node(definition));
  std::set<const format::Field*> found;
  Fit fit;
  fit.names = names.size();
  for (const std::string& name : names) {
    const auto column = table.find(name);
    if (!column) continue;
    ++fit.known;
    found.insert(column->field);
  }
  for (const format::Field& field : table.fields()) {
    if (!field.is_required) continue;
    ++fit.required;
    if (found.contains(&field)) ++fit.required_present;
  }
  return fit;
}

// Other delimiters than the layout's are tried too: that the wrong one was used is for the reader
// to say, once the format is known.
void Detector::judge_table(Candidate& candidate) const {
  const Layout& layout = *candidate.layout;
  TableHeadOptions head_options{layout.delimiters, {}, 0};
  for (const char usual : {',', ';', '\t', '|'}) head_options.delimiters.push_back(usual);
  head_options.scan.dialect.quote = layout.quote;
  const std::string_view text = start_.substr(byte_order_mark_bytes(start_));
  TableHead head(std::move(head_options));
  std::vector<record::Column> columns;
  Findings ignored;
  head.measure(text, true);
  if (!head.read(text, 0, Reporter(layout, options_), columns, ignored)) return;
  Names names = names_of(columns);
  if (!names.empty()) names.front().erase(0, bullet_bytes(names.front()));
  const Fit fit = fit_of_columns(names, *candidate.definition);
  if (fit.known == 0) return;
  candidate.score = fit.score();
  candidate.evidence = {known_sentence(fit, "columns"),
                        delimiter_sentence(head.dialect().delimiter)};
}

// Numbered parameters speak for the form, but each counts for as little as the others.
void Detector::judge_form(Candidate& candidate) const {
  const Layout& layout = *candidate.layout;
  const Reporter reporter(layout, options_);
  FormHead form(layout, options_, reporter);
  form.read(start_, byte_order_mark_bytes(start_));
  const Node& root = root_of(*candidate.definition);
  const Fit fit = fit_of({form.names().begin(), form.names().end()}, root);
  if (fit.known == 0) return;
  Fit with_columns = fit;
  with_columns.known += form.columns().size();
  candidate.score = with_columns.score();
  candidate.evidence = {known_sentence(with_columns, "parameters"),
                        std::to_string(fit.required_present) + " of " +
                            std::to_string(fit.required) + " required parameters are there"};
  if (form.delimiter()) candidate.evidence.push_back(delimiter_sentence(*form.delimiter()));
}

void Detector::judge_header_data(Candidate& candidate) const {
  if (is_list_) return;
  const Layout& layout = *candidate.layout;
  const bool has_columns = contains(members_, layout.columns_member);
  const bool has_rows = contains(members_, layout.records_member);
  const bool fits = complete_ ? has_columns && has_rows : has_columns || has_rows;
  if (!fits) return;
  const Reporter reporter(layout, options_);
  Envelope envelope(layout, options_, reporter);
  envelope.read(start_, complete_);
  const Fit fit = fit_of(names_of(envelope.columns()), record_node(*candidate.definition));
  candidate.score = kFits + (1 - kFits) * fit.score();
  if (has_columns) candidate.evidence.push_back("member " + layout.columns_member);
  if (has_rows) candidate.evidence.push_back("member " + layout.records_member);
  if (fit.names > 0) candidate.evidence.push_back(known_sentence(fit, "columns"));
}

void tell_members(const Fit& fit, Candidate& candidate) {
  candidate.evidence = {known_sentence(fit, "members"), std::to_string(fit.required_present) +
                                                            " of " + std::to_string(fit.required) +
                                                            " required members are there"};
}

// A list is a document whose root is the place of its records.
void Detector::judge_document(Candidate& candidate) const {
  const Definition& definition = *candidate.definition;
  const bool may_be_list = definition.records && definition.records->steps.empty();
  if (is_list_ && !may_be_list) return;
  Fit fit =
      fit_of(members_, may_be_list ? record_node(definition) : resolved(definition.schema, 0));
  if (fit.known == 0) return;
  tell_members(fit, candidate);
  judge_record(definition, fit, candidate);
  candidate.score = fit.score() * (fit.required == 0 ? kOpen : 1);
}

// Adds what the first record behind an envelope shows; an envelope that holds no such record is
// known by one member less.
void Detector::judge_record(const Definition& definition, Fit& fit, Candidate& candidate) const {
  const bool has_envelope = definition.records && !definition.records->steps.empty();
  if (!has_envelope) return;
  const RecordGlimpse record = glimpse_record(document_, *definition.records);
  if (record.is_misplaced) --fit.known;
  if (record.first.empty()) return;
  const Fit more = fit_of(glimpse_object(record.first).members, record_node(definition));
  candidate.evidence.push_back(known_sentence(more, "members of the first record"));
  fit += more;
}

// A single line is taken for a document where records stand alone in either, and rather for one
// where a document has an envelope.
void Detector::judge_lines(Candidate& candidate) const {
  const auto& records = candidate.definition->records;
  const bool has_envelope = records && !records->steps.empty();
  if (object_lines_ < (has_envelope ? 1 : 2)) return;
  const Fit fit = fit_of(members_, record_node(*candidate.definition));
  if (fit.known == 0) return;
  tell_members(fit, candidate);
  candidate.score = fit.score() * (object_lines_ == 1 ? kLoneLine : 1);
  candidate.evidence.insert(candidate.evidence.begin(), "one object a line");
}

// The name of the root element decides; what it holds may be anything.
void Detector::judge_xml(Candidate& candidate) const {
  const std::string& root = candidate.layout->root;
  if (root_of_xml(start_.substr(byte_order_mark_bytes(start_))) != root) return;
  candidate.score = 1;
  candidate.evidence = {"the root element is " + root};
}

void Detector::judge_call(Candidate& candidate) const {
  const Fit fit = fit_of(members_, root_of(*candidate.definition));
  if (fit.known == 0) return;
  tell_members(fit, candidate);
  candidate.score = fit.score();
}

std::string Detector::encoding_sentence() const {
  constexpr std::size_t kLongestCut = 3;  // bytes of a character that the end of `start` may cut
  if (!encoding_.empty()) return "the text is read as " + encoding_;
  const std::optional<std::size_t> bad = text::first_bad(start_);
  const bool is_cut = bad && !complete_ && start_.size() - *bad <= kLongestCut;
  if (bad && !is_cut) return "the text is not UTF-8" + guess_sentence(start_);
  return byte_order_mark_bytes(start_) > 0 ? "the text is UTF-8 with a byte order mark"
                                           : "the text is UTF-8";
}

// The start of an input in each encoding that is asked for.
class DecodedStarts {
 public:
  DecodedStarts(std::string_view start, bool complete, const diagnostics::RuleCatalog& rules,
                const std::string& stated)
      : start_(start), complete_(complete), rules_(rules), stated_(stated) {}

  /// What judges layouts that are written in `of_layout`.
  const Detector& in(const std::string& of_layout) {
    const std::string encoding = text::encoding_of_text(start_, stated_, of_layout);
    auto& [text, detector] = starts_[encoding];
    if (detector) return *detector;
    std::string told;
    std::string_view utf8 = start_;
    auto decoder = text::Decoder::open(encoding);
    if (!text::is_utf8(encoding) && decoder) {
      decoder->decode(start_, complete_, text);
      utf8 = text;
      told = encoding + (encoding == of_layout && stated_.empty() ? ", as the format says"
                         : stated_.empty()                        ? ", by its byte order mark"
                                                                  : ", as stated");
    }
    return detector.emplace(utf8, complete_, rules_, std::move(told));
  }

 private:
  std::string_view start_;
  bool complete_;
  const diagnostics::RuleCatalog& rules_;
  const std::string& stated_;
  std::map<std::string, std::pair<std::string, std::optional<Detector>>> starts_;
};

}  // namespace

std::vector<Candidate> detect(std::string_view start, bool complete, const format::Library& library,
                              const std::string& stated) {
  DecodedStarts starts(start, complete, library.rules(), stated);
  std::vector<Candidate> candidates;
  for (const auto& definition : library.formats()) {
    for (const Layout& layout : definition->layouts) {
      Candidate candidate = starts.in(layout.encoding).judge(*definition, layout);
      if (candidate.score >= kFits) candidates.push_back(std::move(candidate));
    }
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  if (complete) {
    const std::string_view text = starts.in("utf-8").text();
    break_ties(text.substr(byte_order_mark_bytes(text)), library.rules(), candidates);
  }
  return candidates;
}

}  // namespace crosswalk::layout
