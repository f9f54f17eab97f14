"""How the text tests are run: model-opt, FileCheck and not are on the path."""

import os

import lit.formats

config.name = "tenon"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".mlir", ".py", ".test"]
config.excludes = ["lit.cfg.py", "Inputs", "EndToEnd", "Unit", "Benchmarks", "Conformance", "Fuzz", "CMakeLists.txt"]
config.test_source_root = os.path.dirname(__file__)

config.environment["PATH"] = os.pathsep.join(
    [config.tenon_tools, config.llvm_tools, config.environment["PATH"]]
)
config.substitutions.append(("%python", config.python))
if config.sanitize:
    config.available_features.add("sanitized")
    # LLVM's dylib keeps memory to the end on purpose, and its allocators are
    # not instrumented.
    config.environment["ASAN_OPTIONS"] = "detect_leaks=0:allow_user_poisoning=0"
