// See reread_input.h.
#include "base/reread_input.h"

#include <algorithm>
#include <utility>

namespace crosswalk::base {
namespace {

// To read a file again costs less than to hold much of it in memory that is new.
constexpr std::uint64_t kHeldOfAFile = std::uint64_t{1} << 20U;

}  // namespace

RereadInput::RereadInput(Source& source, std::size_t block_bytes, std::uint64_t most_held)
    : source_(&source),
      block_bytes_(block_bytes),
      most_held_(source.can_rewind() ? std::min(most_held, kHeldOfAFile) : most_held) {
  buffer_.emplace(source, block_bytes);
}

Status RereadInput::let_go(std::string_view consumed) {
  if (!source_->can_rewind()) {
    auto spool = SpooledSource::open(*source_);
    if (!spool) return std::move(spool).error();
    spool_ = std::move(spool).value();
    if (Status kept = spool_->keep(consumed); !kept) return kept;
    if (Status kept = spool_->keep(buffer_->view()); !kept) return kept;
    source_ = spool_.get();
    buffer_.emplace(*source_, block_bytes_);
  } else {
    buffer_->consume(buffer_->view().size());
  }
  is_held_ = false;
  return {};
}

Status RereadInput::start_again() {
  if (Status rewound = source_->rewind(); !rewound) return rewound;
  buffer_.emplace(*source_, block_bytes_);
  return {};
}

}  // namespace crosswalk::base
