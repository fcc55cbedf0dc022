// Rows of invented customers; see customers.h for what is in them.
#include "bench/customers.h"

#include <array>
#include <cstddef>
#include <cstdio>
#include <string_view>

namespace crosswalk::bench {
namespace {

constexpr std::string_view kHeader =
    "customuid,emailsha256,idfa,dmpid,txt_name,txt_city,txt_note,num_spending,num_visits,"
    "attr_interest,goal_no_visit_site,goal_churn_year,goal_loyal_club,goal_action_signup,"
    "goal_click_mail,goal_pageview_offer,goal_conversion_vip,goal_purchase_premium,"
    "goal_conversion_vip_timestamp,goal_purchase_premium_timestamp\n";

constexpr std::array<std::string_view, 12> kNames = {
    "Zofia Wiśniewska", "Paweł Żółkiewski", "Łucja Święcicka", "Grzegorz Brzęczyszczykiewicz",
    "Nguyễn Thị Linh",  "Trần Văn Minh",    "Đặng Hữu Phước",  "Lê Hoàng Ngọc Ánh",
    "陳雅婷",           "林志明",           "歐陽佩珊",        "Anna Kowalczyk"};
constexpr std::array<std::string_view, 10> kCities = {
    "Gdańsk", "Łódź", "Świętochłowice", "Kraków", "Đà Nẵng", "Huế", "Thành phố Hồ Chí Minh", "臺北",
    "高雄",   "新竹"};
constexpr std::array<std::string_view, 8> kInterests = {
    "cooking", "writing", "reading", "biking", "góry", "ẩm thực", "攝影", "slow food"};
constexpr std::array<std::string_view, 6> kNotes = {
    "prefers mail",     "said \"call me later\"", "moved, new address",
    "dzwonić po 18:00", "khách hàng thân thiết",  "老客戶"};

/// The generator of SplitMix64: small, and its numbers are the same everywhere.
class Random {
 public:
  explicit Random(std::uint64_t& state) : state_(state) {}

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }
  /// A number from 0 to `bound` - 1.
  std::uint64_t below(std::uint64_t bound) { return next() % bound; }
  /// True in `percent` of a hundred cases.
  bool chance(std::uint64_t percent) { return below(100) < percent; }
  template <std::size_t N>
  std::string_view one_of(const std::array<std::string_view, N>& words) {
    return words[below(N)];
  }

 private:
  std::uint64_t& state_;
};

/// Makes one row after another at the end of a buffer.
class RowWriter {
 public:
  RowWriter(std::uint64_t& state, std::string& out) : random_(state), out_(out) {}

  void write(std::uint64_t number) {
    add_identifiers(number);
    add_texts(number);
    add_numbers();
    add_interests();
    add_goals();
    out_.back() = '\n';
  }

 private:
  void end_cell() { out_ += ','; }

  void add_cell(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
      out_ += text;
    } else {
      out_ += '"';
      for (const char c : text) out_.append(c == '"' ? 2 : 1, c);
      out_ += '"';
    }
    end_cell();
  }

  void append_digits(std::string& to, std::size_t count, std::string_view digits) {
    for (std::size_t i = 0; i < count; ++i) to += digits[random_.below(digits.size())];
  }

  void append_hash(std::string& to) { append_digits(to, 64, "0123456789abcdef"); }

  void append_device(std::string& to) {
    constexpr std::array<std::size_t, 5> kGroups = {8, 4, 4, 4, 12};
    for (const std::size_t length : kGroups) {
      append_digits(to, length, "0123456789ABCDEF");
      to += '-';
    }
    to.pop_back();
  }

  void add_identifiers(std::uint64_t number) {
    // Some identifiers are plain numbers with leading zeros, which must stay.
    std::array<char, 32> id{};
    std::snprintf(id.data(), id.size(), number % 10 == 0 ? "%010llu" : "crm%llu",
                  static_cast<unsigned long long>(number));
    add_cell(id.data());

    std::string hashes;
    if (!random_.chance(3)) append_hash(hashes);
    if (random_.chance(15) && !hashes.empty()) append_hash(hashes += ',');
    add_cell(hashes);

    std::string devices;
    if (!random_.chance(10)) append_device(devices);
    if (random_.chance(10) && !devices.empty()) append_device(devices += ',');
    add_cell(devices);

    std::string dmp;
    if (random_.chance(80)) append_digits(dmp, 24, "0123456789abcdefghijkmnpqrstuvwxyz");
    add_cell(dmp);
  }

  void add_texts(std::uint64_t number) {
    add_cell(random_.one_of(kNames));
    add_cell(random_.chance(5) ? "" : random_.one_of(kCities));
    std::string note;
    if (random_.chance(90)) note = random_.one_of(kNotes);
    if (number % 100 == 7) {
      note = random_.one_of(kNotes);
      note += random_.chance(10) ? "\r\n" : "\n";
      note += random_.one_of(kNotes);
    }
    add_cell(note);
  }

  void add_numbers() {
    std::string spending;
    if (random_.chance(1)) {
      append_digits(spending += '1', 22, "0123456789");
    } else if (!random_.chance(10)) {
      if (random_.chance(2)) spending += '-';
      spending += std::to_string(random_.below(10000));
      if (random_.chance(50)) append_digits(spending += '.', 2, "0123456789");
    }
    add_cell(spending);
    add_cell(random_.chance(20) ? "" : std::to_string(random_.below(500)));
  }

  void add_interests() {
    std::string interests;
    const std::uint64_t count = random_.below(6);
    for (std::uint64_t i = 0; i < count; ++i) {
      if (i > 0) interests += ',';
      interests += random_.one_of(kInterests);
    }
    add_cell(interests);
  }

  void add_goals() {
    constexpr int kBinaryGoals = 8;
    for (int i = 0; i < kBinaryGoals; ++i) {
      const std::uint64_t kind = random_.below(10);
      add_cell(kind < 4 ? "0" : kind < 8 ? "1" : "");
    }
    constexpr std::uint64_t kFirstTime = 1'500'000'000;
    constexpr std::uint64_t kTimes = 200'000'000;
    for (int i = 0; i < 2; ++i) {
      add_cell(random_.chance(50) ? "" : std::to_string(kFirstTime + random_.below(kTimes)));
    }
  }

  Random random_;
  std::string& out_;
};

}  // namespace

Customers::Customers(std::uint64_t seed) : random_state_(seed) {}

void Customers::append_header(std::string& out) {
  out += kHeader;
}

void Customers::append_row(std::string& out) {
  RowWriter(random_state_, out).write(++rows_);
}

}  // namespace crosswalk::bench
