set(consumer_flags "")
if(ENTENTE_SANITIZE)
  set(consumer_flags "-fsanitize=address,undefined")
endif()
add_test(NAME "consumer: an installed library builds and runs in another project"
  COMMAND ${CMAKE_COMMAND} -DBUILD_DIR=${PROJECT_BINARY_DIR}
          -DSOURCE_DIR=${CMAKE_CURRENT_LIST_DIR} -DWORK_DIR=${PROJECT_BINARY_DIR}/consumer
          "-DCXX_FLAGS=${consumer_flags}" -P ${CMAKE_CURRENT_LIST_DIR}/check.cmake)
add_test(NAME "consumer: the README shows the example as it is compiled"
  COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR}
          -P ${CMAKE_CURRENT_LIST_DIR}/readme.cmake)
