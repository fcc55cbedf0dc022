// See rejects.h.
#include "output/rejects.h"

#include <utility>

#include "output/commit_all.h"

namespace crosswalk::output {

Result<Rejects> Rejects::create(const RejectFiles& files) {
  Rejects rejects;
  rejects.path_ = files.path;
  if (files.path.empty()) return rejects;
  auto file = OutputStream::create(files.path);
  if (!file) return std::move(file).error();
  rejects.file_ = std::move(file).value();
  return rejects;
}

void Rejects::set_frame(std::string_view before, std::string_view between, std::string_view after) {
  before_ = before;
  between_ = between;
  after_ = after;
}

Status Rejects::add(std::string_view bytes, bool readable) {
  if (!file_) return {};
  if (!readable) return add_unreadable(bytes);
  const std::string& separator = records_++ == 0 ? before_ : between_;
  if (Status written = file_->write(separator); !written) return written;
  return file_->write(bytes);
}

Status Rejects::add_unreadable(std::string_view bytes) {
  if (!unreadable_) {
    auto file = OutputStream::create(path_ + ".unreadable");
    if (!file) return std::move(file).error();
    unreadable_ = std::move(file).value();
  }
  if (Status written = unreadable_->write(bytes); !written) return written;
  return unreadable_->write("\n");
}

Status Rejects::prepare() {
  if (!file_) return {};
  if (records_ > 0 && !is_closed_) {
    if (Status written = file_->write(after_); !written) return written;
  }
  is_closed_ = true;
  if (unreadable_) {
    if (Status prepared = unreadable_->prepare(); !prepared) return prepared;
  }
  return file_->prepare();
}

Status Rejects::commit() {
  if (Status prepared = prepare(); !prepared) return prepared;
  return commit_all(unreadable_.get(), file_.get());
}

void Rejects::take_back() {
  if (unreadable_) unreadable_->take_back();
  if (file_) file_->take_back();
}

}  // namespace crosswalk::output
