// Findings at the parameters of a form, as edits.
#include "mending/form.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/forms.h"

namespace crosswalk::mending {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class FormEdits : public testing::Test {
 protected:
  FormEdits() : layout_(tests::form_layout(rules_)) {}

  // The edits for a finding at `found`, which stands in `text` once.
  std::vector<Edit> edits(std::string_view text, std::string_view found,
                          const format::Repair& repair, std::string_view by = {}) {
    diagnostics::RawFinding finding;
    finding.offset = static_cast<std::uint32_t>(text.find(found));
    finding.length = static_cast<std::uint32_t>(found.size());
    return edits_for(finding, {&repair, by, {}}, {text, columns_, layout_});
  }
  // The form with its columns numbered anew; they stand where `values` do, in that order.
  std::string renumbered(std::string_view text, const std::vector<std::string>& values) {
    for (const std::string& value : values)
      columns_.push_back({value, static_cast<std::uint32_t>(text.find(value)), 1, true});
    Splice splice;
    for (Edit& edit : edits(text, "h", {format::RepairKind::kRenumber, {}}))
      EXPECT_TRUE(splice.add(std::move(edit)));
    return splice.apply(text);
  }

  diagnostics::RuleCatalog rules_;
  format::Layout layout_;
  std::vector<record::Column> columns_;
};

TEST_F(FormEdits, DecodeAValueAndEncodeItAgain) {
  const format::Repair words{format::RepairKind::kTable, {{"|", "pipe"}, {"a b", "c d"}}};
  EXPECT_THAT(edits("by=%7C&rows=", "%7C", words), ElementsAre(Edit{3, 6, "pipe"}));
  EXPECT_THAT(edits("by=a+b&rows=", "a+b", words), ElementsAre(Edit{3, 6, "c+d"}));
  const format::Repair rejoin{format::RepairKind::kRejoin, {}};
  EXPECT_THAT(edits("to=1,2%2C3", "1,2%2C3", rejoin, "|,|"),
              ElementsAre(Edit{3, 10, "1%7C%2C%7C2%7C%2C%7C3"}));
}

TEST_F(FormEdits, AreNoneWhereNothingIsMeant) {
  const format::Repair words{format::RepairKind::kTable, {{"|", "pipe"}}};
  EXPECT_THAT(edits("by=%3B", "%3B", words), IsEmpty());
  EXPECT_THAT(edits("by=%7C", "", words), IsEmpty());
}

TEST_F(FormEdits, NumberColumnsInTheirOrder) {
  EXPECT_EQ(renumbered("h3=a&x=1&h7=b", {"a", "b"}), "h1=a&x=1&h2=b");
}

TEST_F(FormEdits, NumberColumnsThatStandInAnyOrder) {
  EXPECT_EQ(renumbered("h9=b&h0=a&h1=c", {"a", "c", "b"}), "h3=b&h1=a&h2=c");
}

TEST_F(FormEdits, KeepTheBytesOfNumbersThatAreRight) {
  EXPECT_EQ(renumbered("%681=a&%683=b", {"a", "b"}), "%681=a&h2=b");
}

TEST_F(FormEdits, LeaveNumbersThatAreWrittenWrongly) {
  EXPECT_EQ(renumbered("h02=a&h3=b", {"a", "b"}), "h02=a&h3=b");
  EXPECT_EQ(renumbered("h2x=a", {"a"}), "h2x=a");
  EXPECT_EQ(renumbered("h12345678901234567890=b", {"b"}), "h12345678901234567890=b");
}

TEST_F(FormEdits, NumberAColumnBehindAByteOrderMark) {
  EXPECT_EQ(renumbered("\xEF\xBB\xBFh2=a", {"a"}), "\xEF\xBB\xBFh1=a");
}

}  // namespace
}  // namespace crosswalk::mending
