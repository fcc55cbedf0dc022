// Writes invented customer actions, one JSON object a line, to standard output: the same bytes for
// the same seed on every machine.
//
//   generate_actions [RECORDS [SEED]] > actions.ndjson      300,000 records with seed 1 unless
//   given
//
// Every record is good: ids are unique, times in order. Most have members that need not be there,
// some texts have escapes and letters beyond ASCII, and nothing has more blanks than exporters
// write. A record has about 440 bytes.
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <string_view>

namespace {

constexpr std::array<std::string_view, 4> kTypes = {"SIGN_UP", "SUBSCRIPTION_RESTARTED",
                                                    "SUBSCRIPTION_CANCELLED", "PROMOTION_APPLIED"};
constexpr std::array<std::string_view, 5> kMediums = {"email", "cpc", "social", "push", "organic"};
constexpr std::array<std::string_view, 6> kCampaigns = {
    "spring_sale",         "wiosna_zniżki", "win-back \\\"vip\\\"",
    "\\u00dcbergang 2024", "black friday",  "newsletter-2024-05"};

class Actions {
 public:
  explicit Actions(std::uint32_t seed) : random_(seed) {}

  void append_record(std::string& out, std::uint64_t number) {
    out += R"({"eventType":"CUSTOMER_ACTION","eventAction":")";
    out += below(3) == 0 ? "UPDATED" : "CREATED";
    out += R"(","version":1.0,"body":{"interactionId":"a-)" + digits(number, 12);
    out += R"(","customerId":"c-)" + digits(below(1'000'000), 9);
    out += R"(","interaction":{"type":")";
    out += kTypes[below(4)];
    out += R"(","subscriptionContractId":"k-)" + digits(below(1'000'000), 8) + "\"}";
    if (below(10) != 0) append_source(out);
    const std::uint32_t day = 1 + below(28);
    const std::uint32_t hour = below(23);
    out += R"(,"createdAt":")" + time(day, hour) + R"(","updatedAt":")" + time(day, hour + 1);
    out += "\"}}\n";
  }

 private:
  std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(random_() % bound); }

  static std::string digits(std::uint64_t number, int width) {
    std::array<char, 32> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%0*llu", width,
                  static_cast<unsigned long long>(number));
    return buffer.data();
  }

  std::string time(std::uint32_t day, std::uint32_t hour) {
    return "2024-05-" + digits(day, 2) + 'T' + digits(hour, 2) + ':' + digits(below(60), 2) + ':' +
           digits(below(60), 2) + "+02:00";
  }

  void append_source(std::string& out) {
    out += R"(,"utmParameters":{"utmSource":"partner-)" + digits(below(10'000), 4);
    out += R"(","utmMedium":")";
    out += kMediums[below(5)];
    out += R"(","utmCampaign":")";
    out += kCampaigns[below(6)];
    out += R"(","utmContent":"banner_)" + digits(below(100), 2);
    out += R"(","utmTerms":"cats+kitten+food+)" + digits(below(1000), 3) + "\"}";
  }

  std::mt19937 random_;
};

bool flush(std::string& buffer) {
  const bool written = std::fwrite(buffer.data(), 1, buffer.size(), stdout) == buffer.size();
  buffer.clear();
  return written;
}

}  // namespace

int main(int argc, char** argv) {
  const std::uint64_t records = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 300'000;
  const std::uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
  Actions actions(static_cast<std::uint32_t>(seed));
  constexpr std::size_t kBufferBytes = std::size_t{1} << 20U;

  std::string buffer;
  for (std::uint64_t number = 0; number < records; ++number) {
    actions.append_record(buffer, number);
    if (buffer.size() >= kBufferBytes && !flush(buffer)) return 3;
  }
  return flush(buffer) && std::fflush(stdout) == 0 ? 0 : 3;
}
