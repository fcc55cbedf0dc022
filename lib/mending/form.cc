// See form.h.
#include "mending/form.h"

#include <optional>
#include <string>
#include <utility>

#include "layout/rows.h"
#include "mending/spelling.h"
#include "text/percent.h"

namespace crosswalk::mending {
namespace {

using record::Cell;

std::uint32_t offset32(std::size_t offset) {
  return static_cast<std::uint32_t>(offset);
}

Cell value_cell(std::string_view encoded) {
  Cell cell{0, offset32(encoded.size())};
  if (text::is_encoded(encoded)) cell.flags = Cell::kPercent | Cell::kEscaped;
  return cell;
}

std::optional<std::string> spelt_anew(std::string_view encoded, const MendContext& context,
                                      const format::Layout& layout) {
  const Cell cell = value_cell(encoded);
  const auto value = scalar_of(encoded, cell);
  const auto meant = value ? mend(*value, context) : std::nullopt;
  return meant ? spell(*meant, cell, layout) : std::nullopt;
}

/// The name of the parameter whose value begins at `value`, as an edit that changes nothing.
Edit name_before(std::string_view text, std::size_t value) {
  const bool has_sign = value > 0 && text[value - 1] == '=';
  const std::size_t end = has_sign ? value - 1 : value;
  const std::size_t separator = text.substr(0, end).rfind('&');
  const std::size_t begin =
      separator == std::string_view::npos ? layout::byte_order_mark_bytes(text) : separator + 1;
  return {offset32(begin), offset32(end), std::string(text.substr(begin, end - begin))};
}

/// `header_01` is a defect of its own.
bool is_written_wrongly(std::string_view name, const format::Layout& layout) {
  constexpr std::size_t kMostDigits = 19;
  const std::string_view digits = name.substr(layout.columns_prefix.size());
  const bool has_zero = digits.size() > 1 && digits.front() == '0';
  return has_zero || digits.size() > kMostDigits ||
         digits.find_first_not_of("0123456789") != std::string_view::npos;
}

std::vector<Edit> renumbered(const Form& form) {
  std::vector<Edit> edits;
  for (std::size_t i = 0; i < form.columns.size(); ++i) {
    Edit edit = name_before(form.text, form.columns[i].offset);
    const std::string wanted = form.layout.columns_prefix + std::to_string(i + 1);
    std::string found;
    text::append_decoded(found, edit.text);
    if (found == wanted) continue;
    if (is_written_wrongly(found, form.layout)) return {};
    if (auto spelt = spell({json::Kind::kString, wanted}, {}, form.layout)) {
      edit.text = *std::move(spelt);
      edits.push_back(std::move(edit));
    }
  }
  return edits;
}

}  // namespace

std::vector<Edit> edits_for(const diagnostics::RawFinding& finding, const MendContext& mend,
                            const Form& form) {
  if (mend.repair->kind == format::RepairKind::kRenumber) return renumbered(form);
  const std::string_view encoded = form.text.substr(finding.offset, finding.length);
  auto spelt = encoded.empty() ? std::nullopt : spelt_anew(encoded, mend, form.layout);
  if (!spelt) return {};
  return {{finding.offset, finding.offset + finding.length, *std::move(spelt)}};
}

}  // namespace crosswalk::mending
