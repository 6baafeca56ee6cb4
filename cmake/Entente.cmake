# What every target of the project shares: warnings, sanitizers, include roots.

find_program(ENTENTE_CCACHE ccache)
if(ENTENTE_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${ENTENTE_CCACHE})
endif()

add_library(entente_options INTERFACE)
target_compile_options(entente_options INTERFACE -Wall -Wextra -Wpedantic)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # A false alarm on std::string where code is inlined (GCC bug 105651).
  target_compile_options(entente_options INTERFACE -Wno-restrict)
endif()
if(ENTENTE_WERROR)
  target_compile_options(entente_options INTERFACE -Werror)
endif()
if(ENTENTE_SANITIZE)
  target_compile_options(entente_options INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
    # GCC's flow warnings are false alarms in instrumented code (Boost's optional).
    -Wno-uninitialized -Wno-maybe-uninitialized)
  target_link_options(entente_options INTERFACE -fsanitize=address,undefined)
endif()

# entente_library(FOLDER DEPENDS TARGETS... PRIVATE TARGETS...)
# One static library a folder, of every .cc in it, exported as entente::FOLDER. The repository root
# is the include root, so that headers are named by their folder: #include "graph/ontology.h".
function(entente_library folder)
  cmake_parse_arguments(ARG "" "" "DEPENDS;PRIVATE" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cc)
  add_library(entente_${folder} STATIC ${sources})
  add_library(entente::${folder} ALIAS entente_${folder})
  set_target_properties(entente_${folder} PROPERTIES EXPORT_NAME ${folder})
  target_compile_features(entente_${folder} PUBLIC cxx_std_20)
  target_include_directories(entente_${folder} PUBLIC
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}> $<INSTALL_INTERFACE:include/entente>)
  target_link_libraries(entente_${folder}
    PUBLIC ${ARG_DEPENDS} PRIVATE ${ARG_PRIVATE} $<BUILD_INTERFACE:entente_options>)
endfunction()
