// A table of the made-up shop, opened and bound: its head and all its batches.
#ifndef CROSSWALK_TESTS_SUPPORT_SHOP_TABLE_H
#define CROSSWALK_TESTS_SUPPORT_SHOP_TABLE_H

#include <memory>
#include <string>
#include <vector>

#include "check/table.h"
#include "conversion/plan.h"
#include "crosswalk/stream.h"
#include "layout/reader.h"
#include "pipeline/batch_job.h"
#include "support/shop_format.h"

namespace crosswalk::tests {

/// Reads `text` in blocks of `block_bytes`.
struct ShopTable {
  ShopTable(const ShopFormat& shop, const std::string& layout_name, std::string text,
            std::size_t block_bytes)
      : bytes(std::move(text)), layout(*shop.definition->layout(layout_name)) {
    auto source = memory_source(bytes, "shop");
    layout::ReadOptions options;
    options.block_bytes = block_bytes;
    options.rules = &shop.rules;
    options.policy = &shop.policy;
    auto reader = layout::open_reader(layout, *source, options);
    EXPECT_TRUE(reader->open(head).value());
    findings = head.findings;
    check::BindOptions bind_options;
    bind_options.policy = &shop.policy;
    program = check::TableProgram::bind(*shop.program, *shop.definition, shop.rules, layout, head,
                                        bind_options, findings)
                  .value();
    for (bool has_more = true; has_more;) {
      has_more = reader->next(batches.emplace_back()).value();
    }
  }

  /// A plan to write this table as `target`.
  [[nodiscard]] conversion::TablePlan plan_to(const format::Layout& target) const {
    std::vector<conversion::PlanColumn> columns;
    for (std::size_t i = 0; i < head.columns.size(); ++i)
      columns.push_back({head.columns[i].name, program->column_as(i)});
    return conversion::TablePlan::compile(columns, {&layout, &target, format::Missing::kEmpty})
        .value();
  }

  std::string bytes;
  const format::Layout& layout;
  record::Head head;
  std::vector<diagnostics::RawFinding> findings;  // of the head
  std::shared_ptr<const check::TableProgram> program;
  std::vector<record::Batch> batches;
};

}  // namespace crosswalk::tests

#endif  // CROSSWALK_TESTS_SUPPORT_SHOP_TABLE_H
