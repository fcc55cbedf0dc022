// The words by which columns of an export are known, as data: schemas/draft/words.json.
//
//   {"fields": [{"is": "/birth_date", "pii": "none", "words": ["data urodzenia", "dob", ...]},
//   ...],
//    "none": ["NULL", "-", ...]}
// A header is compared without capitals, blanks and punctuation, so "Data urodzenia*" is known and
// "data_urodzenia" too. What is not in the list is not known: nothing is guessed from likeness.
// Test: tests/draft/words_test.cc.
#ifndef CROSSWALK_DRAFT_WORDS_H
#define CROSSWALK_DRAFT_WORDS_H

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "crosswalk/result.h"

namespace crosswalk::draft {

/// A field of the canonical customer, and what the vocabulary says of it.
struct KnownField {
  std::string is;
  std::string pii;
  std::string as;  ///< empty: as the values show
};

/// The list. Immutable once read; shared.
class WordList {
 public:
  /// Reads a list. Errors: kUsage, with line and column.
  static Result<WordList> read(std::string_view text, std::string_view where);
  /// The list inside the library. Errors: kBug.
  static Result<WordList> embedded();
  /// The field that a column called `header` is; null if its name is not known.
  [[nodiscard]] const KnownField* find(std::string_view header) const;
  /// True for texts that mean no value, such as `NULL`.
  [[nodiscard]] bool means_nothing(std::string_view text) const;

 private:
  std::map<std::string, KnownField, std::less<>> fields_;  // by folded word
  std::set<std::string, std::less<>> none_;
};

}  // namespace crosswalk::draft

#endif  // CROSSWALK_DRAFT_WORDS_H
