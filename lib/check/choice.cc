// See choice.h.
#include "check/choice.h"

#include <algorithm>
#include <string>

namespace crosswalk::check {

using json::Kind;

Choice make_choice(const format::Schema& schema, const std::vector<std::uint32_t>& tokens) {
  Choice choice;
  std::string scratch;
  for (const std::uint32_t token : tokens) {
    const Value value = value_at(schema.text, schema.tape, token, scratch);
    choice.kinds |= bit(value.kind);
    if (value.is_container()) {
      append_canonical(schema.text, schema.tape, token, choice.containers.emplace_back());
    } else if (value.kind == Kind::kString) {
      choice.texts.emplace_back(value.text);
      choice.longest_text = std::max(choice.longest_text, value.text.size());
    } else if (value.kind == Kind::kNumber) {
      choice.numbers.push_back(make_number(value.text));
    }
  }
  std::ranges::sort(choice.texts);
  std::ranges::sort(choice.containers);
  return choice;
}

std::vector<std::pair<std::string, std::string>> aliases_of(const format::Annotation& annotation) {
  auto all = annotation.aliases;
  for (const format::Check& check : annotation.checks) {
    if (check.keyword == "enum")
      all.insert(all.end(), check.repair.table.begin(), check.repair.table.end());
  }
  return all;
}

}  // namespace crosswalk::check
