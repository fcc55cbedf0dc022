// A run over texts of the made-up shop, and all that came of it.
#ifndef CROSSWALK_TESTS_SUPPORT_SHOP_RUN_H
#define CROSSWALK_TESTS_SUPPORT_SHOP_RUN_H

#include <optional>
#include <string>
#include <vector>

#include "pipeline/run.h"
#include "support/memory_output.h"
#include "support/shop_format.h"

namespace crosswalk::tests {

/// What to run.
struct ShopRun {
  std::string layout = "csv";
  std::string target;  ///< empty: the run only validates
  ReadOptions options;
  pipeline::Conversion conversion;
  std::string operation;

  MemoryOutput output;
  KeptFindings kept;
  std::optional<RunResult> result;
  std::string error;

  /// Reads `texts` as one input, named `a`, `b`, ...
  void run(const ShopFormat& shop, const std::vector<std::string>& texts) {
    pipeline::RunSetup setup;
    setup.rules = &shop.rules;
    setup.policy = &shop.policy;
    setup.definition = shop.definition.get();
    setup.layout = shop.definition->layout(layout);
    setup.program = shop.program.get();
    setup.operation = operation.empty() ? nullptr : shop.definition->operation(operation);
    setup.options = &options;
    pipeline::Run run(setup, kept.sink());
    if (!target.empty()) {
      conversion.target = shop.definition->layout(target);
      conversion.output = &output;
      run.convert_to(conversion);
    }
    for (std::size_t i = 0; i < texts.size() && !run.is_done(); ++i) {
      auto source = memory_source(texts[i], std::string(1, static_cast<char>('a' + i)));
      const Status status = run.read(*source);
      if (!status.ok()) error = status.error().message;
      if (!status.ok()) return;
    }
    Result<RunResult> finished = run.finish();
    if (finished.ok()) {
      result = std::move(finished).value();
    } else {
      error = finished.error().message;
    }
  }

  [[nodiscard]] const Summary& summary() const { return result->summary; }
};

}  // namespace crosswalk::tests

#endif  // CROSSWALK_TESTS_SUPPORT_SHOP_RUN_H
