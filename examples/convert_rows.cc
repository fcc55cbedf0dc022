// Converts rows in memory, without a file: bytes in through a Source, bytes out through callbacks.
//
// An Output is told when a body begins, gets its bytes, and is told when it is whole. Here bodies
// are kept as strings, as a program would do that sends each as one request; split_records = 2
// makes two of them. A record with errors is left out (keep_going) and handed to reject().
#include <crosswalk/crosswalk.h>

#include <cinttypes>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace {

using crosswalk::Part;
using crosswalk::Status;

class Requests : public crosswalk::Output {
 public:
  Status begin_part(std::uint64_t /*number*/) override {
    bodies.emplace_back();
    return {};
  }
  Status write(std::string_view bytes) override {
    bodies.back() += bytes;
    return {};
  }
  Status end_part(const Part& part) override {
    std::printf("request %" PRIu64 ": %" PRIu64 " records\n%s\n", part.number, part.records,
                bodies.back().c_str());
    return {};
  }
  Status reject(std::uint64_t record, std::string_view /*bytes*/, bool /*readable*/) override {
    std::printf("record %" PRIu64 " is left out\n", record);
    return {};
  }
  Status reject_frame(std::string_view, std::string_view, std::string_view) override { return {}; }

  std::vector<std::string> bodies;
};

constexpr std::string_view kRows =
    "customuid,txt_city,num_spending\n"
    "crm001,Gdańsk,369.60\n"
    "crm002,Đà Nẵng,1200\n"
    "crm003,臺北,many\n"
    "crm004,Łódź,\n";

int fail(const crosswalk::Error& error) {
  std::fprintf(stderr, "convert_rows: %s\n", error.message.c_str());
  return 1;
}

}  // namespace

int main() {
  auto formats = crosswalk::Formats::embedded();
  if (!formats) return fail(formats.error());

  crosswalk::ConvertOptions options;
  options.read.from = "aixon/customers:csv";
  options.to = "aixon/customers:json";
  options.split_records = 2;
  options.keep_going = true;

  const std::unique_ptr<crosswalk::Source> rows = crosswalk::memory_source(kRows, "rows");
  crosswalk::Source* const sources[] = {rows.get()};
  Requests requests;
  auto result = crosswalk::convert(formats.value(), sources, options, requests,
                                   [](const crosswalk::Finding& finding) {
                                     std::printf("%s\n", finding.message.c_str());
                                     return true;
                                   });
  if (!result) return fail(result.error());
  return result.value().records_out == 3 && requests.bodies.size() == 2 ? 0 : 1;
}
