// Whether a test runs under a sanitizer, which needs terabytes of addresses for itself.
#ifndef CROSSWALK_TESTS_SUPPORT_SANITIZED_H
#define CROSSWALK_TESTS_SUPPORT_SANITIZED_H

namespace crosswalk::tests {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kIsSanitized = true;
#elif defined(__has_feature)
inline constexpr bool kIsSanitized =
    __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#else
inline constexpr bool kIsSanitized = false;
#endif

}  // namespace crosswalk::tests

#endif  // CROSSWALK_TESTS_SUPPORT_SANITIZED_H
