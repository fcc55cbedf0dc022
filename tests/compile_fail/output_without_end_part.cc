// An output must say what it does when a body is complete.
// REFUSED: abstract
#include <crosswalk/crosswalk.h>

class Bodies : public crosswalk::Output {
 public:
  crosswalk::Status begin_part(std::uint64_t) override { return {}; }
  crosswalk::Status write(std::string_view) override { return {}; }
#ifdef CROSSWALK_ALLOWED
  crosswalk::Status end_part(const crosswalk::Part&) override {
    return {};
  }
#endif
  crosswalk::Status reject(std::uint64_t, std::string_view, bool) override {
    return {};
  }
  crosswalk::Status reject_frame(std::string_view, std::string_view, std::string_view) override {
    return {};
  }
};

void make() {
  [[maybe_unused]] Bodies bodies;
}
