// A sample of an export: see sample.h.
#include "draft/sample.h"

#include <algorithm>
#include <set>
#include <utility>

#include "tabular/scanner.h"
#include "text/encoding.h"

namespace crosswalk::draft {
namespace {

constexpr char kDelimiters[] = {',', ';', '\t', '|'};
constexpr std::size_t kMinDigitsOfData = 4;

Error wrong_use(std::string message) {
  return {ErrorKind::kUsage, std::move(message)};
}

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(std::string_view text, bool complete, char delimiter) {
  tabular::ScanOptions options;
  options.dialect.delimiter = delimiter;
  tabular::Scan scan;
  tabular::scan(text, complete, options, scan);
  Rows rows;
  std::string scratch;
  for (const record::Record& record : scan.records) {
    if (record.state != record::RecordState::kReadable) continue;
    std::vector<std::string>& row = rows.emplace_back();
    for (std::uint32_t i = 0; i < record.cell_count; ++i) {
      row.emplace_back(record::cell_text(text, scan.cells[record.first_cell + i], scratch));
    }
  }
  return rows;
}

// How well a delimiter fits: rows as wide as the first line, then its width.
std::pair<double, std::size_t> fit_of(const Rows& rows) {
  if (rows.empty() || rows.front().size() < 2) return {0, 0};
  const std::size_t width = rows.front().size();
  const auto fitting = std::ranges::count(rows, width, &std::vector<std::string>::size);
  return {static_cast<double>(fitting) / static_cast<double>(rows.size()), width};
}

std::pair<char, Rows> cut(std::string_view text, bool complete, std::optional<char> delimiter) {
  if (delimiter) return {*delimiter, rows_of(text, complete, *delimiter)};
  std::pair<char, Rows> best{',', rows_of(text, complete, ',')};
  for (const char candidate : kDelimiters) {
    Rows rows = rows_of(text, complete, candidate);
    if (fit_of(rows) > fit_of(best.second)) best = {candidate, std::move(rows)};
  }
  return best;
}

std::size_t known_names(const Rows& rows, const WordList& words) {
  if (rows.empty()) return 0;
  const auto is_known = [&](const std::string& name) { return words.find(name) != nullptr; };
  return static_cast<std::size_t>(std::ranges::count_if(rows.front(), is_known));
}

// Column names hold no addresses, and few digits.
bool looks_like_data(std::string_view name) {
  const auto digits = static_cast<std::size_t>(
      std::ranges::count_if(name, [](char c) { return c >= '0' && c <= '9'; }));
  return name.find('@') != std::string_view::npos ||
         (digits >= kMinDigitsOfData && 2 * digits >= name.size());
}

Status check_names(const std::vector<std::string>& names) {
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string column = "column " + std::to_string(i + 1);
    if (names[i].empty()) return wrong_use(column + " has no name");
    if (!seen.insert(names[i]).second) return wrong_use(column + " has the name of another one");
    if (looks_like_data(names[i])) {
      return wrong_use("the first line looks like data, not like column names (" + column +
                       "): give the names with --column-names");
    }
  }
  return {};
}

void fill_columns(const Rows& rows, std::size_t first_row, Sample& sample) {
  sample.columns.resize(sample.names.size());
  for (std::size_t i = first_row; i < rows.size(); ++i) {
    if (rows[i].size() != sample.names.size()) continue;
    for (std::size_t column = 0; column < rows[i].size(); ++column) {
      sample.columns[column].push_back(rows[i][column]);
    }
  }
}

std::string_view without_blanks(std::string_view name) {
  const std::size_t first = name.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return name.substr(first, name.find_last_not_of(" \t") - first + 1);
}

// Whole lines, or at least whole characters: a sample may be cut off anywhere.
std::string_view without_torn_end(std::string_view bytes) {
  const bool is_wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  if (is_wide) return bytes.substr(0, bytes.size() / 2 * 2);
  const std::size_t last = bytes.rfind('\n');
  return last == std::string_view::npos ? bytes : bytes.substr(0, last + 1);
}

// A sample as it reads in one encoding.
struct Reading {
  std::string encoding;
  char delimiter = ',';
  Rows rows;
  std::size_t known = 0;  // column names
  std::size_t odd = 0;    // characters

  [[nodiscard]] bool is_better_than(const Reading& other) const {
    return known != other.known ? known > other.known : odd < other.odd;
  }
};

// The reading under which most column names are known and fewest characters odd; of equals the
// likelier one.
std::optional<Reading> best_reading(std::string_view bytes, bool complete,
                                    const std::vector<std::string>& encodings,
                                    std::optional<char> delimiter, const WordList& words) {
  std::optional<Reading> best;
  for (const std::string& encoding : encodings) {
    const auto text = text::to_utf8(bytes, encoding);
    if (!text) continue;
    auto [found, rows] = cut(*text, complete, delimiter);
    Reading reading{encoding, found, std::move(rows), 0, text::count_odd_characters(*text)};
    reading.known = known_names(reading.rows, words);
    if (!best || reading.is_better_than(*best)) best = std::move(reading);
  }
  return best;
}

}  // namespace

Result<Sample> read_sample(std::string_view bytes, bool complete, const SampleOptions& options,
                           const WordList& words) {
  if (!complete) bytes = without_torn_end(bytes);
  const bool is_stated = !options.encoding.empty();
  const std::vector<std::string> encodings =
      is_stated ? std::vector<std::string>{options.encoding} : text::likely_encodings(bytes);
  auto reading = best_reading(bytes, complete, encodings, options.delimiter, words);
  if (!reading) {
    return wrong_use(is_stated ? "the sample is not written in " + options.encoding
                               : "the encoding cannot be found out: give it with --encoding");
  }
  if (reading->rows.empty()) return wrong_use("the sample holds no lines");
  Sample sample;
  sample.encoding = reading->encoding;
  sample.encoding_is_certain = encodings.size() == 1 || reading->known > 0;
  sample.delimiter = reading->delimiter;
  const bool has_header = options.column_names.empty();
  sample.names = options.column_names;
  if (has_header) {
    for (const std::string& name : reading->rows.front()) {
      sample.names.emplace_back(without_blanks(name));
    }
  }
  if (Status good = check_names(sample.names); !good) return good.error();
  fill_columns(reading->rows, has_header ? 1 : 0, sample);
  return sample;
}

}  // namespace crosswalk::draft
