# cmake --install: library, headers, command, schemas, and what find_package and pkg-config need.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(crosswalk_config_dir ${CMAKE_INSTALL_LIBDIR}/cmake/crosswalk)
set(crosswalk_config_build ${PROJECT_BINARY_DIR}/config)

# A static library leaves its own dependencies to the program that links it.
set(crosswalk_pkg_modules "re2 icu-i18n nettle simdjson pugixml libisal libzstd")
file(RELATIVE_PATH crosswalk_up_to_prefix
     ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})

install(TARGETS crosswalk EXPORT crosswalkTargets
        LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/lib/include/crosswalk
        DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN *.h)
install(FILES ${PROJECT_BINARY_DIR}/include/crosswalk/version.h
        DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/crosswalk)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/schemas DESTINATION ${CMAKE_INSTALL_DATADIR}/crosswalk)
if(TARGET crosswalk_cli)
  install(TARGETS crosswalk_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()

install(EXPORT crosswalkTargets NAMESPACE crosswalk:: DESTINATION ${crosswalk_config_dir})
configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/crosswalkConfig.cmake.in
  ${crosswalk_config_build}/crosswalkConfig.cmake INSTALL_DESTINATION ${crosswalk_config_dir})
write_basic_package_version_file(${crosswalk_config_build}/crosswalkConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
configure_file(${PROJECT_SOURCE_DIR}/cmake/crosswalk.pc.in ${crosswalk_config_build}/crosswalk.pc @ONLY)
install(FILES ${crosswalk_config_build}/crosswalkConfig.cmake
              ${crosswalk_config_build}/crosswalkConfigVersion.cmake
        DESTINATION ${crosswalk_config_dir})
install(FILES ${crosswalk_config_build}/crosswalk.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
