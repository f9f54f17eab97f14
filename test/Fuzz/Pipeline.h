//===- Pipeline.h - What every fuzzer does with a model -------------------===//
#ifndef TENON_TEST_FUZZ_PIPELINE_H
#define TENON_TEST_FUZZ_PIPELINE_H

#include "tenon/Import/Read.h"
#include "llvm/Support/raw_ostream.h"

namespace tenon::fuzz {

/// Reads the bytes as a model of that kind, checks it and, if it is right,
/// simplifies it; gives the exit code that model-opt would. Stops the program
/// where a rejected model has no located report, a checked one cannot be
/// simplified, or it all takes too long.
int runPipeline(SourceKind kind, llvm::StringRef name, llvm::StringRef bytes,
                llvm::raw_ostream &reports = llvm::nulls());

} // namespace tenon::fuzz

#endif // TENON_TEST_FUZZ_PIPELINE_H
