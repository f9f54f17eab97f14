# How Tenon's own targets are compiled: flags, the shared precompiled header,
# ccache, sanitizers, and the functions that declare a library.

separate_arguments(llvm_definitions NATIVE_COMMAND "${LLVM_DEFINITIONS}")
add_definitions(${llvm_definitions})
include_directories(SYSTEM ${LLVM_INCLUDE_DIRS} ${MLIR_INCLUDE_DIRS})
include_directories(${PROJECT_SOURCE_DIR}/include ${PROJECT_BINARY_DIR}/include)

add_compile_options(-Wall -Wextra -Wno-unused-parameter)
add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions>
                    $<$<COMPILE_LANGUAGE:CXX>:-fvisibility-inlines-hidden>
                    $<$<COMPILE_LANGUAGE:CXX>:-Wno-missing-field-initializers>)
add_link_options(-fuse-ld=lld)
if(TENON_ASSERTIONS)
  string(REPLACE "-DNDEBUG" "" CMAKE_CXX_FLAGS_RELEASE "${CMAKE_CXX_FLAGS_RELEASE}")
  string(REPLACE "-DNDEBUG" "" CMAKE_CXX_FLAGS_RELWITHDEBINFO "${CMAKE_CXX_FLAGS_RELWITHDEBINFO}")
endif()
if(CMAKE_BUILD_TYPE STREQUAL "RelWithDebInfo")
  # Line tables are what a backtrace needs; full debug info doubles the build.
  string(REPLACE "-O2 -g" "-O1 -gline-tables-only" CMAKE_CXX_FLAGS_RELWITHDEBINFO "${CMAKE_CXX_FLAGS_RELWITHDEBINFO}")
endif()
if(TENON_SANITIZE)
  # The dylibs of LLVM are not instrumented: vptr checks need their typeinfo,
  # and inline functions of the standard library, which they share with us,
  # see what they left uninitialised.
  add_compile_options(-fsanitize=${TENON_SANITIZE} -fno-sanitize=vptr,function
                      -fsanitize-ignorelist=${PROJECT_SOURCE_DIR}/lib/Build/SanitizerIgnore.txt
                      -fno-sanitize-recover=all -fno-omit-frame-pointer -O1)
  add_link_options(-fsanitize=${TENON_SANITIZE})
endif()
if(TENON_FUZZERS)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

find_program(TENON_CCACHE ccache)
if(TENON_CCACHE)
  # Precompiled headers are cached only when ccache may ignore their dates.
  set(launcher ${CMAKE_COMMAND} -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
      CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} ${TENON_CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
endif()

# The precompiled header is built once and reused by every C++ library.
add_library(TenonPch OBJECT ${PROJECT_SOURCE_DIR}/lib/Build/Pch.cpp)
target_precompile_headers(TenonPch PRIVATE
  $<$<COMPILE_LANGUAGE:CXX>:${PROJECT_SOURCE_DIR}/lib/Build/Pch.h>)
target_compile_options(TenonPch PRIVATE "SHELL:-Xclang -fno-pch-timestamp")

# tenon_library(NAME [FOLDERS ...] [LINK ...] [DEPENDS ...]): a static library
# of all C++ sources in the given folders (by default the calling one).
function(tenon_library name)
  cmake_parse_arguments(arg "" "" "FOLDERS;LINK;DEPENDS" ${ARGN})
  if(NOT arg_FOLDERS)
    set(arg_FOLDERS .)
  endif()
  list(TRANSFORM arg_FOLDERS APPEND "/*.cpp")
  file(GLOB sources CONFIGURE_DEPENDS ${arg_FOLDERS})
  add_library(${name} STATIC ${sources})
  target_compile_options(${name} PRIVATE "SHELL:-Xclang -fno-pch-timestamp")
  target_precompile_headers(${name} REUSE_FROM TenonPch)
  target_link_libraries(${name} PUBLIC ${arg_LINK} MLIR LLVM)
  if(arg_DEPENDS)
    add_dependencies(${name} ${arg_DEPENDS})
  endif()
endfunction()
