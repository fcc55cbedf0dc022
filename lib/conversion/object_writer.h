// Writing a record as canonical JSON: CONTRACT, section 7.5.
//
// Members stand in the schema's order (member_order.h), there are no blanks, strings have the few
// escapes of json/writer.h, numbers keep their characters. A string without escapes is right as it
// stands and is copied; only others are decoded and written anew. Where a record was right as it
// stood, so are all of its outline (json/outlines.h), unless they hold escapes; so are those that a
// mapping made.
//   { "b": 1.0, "a": "\u00e9\/" }   ->   {"a":"é/","b":1.0}
// Nothing is refused: JSON holds every JSON value. Test: tests/conversion/object_writer_test.cc.
#ifndef CROSSWALK_CONVERSION_OBJECT_WRITER_H
#define CROSSWALK_CONVERSION_OBJECT_WRITER_H

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "conversion/member_order.h"
#include "conversion/record_writer.h"
#include "format/definition.h"
#include "json/by_outline.h"

namespace crosswalk::conversion {

/// See RecordWriter.
class ObjectWriter final : public RecordWriter {
 public:
  /// `node` of `schema` describes a record. `ends_line`: a line end follows each (NDJSON). Keeps
  /// nothing of `schema`.
  ObjectWriter(const format::Schema& schema, format::NodeId node, bool ends_line)
      : order_(schema), node_(node), ends_line_(ends_line) {}
  /// Writes values that no schema describes.
  ObjectWriter() : node_(format::kNoNode), ends_line_(false) {}
  void write(const RecordView& record, std::string& out,
             std::vector<diagnostics::RawFinding>& refusals) override;
  /// Appends the value at `token` of `record` as canonical JSON, with members as they were found.
  void write_at(const RecordView& record, std::uint32_t token, std::string& out);
  /// Appends `record` without the value at token `left_out`; returns the place in `out` where that
  /// value belongs. REQUIRES: there is such a value.
  std::size_t write_around(const RecordView& record, std::uint32_t left_out, std::string& out);

 private:
  struct Entry {
    MemberRank rank;
    std::uint32_t value = 0;  // the token behind the name
  };

  [[nodiscard]] bool is_right(const RecordView& record);
  void write_value(std::uint32_t token, format::NodeId node);
  void write_object(std::uint32_t token, format::NodeId node);
  void write_array(std::uint32_t token, format::NodeId node);
  void write_string(const json::Token& token);
  void order_members(std::uint32_t object, format::NodeId node);

  MemberOrder order_;
  format::NodeId node_;
  bool ends_line_;
  RecordView record_;            // at hand
  std::string* out_ = nullptr;   // at hand
  std::uint32_t left_out_ = 0;   // 0: nothing is
  std::size_t gap_ = 0;          // where it belongs
  std::vector<Entry> entries_;   // of the objects that are open
  json::ByOutline<bool> right_;  // records of this outline are right as they stand
  std::string scratch_;
};

}  // namespace crosswalk::conversion

#endif  // CROSSWALK_CONVERSION_OBJECT_WRITER_H
