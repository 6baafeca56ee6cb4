# What the export tests need beside *_test.cc, and checks by programs that are not ours.
target_sources(export_tests PRIVATE export/graphs.cc export/golden.cc)

add_executable(export_files export/write_files.cc export/graphs.cc)
target_link_libraries(export_files PRIVATE entente::export entente_options)
target_include_directories(export_files PRIVATE ${PROJECT_SOURCE_DIR})

set(files ${CMAKE_CURRENT_BINARY_DIR}/export_files.d)
add_test(NAME "export: write files for other programs" COMMAND export_files ${files})
add_test(NAME "export: python3 reads the JSON and its schema"
  COMMAND /usr/bin/python3 ${CMAKE_CURRENT_LIST_DIR}/check_json.py ${files}
          ${PROJECT_SOURCE_DIR}/samples)
set_tests_properties("export: write files for other programs" PROPERTIES
  FIXTURES_SETUP export_files)
add_test(NAME "export: dot -Tcanon reads the DOT"
  COMMAND /usr/bin/python3 ${CMAKE_CURRENT_LIST_DIR}/check_dot.py ${files})
set_tests_properties("export: python3 reads the JSON and its schema"
                     "export: dot -Tcanon reads the DOT" PROPERTIES
  FIXTURES_REQUIRED export_files)
