// Formats of texts by tables of good and bad ones, each with the document that says so.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "check/host_format.h"
#include "check/text_format.h"
#include "check/uri_format.h"

namespace crosswalk::check {
namespace {

struct Case {
  const char* format;
  std::vector<std::string> good;
  std::vector<std::string> bad;
};

void expect_cases(const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    const auto format = text_format(one.format);
    ASSERT_TRUE(format) << one.format;
    for (const std::string& text : one.good)
      EXPECT_TRUE(has_format(*format, text)) << one.format << ' ' << text;
    for (const std::string& text : one.bad)
      EXPECT_FALSE(has_format(*format, text)) << one.format << ' ' << text;
  }
}

// The numbers of RFC 2673, section 3.2, without the leading zeros that some read as octal.
TEST(FormatCases, EveryNumberOfAnIpv4IsAByte) {
  for (int number = 0; number <= 300; ++number) {
    const std::string text = std::to_string(number);
    for (const std::string& address :
         {text + ".0.0.0", "0." + text + ".0.0", "0.0." + text + ".0", "0.0.0." + text}) {
      EXPECT_EQ(is_ipv4(address), number <= 255) << address;
    }
    EXPECT_FALSE(is_ipv4("1.2.3.0" + text)) << text;
  }
  for (const char* bad : {"", ".", "...", "1.2.3.", ".1.2.3", "1.2.3.4.", " 1.2.3.4", "1.2.3.4\n",
                          "1.2.3.-4", "1.2.3.+4", "1.2.3.4/8", "0x1.2.3.4", "1,2,3,4", "1.2.3.1000",
                          "1.2.3.99999999999", "1.2.3.\u0664"}) {
    EXPECT_FALSE(is_ipv4(bad)) << bad;
  }
}

// RFC 4291, section 2.2: eight groups, or fewer with one gap that stands for one group or more.
TEST(FormatCases, TheGroupsOfAnIpv6AreEight) {
  const auto groups = [](int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += (i == 0 ? "" : ":") + std::string("a");
    return text;
  };
  for (int count = 0; count <= 10; ++count) {
    EXPECT_EQ(is_ipv6(groups(count)), count == 8) << count;
    EXPECT_EQ(is_ipv6(groups(count) + (count == 0 ? "" : ":") + "1.2.3.4"), count == 6) << count;
    for (int after = 0; after <= 10; ++after) {
      const std::string gap = groups(count) + "::";
      EXPECT_EQ(is_ipv6(gap + groups(after)), count + after < 8) << count << ' ' << after;
      EXPECT_EQ(is_ipv6(gap + groups(after) + (after == 0 ? "" : ":") + "1.2.3.4"),
                count + after + 2 < 8)
          << count << ' ' << after;
    }
  }
}

TEST(FormatCases, AGroupOfAnIpv6IsOneToFourHexDigits) {
  for (const char* group : {"0", "f", "F", "09af", "09AF", "0000", "ffff"})
    EXPECT_TRUE(is_ipv6("::" + std::string(group) + ":1")) << group;
  for (const char* group : {"", "00000", "g", "-1", "+1", " 1", "1 ", "0x1", "1.2.3.4", "ż"})
    EXPECT_FALSE(is_ipv6("1::" + std::string(group) + ":1")) << group;
  for (const char* bad : {"[::1]", "::1%eth0", "::1/64", " ::1", "::1\n", ":::", "1:::2",
                          "::1::", "1:2:3:4:5:6:7:", ":1:2:3:4:5:6:7", "::1.2.3", "::1.2.3.256",
                          "::01.2.3.4", "1.2.3.4", "1.2.3.4::1", "::1.2.3.4:5"}) {
    EXPECT_FALSE(is_ipv6(bad)) << bad;
  }
}

// RFC 1123, section 2.1, and the lengths of RFC 1035, section 2.3.4.
TEST(FormatCases, LabelsOfHostnamesAreLettersDigitsAndInnerHyphens) {
  for (int byte = 0; byte < 128; ++byte) {
    const char c = static_cast<char>(byte);
    const bool is_alphanumeric =
        (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    EXPECT_EQ(is_hostname(std::string("a") + c + "a"), is_alphanumeric || c == '-' || c == '.')
        << byte;
    EXPECT_EQ(is_hostname(std::string(1, c)), is_alphanumeric) << byte;
    EXPECT_EQ(is_hostname("a." + std::string(1, c)), is_alphanumeric) << byte;
  }
  const std::string label(63, 'x');
  EXPECT_TRUE(is_hostname(label + '.' + label));
  EXPECT_FALSE(is_hostname('x' + label + ".a"));
  EXPECT_FALSE(is_hostname("a." + label + 'x'));
  expect_cases({{"hostname",
                 {"localhost", "a.b.c.d", "1.2.3.4", "0", "A-1.b", "a---b"},
                 {"", ".", "a.", ".a", "a..b", "-a.b", "a-.b", "a.-b", "a.b-", "a_b", "a b", "ż.pl",
                  "http://a", "a:80", "a/b", "a\n", "\u3002"}}});
}

TEST(FormatCases, AddressesHaveOneAtBetweenTexts) {
  for (int byte = 0; byte < 128; ++byte) {
    const char c = static_cast<char>(byte);
    const bool fits = c > ' ' && c != 0x7F && c != '@';
    for (const std::string& text : {std::string("a") + c + "@b", std::string("a@b") + c})
      EXPECT_EQ(has_format(TextFormat::kEmail, text), fits) << byte;
  }
  expect_cases({{"email",
                 {"a@b", "a.b+c@d.example", "\u0142@\u0142", "\"a\"@b", "a@[1.2.3.4]", "-@-"},
                 {"", "@", "a@", "@a", "a@@b", "a@b@c", "@a@b", "a b@c", "a@b\t", "a\u00a0b@c",
                  "a@b\u00a0", "a"}}});
}

// RFC 4122, section 3: the version and the variant are not asked for.
TEST(FormatCases, UuidsHaveHexDigitsAndHyphensInTheirPlaces) {
  const std::string uuid = "00112233-4455-6677-8899-aAbBcCdDeEfF";
  ASSERT_TRUE(has_format(TextFormat::kUuid, uuid));
  for (std::size_t at = 0; at < uuid.size(); ++at) {
    for (const char c : {'/', '0', '9', ':', '@', 'A', 'F', 'G', '`', 'a', 'f', 'g', '-', ' '}) {
      std::string text = uuid;
      text[at] = c;
      const bool is_hyphen = at == 8 || at == 13 || at == 18 || at == 23;
      const bool is_hex = std::string_view("09AFaf").find(c) != std::string_view::npos;
      EXPECT_EQ(has_format(TextFormat::kUuid, text), is_hyphen ? c == '-' : is_hex) << text;
    }
    EXPECT_FALSE(has_format(TextFormat::kUuid, uuid.substr(0, at)));
  }
  expect_cases({{"uuid", {}, {uuid + '0', '0' + uuid, '{' + uuid + '}', "urn:uuid:" + uuid}}});
}

TEST(FormatCases, DurationsHaveTheirUnitsInOrder) {
  const std::string date = "YMD";
  const std::string time = "HMS";
  for (int mask = 0; mask < 64; ++mask) {
    std::string text = "P";
    for (std::size_t i = 0; i < 3; ++i) {
      if ((mask >> i & 1) != 0) text += std::string("10") + date[i];
    }
    if (mask >= 8) text += 'T';
    for (std::size_t i = 0; i < 3; ++i) {
      if ((mask >> (i + 3) & 1) != 0) text += std::string("2") + time[i];
    }
    EXPECT_EQ(has_format(TextFormat::kDuration, text), mask != 0) << text;
  }
  expect_cases({{"duration",
                 {"P1W", "P100W", "P0D", "PT0S", "P0Y0M0DT0H0M0S"},
                 {"P1WT1H", "P1Y1W", "P1W1D",   "PW",   "PT1W", "P1M1Y", "P1D1M", "PT1S1M",
                  "PT1M1H", "P1Y1Y", "PT1H1H",  "P1DT", "PT",   "T1H",   "1D",    "P-1D",
                  "P+1D",   "P1.5D", "P1,5D",   "P 1D", "P1D ", "p1D",   "P1d",   "PT1H2",
                  "P1",     "PTT1H", "PT1HT1M", "P1H",  "PT1Y"}}});
}

// RFC 6901, section 3, and the draft of relative pointers.
TEST(FormatCases, PointersEscapeTildes) {
  expect_cases({{"json-pointer",
                 {"", "/", "//", "/a", "/a/", "/0", "/~0", "/~1", "/~01", "/a~0b/~1c", "/ ",
                  "/\u017c", "/%", "/~0~0"},
                 {"a", " ", "#", "#/", "~0", "/~", "/~2", "/a~", "/~/", "/~~0", "/a/~a", "0"}},
                {"relative-json-pointer",
                 {"0", "1", "10", "0#", "120#", "0/", "1/a", "1/a/~0", "0//"},
                 {"", "#", "/", "/a", "-1", "+1", "00", "01", "01#", "0#/", "0##", "0a", "1 ", " 1",
                  "1/~", "1~0", "a"}}});
}

// RFC 3986, section 3: what each component may hold, by every byte.
TEST(FormatCases, EachComponentOfAUriHoldsItsCharacters) {
  const std::string unreserved = "-._~!$&'()*+,;=";
  const auto is_alphanumeric = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  };
  const auto holds = [&](char c, const std::string& more) {
    return is_alphanumeric(c) || (unreserved + more).find(c) != std::string::npos;
  };
  for (int byte = 0; byte < 256; ++byte) {
    const char c = static_cast<char>(byte);
    EXPECT_EQ(is_uri(std::string("s:a") + c + 'a'), holds(c, ":@/?#")) << byte;
    EXPECT_EQ(is_uri(std::string("s:?") + c), holds(c, ":@/?#")) << byte;
    EXPECT_EQ(is_uri(std::string("s:#") + c), holds(c, ":@/?")) << byte;
    EXPECT_EQ(is_uri(std::string("s://u") + c + "u@h"), holds(c, ":/?#")) << byte;
    EXPECT_EQ(is_uri(std::string("s://h:1") + c),
              (c >= '0' && c <= '9') || c == '/' || c == '?' || c == '#' || c == '@')
        << byte;
    const bool in_scheme = is_alphanumeric(c) || c == '+' || c == '-' || c == '.' || c == ':';
    EXPECT_EQ(is_uri(std::string("s") + c + "s:a"), in_scheme) << byte;
    const bool begins_scheme = is_alphanumeric(c) && (c < '0' || c > '9');
    EXPECT_EQ(is_uri(std::string(1, c) + "s:a"), begins_scheme) << byte;
  }
}

TEST(FormatCases, PercentSignsStandBeforeTwoHexDigits) {
  for (const char* place : {"s:", "s:?", "s:#", "s://", "s://u@", "s://h/"}) {
    for (const char* good : {"%00", "%fF", "%9A", "%20%20", "a%41b"})
      EXPECT_TRUE(is_uri(std::string(place) + good)) << place << good;
    for (const char* bad : {"%", "%2", "%%20", "%2g", "%g2", "%-1", "% 2", "%20%", "%2%20"})
      EXPECT_FALSE(is_uri(std::string(place) + bad)) << place << bad;
  }
  EXPECT_FALSE(is_uri("%61:b")) << "not in a scheme";
  EXPECT_FALSE(is_uri("s://h:%31")) << "not in a port";
}

TEST(FormatCases, ReferencesAreTakenApartAsTheStandardSays) {
  expect_cases(
      {{"uri",
        {"ftp://ftp.is.co.za/rfc/rfc1808.txt", "http://www.ietf.org/rfc/rfc2396.txt",
         "ldap://[2001:db8::7]/c=GB?objectClass?one", "mailto:John.Doe@example.com",
         "news:comp.infosystems.www.servers.unix", "tel:+1-816-555-1212", "telnet://192.0.2.16:80/",
         "urn:oasis:names:specification:docbook:dtd:xml:4.1.2", "s://", "s:///", "s://h:", "s://@h",
         "s://:@h", "s:/a//b", "s:?", "s:#", "s://[::]:0"},
        {"",          "a",        "/a",        "//h",           "?a",
         "#a",        ":",        "://h",      "-s:a",          "+s:a",
         ".s:a",      "1s:a",     "s_:a",      "s://[",         "s://]",
         "s://[]",    "s://[::1", "s://::1]",  "s://[1.2.3.4]", "s://[::1]80",
         "s://[::g]", "s://h:a",  "s://h:1:2", "s://a@b@c",     "s:a#b#c",
         "s: a",      "s:\ta",    " s:a",      "s:a ",          "s:\\a",
         "s:{a}",     "s:a|b",    "s:a^b",     "s:`",           "s:\"",
         "s:<a>",     "s:\u017c"}},
       {"uri-reference",
        {"", ".", "..", "a", "a/b:c", "./a:b", "/a:b", "//", "//h", "//h/a:b", "?", "?a:b", "#",
         "#a:b", "a?b:c#d:e", "s:a"},
        {"1:a", ":a", "a b", "%", "//[", "//h:x", "a#b#c", "\u017c", "a_b:c"}}});
  EXPECT_TRUE(is_uri_reference("a:b:c")) << "a scheme is all up to the first colon";
}

// RFC 3987: the same components, with letters of any script in well-formed UTF-8.
TEST(FormatCases, IrisTakeLettersOfAnyScript) {
  expect_cases({{"iri",
                 {"s:\u017c", "s:?\u017c", "s:#\u017c", "s://\u017c", "s://\u017c@h",
                  "s://h/\u65e5", "s:\U0001F600", "s:a"},
                 {"\u017c", "\u017c:a", "s\u017c:a", "s://h:\u0661", "s://[\u017c]", "s:\xC5",
                  "s:\xC5 ", "s:\xFF", "s:\xED\xA0\x80", "s: \u017c", "s:<\u017c>"}},
                {"iri-reference",
                 {"\u017c", "/\u017c", "?\u017c", "#\u017c", "//\u017c", ""},
                 {"\u017c:a", "\u017c \u017c", "\xC5", "\u017c\\"}}});
}

// RFC 6570, section 2: the letters of a variable's name, its length, and the operators.
TEST(FormatCases, TemplatesHoldVariablesBetweenBraces) {
  for (int byte = 0; byte < 128; ++byte) {
    const char c = static_cast<char>(byte);
    const bool in_name =
        (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    const bool is_operator =
        c != 0 && std::string_view("+#./;?&=,!@|").find(c) != std::string::npos;
    EXPECT_EQ(is_uri_template(std::string("{") + c + "a}"), in_name || is_operator) << byte;
    EXPECT_EQ(is_uri_template(std::string("{a") + c + "a}"), in_name || c == '.' || c == ',')
        << byte;
    const bool is_refused = c <= ' ' || c == 0x7F ||
                            std::string_view("\"'%<>\\^`{|}").find(c) != std::string_view::npos;
    EXPECT_EQ(is_uri_template(std::string("a") + c + "a"), !is_refused) << byte;
  }
  expect_cases({{"uri-template",
                 {"", "a", "{a}{b}", "{a:1}", "{a:9999}", "{a*,b:2,c}", "{a%20b}", "{%41}",
                  "http://h/{+path}/x{?q,r*}{#f}", "{a.b.c}", "\u017c", "%41"},
                 {"{",      "}",     "{}",     "a{",        "{a",     "a}",     "{a}}",     "{{a}}",
                  "{a:}",   "{a:0}", "{a:01}", "{a:10000}", "{a:-1}", "{a:x}",  "{a:1*}",   "{a**}",
                  "{*}",    "{:1}",  "{a,}",   "{a,,b}",    "{.a.}",  "{a..b}", "{a%}",     "{a%4}",
                  "{a%4g}", "{++a}", "{+}",    "{ a}",      "{a }",   "{a-b}",  "{\u017c}", "%",
                  "%4",     "%4g",   "a b",    "a\"b"}}});
}

TEST(FormatCases, EachFormatSaysWhatItWantsAndTakesItsExample) {
  const std::pair<const char*, const char*> examples[] = {
      {"date", "2024-02-29"},
      {"time", "20:00:00Z"},
      {"date-time", "2024-02-29T20:00:00Z"},
      {"iso-date-time", "2024-02-29T20:00:00"},
      {"duration", "P1Y2M10DT2H30M"},
      {"hostname", "www.example.com"},
      {"idn-hostname", "www.example.com"},
      {"json-pointer", "/a/0"},
      {"relative-json-pointer", "1/a"},
  };
  for (const auto& [name, example] : examples) {
    const auto format = text_format(name);
    ASSERT_TRUE(format) << name;
    EXPECT_TRUE(has_format(*format, example)) << name;
    EXPECT_TRUE(describe(*format).ends_with(std::string(" such as ") + example)) << name;
  }
}

TEST(FormatCases, NamesOfFormatsAreSpeltAsTheDraftSpellsThem) {
  for (const char* name : {"Date", "date ", "datetime", "date_time", "e-mail", "IPV4", "ip", "url",
                           "guid", "regexp", "uri-", "-", "dat"}) {
    EXPECT_FALSE(text_format(name)) << name;
  }
}

}  // namespace
}  // namespace crosswalk::check
