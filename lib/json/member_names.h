// The names of the objects that are open, to find those that stand twice in one object.
//
// Names lie on one stack, those of the innermost object on top. When an object closes, its names
// are compared by hash: each with each in small objects, sorted in larger ones, so that hostile
// names cost no more than n log n.
//   {"a":1,"\u0061":2}  is a duplicate: names are compared after their escapes are resolved.
//   Two names that differ only in lone surrogates count as equal; both are faults already.
// Test: tests/json/member_names_test.cc.
#ifndef CROSSWALK_JSON_MEMBER_NAMES_H
#define CROSSWALK_JSON_MEMBER_NAMES_H

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "json/events.h"
#include "json/parser.h"

namespace crosswalk::json {

/// The member names of the open objects of one text.
class MemberNames {
 public:
  /// The text must outlive this.
  explicit MemberNames(std::string_view text) : text_(text) {}

  /// An object opens.
  void open();
  /// A name of the innermost object, quotes included.
  void add(Span span, bool escaped) { names_.push_back(make(span, escaped)); }
  /// A name of the outermost object, read while others are open.
  void add_to_root(Span span, bool escaped) { lifted_.push_back(make(span, escaped)); }
  /// The innermost object closes: its repeated names are appended as kDuplicateKey.
  /// REQUIRES: one is open. Cost: n log n in its members.
  void close(std::vector<Fault>& faults);
  /// All objects close, innermost first.
  void close_all(std::vector<Fault>& faults);

 private:
  struct Name {
    std::uint32_t hash = 0;
    std::uint32_t offset = 0;       // of its opening quote
    std::uint32_t value_begin = 0;  // in text_, or in unescaped_
    std::uint32_t value_length = 0;
    bool unescaped = false;
  };

  Name make(Span span, bool escaped);
  [[nodiscard]] std::string_view value(const Name& name) const;
  [[nodiscard]] bool equal(const Name& a, const Name& b) const;
  void compare_each(std::size_t first, std::vector<Fault>& faults) const;
  void compare_sorted(std::size_t first, std::vector<Fault>& faults);

  std::string_view text_;
  std::vector<Name> names_;
  std::vector<Name> lifted_;
  std::vector<std::size_t> first_of_object_;
  std::string unescaped_;
};

}  // namespace crosswalk::json

#endif  // CROSSWALK_JSON_MEMBER_NAMES_H
