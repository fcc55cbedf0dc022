// See machine.h.
#include "base/machine.h"

#include <unistd.h>

#include <cstdlib>
#include <string_view>

namespace crosswalk::base {
namespace {

VectorUnit best_unit() {
  if (has_vector_unit(VectorUnit::kAvx2)) return VectorUnit::kAvx2;
  return has_vector_unit(VectorUnit::kSse2) ? VectorUnit::kSse2 : VectorUnit::kScalar;
}

VectorUnit wanted_unit() {
  const char* const name = std::getenv("CROSSWALK_CPU");
  const std::string_view wanted = name == nullptr ? "" : name;
  if (wanted == "scalar") return VectorUnit::kScalar;
  if (wanted == "sse" && has_vector_unit(VectorUnit::kSse2)) return VectorUnit::kSse2;
  return best_unit();
}

}  // namespace

std::uint64_t machine_memory() {
  const long pages = sysconf(_SC_PHYS_PAGES);
  const long page_bytes = sysconf(_SC_PAGESIZE);
  if (pages <= 0 || page_bytes <= 0) return std::uint64_t{1} << 30U;
  return static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(page_bytes);
}

bool has_vector_unit(VectorUnit unit) {
#if defined(__x86_64__)
  return unit != VectorUnit::kAvx2 ||
         (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("pclmul") &&
          __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt"));
#else
  return unit == VectorUnit::kScalar;
#endif
}

VectorUnit vector_unit() {
  static const VectorUnit unit = wanted_unit();
  return unit;
}

}  // namespace crosswalk::base
