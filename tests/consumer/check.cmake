# Installs the build into a folder of its own, builds the consumer against that and runs it.
#   cmake -DBUILD_DIR=… -DSOURCE_DIR=… -DWORK_DIR=… [-DCXX_FLAGS=…] -P check.cmake
file(REMOVE_RECURSE ${WORK_DIR})

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT result EQUAL 0)
    list(JOIN ARGN " " command)
    message(FATAL_ERROR "${command}\nfailed (${result}):\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

run(${CMAKE_COMMAND} --install ${BUILD_DIR} --prefix ${WORK_DIR}/prefix)
run(${CMAKE_COMMAND} -S ${SOURCE_DIR} -B ${WORK_DIR}/build -G Ninja
    -DCMAKE_PREFIX_PATH=${WORK_DIR}/prefix -DCMAKE_CXX_FLAGS=${CXX_FLAGS})
run(${CMAKE_COMMAND} --build ${WORK_DIR}/build)
run(${WORK_DIR}/build/consumer)
foreach(wanted "\"format\": \"entente-graph\"" "\"name\": \"Sergey Lavrov\""
        "\"type\": \"meets\"" "\"time\": \"2019-05-10\"")
  string(FIND "${output}" "${wanted}" found)
  if(found EQUAL -1)
    message(FATAL_ERROR "the consumer printed no ${wanted}:\n${output}")
  endif()
endforeach()
