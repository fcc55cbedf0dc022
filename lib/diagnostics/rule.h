// Rules: stable names, their words, and what the caller made of their severity.
//
// A rule is known by a small number inside a run. The core's own rules (csv.*, json.*, schema.*,
// ...) have fixed numbers from the table below; the rules that a format names follow, numbered as
// they are first seen by the loader. Words (message, hint, meaning, example, cure) come from
// `rules.json` files: schemas/core/rules.json for the core's rules, schemas/<vendor>/rules.json for
// a vendor's. A rule without words gets a plain message from what it reports.
#ifndef CROSSWALK_DIAGNOSTICS_RULE_H
#define CROSSWALK_DIAGNOSTICS_RULE_H

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "crosswalk/finding.h"

namespace crosswalk::diagnostics {

/// Number of a rule in a RuleCatalog.
using RuleId = std::uint16_t;

// clang-format off
/// The core's rules: enumerator, name, severity (RULES.md).
#define CROSSWALK_CORE_RULES(X)                                            \
  X(kCsvHeaderSpace, "csv.header-space", kWarning)                         \
  X(kCsvBom, "csv.bom", kWarning)                                          \
  X(kCsvBadUtf8, "csv.bad-utf8", kError)                                   \
  X(kCsvBadEncoding, "csv.bad-encoding", kError)                           \
  X(kCsvUnclosedQuote, "csv.unclosed-quote", kError)                       \
  X(kCsvStrayQuote, "csv.stray-quote", kWarning)                           \
  X(kCsvTextAfterQuote, "csv.text-after-quote", kError)                    \
  X(kCsvDelimiter, "csv.delimiter", kError)                                \
  X(kCsvNul, "csv.nul", kError)                                            \
  X(kCsvBlankLine, "csv.blank-line", kWarning)                             \
  X(kCsvEmpty, "csv.empty", kError)                                        \
  X(kCsvHeaderMissing, "csv.header-missing", kError)                       \
  X(kCsvRowWidth, "csv.row-width", kError)                                 \
  X(kCsvColumnUnknown, "csv.column-unknown", kError)                       \
  X(kCsvColumnDuplicate, "csv.column-duplicate", kError)                   \
  X(kCsvFormula, "csv.formula", kInfo)                                     \
  X(kJsonElidedElement, "json.elided-element", kError)                     \
  X(kJsonTrailingComma, "json.trailing-comma", kError)                     \
  X(kJsonLeadingZero, "json.leading-zero", kError)                         \
  X(kJsonUnclosed, "json.unclosed", kError)                                \
  X(kJsonTextBeforeDocument, "json.text-before-document", kError)          \
  X(kJsonMemberInArray, "json.member-in-array", kError)                    \
  X(kJsonSyntax, "json.syntax", kError)                                    \
  X(kJsonDuplicateKey, "json.duplicate-key", kError)                       \
  X(kJsonHeaderAfterData, "json.header-after-data", kError)                \
  X(kJsonBadUtf8, "json.bad-utf8", kError)                                 \
  X(kJsonLoneSurrogate, "json.lone-surrogate", kError)                     \
  X(kJsonNumberRange, "json.number-range", kError)                         \
  X(kFormMissingParam, "form.missing-param", kError)                       \
  X(kFormUnknownParam, "form.unknown-param", kError)                       \
  X(kFormDuplicateParam, "form.duplicate-param", kError)                   \
  X(kFormBadUtf8, "form.bad-utf8", kError)                                 \
  X(kFormBadPercent, "form.bad-percent", kError)                           \
  X(kXmlMismatchedTag, "xml.mismatched-tag", kError)                       \
  X(kXmlTextBeforeRoot, "xml.text-before-root", kError)                    \
  X(kXmlSyntax, "xml.syntax", kError)                                      \
  X(kSchemaType, "schema.type", kError)                                    \
  X(kSchemaEnum, "schema.enum", kError)                                    \
  X(kSchemaConst, "schema.const", kError)                                  \
  X(kSchemaRequired, "schema.required", kError)                            \
  X(kSchemaFormat, "schema.format", kError)                                \
  X(kSchemaPattern, "schema.pattern", kError)                              \
  X(kSchemaRange, "schema.range", kError)                                  \
  X(kSchemaMultipleOf, "schema.multiple-of", kError)                       \
  X(kSchemaMinLength, "schema.min-length", kError)                         \
  X(kSchemaMaxLength, "schema.max-length", kError)                         \
  X(kSchemaMinItems, "schema.min-items", kError)                           \
  X(kSchemaMaxItems, "schema.max-items", kError)                           \
  X(kSchemaMinProperties, "schema.min-properties", kError)                 \
  X(kSchemaMaxProperties, "schema.max-properties", kError)                 \
  X(kSchemaUniqueItems, "schema.unique-items", kError)                     \
  X(kSchemaContains, "schema.contains", kError)                            \
  X(kSchemaNot, "schema.not", kError)                                      \
  X(kSchemaAnyOf, "schema.any-of", kError)                                 \
  X(kSchemaOneOf, "schema.one-of", kError)                                 \
  X(kSchemaIf, "schema.if", kError)                                        \
  X(kSchemaDependency, "schema.dependency", kError)                        \
  X(kSchemaPropertyNames, "schema.property-names", kError)                 \
  X(kSchemaFalse, "schema.false", kError)                                  \
  X(kSchemaUnknownField, "schema.unknown-field", kWarning)                 \
  X(kTextLostCharacter, "text.lost-character", kWarning)                   \
  X(kTextSpreadsheetNumber, "text.spreadsheet-number", kError)             \
  X(kTextKeyBlank, "text.key-blank", kWarning)                             \
  X(kTextNotNfc, "text.not-nfc", kWarning)                                 \
  X(kLimitBodySize, "limit.body-size", kError)                             \
  X(kLimitBodyRecords, "limit.body-records", kError)                       \
  X(kLimitRecordSize, "limit.record-size", kError)                         \
  X(kLimitColumns, "limit.columns", kError)                                \
  X(kLimitDepth, "limit.depth", kError)                                    \
  X(kInputEnvelopesDiffer, "input.envelopes-differ", kError)               \
  X(kInputColumnsDiffer, "input.columns-differ", kError)                   \
  X(kInputEmpty, "input.empty", kWarning)                                  \
  X(kDocListBullet, "doc.list-bullet", kError)                             \
  X(kManifestPartMissing, "manifest.part-missing", kError)                 \
  X(kManifestPartChanged, "manifest.part-changed", kError)                 \
  X(kSecretOnCommandLine, "secret.on-command-line", kWarning)              \
  X(kConvertNotACell, "convert.not-a-cell", kError)                        \
  X(kConvertSeparatorInPart, "convert.separator-in-part", kError)          \
  X(kConvertDelimiterInValue, "convert.delimiter-in-value", kError)        \
  X(kConvertEnvelopeLeftOut, "convert.envelope-left-out", kInfo)           \
  X(kConvertLossy, "convert.lossy", kError)                                \
  X(kConvertRequiredMissing, "convert.required-missing", kError)           \
  X(kConvertValueUnmapped, "convert.value-unmapped", kError)               \
  X(kConvertNotAnEmail, "convert.not-an-email", kWarning)
// clang-format on

/// The core's rules by number.
enum CoreRule : RuleId {
#define CROSSWALK_X(id, name, severity) id,
  CROSSWALK_CORE_RULES(CROSSWALK_X)
#undef CROSSWALK_X
      kCoreRuleCount
};

/// A rule's name and words. Templates may hold {found} {wanted} {shape} {expected} {name} {field}
/// {part}.
struct Rule {
  std::string name;
  Severity severity = Severity::kError;  ///< unless the place that reports it says otherwise
  bool once = false;                     ///< told of each field at its first place alone
  std::string message;                   ///< template, one line
  std::string hint;                      ///< template, one line; may be empty
  std::string expected;                  ///< what is wanted, in words; empty = what is reported
  std::string meaning;  ///< what it says: a paragraph for `crosswalk explain`, as all below
  std::string why;      ///< why it matters
  std::string url;      ///< the address of the page that it comes from; empty = none
  std::string source;   ///< the page's title and the line; empty = none
  std::string command;  ///< the arguments under which `example` breaks it; empty = not to be tried
  std::vector<std::pair<std::string, std::string>>
      beside;           ///< files that `command` reads: name, text
  std::string example;  ///< input that breaks it
  std::string mended;   ///< the same input, mended
  std::string cure;     ///< how to mend it
};

/// All rules of a run. Built while formats load, then shared and never changed.
class RuleCatalog {
 public:
  /// Holds the core's rules, without words.
  RuleCatalog();
  /// The number of `name`, added with error severity if it is new.
  RuleId intern(std::string_view name);
  /// The number of `name`; kNoRule if unknown.
  [[nodiscard]] RuleId find(std::string_view name) const;
  /// Gives a rule its words and severity; adds it if it is new.
  void describe(Rule rule);
  /// REQUIRES: id < size().
  [[nodiscard]] const Rule& rule(RuleId id) const { return rules_[id]; }
  [[nodiscard]] std::size_t size() const { return rules_.size(); }
  /// The known rule names nearest to `name`, best first, at most three (for did-you-mean).
  [[nodiscard]] std::vector<std::string> nearest(std::string_view name) const;

  static constexpr RuleId kNoRule = 0xFFFF;

 private:
  std::vector<Rule> rules_;
  std::map<std::string, RuleId, std::less<>> numbers_;
};

/// What the caller made of severities: `--ignore`, `--severity`, `--strict`.
/// Threads: immutable once built; shared.
class RulePolicy {
 public:
  RulePolicy() = default;
  /// Sets one rule, or all rules of a vendor or group (`csv.*`). Later calls win; a name that
  /// `catalog` does not hold changes nothing.
  void set(const RuleCatalog& catalog, std::string_view rule_or_group, Severity severity);
  /// Warnings act as errors (repairs under tolerant reading stay warnings; info is untouched).
  void set_strict(bool strict) { strict_ = strict; }
  /// The severity that a report of `rule`, declared as `declared`, has in this run. A repair is a
  /// warning at most, unless set() said otherwise.
  [[nodiscard]] Severity apply(RuleId rule, Severity declared, bool repair = false) const;

 private:
  std::vector<std::pair<RuleId, Severity>> changed_;  // sorted by rule
  bool strict_ = false;
};

}  // namespace crosswalk::diagnostics

#endif  // CROSSWALK_DIAGNOSTICS_RULE_H
