// crosswalk: validate and convert customer data by schemas. This header brings in the whole public
// interface.
#ifndef CROSSWALK_CROSSWALK_H
#define CROSSWALK_CROSSWALK_H

#include "crosswalk/draft.h"
#include "crosswalk/finding.h"
#include "crosswalk/formats.h"
#include "crosswalk/loss.h"
#include "crosswalk/outputs.h"
#include "crosswalk/result.h"
#include "crosswalk/run.h"
#include "crosswalk/stream.h"
#include "crosswalk/version.h"

#endif  // CROSSWALK_CROSSWALK_H
