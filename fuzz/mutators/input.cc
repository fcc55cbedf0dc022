// See input.h.
#include "mutators/input.h"

#include "mutators/csv.h"
#include "mutators/json.h"
#include "support/bytes.h"

namespace crosswalk::fuzz {
namespace {

std::string mutate_text(std::string_view text, Dice& dice) {
  // Two texts in one: the second is the input of the first.
  const std::size_t nul = text.find('\0');
  if (nul != std::string_view::npos && dice.below(2) == 0)
    return std::string(text.substr(0, nul + 1)) + mutate_text(text.substr(nul + 1), dice);
  const std::string_view rest = nul == std::string_view::npos ? "" : text.substr(nul);
  const std::string_view first = text.substr(0, nul);
  const std::size_t begin = first.find_first_not_of(" \t\r\n");
  const bool is_json =
      begin != std::string_view::npos && (first[begin] == '{' || first[begin] == '[');
  const std::string changed = !is_json             ? mutate_csv(first, dice)
                              : dice.below(4) == 0 ? mutate_envelope(first, dice)
                                                   : mutate_json(first, dice);
  return changed + std::string(rest);
}

std::string mutate_choices(std::string choices, Dice& dice) {
  if (choices.empty() || dice.below(3) == 0) choices.push_back('\0');
  choices[dice.below(choices.size())] = static_cast<char>(dice.below(255));
  return choices;
}

}  // namespace

std::string mutate_input(std::string_view input, Dice& dice) {
  const std::size_t mark = input.rfind(kChoicesBegin);
  std::string text(input.substr(0, mark));
  std::string choices(mark == std::string_view::npos ? "" : input.substr(mark + 1));
  if (dice.below(4) == 0) {
    choices = mutate_choices(std::move(choices), dice);
  } else {
    text = mutate_text(text, dice);
  }
  return choices.empty() ? text : text + kChoicesBegin + choices;
}

}  // namespace crosswalk::fuzz
