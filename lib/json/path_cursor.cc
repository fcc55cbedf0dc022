// Steps are dropped until the container of the last one holds the token, then made anew.
//
// A child begins at its name, if it has one.
// Test: tests/json/path_cursor_test.cc.
#include "json/path_cursor.h"

namespace crosswalk::json {

void PathCursor::enter(std::uint32_t container) {
  steps_.push_back({container, container + (is_object(container) ? 2 : 1), 0});
}

void PathCursor::move_to(std::uint32_t index) {
  const std::vector<Token>& tokens = tape_->tokens;
  const auto holds = [&](std::uint32_t container) {
    return container < index && index < tokens[container].next;
  };
  while (!steps_.empty() && !holds(steps_.back().container)) steps_.pop_back();
  if (steps_.empty()) {
    if (index == 0) return;
    enter(0);
  }
  for (;;) {
    const std::uint32_t container = steps_.back().container;
    const std::uint32_t name = is_object(container) ? 1 : 0;
    if (index + name < steps_.back().value) {
      steps_.pop_back();
      enter(container);
    }
    Step& step = steps_.back();
    for (; tokens[step.value].next <= index; ++step.number) {
      step.value = tokens[step.value].next + name;
    }
    if (index <= step.value) return;
    enter(step.value);
  }
}

std::string_view PathCursor::name_of(const Step& step, std::string& scratch) const {
  return string_value(text_, tape_->tokens[step.value - 1], scratch);
}

std::string PathCursor::pointer() const {
  std::string pointer;
  std::string scratch;
  for (const Step& step : steps_) {
    if (is_object(step.container)) {
      append_reference_token(pointer, name_of(step, scratch));
    } else {
      pointer += '/' + std::to_string(step.number);
    }
  }
  return pointer;
}

std::string PathCursor::member() const {
  std::string scratch;
  for (auto step = steps_.rbegin(); step != steps_.rend(); ++step) {
    if (is_object(step->container)) return std::string(name_of(*step, scratch));
  }
  return {};
}

}  // namespace crosswalk::json
