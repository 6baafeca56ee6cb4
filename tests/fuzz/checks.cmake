# The fuzz target, run over its corpus and over texts made of it: the same ones every time. With
# -DENTENTE_FUZZ=ON -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_CXX_FLAGS=-fsanitize=fuzzer-no-link
# it becomes a libFuzzer program that looks for new ones.
option(ENTENTE_FUZZ "Build the fuzz target for libFuzzer (needs clang)" OFF)
set(here ${CMAKE_CURRENT_LIST_DIR})
file(GLOB corpus CONFIGURE_DEPENDS ${here}/corpus/*.txt ${PROJECT_SOURCE_DIR}/samples/*.txt)

add_executable(fuzz_analyze ${here}/analyze.cc)
target_link_libraries(fuzz_analyze PRIVATE entente_options entente::extract)
if(ENTENTE_FUZZ)
  target_link_options(fuzz_analyze PRIVATE -fsanitize=fuzzer)
else()
  target_sources(fuzz_analyze PRIVATE ${here}/replay.cc)
  add_test(NAME "fuzz: analysis keeps its promises for any bytes"
    COMMAND fuzz_analyze 400 ${corpus})
endif()
