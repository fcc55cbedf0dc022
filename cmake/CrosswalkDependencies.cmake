# Libraries from the system's packages. Nothing is downloaded; what is missing is named with the command that installs it.
include(FindPkgConfig)

function(crosswalk_require package module)
  pkg_check_modules(${package} IMPORTED_TARGET GLOBAL ${module})
  if(NOT ${package}_FOUND)
    message(FATAL_ERROR "crosswalk needs ${module}. Install it with: apt-get install ${ARGN}")
  endif()
endfunction()

crosswalk_require(RE2 re2 libre2-dev)
crosswalk_require(ICU icu-i18n libicu-dev)
crosswalk_require(CRYPTO libcrypto libssl-dev)
crosswalk_require(SIMDJSON simdjson libsimdjson-dev)
crosswalk_require(FMT fmt libfmt-dev)

find_path(CROSSWALK_VALIJSON_INCLUDE_DIR valijson/validator.hpp
          HINTS ${PROJECT_SOURCE_DIR}/.deps/valijson/usr/include)
find_path(CROSSWALK_RAPIDJSON_INCLUDE_DIR rapidjson/document.h)
