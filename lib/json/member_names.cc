// Repeated member names: see member_names.h. Test: tests/json/member_names_test.cc.
#include "json/member_names.h"

#include <algorithm>
#include <tuple>

#include "base/name_table.h"

namespace crosswalk::json {

namespace {

constexpr std::size_t kSmallObject = 8;

// Names that agree in this are compared byte by byte.
std::uint32_t hash_of(std::string_view name) {
  return static_cast<std::uint32_t>(base::name_hash(name) >> 32U);
}

Fault duplicate_at(std::uint32_t offset) {
  return {FaultKind::kDuplicateKey, offset, "each name once", false};
}

}  // namespace

MemberNames::Name MemberNames::make(Span span, bool escaped) {
  Name name;
  name.offset = span.begin;
  name.unescaped = escaped;
  if (escaped) {
    const Token token{Kind::kName, true, 0, span.begin, span.end, 0, 0};
    std::string scratch;
    const std::string_view characters = string_value(text_, token, scratch);
    name.value_begin = static_cast<std::uint32_t>(unescaped_.size());
    name.value_length = static_cast<std::uint32_t>(characters.size());
    unescaped_ += characters;
  } else {
    name.value_begin = span.begin + 1;
    name.value_length = span.end - span.begin - 2;
  }
  name.hash = hash_of(value(name));
  return name;
}

std::string_view MemberNames::value(const Name& name) const {
  const std::string_view source = name.unescaped ? std::string_view(unescaped_) : text_;
  return source.substr(name.value_begin, name.value_length);
}

bool MemberNames::equal(const Name& a, const Name& b) const {
  return a.hash == b.hash && value(a) == value(b);
}

void MemberNames::open() {
  if (names_.capacity() == 0) names_.reserve(4 * kSmallObject);
  first_of_object_.push_back(names_.size());
}

void MemberNames::close(std::vector<Fault>& faults) {
  const std::size_t first = first_of_object_.back();
  first_of_object_.pop_back();
  if (first_of_object_.empty()) names_.insert(names_.end(), lifted_.begin(), lifted_.end());
  if (names_.size() - first <= kSmallObject) {
    compare_each(first, faults);
  } else {
    compare_sorted(first, faults);
  }
  names_.resize(first);
}

void MemberNames::close_all(std::vector<Fault>& faults) {
  while (!first_of_object_.empty()) close(faults);
}

void MemberNames::compare_each(std::size_t first, std::vector<Fault>& faults) const {
  for (std::size_t i = first; i < names_.size(); ++i) {
    for (std::size_t j = first; j < i; ++j) {
      if (!equal(names_[i], names_[j])) continue;
      faults.push_back(duplicate_at(std::max(names_[i].offset, names_[j].offset)));
      break;
    }
  }
}

void MemberNames::compare_sorted(std::size_t first, std::vector<Fault>& faults) {
  const auto begin = names_.begin() + static_cast<std::ptrdiff_t>(first);
  std::sort(begin, names_.end(), [this](const Name& a, const Name& b) {
    if (a.hash != b.hash) return a.hash < b.hash;
    return std::tuple(value(a), a.offset) < std::tuple(value(b), b.offset);
  });
  for (auto it = begin + 1; it != names_.end(); ++it) {
    if (equal(*it, *(it - 1))) faults.push_back(duplicate_at(it->offset));
  }
}

}  // namespace crosswalk::json
