// Plain words, put together.
//
//   expected_count("at least", 1, "character")   ->   at least 1 character
// Test: tests/check/expected_test.cc.
#include "check/expected.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <utility>

namespace crosswalk::check {
namespace {

constexpr std::size_t kMaxValuesTold = 10;

std::string date_text(std::int64_t unix_seconds) {
  const std::chrono::sys_seconds time{std::chrono::seconds(unix_seconds)};
  const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(time));
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text.data();
}

}  // namespace

std::string any_of_words(std::span<const std::string> words) {
  const std::size_t told = words.size() > kMaxValuesTold + 1 ? kMaxValuesTold : words.size();
  std::string text;
  for (std::size_t i = 0; i < told; ++i) {
    if (i > 0) text += i + 1 == words.size() ? " or " : ", ";
    text += words[i];
  }
  if (told < words.size()) text += " or another of " + std::to_string(words.size()) + " values";
  return text;
}

std::string expected_types(std::uint8_t types) {
  static constexpr std::array<std::pair<std::uint8_t, std::string_view>, 7> kWords = {
      {{format::kTypeString, "text"},
       {format::kTypeNumber, "a number"},
       {format::kTypeInteger, "a whole number"},
       {format::kTypeBoolean, "true or false"},
       {format::kTypeArray, "a list"},
       {format::kTypeObject, "an object"},
       {format::kTypeNull, "null"}}};
  std::vector<std::string> words;
  for (const auto& [type, word] : kWords) {
    if ((types & type) != 0) words.emplace_back(word);
  }
  return any_of_words(words);
}

std::string expected_values(const format::Schema& schema, std::span<const std::uint32_t> tokens) {
  std::vector<std::string> words;
  for (const std::uint32_t token : tokens) {
    words.emplace_back(json::raw(schema.text, schema.tape.tokens[token]));
  }
  return any_of_words(words);
}

std::string expected_count(std::string_view relation, std::uint64_t count, std::string_view unit) {
  std::string text(relation);
  text += ' ' + std::to_string(count) + ' ';
  text += unit;
  if (count != 1) text += 's';
  return text;
}

std::string expected_time(std::int64_t from_unix, std::int64_t ahead_days) {
  return "a time from " + date_text(from_unix) + " on, at most " +
         expected_count("", ahead_days < 0 ? 0 : static_cast<std::uint64_t>(ahead_days), "day")
             .substr(1) +
         " ahead of now";
}

}  // namespace crosswalk::check
