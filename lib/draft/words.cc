// The word list: see words.h.
#include "draft/words.h"

#include "format/json_file.h"
#include "format/library.h"
#include "text/encoding.h"

namespace crosswalk::draft {
namespace {

using format::JsonFile;
using format::TokenId;
using format::Word;

constexpr std::string_view kPath = "draft/words.json";

struct FieldContext {
  JsonFile& file;
  KnownField field;
  std::vector<std::string> words;
};

constexpr Word<FieldContext> kFieldWords[] = {
    {"is", [](FieldContext& c, TokenId value) { c.field.is = c.file.string(value); }},
    {"pii", [](FieldContext& c, TokenId value) { c.field.pii = c.file.string(value); }},
    {"as", [](FieldContext& c, TokenId value) { c.field.as = c.file.string(value); }},
    {"words", [](FieldContext& c, TokenId value) { c.words = c.file.strings(value); }},
};

struct ListContext {
  JsonFile& file;
  std::map<std::string, KnownField, std::less<>>& fields;
  std::set<std::string, std::less<>>& none;
};

void read_fields(ListContext& context, TokenId list) {
  for (const TokenId element : context.file.elements(list)) {
    FieldContext field{context.file, {}, {}};
    read_words(context.file, element, "word of a field", kFieldWords, field);
    for (const std::string& word : field.words) {
      const bool is_new = context.fields.emplace(text::folded_word(word), field.field).second;
      if (!is_new) context.file.fail(element, "a word is there twice: " + word);
    }
  }
}

constexpr Word<ListContext> kListWords[] = {
    {"fields", read_fields},
    {"none",
     [](ListContext& c, TokenId value) {
       for (std::string& text : c.file.strings(value)) c.none.insert(std::move(text));
     }},
};

}  // namespace

Result<WordList> WordList::read(std::string_view text, std::string_view where) {
  JsonFile file(std::string(text), where);
  WordList list;
  ListContext context{file, list.fields_, list.none_};
  if (!file.failed()) read_words(file, 0, "word", kListWords, context);
  if (file.failed()) return file.error();
  return list;
}

Result<WordList> WordList::embedded() {
  for (const format::EmbeddedFile& file : format::embedded_files()) {
    if (file.path != kPath) continue;
    auto list = read(file.text, kPath);
    if (!list) return Error{ErrorKind::kBug, list.error().message};
    return list;
  }
  return Error{ErrorKind::kBug, "the word list is not there"};
}

const KnownField* WordList::find(std::string_view header) const {
  const auto found = fields_.find(text::folded_word(header));
  return found == fields_.end() ? nullptr : &found->second;
}

bool WordList::means_nothing(std::string_view text) const {
  return none_.contains(text);
}

}  // namespace crosswalk::draft
