// A format told for people and programs: what `formats show` prints.
#ifndef CROSSWALK_FORMAT_DESCRIBE_H
#define CROSSWALK_FORMAT_DESCRIBE_H

#include "crosswalk/formats.h"
#include "format/definition.h"

namespace crosswalk::format {

/// Everything of `definition` that its users ask for: layouts, fields of a record, requests, rules.
/// Fields come in the file's order, named ones first; patterns that say nothing but that a name is
/// known are left out. Cost: linear in the schema.
FormatInfo describe(const Definition& definition);

}  // namespace crosswalk::format

#endif  // CROSSWALK_FORMAT_DESCRIBE_H
