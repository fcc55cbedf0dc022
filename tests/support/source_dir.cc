// See source_dir.h. The folder is that of the build.
#include "support/source_dir.h"

namespace crosswalk::tests {

std::filesystem::path source_dir() {
  return CROSSWALK_SOURCE_DIR;
}

}  // namespace crosswalk::tests
