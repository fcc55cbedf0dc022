// Mapping JSON texts between formats in tests.
#ifndef CROSSWALK_TESTS_SUPPORT_MAPPING_H
#define CROSSWALK_TESTS_SUPPORT_MAPPING_H

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "conversion/mapper.h"
#include "format/library.h"
#include "json/parser.h"

namespace crosswalk::conversion {

/// The embedded formats, loaded once.
inline const format::Library& embedded_formats() {
  static const format::Library library = [] {
    Result<format::Library> loaded = format::Library::embedded();
    if (!loaded) ADD_FAILURE() << loaded.error().message;
    return std::move(loaded).value();
  }();
  return library;
}

inline const format::Definition& format_called(std::string_view name) {
  return *embedded_formats().find(name);
}

/// A mapper between two formats and what it made of the last record.
struct Converter {
  std::unique_ptr<Mapper> mapper;
  MappedRecord record;
  std::string source;
  json::Tape tape;

  Converter(const format::Definition& from, const format::Definition& to,
            MappingOptions options = {}) {
    Result<Mapping> mapping = Mapping::compile(from, to, std::move(options));
    if (!mapping) {
      ADD_FAILURE() << mapping.error().message;
      return;
    }
    mapper = std::make_unique<Mapper>(std::make_shared<const Mapping>(std::move(mapping).value()));
  }
  Converter(std::string_view from, std::string_view to, MappingOptions options = {})
      : Converter(format_called(from), format_called(to), std::move(options)) {}

  /// The target record's text. A source that is no JSON is a failure.
  const std::string& operator()(std::string_view json) {
    source = json;
    std::vector<json::Fault> faults;
    EXPECT_TRUE(json::parse(source, {}, tape, faults)) << source;
    mapper->map(source, tape, 0, record);
    return record.text;
  }

  /// The faults of the last record: `kind column`, in order.
  [[nodiscard]] std::vector<std::string> faults() const {
    std::vector<std::string> told;
    for (const MapFault& fault : record.faults) {
      const char* const names[] = {"required-missing", "value-unmapped", "not-an-email", "lossy"};
      told.push_back(std::string(names[static_cast<int>(fault.kind)]) + ' ' + fault.column);
    }
    return told;
  }

  /// What the report says of a source column.
  [[nodiscard]] FieldLoss loss(std::string_view column) const {
    for (const FieldLoss& field : mapper->report().fields) {
      if (field.source == column) return field;
    }
    ADD_FAILURE() << "no column " << column;
    return {};
  }
};

}  // namespace crosswalk::conversion

#endif  // CROSSWALK_TESTS_SUPPORT_MAPPING_H
