// See json.h.
#include "mutators/json.h"

#include <optional>
#include <utility>
#include <vector>

#include "json/parser.h"
#include "json/writer.h"

namespace crosswalk::fuzz {
namespace {

using json::Kind;
using json::Token;

/// A text and its tape.
class Document {
 public:
  explicit Document(std::string_view text) : text_(text) {
    std::vector<json::Fault> faults;
    is_readable_ = json::parse(text, {true, 256}, tape_, faults);
  }
  [[nodiscard]] bool is_readable() const { return is_readable_; }
  [[nodiscard]] const std::vector<Token>& tokens() const { return tape_.tokens; }
  [[nodiscard]] const Token& at(std::uint32_t index) const { return tape_.tokens[index]; }
  [[nodiscard]] std::string raw(std::uint32_t index) const {
    return std::string(json::raw(text_, at(index)));
  }
  /// The text from one token to another, both included.
  [[nodiscard]] std::string raw(std::uint32_t first, std::uint32_t last) const {
    return std::string(text_.substr(at(first).begin, at(last).end - at(first).begin));
  }
  [[nodiscard]] bool is_list(std::uint32_t index) const { return at(index).kind == Kind::kArray; }
  /// A member's value; any other token is its own.
  [[nodiscard]] std::uint32_t value_of(std::uint32_t index) const {
    return at(index).kind == Kind::kName ? index + 1 : index;
  }
  /// The elements of an array, or the names of an object's members.
  [[nodiscard]] std::vector<std::uint32_t> children(std::uint32_t index) const {
    std::vector<std::uint32_t> found;
    if (at(index).kind != Kind::kArray && at(index).kind != Kind::kObject) return found;
    for (std::uint32_t child = index + 1; child < at(index).next; child = at(value_of(child)).next)
      found.push_back(child);
    return found;
  }
  /// An element, or a member with its name.
  [[nodiscard]] std::string whole(std::uint32_t child) const { return raw(child, value_of(child)); }
  [[nodiscard]] std::string with(const Token& token, std::string_view bytes) const {
    return std::string(text_.substr(0, token.begin)) + std::string(bytes) +
           std::string(text_.substr(token.end));
  }
  [[nodiscard]] std::string text() const { return std::string(text_); }

 private:
  std::string_view text_;
  json::Tape tape_;
  bool is_readable_ = false;
};

std::string spicy_value(Dice& dice) {
  static constexpr std::string_view kValues[] = {"null",
                                                 "true",
                                                 "false",
                                                 "[]",
                                                 "{}",
                                                 "0",
                                                 "-0",
                                                 "1.0",
                                                 "1e400",
                                                 "007",
                                                 "[[]]",
                                                 "\"\\u0000\"",
                                                 "\"\\ud800\"",
                                                 "2.50",
                                                 "\"\\u00e9\\n\"",
                                                 "9007199254740993"};
  if (dice.below(2) == 0) return std::string(dice.pick(kValues));
  std::string text;
  json::append_string(text, dice.pick(kSpices));
  return text;
}

std::string joined(const std::vector<std::string>& parts, bool is_list) {
  std::string text(is_list ? "[" : "{");
  for (std::size_t i = 0; i < parts.size(); ++i) text += (i > 0 ? "," : "") + parts[i];
  return text + (is_list ? ']' : '}');
}

/// The container that holds `child` itself.
std::optional<std::uint32_t> parent_of(const Document& document, std::uint32_t child) {
  for (std::uint32_t at = child; at-- > 0;) {
    const bool is_container =
        document.at(at).kind == Kind::kArray || document.at(at).kind == Kind::kObject;
    if (is_container && document.at(at).next > child) return at;
  }
  return std::nullopt;
}

/// Doubles, drops or swaps a child of a container, or puts a superfluous comma there.
std::string change_children(const Document& document, std::uint32_t token, Dice& dice) {
  const auto container = parent_of(document, token);
  if (!container) return document.text();
  std::vector<std::string> parts;
  for (const std::uint32_t child : document.children(*container))
    parts.push_back(document.whole(child));
  const std::size_t at = dice.below(parts.size());
  const auto place = parts.begin() + static_cast<std::ptrdiff_t>(at);
  switch (dice.below(4)) {
    case 0:
      parts.insert(place, std::string(parts[at]));
      break;
    case 1:
      parts.erase(place);
      break;
    case 2:
      std::swap(parts[at], parts[dice.below(parts.size())]);
      break;
    default:
      parts.insert(place + 1, "");
  }
  return document.with(document.at(*container), joined(parts, document.is_list(*container)));
}

/// Puts another value, or another name, in the place of one.
std::string change_value(const Document& document, std::uint32_t token, Dice& dice) {
  const auto other = static_cast<std::uint32_t>(dice.below(document.tokens().size()));
  const bool is_name = document.at(token).kind == Kind::kName;
  if (is_name) {
    std::string name;
    json::append_string(name, dice.pick(kSpices));
    const bool is_other_name = document.at(other).kind == Kind::kName;
    return document.with(document.at(token), is_other_name ? document.raw(other) : name);
  }
  switch (dice.below(3)) {
    case 0:
      return document.with(document.at(token), spicy_value(dice));
    case 1:
      return document.with(document.at(token), '[' + document.raw(token) + ']');
    default:
      return document.with(document.at(token), document.at(other).kind == Kind::kName
                                                   ? spicy_value(dice)
                                                   : document.raw(other));
  }
}

/// The lists of objects or lists in a document: records, or rows.
std::vector<std::uint32_t> record_lists(const Document& document) {
  std::vector<std::uint32_t> lists;
  for (std::uint32_t at = 0; at < document.tokens().size(); ++at) {
    if (!document.is_list(at) || document.at(at).count == 0) continue;
    const Kind first = document.at(at + 1).kind;
    if (first == Kind::kObject || first == Kind::kArray) lists.push_back(at);
  }
  return lists;
}

/// Adds a value to the end of every list of `list`, a header's name included.
std::string with_column(const Document& document, std::uint32_t rows, Dice& dice) {
  std::string text = document.text();
  std::vector<std::uint32_t> ends;
  for (std::uint32_t at = 0; at < document.tokens().size(); ++at) {
    const auto parent = parent_of(document, at);
    const bool is_row = parent == rows;
    const bool is_header = at < rows && document.at(at).count > 0 && document.is_list(at) &&
                           document.at(at + 1).kind == Kind::kString;
    if (document.is_list(at) && (is_row || is_header)) ends.push_back(document.at(at).end - 1);
  }
  for (auto end = ends.rbegin(); end != ends.rend(); ++end)
    text.insert(*end, ',' + spicy_value(dice));
  return text;
}

std::string as_lines(const Document& document, std::uint32_t list) {
  std::string lines;
  for (const std::uint32_t child : document.children(list)) lines += document.whole(child) + '\n';
  return lines;
}

std::string with_members_moved(const Document& document, Dice& dice) {
  std::vector<std::string> members;
  for (const std::uint32_t name : document.children(0)) members.push_back(document.whole(name));
  if (members.size() > 1) std::swap(members.front(), members[dice.below(members.size())]);
  return joined(members, document.is_list(0));
}

}  // namespace

std::string mutate_json(std::string_view text, Dice& dice) {
  const Document document(text);
  if (!document.is_readable()) return std::string(text);
  const auto token = static_cast<std::uint32_t>(dice.below(document.tokens().size()));
  return dice.below(2) == 0 ? change_children(document, token, dice)
                            : change_value(document, token, dice);
}

std::string mutate_envelope(std::string_view text, Dice& dice) {
  const Document document(text);
  if (!document.is_readable()) return std::string(text);
  const std::vector<std::uint32_t> lists = record_lists(document);
  const std::size_t way = dice.below(lists.empty() ? 2 : 4);
  if (way == 0) return '[' + document.raw(0) + ",\n" + document.raw(0) + ']';
  if (way == 1) return with_members_moved(document, dice);
  const std::uint32_t list = dice.pick(lists);
  return way == 2 ? as_lines(document, list) : with_column(document, list, dice);
}

}  // namespace crosswalk::fuzz
