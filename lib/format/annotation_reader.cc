// `x-crosswalk` at a node: what its text means, whether it is personal, its parts, its checks.
//
// The parts' item is a schema of its own, with an annotation of its own; that is how one bad part
// gets one finding.
//   {"as": "unix", "checks": [...]}     read
//   {"sa": "unix"}                      unknown word of x-crosswalk "sa" (did you mean as?)
// Which of these words a layout can use is not asked here: a JSON document has no use for `as`
// beyond the spelling of numbers. Test: tests/format/annotation_reader_test.cc.
#include "format/schema_reader.h"

namespace crosswalk::format {
namespace {

constexpr Choice<As> kMeanings[] = {
    {"text", As::kText},       {"number", As::kNumber},      {"integer", As::kInteger},
    {"boolean", As::kBoolean}, {"flag", As::kFlag},          {"unix", As::kUnix},
    {"date", As::kDate},       {"date-time", As::kDateTime},
};

constexpr Choice<Pii> kPiiClasses[] = {
    {"none", Pii::kNone}, {"email", Pii::kEmail}, {"phone", Pii::kPhone},
    {"name", Pii::kName}, {"id", Pii::kId},       {"secret", Pii::kSecret},
};

/// What a word of an annotation needs.
struct AnnotationContext {
  SchemaReader& reader;
  JsonFile& file;
  Annotation& annotation;
  TokenId owner;
};

struct PartsContext {
  SchemaReader& reader;
  JsonFile& file;
  Parts parts;
};

void read_by(PartsContext& context, TokenId value) {
  const std::string separator = context.file.string(value);
  if (separator.size() != 1) context.file.fail(value, "wanted one character of one byte");
  if (!separator.empty()) context.parts.by = separator.front();
}

constexpr Word<PartsContext> kPartsWords[] = {
    {"by", read_by},
    {"item", [](PartsContext& c, TokenId value) { c.parts.item = c.reader.node(value); }},
};

void read_parts(AnnotationContext& context, TokenId value) {
  PartsContext parts{context.reader, context.file, {}};
  read_words(context.file, value, "word of parts", kPartsWords, parts);
  for (const std::string_view word : {"by", "item"}) {
    if (!context.file.find(value, word))
      context.file.fail(value, "parts without " + std::string(word));
  }
  context.annotation.parts = parts.parts;
}

using Context = AnnotationContext;
constexpr Word<AnnotationContext> kWords[] = {
    {"as",
     [](Context& c, TokenId value) {
       c.annotation.as = read_choice(c.file, value, "meaning", kMeanings);
     }},
    {"pii",
     [](Context& c, TokenId value) {
       c.annotation.pii = read_choice(c.file, value, "class of personal data", kPiiClasses);
     }},
    {"parts", read_parts},
    {"checks",
     [](Context& c, TokenId value) {
       c.annotation.checks = read_checks(c.reader, value, c.owner, CheckPlace::kNode);
     }},
};

}  // namespace

Annotation read_annotation(SchemaReader& reader, TokenId token, TokenId owner) {
  Annotation annotation;
  AnnotationContext context{reader, reader.file(), annotation, owner};
  read_words(reader.file(), token, "word of x-crosswalk", kWords, context);
  return annotation;
}

}  // namespace crosswalk::format
