# Checks of the program as a process.
add_test(NAME "cli: signals, terminals and standard streams"
  COMMAND /usr/bin/python3 ${CMAKE_CURRENT_LIST_DIR}/process_test.py $<TARGET_FILE:entente>
          ${PROJECT_SOURCE_DIR}/samples)
