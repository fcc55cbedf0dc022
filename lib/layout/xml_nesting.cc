// See xml_nesting.h.
#include "layout/xml_nesting.h"

#include <string_view>

namespace crosswalk::layout {

namespace {

class Nester {
 public:
  Nester(const std::set<std::string>* known, std::uint32_t max_depth)
      : known_(known), max_depth_(max_depth) {}

  XmlNesting nest(const XmlTags& tags, std::size_t text_bytes) {
    for (std::size_t i = 0; i < tags.tags.size() && !found_.stop; ++i) take(tags.tags[i], i);
    if (found_.stop) return std::move(found_);
    if (!root_end_) {
      stop(XmlFaultKind::kSyntax, text_bytes, open_.empty() ? "the root element" : "a closing tag");
    } else if (tags.last_text >= *root_end_) {
      stop(XmlFaultKind::kSyntax, tags.last_text, "the end of the document");
    }
    return std::move(found_);
  }

 private:
  void take(const XmlTag& tag, std::size_t index) {
    if (tag.kind == XmlTag::Kind::kClose) return close(tag);
    if (root_end_) return stop(XmlFaultKind::kSyntax, tag.begin, "the end of the document");
    if (tag.kind == XmlTag::Kind::kOpen && is_meant_to_close(tag)) {
      found_.mended.push_back(index);
      return close(tag);
    }
    if (open_.size() >= max_depth_) return stop(XmlFaultKind::kDepth, tag.begin, {});
    open_.push_back(tag.name);
    if (tag.kind == XmlTag::Kind::kEmpty) close(tag);
  }

  bool is_meant_to_close(const XmlTag& tag) const {
    return known_ != nullptr && !open_.empty() && open_.back() == tag.name &&
           tag.attributes.empty() && known_->contains(std::string(tag.name));
  }

  void close(const XmlTag& tag) {
    if (open_.empty() || open_.back() != tag.name)
      return stop(XmlFaultKind::kMismatchedTag, tag.begin, "the closing tag of the open element");
    open_.pop_back();
    if (open_.empty()) root_end_ = tag.end;
  }

  void stop(XmlFaultKind kind, std::size_t offset, std::string_view expected) {
    found_.stop = {kind, offset, expected};
  }

  const std::set<std::string>* known_;  // null: nothing is mended
  std::uint32_t max_depth_;
  std::vector<std::string_view> open_;
  std::optional<std::size_t> root_end_;
  XmlNesting found_;
};

}  // namespace

XmlNesting nest(const XmlTags& tags, std::size_t text_bytes, const std::set<std::string>& known,
                std::uint32_t max_depth) {
  XmlNesting strict = Nester(nullptr, max_depth).nest(tags, text_bytes);
  if (!strict.stop) return strict;
  XmlNesting mended = Nester(&known, max_depth).nest(tags, text_bytes);
  return mended.stop ? strict : mended;
}

}  // namespace crosswalk::layout
