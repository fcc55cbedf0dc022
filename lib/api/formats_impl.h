// What Formats holds: the library, and the compiled program of each format that was asked for.
//
// A copy shares definitions and programs, so adding a folder works on a copy that takes the place
// of the old one only when everything in it loads and compiles. Programs point into their
// definition, so each keeps its own alive even where a folder replaces a format of the same name.
// Formats inside the binary are compiled when a run first needs them.
// Test: tests/api/formats_test.cc.
#ifndef CROSSWALK_API_FORMATS_IMPL_H
#define CROSSWALK_API_FORMATS_IMPL_H

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "check/program.h"
#include "crosswalk/formats.h"
#include "format/library.h"

namespace crosswalk {

/// Programs by format.
/// Threads: any number.
class Programs {
 public:
  /// The program of a format, compiled if nobody asked before. It lives as long as this. Errors:
  /// kUsage with file, line and column.
  Result<const check::Program*> of(std::shared_ptr<const format::Definition> definition,
                                   const diagnostics::RuleCatalog& rules);

 private:
  /// A program, and the format that it points into: one that was replaced lives on with it.
  struct Compiled {
    std::shared_ptr<const format::Definition> definition;
    std::shared_ptr<const check::Program> program;
  };

  std::mutex mutex_;
  std::map<const format::Definition*, Compiled> compiled_;
};

struct Formats::Impl {
  format::Library library;
  std::shared_ptr<Programs> programs = std::make_shared<Programs>();  // shared by copies

  /// Compiles the formats that were added. Errors: kUsage with file, line and column.
  [[nodiscard]] Status compile_added() const;
  /// The program of a format of the library. Errors: as Programs::of.
  [[nodiscard]] Result<const check::Program*> program_of(const format::Definition& format) const {
    return programs->of(library.hold(format.name), library.rules());
  }
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
