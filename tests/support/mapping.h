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
  std::shared_ptr<const Mapping> mapping;
  std::unique_ptr<Mapper> mapper;
  LossCounts losses;
  MappedRecord record;
  std::string source;
  json::Tape tape;

  Converter(const format::Definition& from, const format::Definition& to,
            MappingOptions options = {}) {
    Result<Mapping> compiled = Mapping::compile(from, to, std::move(options));
    if (!compiled) {
      ADD_FAILURE() << compiled.error().message;
      return;
    }
    mapping = std::make_shared<const Mapping>(std::move(compiled).value());
    mapper = std::make_unique<Mapper>(mapping);
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

  /// The loss report, with the counts of the records so far.
  LossReport report() {
    losses.add(mapper->take_news());
    return losses.report(*mapping);
  }

  /// What the report says of a source column.
  [[nodiscard]] FieldLoss loss(std::string_view column) {
    for (const FieldLoss& field : report().fields) {
      if (field.source == column) return field;
    }
    ADD_FAILURE() << "no column " << column;
    return {};
  }
};

}  // namespace crosswalk::conversion

#endif  // CROSSWALK_TESTS_SUPPORT_MAPPING_H
