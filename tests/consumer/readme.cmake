# The library example of the README is the program that is compiled and run here.
#   cmake -DROOT=… -P readme.cmake
file(READ ${ROOT}/README.md readme)
file(READ ${ROOT}/tests/consumer/main.cc example)
string(FIND "${readme}" "```cpp\n${example}```" found)
if(found EQUAL -1)
  message(FATAL_ERROR "README.md does not show tests/consumer/main.cc as it is")
endif()
