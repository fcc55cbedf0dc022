// What a conversion within one format does to a record, besides writing it in another layout.
//
// Most records stay as they are, and there is no step. Two things ask for one:
// - A column that the format only reads and whose addresses another field holds as hashes: the
//   hashes are written, behind those that are there.
// - The caller says how a missing value is written (`--missing`).
//   {"id":"7","email":"Ann@x.pl"}          ->   {"id":"7","emailsha256":"5c..."}
//   {"id":"7","phone":null}, absent        ->   {"id":"7"}
// A member that is not there stays so: which ones could be meant, no one says. Elements of lists
// are no members and stay, but those of name/value lists, which go with their value.
// Test: tests/conversion/within_step_test.cc.
#ifndef CROSSWALK_CONVERSION_WITHIN_STEP_H
#define CROSSWALK_CONVERSION_WITHIN_STEP_H

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "conversion/email_hash.h"
#include "conversion/record_step.h"
#include "conversion/side.h"
#include "diagnostics/rule.h"
#include "format/definition.h"
#include "json/record_builder.h"

namespace crosswalk::conversion {

/// What such a step is made of. All pointers outlive it.
struct WithinOptions {
  const format::Definition* definition = nullptr;   ///< not null
  const diagnostics::RuleCatalog* rules = nullptr;  ///< not null
  const diagnostics::RulePolicy* policy = nullptr;  ///< not null
  std::vector<std::string> columns;                 ///< of the table that is read
  std::optional<format::Missing> missing;           ///< how to write what is missing; else as it is
};

/// The columns of plain addresses that `definition` reads and writes as hashes only, each with the
/// column of the hashes.
std::map<std::string, std::string> hashed_columns(const format::Definition& definition);

/// See RecordStep.
class WithinStep final : public RecordStep {
 public:
  /// Null if records stay as they are.
  static std::unique_ptr<WithinStep> make(const WithinOptions& options);
  std::optional<RecordView> apply(const RecordView& record,
                                  std::vector<diagnostics::RawFinding>& findings) override;
  [[nodiscard]] std::uint32_t origin_of(std::uint32_t offset) const override;
  /// The columns of a table of these records, which had the columns `names`.
  [[nodiscard]] std::vector<std::string> written_columns(
      const std::vector<std::string>& names) const;

 private:
  /// A column of addresses on its way to one of hashes.
  struct Hashing {
    std::string from, to;  // members of the record
    std::string by;        // between the parts of a text
  };
  using Path = std::vector<std::string>;

  explicit WithinStep(const WithinOptions& options);

  [[nodiscard]] std::uint32_t member_of_record(std::string_view name) const;
  [[nodiscard]] const Hashing* hashing_into(std::string_view name) const;
  void copy_record();
  void copy_value(std::uint32_t token);
  void copy_object(std::uint32_t token);
  void copy_pairs(std::uint32_t token, const format::Field& pairs);
  void copy_member(std::uint32_t name);
  void write_hashes(const Hashing& hashing);
  void tell_no_address(std::uint32_t token);
  [[nodiscard]] bool is_missing(std::uint32_t token) const;
  std::string_view characters(std::uint32_t token);

  WithinOptions options_;
  std::vector<Hashing> hashings_;
  std::map<Path, format::Field> pairs_;  // lists of names and values, by their place
  EmailHasher hasher_;
  json::RecordBuilder builder_;
  RecordView record_;                                             // at hand
  std::vector<diagnostics::RawFinding>* findings_ = nullptr;      // at hand
  Path path_;                                                     // at hand
  std::string text_;                                              // of the record made last
  json::Tape tape_;                                               // likewise
  std::vector<std::pair<std::uint32_t, std::uint32_t>> origins_;  // its offsets, the source's
  std::string scratch_;
};

}  // namespace crosswalk::conversion

#endif  // CROSSWALK_CONVERSION_WITHIN_STEP_H
