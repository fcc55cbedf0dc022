// Lists of checks, wherever they stand: at a node, in a layout, in an operation.
//
// A check is exactly one kind plus `rule`; which kinds may stand where is one table. `on` must name
// a keyword that stands beside it: a check on a keyword that was renamed or removed would never
// fire, and nobody would notice. It says nothing of whether the rule has words: rules.json may be
// read later.
//   {"pattern": "^a$", "x-crosswalk": {"checks": [{"on": "pattern", "rule": "club.name"}]}}   good
//   {"x-crosswalk": {"checks": [{"on": "pattern", "rule": "club.name"}]}} refused
// Test: tests/format/check_reader_test.cc.
#include "format/schema_reader.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>

#include "format/lint.h"
#include "format/repair_reader.h"

namespace crosswalk::format {
namespace {

constexpr Choice<Severity> kSeverities[] = {{"warning", Severity::kWarning},
                                            {"info", Severity::kInfo}};

constexpr Choice<Rest> kRests[] = {{"equal", Rest::kEqual}, {"different", Rest::kDifferent}};

constexpr Choice<ColumnsRule> kColumnsRules[] = {{"equal", ColumnsRule::kEqual},
                                                 {"superset", ColumnsRule::kSuperset}};

/// By CheckPlace.
constexpr std::string_view kPlaceNames[] = {"at a schema node", "in a layout", "in an operation"};

constexpr std::string_view kLayoutEvents[] = {"row-width",         "column-duplicate", "blank-line",
                                              "columns-missing",   "number-form",      "number-gap",
                                              "delimiter-in-value"};

/// The draft-07 keywords that can fail, so that `on` may name them.
constexpr std::string_view kFailingKeywords[] = {"type",
                                                 "const",
                                                 "enum",
                                                 "not",
                                                 "minLength",
                                                 "maxLength",
                                                 "format",
                                                 "pattern",
                                                 "minimum",
                                                 "maximum",
                                                 "exclusiveMinimum",
                                                 "exclusiveMaximum",
                                                 "multipleOf",
                                                 "minItems",
                                                 "maxItems",
                                                 "uniqueItems",
                                                 "contains",
                                                 "required",
                                                 "minProperties",
                                                 "maxProperties",
                                                 "additionalItems",
                                                 "additionalProperties",
                                                 "propertyNames",
                                                 "dependencies",
                                                 "anyOf",
                                                 "oneOf"};

/// What a word of a check needs.
struct CheckContext {
  SchemaReader& reader;
  JsonFile& file;
  Check& check;
  int kinds = 0;

  void set_kind(CheckKind kind) {
    check.kind = kind;
    ++kinds;
  }
};

/// Seconds since 1970 of a date such as 1990-01-01; nothing if there is no such day.
std::optional<std::int64_t> unix_of_date(std::string_view text) {
  constexpr std::size_t kLength = 10;
  if (text.size() != kLength || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t digits) {
    int value = -1;
    const char* end = text.data() + at + digits;
    return std::from_chars(text.data() + at, end, value).ptr == end ? value : -1;
  };
  const std::chrono::year_month_day day{std::chrono::year{number(0, 4)},
                                        std::chrono::month{static_cast<unsigned>(number(5, 2))},
                                        std::chrono::day{static_cast<unsigned>(number(8, 2))}};
  if (!day.ok() || number(0, 4) < 0) return std::nullopt;
  return std::chrono::seconds(std::chrono::sys_days{day}.time_since_epoch()).count();
}

constexpr Word<CheckContext> kWithinWords[] = {
    {"from",
     [](CheckContext& c, TokenId value) {
       const std::optional<std::int64_t> seconds = unix_of_date(c.file.string(value));
       if (!seconds) c.file.fail(value, "wanted a date such as 1990-01-01");
       c.check.from_unix = seconds.value_or(0);
     }},
    {"ahead_days",
     [](CheckContext& c, TokenId value) {
       c.check.ahead_days = static_cast<std::int64_t>(c.file.count(value));
     }},
};

void read_on(CheckContext& context, TokenId value) {
  context.set_kind(CheckKind::kOn);
  context.check.keyword = context.file.string(value);
}

void read_must(CheckContext& context, TokenId value) {
  context.set_kind(CheckKind::kMust);
  context.check.node = context.reader.node(value);
}

void read_unique(CheckContext& context, TokenId value) {
  context.set_kind(CheckKind::kUnique);
  context.check.pointers = context.file.strings(value);
  if (context.check.pointers.empty()) context.file.fail(value, "wanted at least one pointer");
}

void read_order(CheckContext& context, TokenId value) {
  context.set_kind(CheckKind::kOrder);
  context.check.pointers = context.file.strings(value);
  if (context.check.pointers.size() != 2) context.file.fail(value, "wanted two pointers");
}

void read_down(CheckContext& context, TokenId value) {
  context.set_kind(CheckKind::kDown);
  lint_down(context.file, value);
  context.check.node = context.reader.node(value);
}

void read_within(CheckContext& context, TokenId value) {
  context.set_kind(CheckKind::kWithin);
  read_words(context.file, value, "word of within", kWithinWords, context);
  for (const std::string_view word : {"from", "ahead_days"}) {
    if (!context.file.find(value, word))
      context.file.fail(value, "within without " + std::string(word));
  }
}

void read_columns(CheckContext& context, TokenId value) {
  context.set_kind(CheckKind::kColumns);
  context.check.columns = read_choice(context.file, value, "columns rule", kColumnsRules);
}

void read_setting(CheckContext& context, TokenId value) {
  context.set_kind(CheckKind::kSetting);
  context.check.setting = context.file.string(value);
}

void read_always(CheckContext& context, TokenId value) {
  context.set_kind(CheckKind::kAlways);
  if (!context.file.boolean(value)) context.file.fail(value, "always can only be true");
}

/// Small letters and digits, a full stop, small letters, digits and hyphens: `vendor.rule-name`.
bool is_rule_name(std::string_view name) {
  constexpr std::string_view kGroup = "abcdefghijklmnopqrstuvwxyz0123456789";
  const std::size_t stop = name.find_first_not_of(kGroup);
  if (stop == 0 || stop >= name.size() || name[stop] != '.' || stop + 1 == name.size())
    return false;
  return name.substr(stop + 1).find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") ==
         std::string_view::npos;
}

void read_rule(CheckContext& context, TokenId value) {
  context.check.rule = context.file.string(value);
  if (!is_rule_name(context.check.rule)) {
    context.file.fail(value, "wanted a rule name such as club.member-number");
  }
}

constexpr Word<CheckContext> kCheckWords[] = {
    {"on", read_on},
    {"must", read_must},
    {"unique", read_unique},
    {"rest", [](CheckContext& c,
                TokenId value) { c.check.rest = read_choice(c.file, value, "rest", kRests); }},
    {"order", read_order},
    {"strict", [](CheckContext& c, TokenId value) { c.check.is_strict = c.file.boolean(value); }},
    {"down", read_down},
    {"within", read_within},
    {"columns", read_columns},
    {"setting", read_setting},
    {"always", read_always},
    {"confirm", [](CheckContext& c, TokenId value) { c.check.confirm = c.file.string(value); }},
    {"rule", read_rule},
    {"severity",
     [](CheckContext& c, TokenId value) {
       c.check.severity = read_choice(c.file, value, "severity", kSeverities);
     }},
    {"repair", [](CheckContext& c, TokenId value) { c.check.repair = read_repair(c.file, value); }},
};

/// Which kinds may stand where.
bool may_stand(CheckKind kind, CheckPlace place) {
  switch (kind) {
    case CheckKind::kOn:
      return place != CheckPlace::kOperation;
    case CheckKind::kMust:
    case CheckKind::kUnique:
    case CheckKind::kOrder:
    case CheckKind::kWithin:
      return place == CheckPlace::kNode;
    case CheckKind::kDown:
      return place != CheckPlace::kLayout;
    case CheckKind::kColumns:
    case CheckKind::kSetting:
    case CheckKind::kAlways:
      return place == CheckPlace::kOperation;
  }
  return false;
}

template <std::size_t kCount>
bool is_one_of(const std::string_view (&words)[kCount], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// `on` must name what can fail there: a keyword beside it, `as` beside it, or a layout's event.
void lint_on(JsonFile& file, TokenId value, const Check& check, TokenId owner, CheckPlace place) {
  if (place == CheckPlace::kLayout) {
    if (!is_one_of(kLayoutEvents, check.keyword)) {
      file.fail_unknown(value, "event", kLayoutEvents);
    }
    return;
  }
  const bool is_as = check.keyword == "as";
  if (!is_as && !is_one_of(kFailingKeywords, check.keyword)) {
    file.fail_unknown(value, "keyword", kFailingKeywords);
    return;
  }
  const std::optional<TokenId> annotation = file.find(owner, "x-crosswalk");
  const bool stands = is_as ? annotation && file.find(*annotation, "as")
                            : file.find(owner, check.keyword).has_value();
  if (!stands) file.fail(value, "no \"" + check.keyword + "\" stands beside this check");
}

/// Words that belong to one kind of check.
void lint_words_of_kinds(JsonFile& file, TokenId token, const Check& check) {
  const auto belongs = [&](std::string_view word, CheckKind kind) {
    const std::optional<TokenId> found = file.find(token, word);
    if (found && check.kind != kind)
      file.fail(*found, std::string(word) + " belongs to another kind of check");
  };
  belongs("rest", CheckKind::kUnique);
  belongs("strict", CheckKind::kOrder);
}

/// What is to be confirmed is a value of a record, and no error as it stands.
void lint_confirm(JsonFile& file, TokenId value, const Check& check, CheckPlace place) {
  if (check.confirm.empty()) return file.fail(value, "wanted the name of a setting");
  if (place != CheckPlace::kNode)
    return file.fail(value, "confirm can only stand at a schema node");
  if (check.severity == Severity::kError)
    file.fail(value, "confirm without a severity: the check is an error anyway");
}

void lint_check(JsonFile& file, TokenId token, const CheckContext& context, TokenId owner,
                CheckPlace place) {
  const Check& check = context.check;
  if (file.failed()) return;
  if (context.kinds != 1) return file.fail(token, "wanted exactly one kind of check");
  if (check.rule.empty()) return file.fail(token, "a check without rule");
  if (!may_stand(check.kind, place)) {
    return file.fail(token, "this kind of check can't stand " +
                                std::string(kPlaceNames[static_cast<std::size_t>(place)]));
  }
  if (check.kind == CheckKind::kOn) lint_on(file, *file.find(token, "on"), check, owner, place);
  if (const auto repair = file.find(token, "repair")) lint_repair(file, *repair, check);
  if (const auto confirm = file.find(token, "confirm")) lint_confirm(file, *confirm, check, place);
  lint_words_of_kinds(file, token, check);
  if (check.kind == CheckKind::kUnique) lint_pointers(file, owner, *file.find(token, "unique"));
  if (check.kind == CheckKind::kOrder) lint_pointers(file, owner, *file.find(token, "order"));
}

}  // namespace

std::vector<Check> read_checks(SchemaReader& reader, TokenId token, TokenId owner,
                               CheckPlace place) {
  JsonFile& file = reader.file();
  std::vector<Check> checks;
  for (const TokenId element : file.elements(token)) {
    Check check;
    CheckContext context{reader, file, check};
    read_words(file, element, "word of a check", kCheckWords, context);
    lint_check(file, element, context, owner, place);
    for (const Check& other : checks) {
      if (check.kind == CheckKind::kOn && other.kind == CheckKind::kOn &&
          other.keyword == check.keyword) {
        file.fail(element, "two checks on \"" + check.keyword + '"');
      }
    }
    checks.push_back(std::move(check));
  }
  if (checks.empty()) file.fail(token, "wanted at least one check");
  return checks;
}

}  // namespace crosswalk::format
