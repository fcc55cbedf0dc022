// See form_frame.h.
#include "layout/form_frame.h"

#include <algorithm>

#include "base/position.h"
#include "layout/rows.h"
#include "text/percent.h"

namespace crosswalk::layout {
namespace {

constexpr std::size_t kLongestLineEnd = 2;

// The line end that an editor or a shell put behind the form.
std::string_view last_line_end(std::string_view text) {
  std::string_view rest = text;
  if (rest.ends_with('\n')) rest.remove_suffix(1);
  if (rest.ends_with('\r')) rest.remove_suffix(1);
  return text.substr(rest.size());
}

}  // namespace

void FormFrame::take(std::string_view bytes) {
  bytes_ += bytes.size();
  while (!bytes.empty()) {
    std::size_t taken = 0;
    switch (part_) {
      case Part::kName:
        taken = take_name(bytes);
        break;
      case Part::kValue:
        taken = take_value(bytes);
        break;
      case Part::kRows:
        taken = take_rows(bytes);
        break;
    }
    bytes.remove_prefix(taken);
  }
}

std::size_t FormFrame::take_name(std::string_view bytes) {
  const std::size_t end = bytes.find_first_of("=&");
  const std::string_view name = bytes.substr(0, end);
  text_ += name;
  if (end == std::string_view::npos) return name.size();
  if (bytes[end] == '&') {
    end_parameter();
  } else {
    const std::size_t begin = name_begin_ > 0 ? name_begin_ : byte_order_mark_bytes(text_);
    std::string decoded;
    text::append_decoded(decoded, std::string_view(text_).substr(begin));
    text_ += '=';
    part_ = Part::kValue;
    if (!rows_at_ && decoded == rows_name_) begin_rows();
  }
  return end + 1;
}

std::size_t FormFrame::take_value(std::string_view bytes) {
  const std::size_t end = bytes.find('&');
  const std::string_view value = bytes.substr(0, end);
  text_ += value;
  if (end == std::string_view::npos) return value.size();
  end_parameter();
  return end + 1;
}

std::size_t FormFrame::take_rows(std::string_view bytes) {
  const std::size_t end = bytes.find('&');
  const std::string_view rows = bytes.substr(0, end);
  rows_bytes_ += rows.size();
  unmeasured_ += rows;
  if (end == std::string_view::npos) {
    measure(kLongestLineEnd);
    return rows.size();
  }
  measure(0);
  end_parameter();
  return end + 1;
}

void FormFrame::end_parameter() {
  text_ += '&';
  name_begin_ = text_.size();
  part_ = Part::kName;
}

void FormFrame::begin_rows() {
  rows_at_ = text_.size();
  rows_end_ = base::advance({}, base::measure_first(text_));
  part_ = Part::kRows;
}

// Measures the rows but for their last bytes, and for a CR, which may be half a line end.
void FormFrame::measure(std::size_t unmeasured_bytes) {
  std::size_t end = unmeasured_.size() - std::min(unmeasured_bytes, unmeasured_.size());
  if (unmeasured_bytes > 0 && end > 0 && unmeasured_[end - 1] == '\r') --end;
  rows_end_ = base::advance(rows_end_, base::measure(std::string_view(unmeasured_).substr(0, end)));
  unmeasured_.erase(0, end);
}

void FormFrame::finish() {
  const bool ends_with_rows = part_ == Part::kRows;
  std::string& end = ends_with_rows ? unmeasured_ : text_;
  line_end_ = last_line_end(end);
  end.resize(end.size() - line_end_.size());
  if (!ends_with_rows) return;
  rows_bytes_ -= line_end_.size();
  measure(0);
}

std::string FormFrame::behind_rows() const {
  return rows_at_ ? text_.substr(*rows_at_) + line_end_ : std::string();
}

}  // namespace crosswalk::layout
