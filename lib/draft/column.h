// What a column of a sample seems to be: its field, its type, the form of its cells.
//
//   Data urodzenia   31.12.1990, 02.01.1985, NULL   /birth_date, a date DD.MM.YYYY, NULL is no
//   value Saldo            1.204,50; 0,5                  a number, decimal comma, groups of three
//   Seit             03/04/2020, 05/06/2021         a date, and a todo: day first or month first?
// The name says the field and its class, the values say the type. Nothing of a value gets into the
// result: forms come from a list, words for "nothing" from the word list. A column whose name is
// not known becomes an attribute with a todo. Test: tests/draft/column_test.cc.
#ifndef CROSSWALK_DRAFT_COLUMN_H
#define CROSSWALK_DRAFT_COLUMN_H

#include <span>
#include <string>
#include <vector>

#include "draft/words.h"
#include "format/schema.h"

namespace crosswalk::draft {

/// A column as a schema states it.
struct ColumnDraft {
  std::string name;
  std::string is;   ///< pointer into the canonical customer
  std::string pii;  ///< class of personal data; empty = not known
  std::string as;   ///< `text`, `number`, `integer`, `boolean`, `flag`, `date`, `date-time`
  format::CellForm form;
  bool is_always_filled = false;
  std::vector<std::string> todos;
};

/// Drafts a column. Cost: linear in the values, times the forms tried.
ColumnDraft draft_column(const std::string& name, std::span<const std::string> values,
                         const WordList& words);

/// Adds todos where several columns seem to be a field that holds one value.
void tell_rivals(std::vector<ColumnDraft>& columns);

}  // namespace crosswalk::draft

#endif  // CROSSWALK_DRAFT_COLUMN_H
