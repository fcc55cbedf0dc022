// Twins: tables converted to other formats row by row and by way of records. Bytes, findings,
// rejects, keys and the loss report are the same whichever rows go which way.
#include "conversion/row_mapping.h"

#include <gtest/gtest.h>

#include <random>

#include "cross/format_pairs.h"
#include "cross/whole_conversions.h"
#include "text/nfc.h"

namespace crosswalk::tests {
namespace {

/// Rows of raw cells.
using Table = std::vector<Texts>;

/// Cells of a text without line ends in cells; `quote` 0: there are no quotes.
Table table_of(const std::string& text, char delimiter, char quote) {
  Table table(1, Texts(1));
  bool is_quoted = false;
  for (const char c : text) {
    if (c == quote && quote != 0) is_quoted = !is_quoted;
    if (!is_quoted && c == delimiter) {
      table.back().emplace_back();
    } else if (!is_quoted && c == '\n') {
      table.emplace_back(1);
    } else {
      table.back().back() += c;
    }
  }
  table.pop_back();
  return table;
}

std::string text_of(const Table& table, char delimiter) {
  std::string text;
  for (const Texts& row : table) text += joined(row, std::string(1, delimiter)) + '\n';
  return text;
}

/// Some cells of the rows change: they are empty, those of another row, or something else.
void spoil(Table& table, char quote, std::mt19937& random) {
  static const Texts kOthers = {"",    "5",   "true",       "null", "none",  "007",
                                " x ", "1e5", "2024-01-01", "=1+1", "a@b.c", "1.50",
                                "[1]", "{}",  "a;b",        "-",    "Ä"};
  static const Texts kQuoted = {R"("")", R"("a,b")", R"("say ""hi""")", "\"a\nb\"", R"(" ")"};
  for (std::size_t row = 1; row < table.size(); ++row) {
    for (std::size_t column = 0; column < table[row].size(); ++column) {
      std::string& cell = table[row][column];
      if (random() % 12 != 0) continue;
      const std::size_t other = 1 + random() % (table.size() - 1);
      if (random() % 3 == 0) {
        cell = table[other].size() > column ? table[other][column] : "";
      } else if (quote != 0 && random() % 4 == 0) {
        cell = kQuoted[random() % kQuoted.size()];
      } else {
        cell = kOthers[random() % kOthers.size()];
      }
    }
  }
}

/// All that a conversion did, but for what a summary says of its time.
std::string outcome_of(const Converted& made) {
  std::string text = body_of(made);
  for (const Finding& finding : made.kept.all)
    text += "\n" + line_of(finding) + " | " + finding.message + " | " +
            std::to_string(static_cast<int>(finding.severity));
  for (const MemoryOutput::Reject& reject : made.output.rejects)
    text += "\nreject " + std::to_string(reject.record) + ' ' + reject.bytes;
  for (const FieldLoss& field : made.result.loss.value_or(LossReport()).fields)
    text += "\nloss " + field.source + ' ' + std::to_string(field.records) + ' ' +
            std::to_string(field.normalised) + ' ' + std::to_string(field.lost);
  return text;
}

std::string name_of(format::Missing missing) {
  const char* const kNames[] = {"absent", "null", "empty"};
  return kNames[static_cast<std::size_t>(missing)];
}

class MappedRows : public testing::TestWithParam<Pair> {};

/// What a conversion can be told to drop.
Texts field_columns(const std::string& name) {
  Texts columns;
  const conversion::Side side = conversion::Side::make(conversion::format_called(name), {}).value();
  for (const conversion::Entry& entry : side.entries()) columns.push_back(entry.column);
  return columns;
}

/// Converts twice. What is written in NFC goes by way of records, and changes no text that is so
/// already.
void expect_twins(const std::string& text, const std::string& source, const std::string& target,
                  ConvertOptions options) {
  const Converted rows = converted(text, source, target, options);
  options.read.nfc = true;
  const Converted records = converted(text, source, target, options);
  expect_same(outcome_of(rows), outcome_of(records), source + " -> " + target);
}

TEST_P(MappedRows, AreWhatRecordsOfThemBecome) {
  const auto [from, to] = GetParam();
  std::mt19937 random(7);
  for (std::uint32_t seed = 21; seed <= 32; ++seed) {
    ConvertOptions options = usual_options();
    Sample sample = sample_of(from, seed, 40);
    sample.text = text::nfc(sample.text);
    for (const std::string& source : layouts_of(from)) {
      const format::Layout& layout =
          *conversion::format_called(from).layout(source.substr(source.find(':') + 1));
      if (!format::has_rows(layout.kind)) continue;
      std::string text = body_of(converted(sample.text, sample.format, source, usual_options()));
      if (layout.kind == format::LayoutKind::kCsv && seed % 4 != 0) {
        const char delimiter = layout.delimiters.front();
        Table table = table_of(text, delimiter, layout.quote);
        spoil(table, layout.quote, random);
        text = text_of(table, delimiter);
      }
      const auto& known = conversion::format_called(to).missing;
      const Texts columns = field_columns(from);
      for (const std::string& target : layouts_of(to)) {
        const bool may_choose = target.ends_with("json");
        options.missing = may_choose && seed % 3 == 1 ? name_of(known[seed % known.size()]) : "";
        options.drops.clear();
        if (seed % 5 == 0) options.drops = {columns[seed % columns.size()]};
        options.dedupe = seed % 7 == 0 ? Dedupe::kFirst : Dedupe::kNone;
        expect_twins(text, source, target, options);
        if (HasFailure()) return;
      }
    }
  }
}

/// Counts what is read.
class CountingSource final : public Source {
 public:
  explicit CountingSource(std::unique_ptr<Source> inner) : inner_(std::move(inner)) {}
  Result<std::size_t> read(std::span<char> into) override {
    auto count = inner_->read(into);
    if (count.ok()) bytes += count.value();
    return count;
  }
  [[nodiscard]] bool can_rewind() const override { return true; }
  Status rewind() override { return inner_->rewind(); }
  [[nodiscard]] std::string_view name() const override { return inner_->name(); }

  std::size_t bytes = 0;

 private:
  std::unique_ptr<Source> inner_;
};

TEST(MappedTables, AreReadForTheirColumnsOnlyUntilAllAreKnown) {
  std::string text = "code|city|first_name\n";
  for (int i = 0; i < 5000; ++i) text += std::to_string(i) + "|Oslo|" + (i < 2 ? "" : "Ann") + '\n';
  CountingSource source(memory_source(text, "input"));
  Source* const sources[] = {&source};
  ConvertOptions options = usual_options();
  options.read.from = "loyalty/customers:delimited";
  options.read.block_bytes = 512;
  options.read.threads = 1;
  options.to = "aixon/customers:csv";
  Converted made;
  const auto result = convert(embedded_formats(), sources, options, made.output, made.kept.sink());
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result.value().records_out, 5000U);
  EXPECT_TRUE(body_of(made).starts_with("customuid,txt_city,txt_first_name\n0,Oslo,\n"));
  EXPECT_LT(source.bytes, text.size() + 4096) << "it is not read twice";
}

INSTANTIATE_TEST_SUITE_P(Customers, MappedRows, testing::ValuesIn(kCustomerPairs));

INSTANTIATE_TEST_SUITE_P(Events, MappedRows, testing::ValuesIn(kEventPairs));

}  // namespace
}  // namespace crosswalk::tests
