// The algorithm of RFC 3986, section 5.2, step by step.
//
//   "a/./b/../c"   ->   "a/c"
// Test: tests/format/uri_test.cc.
#include "format/uri.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace crosswalk::format {
namespace {

struct Parts {
  std::optional<std::string_view> scheme, authority;
  std::string_view path;
  std::optional<std::string_view> query, fragment;
};

/// Cuts off what stands from the first `mark` on; nothing if there is none.
std::optional<std::string_view> cut_from(std::string_view& text, char mark) {
  const std::size_t at = text.find(mark);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view rest = text.substr(at + 1);
  text = text.substr(0, at);
  return rest;
}

Parts parts_of(std::string_view uri) {
  Parts parts;
  parts.fragment = cut_from(uri, '#');
  parts.query = cut_from(uri, '?');
  const std::size_t colon = uri.find(':');
  if (colon != std::string_view::npos && colon < uri.find('/')) {
    parts.scheme = uri.substr(0, colon);
    uri.remove_prefix(colon + 1);
  }
  if (uri.starts_with("//")) {
    const std::size_t path = std::min(uri.find('/', 2), uri.size());
    parts.authority = uri.substr(2, path - 2);
    uri.remove_prefix(path);
  }
  parts.path = uri;
  return parts;
}

std::string without_dots(std::string_view path) {
  std::string out;
  const auto drop_last = [&out] { out.resize(std::min(out.rfind('/'), out.size())); };
  while (!path.empty()) {
    if (path.starts_with("../")) {
      path.remove_prefix(3);
    } else if (path.starts_with("./") || path.starts_with("/./")) {
      path.remove_prefix(2);
    } else if (path == "/.") {
      path = "/";
    } else if (path.starts_with("/../")) {
      path.remove_prefix(3);
      drop_last();
    } else if (path == "/..") {
      path = "/";
      drop_last();
    } else if (path == "." || path == "..") {
      path = {};
    } else {
      const std::size_t end = std::min(path.find('/', 1), path.size());
      out += path.substr(0, end);
      path.remove_prefix(end);
    }
  }
  return out;
}

std::string merged(const Parts& base, std::string_view path) {
  if (base.authority && base.path.empty()) return '/' + std::string(path);
  const std::size_t folder = base.path.rfind('/');
  const std::string_view start =
      folder == std::string_view::npos ? std::string_view() : base.path.substr(0, folder + 1);
  return std::string(start) + std::string(path);
}

}  // namespace

std::string resolve_uri(std::string_view base_uri, std::string_view reference) {
  const Parts base = parts_of(base_uri);
  Parts target = parts_of(reference);
  std::string path;
  if (target.scheme || target.authority) {
    path = without_dots(target.path);
  } else if (target.path.empty()) {
    path = base.path;
    if (!target.query) target.query = base.query;
  } else {
    path = without_dots(target.path.starts_with('/') ? std::string(target.path)
                                                     : merged(base, target.path));
  }
  if (!target.scheme) {
    target.scheme = base.scheme;
    if (!target.authority) target.authority = base.authority;
  }
  std::string uri;
  if (target.scheme) uri += std::string(*target.scheme) + ':';
  if (target.authority) uri += "//" + std::string(*target.authority);
  uri += path;
  if (target.query) uri += '?' + std::string(*target.query);
  if (target.fragment) uri += '#' + std::string(*target.fragment);
  return uri;
}

std::pair<std::string_view, std::string_view> split_fragment(std::string_view uri) {
  const std::size_t mark = uri.find('#');
  if (mark == std::string_view::npos) return {uri, {}};
  return {uri.substr(0, mark), uri.substr(mark + 1)};
}

std::string decode_percent(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size(); ++at) {
    unsigned value = 0;
    const char* digits = text.data() + at + 1;
    if (text[at] == '%' && at + 2 < text.size() &&
        std::from_chars(digits, digits + 2, value, 16).ptr == digits + 2) {
      bytes += static_cast<char>(value);
      at += 2;
    } else {
      bytes += text[at];
    }
  }
  return bytes;
}

std::string file_uri(std::string_view path) {
  constexpr std::string_view kPlain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string uri = "file://";
  for (const char c : path) {
    if (kPlain.find(c) != std::string_view::npos) {
      uri += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      uri += {'%', kDigits[byte >> 4U], kDigits[byte & 0xFU]};
    }
  }
  return uri;
}

}  // namespace crosswalk::format
