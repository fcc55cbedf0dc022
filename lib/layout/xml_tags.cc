// See xml_tags.h.
#include "layout/xml_tags.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace crosswalk::layout {

namespace {

constexpr std::size_t kMaxAttributes = 1000;  // of a tag: each is held against all before it

using record::Stretch;

constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::array<std::string_view, 5> kEntities = {"amp", "lt", "gt", "quot", "apos"};

bool is_name_start(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == ':' ||
         (c & 0x80) != 0;
}

bool is_name_byte(char c) {
  return is_name_start(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

Stretch stretch_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)};
}

// True for the name of a predefined entity, or the number of a character.
bool is_reference(std::string_view name) {
  if (!name.starts_with('#')) return std::ranges::find(kEntities, name) != kEntities.end();
  name.remove_prefix(1);
  const bool is_hex = name.starts_with('x');
  if (is_hex) name.remove_prefix(1);
  const std::string_view digits = is_hex ? "0123456789abcdefABCDEF" : "0123456789";
  return !name.empty() && name.find_first_not_of(digits) == std::string_view::npos;
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  XmlTags scan() {
    if (const auto bad = text::first_bad(text_)) {
      stop(*bad, "valid UTF-8");
      return std::move(found_);
    }
    while (!found_.stop && at_ < text_.size()) take();
    return std::move(found_);
  }

 private:
  void take() {
    const std::size_t tag = std::min(text_.find('<', at_), text_.size());
    take_text(tag);
    if (found_.stop || at_ == text_.size()) return;
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("<!--")) return skip_to("-->");
    if (rest.starts_with("<![CDATA[")) return skip_to("]]>");
    if (rest.starts_with("<?")) return skip_to("?>");
    if (rest.starts_with("<!")) return stop(at_, "a tag: document types are not read");
    take_tag();
  }

  void take_text(std::size_t end) {
    const std::string_view text = text_.substr(at_, end - at_);
    const std::size_t first = text.find_first_not_of(kBlanks);
    const bool is_before_root = found_.tags.empty();
    if (first != std::string_view::npos) found_.last_text = at_ + first;
    if (is_before_root && first != std::string_view::npos) {
      if (end == text_.size()) return stop(at_ + first, "the root element");
      found_.text_before_root = {XmlFaultKind::kTextBeforeRoot, at_ + first, "the root element"};
    } else {
      check_references(at_, end);
    }
    at_ = end;
  }

  void check_references(std::size_t begin, std::size_t end) {
    const std::string_view text = text_.substr(0, end);
    for (std::size_t at = text.find('&', begin); at < end; at = text.find('&', at + 1)) {
      const std::size_t close = text.find(';', at);
      if (close != std::string_view::npos && is_reference(text.substr(at + 1, close - at - 1)))
        continue;
      return stop(at, "&amp; or another reference");
    }
  }

  void skip_to(std::string_view mark) {
    const std::size_t end = text_.find(mark, at_);
    if (end == std::string_view::npos) return stop(at_, mark);
    at_ = end + mark.size();
  }

  void take_tag() {
    XmlTag tag;
    tag.begin = at_++;
    if (here() == '/') {
      tag.kind = XmlTag::Kind::kClose;
      ++at_;
    }
    tag.name = take_name();
    if (tag.name.empty()) return stop(tag.begin, "the name of an element");
    while (skip_blanks() && is_name_start(here()) && tag.kind == XmlTag::Kind::kOpen) {
      if (!take_attribute(tag)) return;
    }
    if (here() == '/' && tag.kind == XmlTag::Kind::kOpen) {
      tag.kind = XmlTag::Kind::kEmpty;
      ++at_;
    }
    if (here() != '>') return stop(at_, "an attribute or >");
    tag.end = ++at_;
    found_.tags.push_back(std::move(tag));
  }

  bool take_attribute(XmlTag& tag) {
    XmlAttribute attribute;
    const std::size_t begin = at_;
    attribute.name = take_name();
    attribute.name_at = stretch_of(begin, at_);
    if (tag.attributes.size() == kMaxAttributes) return fail(begin, "fewer attributes");
    const bool is_repeated = std::ranges::any_of(
        tag.attributes, [&](const XmlAttribute& other) { return other.name == attribute.name; });
    if (is_repeated) return fail(begin, "each attribute once");
    skip_blanks();
    if (here() != '=') return fail(at_, "=");
    ++at_;
    skip_blanks();
    const char quote = here();
    if (quote != '"' && quote != '\'') return fail(at_, "a value in quotes");
    const std::size_t end = text_.find(quote, at_ + 1);
    const bool is_closed = end != std::string_view::npos &&
                           text_.substr(at_, end - at_).find('<') == std::string_view::npos;
    if (!is_closed) return fail(at_, "a closing quote");
    check_references(at_, end);
    attribute.value_at = stretch_of(at_, end + 1);
    at_ = end + 1;
    tag.attributes.push_back(attribute);
    return !found_.stop;
  }

  std::string_view take_name() {
    const std::size_t begin = at_;
    if (!is_name_start(here())) return {};
    while (is_name_byte(here())) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  // False at the end of the text.
  bool skip_blanks() {
    at_ = std::min(text_.find_first_not_of(kBlanks, at_), text_.size());
    return at_ < text_.size();
  }

  // 0 at the end of the text.
  [[nodiscard]] char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void stop(std::size_t offset, std::string_view expected) {
    if (!found_.stop) found_.stop = {XmlFaultKind::kSyntax, offset, expected};
  }

  bool fail(std::size_t offset, std::string_view expected) {
    stop(offset, expected);
    return false;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  XmlTags found_;
};

}  // namespace

XmlTags scan_xml(std::string_view text) {
  return Scanner(text).scan();
}

}  // namespace crosswalk::layout
