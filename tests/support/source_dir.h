// Where the project's own files stand: examples, schemas, formats.
#ifndef CROSSWALK_TESTS_SUPPORT_SOURCE_DIR_H
#define CROSSWALK_TESTS_SUPPORT_SOURCE_DIR_H

#include <filesystem>

namespace crosswalk::tests {

/// The project's folder. A function of one file, so that what a clone's folder is called is
/// compiled once and compiler caches serve all clones.
std::filesystem::path source_dir();

}  // namespace crosswalk::tests

#endif  // CROSSWALK_TESTS_SUPPORT_SOURCE_DIR_H
