// See normalised_batch.h.
#include "pipeline/normalised_batch.h"

#include <charconv>
#include <optional>
#include <string>
#include <string_view>

#include "text/nfc.h"
#include "text/percent.h"

namespace crosswalk::pipeline {
namespace {

constexpr std::size_t kEscapeBytes = 6;  // of \u0301

// The code unit of the escape at `at`, if there is one.
std::optional<std::uint32_t> escaped_unit(std::string_view json, std::size_t at) {
  if (json.substr(at, 2) != "\\u" || at + kEscapeBytes > json.size()) return std::nullopt;
  std::uint32_t unit = 0;
  const char* const end = json.data() + at + kEscapeBytes;
  const auto [stop, error] = std::from_chars(json.data() + at + 2, end, unit, 16);
  return error == std::errc{} && stop == end ? std::optional(unit) : std::nullopt;
}

void append_utf8(std::uint32_t point, std::string& text) {
  const auto tail = [&](unsigned shift) {
    text += static_cast<char>(0x80U | (point >> shift & 0x3FU));
  };
  if (point < 0x800) {
    text += static_cast<char>(0xC0U | point >> 6U);
  } else if (point < 0x10000) {
    text += static_cast<char>(0xE0U | point >> 12U);
    tail(6);
  } else {
    text += static_cast<char>(0xF0U | point >> 18U);
    tail(12);
    tail(6);
  }
  tail(0);
}

// JSON whose escapes of characters beyond ASCII are written out; lone surrogates stay.
std::string written_out(std::string_view json) {
  std::string text;
  for (std::size_t at = 0; at < json.size();) {
    const auto unit = escaped_unit(json, at);
    if (unit && *unit >= 0x80 && (*unit < 0xD800 || *unit >= 0xE000)) {
      append_utf8(*unit, text);
      at += kEscapeBytes;
      continue;
    }
    const auto low = unit ? escaped_unit(json, at + kEscapeBytes) : std::nullopt;
    if (unit && *unit >= 0xD800 && *unit < 0xDC00 && low && *low >= 0xDC00 && *low < 0xE000) {
      append_utf8(0x10000U + ((*unit - 0xD800U) << 10U) + (*low - 0xDC00U), text);
      at += 2 * kEscapeBytes;
      continue;
    }
    const std::size_t bytes = json[at] == '\\' ? 2 : 1;
    text += json.substr(at, bytes);
    at += bytes;
  }
  return text;
}

std::string normalised_json(std::string_view json) {
  return text::nfc(json.find("\\u") == std::string_view::npos ? json : written_out(json));
}

// A cell of a form, encoded anew if what it says changes.
std::string normalised_percent(std::string_view bytes) {
  std::string decoded;
  text::append_decoded(decoded, bytes);
  const std::string normalised = text::nfc(decoded);
  if (normalised == decoded) return std::string(bytes);
  std::string encoded;
  text::append_encoded(encoded, normalised);
  return encoded;
}

std::string normalised_cell(std::string_view bytes, const record::Cell& cell) {
  if ((cell.flags & record::Cell::kPercent) != 0) return normalised_percent(bytes);
  return cell.kind == record::CellKind::kText ? text::nfc(bytes) : normalised_json(bytes);
}

// Copies a batch, piece by piece.
class Copy {
 public:
  Copy(const record::Batch& from, record::Batch& into) : from_(from), into_(into) {
    into_.clear();
    into_.cells = from.cells;
    into_.records = from.records;
    into_.is_encoded = from.is_encoded;
    into_.number = from.number;
    into_.first_record = from.first_record;
  }

  void run() {
    for (record::Record& record : into_.records) {
      pass_to(record.begin);
      const auto begin = static_cast<std::uint32_t>(into_.bytes.size());
      for (std::uint32_t i = 0; i < record.cell_count; ++i)
        copy_cell(into_.cells[record.first_cell + i]);
      if (record.cell_count == 0) into_.bytes += normalised_json(piece(record.end));
      pass_to(record.end);
      record.begin = begin;
      record.end = static_cast<std::uint32_t>(into_.bytes.size());
    }
    pass_to(static_cast<std::uint32_t>(from_.bytes.size()));
  }

 private:
  // What stands before `end` and is not copied yet.
  std::string_view piece(std::uint32_t end) {
    const auto text = std::string_view(from_.bytes).substr(copied_, end - copied_);
    copied_ = end;
    return text;
  }

  void pass_to(std::uint32_t end) { into_.bytes += piece(end); }

  void copy_cell(record::Cell& cell) {
    pass_to(cell.begin);
    cell.begin = static_cast<std::uint32_t>(into_.bytes.size());
    into_.bytes += normalised_cell(piece(cell.end), cell);
    cell.end = static_cast<std::uint32_t>(into_.bytes.size());
  }

  const record::Batch& from_;
  record::Batch& into_;
  std::uint32_t copied_ = 0;
};

}  // namespace

const record::Batch& normalised(const record::Batch& batch, record::Batch& into) {
  const bool has_escapes = batch.is_encoded || batch.bytes.find("\\u") != std::string::npos;
  if (!has_escapes && !text::may_not_be_nfc(batch.bytes)) return batch;
  Copy(batch, into).run();
  return into;
}

}  // namespace crosswalk::pipeline
