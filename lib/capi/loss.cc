// The loss report as C sees it: the C++ report, and the targets of each field as a list of texts.
//
// Test: tests/capi/loss_test.cc.
#include "capi/handles.h"

using crosswalk::capi::give;
using crosswalk::capi::null_argument;
using crosswalk::capi::run;
using crosswalk::capi::take;

namespace {

crosswalk_loss* loss_of(crosswalk::LossReport report) {
  auto loss = std::make_unique<crosswalk_loss>();
  loss->report = std::move(report);
  for (const crosswalk::FieldLoss& field : loss->report.fields) {
    std::vector<crosswalk_text>& targets = loss->targets.emplace_back();
    for (const std::string& target : field.targets) targets.push_back(give(target));
  }
  return loss.release();
}

}  // namespace

crosswalk_status crosswalk_loss_of_formats(const crosswalk_formats* formats, crosswalk_text from,
                                           crosswalk_text to, crosswalk_loss** out,
                                           crosswalk_error** error) {
  return run(error, [&]() -> crosswalk::Status {
    if (formats == nullptr) return null_argument("formats");
    if (out == nullptr) return null_argument("out");
    auto report = formats->formats.compare(take(from), take(to));
    if (!report.ok()) return report.error();
    *out = loss_of(std::move(report).value());
    return {};
  });
}

crosswalk_status crosswalk_loss_of_run(const crosswalk_run* handle, crosswalk_loss** out,
                                       crosswalk_error** error) {
  return run(error, [&]() -> crosswalk::Status {
    if (handle == nullptr) return null_argument("run");
    if (out == nullptr) return null_argument("out");
    *out = loss_of(handle->result.loss.value_or(crosswalk::LossReport()));
    return {};
  });
}

size_t crosswalk_loss_count(const crosswalk_loss* loss) {
  return loss == nullptr ? 0 : loss->report.fields.size();
}

crosswalk_status crosswalk_loss_field(const crosswalk_loss* loss, size_t index,
                                      crosswalk_field_loss* field, crosswalk_error** error) {
  return run(error, [&]() -> crosswalk::Status {
    if (field == nullptr) return null_argument("field");
    if (index >= crosswalk_loss_count(loss))
      return crosswalk::Error{crosswalk::ErrorKind::kUsage, "the report has no such field"};
    const crosswalk::FieldLoss& known = loss->report.fields[index];
    crosswalk_field_loss filled{};
    filled.source = give(known.source);
    filled.targets = loss->targets[index].data();
    filled.target_count = loss->targets[index].size();
    filled.loss = static_cast<crosswalk_loss_class>(known.loss);
    filled.reason = give(known.reason);
    filled.is_dropped = known.is_dropped ? 1 : 0;
    filled.records = known.records;
    filled.normalised = known.normalised;
    filled.lost = known.lost;
    return crosswalk::capi::fill_struct(filled, *field, "crosswalk_field_loss");
  });
}

size_t crosswalk_loss_unfed_count(const crosswalk_loss* loss) {
  return loss == nullptr ? 0 : loss->report.unfed.size();
}

crosswalk_text crosswalk_loss_unfed(const crosswalk_loss* loss, size_t index) {
  const bool is_there = index < crosswalk_loss_unfed_count(loss);
  return is_there ? give(loss->report.unfed[index]) : crosswalk_text{};
}

void crosswalk_loss_free(crosswalk_loss* loss) {
  delete loss;
}
