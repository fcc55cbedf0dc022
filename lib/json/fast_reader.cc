// See fast_reader.h. Test: tests/json/fast_reader_test.cc.
//
// simdjson gives the places alone; that what stands there is JSON is for the walk to see. A string
// ends at the last quote before the next place, since nothing but blanks may stand between.
#include "json/fast_reader.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <bit>

#include "base/name_table.h"
#include "json/escape.h"
#include "json/scan.h"

namespace crosswalk::json {

/// Where the parts of a text begin; its size stands behind the last of them.
struct FastReader::Index {
  bool make(std::string_view text);

  std::unique_ptr<simdjson::internal::dom_parser_implementation> scanner;
  std::size_t capacity = 0;
};

bool FastReader::Index::make(std::string_view text) {
  constexpr std::size_t kUsual = std::size_t{1} << 16U;
  constexpr std::size_t kMost = std::size_t{1} << 26U;
  if (text.size() > kMost) return false;
  if (text.size() > capacity || !scanner) {
    capacity = std::max(kUsual, std::bit_ceil(text.size()));
    const auto made = simdjson::get_active_implementation()->create_dom_parser_implementation(
        capacity, 1, scanner);
    if (made != simdjson::SUCCESS) return false;
  }
  return scanner->stage1(reinterpret_cast<const std::uint8_t*>(text.data()), text.size(),
                         simdjson::stage1_mode::regular) == simdjson::SUCCESS;
}

/// The names of the open objects, and for each object a set of bits that its names have left: only
/// a name that finds its bit taken is compared with those before it.
struct FastReader::Names {
  struct Object {
    std::array<std::uint64_t, 4> taken{};
    std::size_t first = 0;
  };

  bool add(std::string_view name);

  std::vector<std::string_view> names;
  std::vector<Object> objects;
};

// False if the innermost object has it already, or too many to be compared.
bool FastReader::Names::add(std::string_view name) {
  constexpr std::size_t kMost = 128;
  Object& object = objects.back();
  const auto bit = static_cast<std::uint32_t>(base::name_hash(name) >> 56U);
  std::uint64_t& word = object.taken[bit / 64];
  const std::uint64_t mask = std::uint64_t{1} << bit % 64;
  if ((word & mask) != 0) {
    const auto first = names.begin() + static_cast<std::ptrdiff_t>(object.first);
    if (std::find(first, names.end(), name) != names.end()) return false;
  }
  word |= mask;
  names.push_back(name);
  return names.size() - object.first <= kMost;
}

/// One way over the places of one text.
template <class Handler>
class FastReader::Walk {
 public:
  Walk(std::string_view text, const Index& index, Names& names, std::uint32_t max_depth,
       Handler& handler)
      : text_(text),
        place_(index.scanner->structural_indexes.get()),
        last_(place_ + index.scanner->n_structural_indexes),
        names_(names),
        max_depth_(max_depth),
        may_escape_(text.find('\\') != std::string_view::npos),
        handler_(handler) {
    names_.names.clear();
    names_.objects.clear();
  }

  bool run() {
    bool good = place_ != last_ && take_value();
    while (good && !closers_.empty()) good = place_ != last_ && take_inside();
    return good && place_ == last_;
  }

 private:
  // The next member or element of what is open, or its end.
  bool take_inside() {
    const char closer = closers_.back();
    if (here() == closer) return close();
    if (!is_first_) {
      if (here() != ',') return false;
      ++place_;
    }
    is_first_ = false;
    return closer == ']' ? take_value() : take_member();
  }

  bool take_member() {
    if (place_ == last_ || here() != '"') return false;
    bool escaped = false;
    const Span span = string_here(escaped);
    if (span.end == 0 || escaped) return false;
    if (!names_.add(text_.substr(span.begin + 1, span.end - span.begin - 2))) return false;
    handler_.on_name(span, false);
    if (place_ == last_ || here() != ':') return false;
    ++place_;
    return take_value();
  }

  bool take_value() {
    if (place_ == last_) return false;
    switch (here()) {
      case '"':
        return take_string();
      case '[':
        return open(Kind::kArray, ']');
      case '{':
        return open(Kind::kObject, '}');
      case 't':
        return take_literal(Kind::kTrue, "true");
      case 'f':
        return take_literal(Kind::kFalse, "false");
      case 'n':
        return take_literal(Kind::kNull, "null");
      default:
        return (here() == '-' || is_digit(here())) && take_number();
    }
  }

  bool open(Kind kind, char closer) {
    if (closers_.size() >= max_depth_) return false;
    handler_.on_begin(kind, *place_);
    closers_.push_back(closer);
    ++place_;
    is_first_ = true;
    if (kind == Kind::kObject) names_.objects.push_back({{}, names_.names.size()});
    return true;
  }

  bool close() {
    if (closers_.back() == '}') {
      names_.names.resize(names_.objects.back().first);
      names_.objects.pop_back();
    }
    closers_.pop_back();
    is_first_ = false;
    handler_.on_end(*place_ + 1);
    ++place_;
    return true;
  }

  bool take_string() {
    bool escaped = false;
    const Span span = string_here(escaped);
    if (span.end == 0) return false;
    handler_.on_scalar(Kind::kString, span, escaped);
    return true;
  }

  // The string that begins here, and moves behind it. Its end is 0 if it is none.
  Span string_here(bool& escaped) {
    const std::uint32_t begin = *place_++;
    const char* end = text_.data() + *place_;
    while (is_blank(end[-1])) --end;
    const char* const first = text_.data() + begin + 1;
    if (end <= first || end[-1] != '"') return {};
    if (may_escape_ && !check_escapes(first, end - 1, escaped)) return {};
    return {begin, static_cast<std::uint32_t>(end - text_.data())};
  }

  static bool check_escapes(const char* p, const char* end, bool& escaped) {
    for (;;) {
      p = find_string_stop(p, end);
      if (p == end) return true;
      escaped = true;
      p = skip_escape(p, end);
      if (p == nullptr) return false;
    }
  }

  bool take_number() {
    const char* p = text_.data() + *place_;
    return scan_number(p, text_.data() + text_.size()) == NumberEnd::kGood &&
           take_plain(Kind::kNumber, p);
  }

  bool take_literal(Kind kind, std::string_view word) {
    return text_.substr(*place_).starts_with(word) &&
           take_plain(kind, text_.data() + *place_ + word.size());
  }

  // A scalar without quotes ends at a blank or at the next place.
  bool take_plain(Kind kind, const char* end) {
    const std::uint32_t begin = *place_++;
    const auto at = static_cast<std::uint32_t>(end - text_.data());
    if (at != *place_ && !is_blank(*end)) return false;
    handler_.on_scalar(kind, {begin, at}, false);
    return true;
  }

  [[nodiscard]] char here() const { return text_[*place_]; }

  std::string_view text_;
  const std::uint32_t* place_;
  const std::uint32_t* last_;
  Names& names_;
  std::string closers_;  // of what is open, innermost last
  std::uint32_t max_depth_;
  bool may_escape_;
  bool is_first_ = false;  // nothing stands yet in what is open
  Handler& handler_;
};

FastReader::FastReader() : index_(std::make_unique<Index>()), names_(std::make_unique<Names>()) {}
FastReader::~FastReader() = default;

bool FastReader::read(std::string_view text, std::uint32_t max_depth, EventHandler& handler) {
  return index_->make(text) && Walk<EventHandler>(text, *index_, *names_, max_depth, handler).run();
}

bool FastReader::parse(std::string_view text, const ParseOptions& options, Tape& tape,
                       std::vector<Fault>& faults) {
  if (options.max_depth != depth_of_outlines_) outlines_ = {};
  depth_of_outlines_ = options.max_depth;
  tape.clear();
  if (outlines_.follow(text, tape)) return true;
  builder_.begin(tape);
  const bool is_good = index_->make(text) &&
                       Walk<TapeBuilder>(text, *index_, *names_, options.max_depth, builder_).run();
  if (!is_good) return json::parse(text, options, tape, faults);
  outlines_.learn(text, tape);
  return true;
}

}  // namespace crosswalk::json
