# Libraries from the system's packages. Nothing is downloaded. All that is missing is told at once,
# each with the command that installs it.
find_package(PkgConfig)
set(crosswalk_missing "")

# crosswalk_need(NAME FOUND PACKAGE...): notes NAME as missing unless FOUND is true.
macro(crosswalk_need name found)
  if(NOT ${found})
    string(REPLACE ";" " " crosswalk_packages "${ARGN}")
    string(APPEND crosswalk_missing "\n  ${name}: apt-get install ${crosswalk_packages}")
  endif()
endmacro()

# crosswalk_pkg(PREFIX MODULE PACKAGE): a pkg-config module as the target PkgConfig::PREFIX.
macro(crosswalk_pkg prefix module package)
  if(PKG_CONFIG_FOUND)
    pkg_check_modules(${prefix} QUIET IMPORTED_TARGET GLOBAL ${module})
  endif()
  crosswalk_need(${module} "${prefix}_FOUND" ${package})
endmacro()

crosswalk_need(pkg-config PKG_CONFIG_FOUND pkg-config)
crosswalk_pkg(RE2 re2 libre2-dev)
crosswalk_pkg(ICU icu-i18n libicu-dev)
crosswalk_pkg(NETTLE nettle nettle-dev)
crosswalk_pkg(SIMDJSON simdjson libsimdjson-dev)
crosswalk_pkg(PUGIXML pugixml libpugixml-dev)
crosswalk_pkg(ISAL libisal libisal-dev)
crosswalk_pkg(ZSTD libzstd libzstd-dev)
find_package(Threads REQUIRED)

find_path(CROSSWALK_RAPIDJSON_INCLUDE_DIR rapidjson/document.h)
crosswalk_need(RapidJSON CROSSWALK_RAPIDJSON_INCLUDE_DIR rapidjson-dev)

# valijson is headers only, but its package pulls in Qt: its headers may be unpacked beside the
# source instead of being installed.
find_path(CROSSWALK_VALIJSON_INCLUDE_DIR valijson/validator.hpp
          HINTS ${PROJECT_SOURCE_DIR}/.deps/valijson/usr/include)
if(NOT CROSSWALK_VALIJSON_INCLUDE_DIR)
  string(APPEND crosswalk_missing
    "\n  valijson: mkdir -p .deps && apt-get download libvalijson-dev && dpkg -x libvalijson-dev_*.deb .deps/valijson"
    " (or set CROSSWALK_VALIJSON_INCLUDE_DIR)")
endif()

if(CROSSWALK_BUILD_COMMAND OR CROSSWALK_BUILD_TESTS)
  crosswalk_pkg(FMT fmt libfmt-dev)
endif()

if(CROSSWALK_BUILD_COMMAND)
  find_path(CROSSWALK_CLI11_INCLUDE_DIR CLI/CLI.hpp)
  crosswalk_need(CLI11 CROSSWALK_CLI11_INCLUDE_DIR libcli11-dev)
endif()

if(CROSSWALK_BUILD_TESTS)
  find_package(GTest QUIET)
  crosswalk_need(GoogleTest GTest_FOUND libgtest-dev libgmock-dev)
  find_path(CROSSWALK_FCCP_INCLUDE_DIR libfccp/csv.h)
  crosswalk_need(fast-cpp-csv-parser CROSSWALK_FCCP_INCLUDE_DIR libfccp-dev)
  find_path(CROSSWALK_SCHEMA_SUITE_DIR draft7/type.json
            PATHS /usr/share/json-schema-test-suite/tests /usr/share/json-schema-test-suite)
  crosswalk_need(JSON-Schema-Test-Suite CROSSWALK_SCHEMA_SUITE_DIR json-schema-test-suite)
  find_file(CROSSWALK_META_SCHEMA jsonschema/schemas/draft7.json PATHS /usr/lib/python3/dist-packages)
  crosswalk_need("meta-schema of draft-07" CROSSWALK_META_SCHEMA python3-jsonschema)
  find_package(Python3 QUIET COMPONENTS Interpreter)
  crosswalk_need(Python Python3_FOUND python3)
endif()

if(CROSSWALK_BUILD_BENCH)
  find_package(benchmark QUIET)
  crosswalk_need("Google Benchmark" benchmark_FOUND libbenchmark-dev)
endif()

if(crosswalk_missing)
  message(FATAL_ERROR "crosswalk needs what is missing here:${crosswalk_missing}\n"
                      "All of it at once: ${PROJECT_SOURCE_DIR}/tools/install-deps")
endif()
