// Random tables of customers, written as canonical CSV and JSON by code of their own.
#ifndef CROSSWALK_TESTS_CROSS_CUSTOMER_TABLES_H
#define CROSSWALK_TESTS_CROSS_CUSTOMER_TABLES_H

#include <cstdio>
#include <random>
#include <string>
#include <vector>

#include "crosswalk/crosswalk.h"
#include "support/memory_output.h"

namespace crosswalk::tests {

inline const std::vector<std::string> kCustomerColumns = {
    "customuid", "txt_a", "num_b", "attr_c", "goal_click_d", "goal_purchase_e_timestamp", "dmpid"};

/// Rows of valid cells.
struct CustomerTable {
  std::vector<std::vector<std::string>> rows;

  CustomerTable(std::mt19937& random, std::size_t row_count) {
    static const std::vector<std::string> kNumbers = {
        "", "0", "369.60", "1e5", "-0", "12345678901234567890123", "-2.50E-07"};
    static const std::vector<std::string> kTimes = {"", "0", "1512011429", "1534254499"};
    static const std::vector<std::string> kGoals = {"", "0", "1"};
    const auto pick = [&](const std::vector<std::string>& from) {
      return from[random() % from.size()];
    };
    for (std::size_t i = 0; i < row_count; ++i)
      rows.push_back({"c" + std::to_string(i) + text(random), text(random), pick(kNumbers),
                      text(random), pick(kGoals), pick(kTimes), text(random)});
  }

  [[nodiscard]] std::string csv() const {
    std::string out = join(kCustomerColumns, csv_cell) + "\n";
    for (const auto& row : rows) out += join(row, csv_cell) + "\n";
    return out;
  }

  [[nodiscard]] std::string json() const {
    std::string out = "{\"header\":[" + join(kCustomerColumns, json_string) + "],\"data\":[";
    for (std::size_t i = 0; i < rows.size(); ++i) {
      out += i == 0 ? "\n[" : ",\n[";
      for (std::size_t column = 0; column < rows[i].size(); ++column) {
        const bool is_bare =
            (column == 2 || column == 4 || column == 5) && !rows[i][column].empty();
        if (column > 0) out += ',';
        out += is_bare ? rows[i][column] : json_string(rows[i][column]);
      }
      out += ']';
    }
    return out + "\n]}\n";
  }

 private:
  static std::string text(std::mt19937& random) {
    static const std::vector<std::string> kPieces = {
        "a",    "b",  "00123", "1e5",  "369.60",           " ", "\"",
        ",",    "\n", "\r\n",  "\\",   "\\u00e9",          "ż", "客",
        "Việt", "\t", "\x01",  "\x7f", "\xF0\x9F\x98\x80", "/"};
    std::string text;
    for (std::size_t count = random() % 5; count > 0; --count)
      text += kPieces[random() % kPieces.size()];
    return text;
  }

  static std::string csv_cell(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string cell = "\"";
    for (const char c : text) cell += c == '"' ? "\"\"" : std::string(1, c);
    return cell + '"';
  }

  static std::string json_string(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
      const std::size_t named = std::string("\"\\\b\f\n\r\t").find(c);
      char escape[8];
      if (c != 0 && named != std::string::npos) {
        out += '\\';
        out += "\"\\bfnrt"[named];
      } else if (static_cast<unsigned char>(c) < 0x20) {
        std::snprintf(escape, sizeof escape, "\\u%04x", c);
        out += escape;
      } else {
        out += c;
      }
    }
    return out + '"';
  }

  static std::string join(const std::vector<std::string>& cells,
                          std::string (*write)(const std::string&)) {
    std::string out;
    for (std::size_t i = 0; i < cells.size(); ++i) out += (i > 0 ? "," : "") + write(cells[i]);
    return out;
  }
};

/// Formats, loaded once.
inline const Formats& embedded_formats() {
  static const Formats formats = Formats::embedded().value();
  return formats;
}

/// All that a conversion did.
struct Converted {
  MemoryOutput output;
  KeptFindings kept;
  RunResult result;
};

/// Converts `text` to `layout` of the customers' format.
inline Converted convert_customers(const std::string& text, const std::string& layout,
                                   ConvertOptions options = {}) {
  Converted converted;
  options.to = "aixon/customers:" + layout;
  if (options.read.from.empty()) options.read.from = "aixon/customers";
  const auto source = memory_source(text, "customers");
  Source* const sources[] = {source.get()};
  auto result =
      convert(embedded_formats(), sources, options, converted.output, converted.kept.sink());
  if (!result.ok()) ADD_FAILURE() << result.error().message;
  if (result.ok()) converted.result = std::move(result).value();
  return converted;
}

}  // namespace crosswalk::tests

#endif  // CROSSWALK_TESTS_CROSS_CUSTOMER_TABLES_H
