// The only file that knows valijson and RapidJSON.
//
// Both are set up so that nothing ends the process: errors are exceptions, and asserts
// throw. RapidJSON stands in a namespace of its own here, because other files may use it with other
// asserts. A text is first read by our own parser: it limits depth and tells the longest string.
//   schema {"$ref":"#/definitions/a", ...}: how a schema inside a file is used by itself
// Does not work: remote `$ref`. Test: tests/check/reference_test.cc.
#include "check/reference.h"

#include <stdexcept>

#define RAPIDJSON_NAMESPACE rapidjson
#define RAPIDJSON_NAMESPACE_BEGIN \
  namespace rapidjson {           \
  inline namespace reference {
#define RAPIDJSON_NAMESPACE_END \
  }                             \
  }
#define RAPIDJSON_ASSERT(holds) \
  ((holds) ? static_cast<void>(0) : throw std::logic_error("RapidJSON: " #holds))

// The adapter would put its own slow assert in the place of ours where exceptions are on, so it
// comes between the two.
#define VALIJSON_USE_EXCEPTIONS 1
#include <valijson/exceptions.hpp>
#undef VALIJSON_USE_EXCEPTIONS
#include <valijson/adapters/rapidjson_adapter.hpp>
#define VALIJSON_USE_EXCEPTIONS 1
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "json/parser.h"

namespace crosswalk::check {
namespace {

using valijson::adapters::RapidJsonAdapter;

constexpr std::uint32_t kMaxDepth = 64;
constexpr std::uint32_t kLongestText = 8 * 1024;

bool is_safe(std::string_view text) {
  json::Tape tape;
  std::vector<json::Fault> faults;
  json::ParseOptions options;
  options.max_depth = kMaxDepth;
  if (!json::parse(text, options, tape, faults)) return false;
  for (const json::Token& token : tape.tokens) {
    const bool is_text = token.kind == json::Kind::kString || token.kind == json::Kind::kName;
    if (is_text && token.end - token.begin > kLongestText) return false;
  }
  return true;
}

// `<root>`, `["data"]`, `[1]` as valijson writes them, to /data/1.
std::string to_pointer(const std::vector<std::string>& context) {
  std::string pointer;
  for (const std::string& step : context) {
    if (step.size() < 2 || step.front() != '[') continue;
    pointer += '/';
    for (const char c : std::string_view(step).substr(1, step.size() - 2)) {
      if (c == '"') continue;
      pointer += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    }
  }
  return pointer;
}

}  // namespace

struct ReferenceEngine::Impl {
  rapidjson::Document document;
  valijson::Schema schema;
};

ReferenceEngine::ReferenceEngine(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ReferenceEngine::~ReferenceEngine() = default;

Result<std::unique_ptr<ReferenceEngine>> ReferenceEngine::compile(std::string_view schema_text,
                                                                  std::string_view record) {
  auto impl = std::make_unique<Impl>();
  try {
    rapidjson::Document& document = impl->document;
    document.Parse<rapidjson::kParseIterativeFlag>(schema_text.data(), schema_text.size());
    if (document.HasParseError()) return Error{ErrorKind::kUsage, "the schema is no JSON"};
    if (!record.empty()) {
      const std::string reference = '#' + std::string(record);
      document.AddMember("$ref", rapidjson::Value(reference.c_str(), document.GetAllocator()),
                         document.GetAllocator());
    }
    valijson::SchemaParser(valijson::SchemaParser::kDraft7)
        .populateSchema(RapidJsonAdapter(document), impl->schema);
  } catch (const std::exception& failure) {
    return Error{ErrorKind::kUsage, std::string("the reference engine: ") + failure.what()};
  }
  return std::unique_ptr<ReferenceEngine>(new ReferenceEngine(std::move(impl)));
}

ReferenceVerdict ReferenceEngine::check(std::string_view json_text,
                                        std::vector<ReferenceFailure>& failures) const {
  if (!is_safe(json_text)) return ReferenceVerdict::kNotJudged;
  try {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag>(
        json_text.data(), json_text.size());
    if (document.HasParseError()) return ReferenceVerdict::kNotJudged;
    valijson::ValidationResults results;
    valijson::Validator validator;
    if (validator.validate(impl_->schema, RapidJsonAdapter(document), &results)) {
      return ReferenceVerdict::kValid;
    }
    for (const auto& result : results) {
      failures.push_back({to_pointer(result.context), result.description});
    }
    return ReferenceVerdict::kInvalid;
  } catch (const std::exception&) {
    return ReferenceVerdict::kNotJudged;
  }
}

}  // namespace crosswalk::check
