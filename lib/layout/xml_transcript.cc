// The one file that knows pugixml. It gets no document type, no comments and no processing
// instructions to see, and opens nothing: the text is given to it in memory.
//
//   the n-th element that pugixml visits is the n-th tag that opens one
// Test: tests/layout/xml_transcript_test.cc.
#include "layout/xml_transcript.h"

#include <algorithm>
#include <map>
#include <pugixml.hpp>
#include <unordered_map>
#include <utility>
#include <vector>

#include "json/writer.h"

namespace crosswalk::layout {

namespace {

using record::Stretch;

constexpr unsigned kParseOptions = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol;
constexpr std::string_view kBlanks = " \t\r\n";

// The text from the first tag on, with mended tags closing.
std::string mended_text(std::string_view text, const XmlTags& tags, const XmlNesting& nesting) {
  std::string mended;
  std::size_t copied = tags.tags.front().begin;
  for (const std::size_t index : nesting.mended) {
    const std::size_t name = tags.tags[index].begin + 1;
    mended.append(text.substr(copied, name - copied)).append("/");
    copied = name;
  }
  return mended.append(text.substr(copied));
}

using Elements = std::vector<pugi::xml_node>;

Elements children_of(const pugi::xml_node& element) {
  Elements children;
  for (const pugi::xml_node child : element.children()) {
    if (child.type() == pugi::node_element) children.push_back(child);
  }
  return children;
}

// Elements by their names, in the order in which these come first.
std::vector<Elements> by_name(const Elements& elements) {
  std::vector<Elements> groups;
  std::map<std::string_view, std::size_t> numbers;
  for (const pugi::xml_node& element : elements) {
    const auto [entry, is_new] = numbers.try_emplace(element.name(), groups.size());
    if (is_new) groups.emplace_back();
    groups[entry->second].push_back(element);
  }
  return groups;
}

std::string text_of(const pugi::xml_node& element) {
  std::string text;
  for (const pugi::xml_node child : element.children()) text += child.value();
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

class Scribe {
 public:
  Scribe(std::string_view text, const XmlTags& tags, const XmlNesting& nesting,
         const std::set<std::string>& attributes)
      : text_(text), attributes_(attributes) {
    auto mended = nesting.mended.begin();
    for (std::size_t i = 0; i < tags.tags.size(); ++i) {
      const bool is_mended = mended != nesting.mended.end() && *mended == i;
      if (is_mended) ++mended;
      if (!is_mended && tags.tags[i].kind != XmlTag::Kind::kClose)
        openers_.push_back(&tags.tags[i]);
    }
  }

  std::optional<record::Transcript> write(const pugi::xml_node& root) {
    number(root);
    if (numbers_.size() != openers_.size()) return std::nullopt;
    write_value(root, {});
    return std::move(transcript_);
  }

 private:
  // Elements get the numbers of their tags, in the order of the text.
  void number(const pugi::xml_node& element) {
    numbers_.emplace(element.hash_value(), numbers_.size());
    for (const pugi::xml_node& child : children_of(element)) number(child);
  }

  const XmlTag& tag_of(const pugi::xml_node& element) const {
    return *openers_[numbers_.at(element.hash_value())];
  }

  void write_value(const pugi::xml_node& element, const std::string& pointer) {
    const XmlTag& tag = tag_of(element);
    std::vector<const XmlAttribute*> listed;
    for (const XmlAttribute& attribute : tag.attributes) {
      if (attributes_.contains(pointer + '/' + std::string(attribute.name)))
        listed.push_back(&attribute);
    }
    const Elements children = children_of(element);
    if (listed.empty() && children.empty()) return write_text(element, tag);
    mark_tag(tag);
    transcript_.json += '{';
    for (const XmlAttribute* const attribute : listed) {
      begin_member(attribute->name, attribute->name_at);
      transcript_.mark(attribute->value_at);
      json::append_string(transcript_.json,
                          element.attribute(std::string(attribute->name).c_str()).value());
    }
    for (const Elements& alike : by_name(children)) write_alike(alike, pointer);
    transcript_.json += '}';
  }

  void write_text(const pugi::xml_node& element, const XmlTag& tag) {
    const std::size_t end = std::min(text_.find('<', tag.end), text_.size());
    const std::size_t begin = std::min(text_.find_first_not_of(kBlanks, tag.end), text_.size());
    if (begin < end) {
      const std::size_t last = text_.find_last_not_of(kBlanks, end - 1);
      transcript_.mark(
          {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(last + 1 - begin)});
    } else {
      mark_tag(tag);
    }
    json::append_string(transcript_.json, text_of(element));
  }

  // Children of one name: a value, or a list of them.
  void write_alike(const Elements& elements, const std::string& parent) {
    const std::string name = elements.front().name();
    const std::string pointer = parent + '/' + name;
    begin_member(name, name_of(tag_of(elements.front())));
    if (elements.size() == 1) return write_value(elements.front(), pointer);
    transcript_.json += '[';
    for (const pugi::xml_node& element : elements) {
      if (transcript_.json.back() != '[') transcript_.json += ',';
      write_value(element, pointer);
    }
    transcript_.json += ']';
  }

  void begin_member(std::string_view name, Stretch at) {
    if (transcript_.json.back() != '{') transcript_.json += ',';
    transcript_.mark(at);
    json::append_string(transcript_.json, name);
    transcript_.json += ':';
  }

  static Stretch name_of(const XmlTag& tag) {
    return {static_cast<std::uint32_t>(tag.begin), static_cast<std::uint32_t>(tag.name.size() + 1)};
  }
  void mark_tag(const XmlTag& tag) { transcript_.mark(name_of(tag)); }

  std::string_view text_;
  const std::set<std::string>& attributes_;
  std::vector<const XmlTag*> openers_;
  std::unordered_map<std::size_t, std::size_t> numbers_;  // by hash_value()
  record::Transcript transcript_;
};

}  // namespace

std::optional<record::Transcript> transcribe_xml(std::string_view text, const XmlTags& tags,
                                                 const XmlNesting& nesting,
                                                 const std::set<std::string>& attributes) {
  const std::string mended = mended_text(text, tags, nesting);
  pugi::xml_document document;
  const pugi::xml_parse_result result =
      document.load_buffer(mended.data(), mended.size(), kParseOptions, pugi::encoding_utf8);
  if (!result) return std::nullopt;
  return Scribe(text, tags, nesting, attributes).write(document.document_element());
}

}  // namespace crosswalk::layout
