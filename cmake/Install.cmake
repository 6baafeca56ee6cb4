# What `cmake --install` puts where: the program with its manual and completions, and the library
# as a package, so that another project needs two lines:
#   find_package(entente 0.1 REQUIRED)
#   target_link_libraries(my_program PRIVATE entente::extract entente::export)
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/entente)

install(TARGETS entente DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS entente_base entente_graph entente_extract entente_export
        EXPORT entente-targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(EXPORT entente-targets NAMESPACE entente:: DESTINATION ${package_dir})

# Every folder is an include root in the sources, and so is include/entente: headers keep the names
# by which they include each other.
foreach(folder base graph extract export)
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/${folder}
          DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/entente
          FILES_MATCHING PATTERN "*.h" PATTERN tables EXCLUDE)
endforeach()

configure_package_config_file(
  ${PROJECT_SOURCE_DIR}/cmake/entente-config.cmake.in
  ${PROJECT_BINARY_DIR}/entente-config.cmake
  INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(
  ${PROJECT_BINARY_DIR}/entente-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/entente-config.cmake
              ${PROJECT_BINARY_DIR}/entente-config-version.cmake
        DESTINATION ${package_dir})

install(FILES ${PROJECT_SOURCE_DIR}/man/entente.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${PROJECT_SOURCE_DIR}/completions/entente.bash
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME entente)
install(FILES ${PROJECT_SOURCE_DIR}/completions/_entente
        DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/models DESTINATION ${CMAKE_INSTALL_DATADIR}/entente
        FILES_MATCHING PATTERN "*.model" PATTERN "*.json" PATTERN "*.md")
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
