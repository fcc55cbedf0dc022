// The values that options take: see values.h.
#include "values.h"

#include <array>
#include <charconv>

namespace crosswalk::cli {
namespace {

Error usage(std::string message) {
  return {ErrorKind::kUsage, std::move(message)};
}

struct Unit {
  std::string_view name;
  std::uint64_t bytes;
};

constexpr std::array<Unit, 8> kUnits = {{{"KiB", 1ULL << 10U},
                                         {"MiB", 1ULL << 20U},
                                         {"GiB", 1ULL << 30U},
                                         {"kB", 1000},
                                         {"KB", 1000},
                                         {"MB", 1000000},
                                         {"GB", 1000000000},
                                         {"B", 1}}};

struct NamedDelimiter {
  std::string_view name;
  char delimiter;
};

constexpr std::array<NamedDelimiter, 5> kDelimiters = {
    {{"comma", ','}, {"semicolon", ';'}, {"tab", '\t'}, {"\\t", '\t'}, {"pipe", '|'}}};

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

}  // namespace

bool RejectLimit::is_exceeded(std::uint64_t rejected, std::uint64_t records) const {
  if (!is_percent) return rejected > amount;
  return static_cast<long double>(rejected) * 100 > static_cast<long double>(records) * amount;
}

Result<std::uint64_t> parse_count(std::string_view text, std::uint64_t largest) {
  std::uint64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error == std::errc{} && stop == end && number <= largest) return number;
  if (largest == std::numeric_limits<std::uint64_t>::max()) return usage("expected a whole number");
  return usage("expected a whole number up to " + std::to_string(largest));
}

Result<std::uint64_t> parse_size(std::string_view text) {
  std::uint64_t unit_bytes = 1;
  for (const Unit& unit : kUnits) {
    if (!text.ends_with(unit.name)) continue;
    unit_bytes = unit.bytes;
    text.remove_suffix(unit.name.size());
    break;
  }
  const auto number = parse_count(trimmed(text));
  if (!number || number.value() > std::numeric_limits<std::uint64_t>::max() / unit_bytes) {
    return usage("expected a size, such as 8388608, 32MB or 128MiB");
  }
  return number.value() * unit_bytes;
}

Result<RejectLimit> parse_reject_limit(std::string_view text) {
  RejectLimit limit;
  limit.is_percent = text.ends_with('%');
  if (limit.is_percent) text.remove_suffix(1);
  const auto amount = parse_count(text);
  if (!amount || (limit.is_percent && amount.value() > 100)) {
    return usage("expected a number of records, such as 20, or a share, such as 5%");
  }
  limit.amount = amount.value();
  return limit;
}

Result<char> parse_delimiter(std::string_view text) {
  for (const NamedDelimiter& named : kDelimiters) {
    if (text == named.name) return named.delimiter;
  }
  const bool is_one_character = text.size() == 1 && static_cast<unsigned char>(text[0]) < 0x80;
  if (is_one_character && text[0] != '"' && text[0] != '\n' && text[0] != '\r') return text[0];
  return usage("expected one character, or comma, semicolon, tab or pipe");
}

Result<std::pair<std::string, std::string>> parse_assignment(std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == 0 || equals == std::string_view::npos) return usage("expected NAME=VALUE");
  return std::pair(std::string(text.substr(0, equals)), std::string(text.substr(equals + 1)));
}

std::vector<std::string> split_list(std::string_view text) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t comma = text.find(',');
    parts.emplace_back(trimmed(text.substr(0, comma)));
    if (comma == std::string_view::npos) return parts;
    text.remove_prefix(comma + 1);
  }
}

}  // namespace crosswalk::cli
