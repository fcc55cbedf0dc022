// See loss_report.h.
#include "report/loss_report.h"

#include <fmt/format.h>

#include "diagnostics/display_text.h"
#include "diagnostics/redaction.h"
#include "report/aligned.h"
#include "report/message.h"
#include "report/printable.h"

namespace crosswalk::report {
namespace {

/// A column of `field` as it may be shown; the star of a family belongs to it. The names of its
/// targets follow from its own.
std::string shown(const FieldLoss& field, const std::string& column) {
  if (field.is_known_name) return diagnostics::display_text(column);
  const std::string_view name(column);
  if (name == "*") return column;
  const std::string_view base = name.ends_with("*") ? name.substr(0, name.size() - 1) : name;
  const std::size_t star = base.find('*');
  std::string plain(base);
  if (star != std::string::npos) plain[star] = '_';
  return diagnostics::is_safe_name(plain) ? column : diagnostics::name_or_shape(name);
}

std::string targets_of(const FieldLoss& field) {
  std::string targets;
  for (const std::string& target : field.targets) {
    targets += (targets.empty() ? "-> " : ", ") + shown(field, target);
  }
  return targets;
}

std::string counts_of(const FieldLoss& field) {
  std::string counts = counted(field.records, "record");
  if (field.normalised > 0)
    counts += fmt::format(", {} normalised", grouped_digits(field.normalised));
  if (field.lost > 0) counts += fmt::format(", {} lost", grouped_digits(field.lost));
  return counts;
}

void write_field(json::Writer& writer, const FieldLoss& field) {
  writer.begin_object();
  writer.key("source").string(printable(shown(field, field.source)));
  writer.key("targets").begin_array();
  for (const std::string& target : field.targets) writer.string(printable(shown(field, target)));
  writer.end_array();
  writer.key("class").string(loss_word(field.loss));
  writer.key("dropped").boolean(field.is_dropped);
  writer.key("reason");
  if (field.reason.empty()) {
    writer.null();
  } else {
    writer.string(printable(field.reason));
  }
  writer.key("records").number(field.records);
  writer.key("normalised").number(field.normalised);
  writer.key("lost").number(field.lost);
  writer.end_object();
}

}  // namespace

std::string_view loss_word(LossClass loss) {
  switch (loss) {
    case LossClass::kLossless:
      return "lossless";
    case LossClass::kNormalised:
      return "normalised";
    case LossClass::kReadOnly:
      return "read-only";
    case LossClass::kOneWay:
      return "one-way";
    default:
      return "lossy";
  }
}

std::string loss_text(const LossReport& report, bool is_counted) {
  std::vector<Row> rows;
  for (const FieldLoss& field : report.fields) {
    const std::string_view word = field.is_dropped ? "dropped" : loss_word(field.loss);
    Row row{shown(field, field.source), targets_of(field), std::string(word)};
    if (is_counted) row.push_back(counts_of(field));
    row.push_back(field.is_dropped ? "" : field.reason);
    rows.push_back(std::move(row));
  }
  std::string text = report.from + " -> " + report.to + "\n\n" + aligned(rows);
  for (const std::string& column : report.unfed)
    text += fmt::format("\n{} needs {}, which nothing gives: --set {}=VALUE or --map\n", report.to,
                        column, column);
  return text;
}

std::vector<std::string> loss_lines(const LossReport& report) {
  std::vector<std::string> lines;
  for (const FieldLoss& field : report.fields) {
    if (field.records == 0 || field.loss == LossClass::kLossless) continue;
    const std::string_view word = field.is_dropped ? "dropped" : loss_word(field.loss);
    std::string line =
        fmt::format("{}: {}, {}", shown(field, field.source), word, counts_of(field));
    if (!field.is_dropped) line += fmt::format(" ({})", field.reason);
    lines.push_back(std::move(line));
  }
  return lines;
}

void write_loss(json::Writer& writer, const LossReport& report) {
  writer.key("from").string(report.from);
  writer.key("to").string(report.to);
  writer.key("fields").begin_array();
  for (const FieldLoss& field : report.fields) write_field(writer, field);
  writer.end_array();
  writer.key("unfed").begin_array();
  for (const std::string& column : report.unfed) writer.string(printable(column));
  writer.end_array();
}

std::string loss_json(const LossReport& report) {
  std::string text;
  json::Writer writer(text);
  writer.begin_object().key("type").string("loss");
  write_loss(writer, report);
  writer.end_object();
  return text + "\n";
}

}  // namespace crosswalk::report
