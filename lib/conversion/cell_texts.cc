// See cell_texts.h.
#include "conversion/cell_texts.h"

#include <utility>

#include "diagnostics/rule.h"
#include "json/writer.h"

namespace crosswalk::conversion {

using diagnostics::RawFinding;
using json::Kind;
using json::Token;

namespace {

bool is_container(const Token& token) {
  return token.kind == Kind::kArray || token.kind == Kind::kObject;
}

}  // namespace

RawFinding refusal_at(diagnostics::RuleId rule, const RecordView& record, std::uint32_t token) {
  const Token& at = record.tape->tokens[token];
  RawFinding refusal;
  refusal.rule = rule;
  refusal.offset = at.begin;
  refusal.length = at.end - at.begin;
  return refusal;
}

CellTexts::CellTexts(std::string separator) : separator_(std::move(separator)) {}

void CellTexts::append(const RecordView& record, std::uint32_t token, const CellRule& rule,
                       std::string& out, std::vector<RawFinding>& refusals) {
  const Token& at = record.tape->tokens[token];
  if (rule.as == format::As::kJson) {
    append_json(record, token, out);
  } else if (rule.is_list && at.kind == Kind::kArray) {
    append_list(record, token, out, refusals);
  } else if (is_container(at)) {
    refusals.push_back(refusal_at(diagnostics::kConvertNotACell, record, token));
  } else if (at.kind != Kind::kNull) {
    out += characters(record, token);
  }
}

void CellTexts::append_list(const RecordView& record, std::uint32_t token, std::string& out,
                            std::vector<RawFinding>& refusals) {
  const std::vector<Token>& tokens = record.tape->tokens;
  for (std::uint32_t item = token + 1; item < tokens[token].next; item = tokens[item].next) {
    if (item > token + 1) out += separator_;
    const std::string_view text = characters(record, item);
    if (is_container(tokens[item]) || tokens[item].kind == Kind::kNull)
      refusals.push_back(refusal_at(diagnostics::kConvertNotACell, record, item));
    if (text.find(separator_) != std::string_view::npos)
      refusals.push_back(refusal_at(diagnostics::kConvertSeparatorInPart, record, item));
    out += text;
  }
}

// A text that could be taken for another value, or for no value, keeps its quotes.
void CellTexts::append_json(const RecordView& record, std::uint32_t token, std::string& out) {
  const Token& at = record.tape->tokens[token];
  if (at.kind != Kind::kString) return json_.write_at(record, token, out);
  const std::string_view text = characters(record, token);
  tape_.clear();
  faults_.clear();
  if (text.empty() || json::parse(text, {}, tape_, faults_)) {
    json::append_string(out, text);
  } else {
    out += text;
  }
}

std::string_view CellTexts::characters(const RecordView& record, std::uint32_t token) {
  const Token& at = record.tape->tokens[token];
  return at.kind == Kind::kString ? json::string_value(record.text, at, scratch_)
                                  : json::raw(record.text, at);
}

}  // namespace crosswalk::conversion
