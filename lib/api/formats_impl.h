// What Formats holds: the loaded library and the compiled program of each format.
//
// A copy shares definitions and programs, so adding a folder works on a copy that takes the place
// of the old one only when everything in it loads and compiles. Programs point into their
// definition, so each keeps its own alive even where a folder replaces a format of the same name.
// Test: tests/api/formats_test.cc.
#ifndef CROSSWALK_API_FORMATS_IMPL_H
#define CROSSWALK_API_FORMATS_IMPL_H

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "check/program.h"
#include "crosswalk/formats.h"
#include "format/library.h"

namespace crosswalk {

struct Formats::Impl {
  /// A program, and the format that it points into: one that was replaced lives on with it.
  struct Compiled {
    std::shared_ptr<const format::Definition> definition;
    std::shared_ptr<const check::Program> program;
  };

  format::Library library;
  std::map<const format::Definition*, Compiled> programs;

  /// Compiles the formats that have no program yet. Errors: kUsage with file, line and column.
  Status compile();
};

namespace api {

/// `unknown format "x"; did you mean "y" or "z"?`
Error unknown_format(const format::Library& library, std::string_view name);
/// The same of a rule.
Error unknown_rule(const format::Library& library, std::string_view name);
/// `a, b or c`, each in quotes.
std::string either(const std::vector<std::string>& names);

}  // namespace api
}  // namespace crosswalk

#endif  // CROSSWALK_API_FORMATS_IMPL_H
