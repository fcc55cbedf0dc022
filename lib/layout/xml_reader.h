// The reader of one XML document, such as an answer: one record, written as JSON.
//
// The text is cut into tags and nested (layout/xml_tags.h, layout/xml_nesting.h), so what is broken
// has its place; what is whole becomes a transcript that the rule program judges.
//   <r status="ok"/>      one record
//   200 OK <r/>           xml.text-before-root at 0; tolerant: a warning, and the record
//   <r><n>2<n></r>        xml.mismatched-tag at the second <n>; tolerant: a warning if n is known
// A document may not be longer than a record, nor deeper than 256 elements; of a longer one the
// rest passes through batches without records. It is read as UTF-8 whatever its declaration says.
// Test: tests/layout/xml_reader_test.cc.
#ifndef CROSSWALK_LAYOUT_XML_READER_H
#define CROSSWALK_LAYOUT_XML_READER_H

#include <optional>
#include <string_view>

#include "base/input_buffer.h"
#include "layout/reader.h"
#include "layout/reporter.h"
#include "layout/xml_nesting.h"
#include "layout/xml_tags.h"

namespace crosswalk::layout {

/// See RecordReader. The head is a byte order mark or empty.
class XmlReader : public RecordReader {
 public:
  /// All arguments must outlive it.
  XmlReader(const format::Layout& layout, Source& source, const ReadOptions& options)
      : layout_(layout),
        options_(options),
        reporter_(layout, options),
        input_(source, options.block_bytes) {}
  Result<bool> open(record::Head& head) override;
  Result<bool> next(record::Batch& batch) override;
  [[nodiscard]] const record::Transcript* transcript() const override {
    return transcript_ ? &*transcript_ : nullptr;
  }

 private:
  void take_document();
  void cut_long_document();
  Status pass_rest();
  void transcribe();
  bool nest(const XmlTags& tags, XmlNesting& nesting);
  bool has_root(const XmlTags& tags);
  bool tell(const XmlFault& fault, bool is_mendable);

  const format::Layout& layout_;
  const ReadOptions& options_;
  Reporter reporter_;
  base::InputBuffer input_;
  record::Batch batch_;  ///< the next
  std::uint64_t batches_ = 0;
  std::optional<record::Transcript> transcript_;
};

/// The name of the root element; empty if no tag is in `text`.
std::string_view root_of_xml(std::string_view text);

}  // namespace crosswalk::layout

#endif  // CROSSWALK_LAYOUT_XML_READER_H
