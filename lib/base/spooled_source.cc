// See spooled_source.h.
#include "base/spooled_source.h"

#include <utility>

namespace crosswalk::base {
Result<std::unique_ptr<SpooledSource>> SpooledSource::open(Source& inner) {
  Result<TemporaryFile> file = TemporaryFile::open();
  if (!file.ok()) return std::move(file).error();
  return std::unique_ptr<SpooledSource>(new SpooledSource(inner, std::move(file).value()));
}

Status SpooledSource::keep(std::string_view bytes) {
  if (Status kept = file_.append(bytes); !kept.ok()) return kept;
  at_ = file_.size();
  return {};
}

Result<std::size_t> SpooledSource::read(std::span<char> into) {
  if (at_ < file_.size()) return read_again(into);
  Result<std::size_t> count = inner_.read(into);
  if (!count.ok() || count.value() == 0) return count;
  if (Status kept = keep({into.data(), count.value()}); !kept.ok()) return kept.error();
  return count;
}

Result<std::size_t> SpooledSource::read_again(std::span<char> into) {
  Result<std::size_t> count = file_.read(at_, into);
  if (count.ok()) at_ += count.value();
  return count;
}

Status SpooledSource::rewind() {
  at_ = 0;
  return {};
}

}  // namespace crosswalk::base
