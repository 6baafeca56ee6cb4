add_test(NAME "manual: manual page and completions tell every verb and option"
  COMMAND bash ${CMAKE_CURRENT_LIST_DIR}/manual_test.sh $<TARGET_FILE:entente> ${PROJECT_SOURCE_DIR})
