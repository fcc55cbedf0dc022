// Written records in the output's encoding, and the place of a character that it lacks.
//
// Records are written as UTF-8 and encoded one by one. A character that the encoding lacks is
// nobody's to replace: the record is an error, told at the source's cell or value that holds it.
//   windows-1250, `7,陳大文`   ->   a finding at 陳大文; Imię leaves as 49 6D 69 EA
// A lacking character that the source does not hold (it came from a setting) is told at the record.
// Test: tests/pipeline/record_encoder_test.cc.
#ifndef CROSSWALK_PIPELINE_RECORD_ENCODER_H
#define CROSSWALK_PIPELINE_RECORD_ENCODER_H

#include <cstddef>
#include <string>
#include <utility>

#include "diagnostics/raw_finding.h"
#include "layout/reader.h"
#include "record/batch.h"
#include "text/encoder.h"

namespace crosswalk::pipeline {

/// Encodes the records of one conversion.
/// Threads: one.
class RecordEncoder {
 public:
  /// REQUIRES: `encoding` is known.
  RecordEncoder(const std::string& encoding, layout::RecordPointers pointers)
      : encoding_(encoding),
        encoder_(*text::Encoder::open(encoding)),
        pointers_(std::move(pointers)) {}
  /// Encodes what stands in `output` from `begin` on; false if it cannot be, and `output` is as it
  /// was.
  bool encode(std::string& output, std::size_t begin);
  /// A finding, without severity, at what the encoding lacks in record number `record` of `batch`.
  diagnostics::RawFinding lacking_in(const record::Batch& batch, std::uint32_t record);

 private:
  void find_cell(const record::Batch& batch, const record::Record& row,
                 diagnostics::RawFinding& finding);
  void find_value(const record::Batch& batch, diagnostics::RawFinding& finding);

  std::string encoding_;
  text::Encoder encoder_;
  layout::RecordPointers pointers_;  // of records that are JSON values
  std::string encoded_;
};

/// A finding of a character that `encoding` lacks, without severity and place.
diagnostics::RawFinding lacking_character(const std::string& encoding);

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_RECORD_ENCODER_H
