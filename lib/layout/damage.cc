// See damage.h.
#include "layout/damage.h"

#include <vector>

#include "json/events.h"

namespace crosswalk::layout {

namespace {

// Takes the events of a value of which only the faults matter.
class NoEvents final : public json::EventHandler {
 public:
  void on_scalar(json::Kind, json::Span, bool) override {}
  void on_begin(json::Kind, std::uint32_t) override {}
  void on_end(std::uint32_t) override {}
  void on_name(json::Span, bool) override {}
  void on_lifted_begin(json::Span, bool) override {}
  void on_lifted_end() override {}
};

}  // namespace

std::optional<json::Fault> find_damage(std::string_view beginning, json::ReadSettings settings) {
  settings.final = false;
  NoEvents events;
  std::vector<json::Fault> faults;
  json::Reader reader(beginning, settings, events, faults);
  if (reader.read(0) != json::ReadState::kBroken) return std::nullopt;
  return faults.back();
}

}  // namespace crosswalk::layout
