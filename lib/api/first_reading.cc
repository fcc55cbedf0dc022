// See first_reading.h.
#include "api/first_reading.h"

#include "crosswalk/outputs.h"
#include "format/fields.h"
#include "pipeline/writing.h"

namespace crosswalk::api {
namespace {

/// What a first reading is made of: the run that writes tells what becomes of records.
struct Quiet {
  explicit Quiet(const pipeline::RunSetup& of) : options(*of.options), setup(of) {
    options.on_record = {};
    setup.options = &options;
  }
  Quiet(const Quiet&) = delete;
  Quiet& operator=(const Quiet&) = delete;

  ReadOptions options;
  pipeline::RunSetup setup;
};

bool want_no_more(const Finding& /*finding*/) {
  return false;
}

Status read_and_rewind(pipeline::Run& run, std::span<Source* const> sources) {
  if (Status read = read_sources(run, sources); !read.ok()) return read;
  for (Source* source : sources) {
    if (Status status = source->rewind(); !status.ok()) return status;
  }
  return {};
}

// The columns of a table that no record gives any: those that the format names. Without them the
// table would have no header, and not be read again.
std::vector<std::string> named_columns(const format::Definition& definition) {
  std::vector<std::string> names;
  for (const format::Field& field : format::fields_of(definition)) {
    const bool is_named = field.family == format::Family::kNone && !field.is_read_only &&
                          field.annotation.pii != format::Pii::kSecret;
    if (is_named) names.push_back(field.column);
  }
  return names;
}

}  // namespace

Status read_sources(pipeline::Run& run, std::span<Source* const> sources) {
  for (std::size_t i = 0; i < sources.size() && !run.is_done(); ++i) {
    if (Status status = run.read(*sources[i]); !status.ok()) return status;
  }
  return {};
}

Result<std::vector<std::string>> gather_columns(const pipeline::RunSetup& setup,
                                                const pipeline::Conversion& conversion,
                                                std::span<Source* const> sources) {
  const Quiet quiet(setup);
  pipeline::Run run(quiet.setup, want_no_more);
  run.gather_columns_for(conversion);
  if (Status read = read_and_rewind(run, sources); !read.ok()) return read.error();
  std::vector<std::string> gathered = run.gathered();
  return gathered.empty() ? named_columns(pipeline::target_of(setup, conversion)) : gathered;
}

Result<std::vector<std::uint64_t>> list_all_but_last(const pipeline::RunSetup& setup,
                                                     const pipeline::Conversion& conversion,
                                                     std::span<Source* const> sources) {
  pipeline::KeyRoll roll;
  NoOutput nowhere;
  pipeline::Conversion rehearsal = conversion;
  rehearsal.output = &nowhere;
  rehearsal.key_choice = &roll;
  const Quiet quiet(setup);
  pipeline::Run run(quiet.setup, want_no_more);
  run.convert_to(rehearsal);
  if (Status read = read_and_rewind(run, sources); !read.ok()) return read.error();
  return roll.all_but_last();
}

Result<std::vector<pipeline::ListedRepeat>> list_repeats(const pipeline::RunSetup& setup,
                                                         const pipeline::Conversion* conversion,
                                                         std::span<Source* const> sources) {
  std::vector<pipeline::ListedRepeat> repeats;
  NoOutput nowhere;
  const Quiet quiet(setup);
  pipeline::Run run(quiet.setup, want_no_more);
  run.list_repeats_to(repeats);
  if (conversion != nullptr) {
    pipeline::Conversion rehearsal = *conversion;
    rehearsal.output = &nowhere;
    run.convert_to(rehearsal);
  }
  for (Source* source : sources) {
    if (Status status = source->rewind(); !status.ok()) return status.error();
  }
  if (Status read = read_and_rewind(run, sources); !read.ok()) return read.error();
  return repeats;
}

}  // namespace crosswalk::api
