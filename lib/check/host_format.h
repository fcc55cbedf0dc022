// Names and addresses of machines: the formats ipv4, ipv6, hostname, idn-hostname.
//
//   127.0.0.1          four numbers up to 255, no leading zeros
//   ::ffff:10.0.0.1    eight groups, some left out at ::, the last two may be an ipv4
//   www.example.com    labels of letters, digits and inner hyphens, up to 63 long (RFC 1123)
//   example.com.       no hostname: the dot of the root is not part of a name
// Whether a machine of that name exists is not asked. Test: tests/check/host_format_test.cc.
#ifndef CROSSWALK_CHECK_HOST_FORMAT_H
#define CROSSWALK_CHECK_HOST_FORMAT_H

#include <string_view>

namespace crosswalk::check {

/// RFC 2673, section 3.2.
bool is_ipv4(std::string_view text);
/// RFC 4291, section 2.2.
bool is_ipv6(std::string_view text);
/// RFC 1123, section 2.1; labels in Punycode must decode to good ones.
bool is_hostname(std::string_view text);
/// RFC 5890: labels may hold letters of any script.
bool is_idn_hostname(std::string_view text);

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_HOST_FORMAT_H
