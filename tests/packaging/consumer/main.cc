// A program of somebody else, which knows the installed tree and nothing more: it checks two rows
// in memory and ends with 0 if exactly the empty key of the second is told.
#include <crosswalk/crosswalk.h>

#include <cstdio>
#include <string>

int main() {
  auto formats = crosswalk::Formats::embedded();
  if (!formats) return 1;

  const std::string csv = "customuid,txt_city\ncrm001,Hu\xE1\xBA\xBF\n,Hu\xE1\xBA\xBF\n";
  const auto source = crosswalk::memory_source(csv, "memory");
  crosswalk::ValidateOptions options;
  options.read.from = "aixon/customers:csv";

  std::string rules;
  auto result = crosswalk::validate(formats.value(), *source, options,
                                    [&rules](const crosswalk::Finding& finding) {
                                      rules += finding.rule + " ";
                                      return true;
                                    });
  if (!result) return 1;
  std::printf("crosswalk %s: %s\n", CROSSWALK_VERSION, rules.c_str());
  return rules == "aixon.customuid-empty " ? 0 : 1;
}
