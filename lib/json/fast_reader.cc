// See fast_reader.h. Test: tests/json/fast_reader_test.cc.
//
// simdjson gives the places alone; that what stands there is JSON is for the walk to see.
#include "json/fast_reader.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <bit>

#include "base/name_table.h"
#include "json/place_cursor.h"

namespace crosswalk::json {

/// Where the parts of a text begin; its size stands behind the last of them.
struct FastReader::Index {
  bool make(std::string_view text);
  [[nodiscard]] PlaceCursor begin(std::string_view text) const {
    const std::uint32_t* const first = scanner->structural_indexes.get();
    return {text, first, first + scanner->n_structural_indexes};
  }

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
  Walk(PlaceCursor begin, Names& names, std::uint32_t max_depth, Handler& handler)
      : at_(begin), names_(names), max_depth_(max_depth), handler_(handler) {
    names_.names.clear();
    names_.objects.clear();
  }

  bool run() {
    bool good = take_value();
    while (good && !closers_.empty()) good = !at_.is_at_end() && take_inside();
    return good && at_.is_at_end();
  }

 private:
  // The next member or element of what is open, or its end.
  bool take_inside() {
    const char closer = closers_.back();
    if (at_.here() == closer) return close();
    if (!is_first_) {
      if (at_.here() != ',') return false;
      at_.skip();
    }
    is_first_ = false;
    return closer == ']' ? take_value() : take_member();
  }

  bool take_member() {
    if (at_.is_at_end() || at_.here() != '"') return false;
    bool escaped = false;
    Span span;
    if (!at_.take_string(span, escaped) || escaped) return false;
    if (!names_.add(at_.text().substr(span.begin + 1, span.end - span.begin - 2))) return false;
    handler_.on_name(span, false);
    if (at_.is_at_end() || at_.here() != ':') return false;
    at_.skip();
    return take_value();
  }

  bool take_value() {
    if (at_.is_at_end()) return false;
    Span span;
    bool escaped = false;
    switch (at_.here()) {
      case '"':
        return at_.take_string(span, escaped) && hand_on(Kind::kString, span, escaped);
      case '[':
        return open(Kind::kArray, ']');
      case '{':
        return open(Kind::kObject, '}');
      case 't':
        return at_.take_literal("true", span) && hand_on(Kind::kTrue, span, false);
      case 'f':
        return at_.take_literal("false", span) && hand_on(Kind::kFalse, span, false);
      case 'n':
        return at_.take_literal("null", span) && hand_on(Kind::kNull, span, false);
      default:
        return (at_.here() == '-' || is_digit(at_.here())) && at_.take_number(span) &&
               hand_on(Kind::kNumber, span, false);
    }
  }

  bool hand_on(Kind kind, Span span, bool escaped) {
    handler_.on_scalar(kind, span, escaped);
    return true;
  }

  bool open(Kind kind, char closer) {
    if (closers_.size() >= max_depth_) return false;
    handler_.on_begin(kind, at_.offset());
    closers_.push_back(closer);
    at_.skip();
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
    handler_.on_end(at_.offset() + 1);
    at_.skip();
    return true;
  }

  PlaceCursor at_;
  Names& names_;
  std::string closers_;  // of what is open, innermost last
  std::uint32_t max_depth_;
  bool is_first_ = false;  // nothing stands yet in what is open
  Handler& handler_;
};

FastReader::FastReader() : index_(std::make_unique<Index>()), names_(std::make_unique<Names>()) {}
FastReader::~FastReader() = default;

bool FastReader::read(std::string_view text, std::uint32_t max_depth, EventHandler& handler) {
  return index_->make(text) &&
         Walk<EventHandler>(index_->begin(text), *names_, max_depth, handler).run();
}

bool FastReader::parse(std::string_view text, const ParseOptions& options, Tape& tape,
                       std::vector<Fault>& faults) {
  if (!index_->make(text)) return json::parse(text, options, tape, faults);
  if (options.max_depth != depth_of_outlines_) outlines_ = {};
  depth_of_outlines_ = options.max_depth;
  tape.clear();
  if (outlines_.follow(index_->begin(text), tape)) return true;
  tape.clear();
  builder_.begin(tape);
  if (!Walk<TapeBuilder>(index_->begin(text), *names_, options.max_depth, builder_).run())
    return json::parse(text, options, tape, faults);
  outlines_.learn(text, tape);
  return true;
}

}  // namespace crosswalk::json
