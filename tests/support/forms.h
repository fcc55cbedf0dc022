// A form layout for tests: columns h1, h2, ..., the delimiter in `by`, the rows in `rows`.
#ifndef CROSSWALK_TESTS_SUPPORT_FORMS_H
#define CROSSWALK_TESTS_SUPPORT_FORMS_H

#include <string>
#include <string_view>

#include "diagnostics/rule.h"
#include "format/definition.h"

namespace crosswalk::tests {

/// The layout; its events are called v.none, v.gap, v.form, v.width and v.blank.
inline format::Layout form_layout(diagnostics::RuleCatalog& rules) {
  format::Layout layout;
  layout.kind = format::LayoutKind::kForm;
  layout.name = "form";
  layout.quote = 0;
  layout.delimiters = {'|', '\t'};
  layout.delimiter_words = {{"pipe", '|'}, {"tab", '\t'}};
  layout.delimiter_member = "by";
  layout.columns_prefix = "h";
  layout.records_member = "rows";
  const auto name = [&](std::string_view event, std::string_view rule) {
    format::Check check;
    check.keyword = event;
    check.rule = rule;
    rules.intern(rule);
    layout.checks.push_back(check);
  };
  name("columns-missing", "v.none");
  name("number-gap", "v.gap");
  name("number-form", "v.form");
  name("row-width", "v.width");
  name("blank-line", "v.blank");
  return layout;
}

}  // namespace crosswalk::tests

#endif  // CROSSWALK_TESTS_SUPPORT_FORMS_H
