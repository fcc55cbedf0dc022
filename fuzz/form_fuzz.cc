// Percent-encoding there and back, and any bytes as a form.
//
// What must hold: what was encoded decodes to what it was; decoding in two pieces, cut where no
// escape is, gives the same; places of decoded text lead back in their order; a text without broken
// escapes, decoded and encoded, decodes to the same; a form's records, findings and places do not
// depend on the size of the blocks, and every finding stands inside the form.
//   100%   stands for itself, and its escape is broken at 3
// The choices are the size of the blocks, tolerance, and which layout of forms.
#include <string>
#include <vector>

#include "support/require.h"
#include "support/runs.h"
#include "text/percent.h"
#include "text/utf8.h"

namespace {

using namespace crosswalk;
using fuzz::Bytes;
using fuzz::Outcome;
using fuzz::require;

std::string decoded(std::string_view text) {
  std::string out;
  text::append_decoded(out, text);
  return out;
}

std::string encoded(std::string_view text) {
  std::string out;
  text::append_encoded(out, text);
  return out;
}

void check_text(std::string_view text, std::size_t cut_at) {
  require(decoded(encoded(text)) == text);
  const std::string plain = decoded(text);
  require(decoded(encoded(plain)) == plain);
  require(text::is_encoded(text) || plain == text);
  const std::size_t whole = text::whole_escapes(text.substr(0, cut_at));
  require(whole <= cut_at && decoded(text.substr(0, whole)) + decoded(text.substr(whole)) == plain);
  require(text::first_bad_encoded(text).has_value() == !text::valid(plain));
  std::string same = "old";
  text::Escapes escapes = {1};
  text::assign_decoded(same, text, escapes);
  require(same == plain);
  text::EncodedOffsets offsets(escapes);
  std::size_t last = 0;
  for (std::size_t at = 0; at <= plain.size(); ++at) {
    const std::size_t place = offsets.at(at);
    require(place >= last && place <= text.size());
    last = place;
  }
  require(last == text.size());
}

const std::vector<std::string>& form_sources() {
  static const std::vector<std::string> kForms = [] {
    std::vector<std::string> forms;
    for (const std::string& source : fuzz::sources()) {
      const auto* layout =
          fuzz::library().find(fuzz::format_of(source))->layout(fuzz::layout_of(source));
      if (layout->kind == format::LayoutKind::kForm) forms.push_back(source);
    }
    return forms;
  }();
  return kForms;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes bytes(data, size);
  const std::string_view text = bytes.text();
  const std::size_t block_bytes = bytes.block_bytes();
  check_text(text, bytes.below(text.size() + 1));
  ReadOptions options = fuzz::read_options({});
  options.tolerant = bytes.flag();
  options.from = bytes.pick(form_sources());
  const Outcome whole = fuzz::run_validate(text, options);
  options.block_bytes = block_bytes;
  require(fuzz::same_verdict(fuzz::run_validate(text, options), whole));
  return 0;
}
