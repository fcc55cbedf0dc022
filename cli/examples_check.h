// crosswalk formats check: a folder of formats loads, and its examples do what they say.
//
// Examples stand below a folder `examples`. Beside one may stand what it gives (expectation.h):
// NAME.expected.jsonl, and for other options NAME.VARIANT.expected.jsonl. An example without that
// must be without errors in a folder `pass`, and have one in a folder `fail`. It is read as the
// format that a folder below `examples` names, else as the vendor's only one, or the one whose name
// its own name begins with, or as what it looks like:
//   shop/orders.schema.json  shop/examples/orders/pass/two-lines.csv   ->   read as shop/orders
//   shop/orders.schema.json  shop/examples/pass/orders-two-lines.csv   ->   read as shop/orders
// Test: tests/cli/command_test.py.
#ifndef CROSSWALK_CLI_EXAMPLES_CHECK_H
#define CROSSWALK_CLI_EXAMPLES_CHECK_H

#include <string>

#include "session.h"

namespace crosswalk::cli {

/// Checks the folder and prints what was done. A folder that does not load is wrong use; examples
/// that do otherwise than they say are findings.
void check_folder(Session& session, const std::string& folder);

}  // namespace crosswalk::cli

#endif  // CROSSWALK_CLI_EXAMPLES_CHECK_H
