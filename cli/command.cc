// The table of commands: see command.h.
#include "command.h"

namespace crosswalk::cli {
namespace {

constexpr Command kCommands[] = {
    {kValidate, "validate", "check files against a format",
     "[--from FORMAT[:LAYOUT]] [options] [FILE...]",
     "Checks each FILE and tells every defect with its place. Without a FILE, or with -, standard "
     "input is read. A folder of parts is checked as one input by its manifest.json.",
     "crosswalk validate customers.csv\n"
     "crosswalk validate --report-format jsonl --max-findings 0 *.csv > findings.jsonl\n"
     "crosswalk validate --operation update --columns-of first.csv second.csv",
     run_validate},
    {kConvert, "convert", "write files in another format or layout",
     "--to FORMAT[:LAYOUT] [--from FORMAT[:LAYOUT]] [options] [FILE...] [-o OUT]",
     "Reads the FILEs as one input and writes it anew. What has errors is not written: without "
     "--rejects an error ends the conversion, and OUT stays as it was. A folder as OUT receives "
     "parts that each fit into one request, and a manifest.json.",
     "crosswalk convert --to FORMAT:json customers.csv -o customers.json\n"
     "crosswalk convert --to FORMAT:json customers.csv -o parts/\n"
     "crosswalk convert --to FORMAT --rejects rejects.csv customers.csv -o customers.json",
     run_convert},
    {kRepair, "repair", "mend what is wrong in a known way",
     "[--from FORMAT[:LAYOUT]] [options] [FILE] [-o OUT]",
     "Reads FILE tolerantly and writes it as it should be, in the same format and layout. Each "
     "repair is told as a warning; nothing else is changed. What cannot be mended safely stays an "
     "error: then there is no output, and the exit code is 1.",
     "crosswalk repair customers.json -o mended.json\n"
     "crosswalk repair --unsafe --from FORMAT:csv customers.csv -o mended.csv",
     run_repair},
    {kDetect, "detect", "say what a file is", "[FILE...]",
     "Tells format and layout of each FILE, with the evidence, from its first bytes.",
     "crosswalk detect customers.csv", run_detect},
    {kFormats, "formats", "list, show, check and draft formats",
     "list | show FORMAT | check DIR | draft SAMPLE --name VENDOR/NAME -o DIR/",
     "list: the known formats. show: fields, layouts, limits and requests of one. check: whether "
     "a folder of formats loads, and whether its examples pass and fail as they should. draft: "
     "writes the schema of an export of your own from a sample of it, for you to go on with.",
     "crosswalk formats list\n"
     "crosswalk formats show FORMAT\n"
     "crosswalk formats check my-formats/\n"
     "crosswalk formats draft export.csv --name crm/customers -o my-formats/",
     run_formats},
    {kExplain, "explain", "say what a rule means", "RULE",
     "Tells what a rule means, shows an example, and says how to mend it.",
     "crosswalk explain csv.row-width", run_explain},
};

}  // namespace

std::span<const Command> commands() {
  return kCommands;
}

const Command* find_command(std::string_view name) {
  for (const Command& command : kCommands) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

}  // namespace crosswalk::cli
