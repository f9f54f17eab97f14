//===- Passes.td - From linalg on tensors to LLVM -------------------------===//
#ifndef TENON_CODEGEN_PASSES
#define TENON_CODEGEN_PASSES

include "mlir/Pass/PassBase.td"

def BindBuffersPass : Pass<"tenon-bind-buffers", "::mlir::ModuleOp"> {
  let summary = "Give models the calling convention of compiled code";
  let description = [{
    A model's function takes one byte buffer for each input, each output and
    all weights, an array of sizes, the workspace, then one index for each
    symbol. Tensors become views of the buffers; results are written where the
    caller wants them. Parameters stand one after the other in the weights, each
    aligned to 64 bytes. Sizes that the data has decided are stored in the array
    of sizes, after those of the symbols.
  }];
  let dependentDialects = [
    "::mlir::arith::ArithDialect", "::mlir::bufferization::BufferizationDialect",
    "::mlir::memref::MemRefDialect"
  ];
}

def CollapseLoopsPass : Pass<"tenon-collapse-loops", "::mlir::func::FuncOp"> {
  let summary = "Join loops over memory that is one piece";
  let description = [{
    Neighbouring loops of an elementwise operation on buffers become one where
    all its buffers are contiguous across them: longer inner loops vectorise
    better.
  }];
  let statistics = [
    Statistic<"collapsed", "operations", "operations with fewer loops">
  ];
  let dependentDialects = ["::mlir::linalg::LinalgDialect",
                           "::mlir::memref::MemRefDialect"];
}

def EmitKernelsPass : Pass<"tenon-emit-kernels", "::mlir::ModuleOp"> {
  let summary = "Write contractions as register-tiled vector loops";
  let description = [{
    A contraction on buffers (matrix product, convolution, depthwise
    convolution) becomes a loop nest around a register tile: one parallel axis
    that is contiguous is held in vectors, another is unrolled, accumulators
    stay in registers over all reduced axes. Remainders of the vector axis are
    masked, those of the unrolled axis go through a smaller tile. Each is a
    function of its own; equal ones share one.
  }];
  let options = [
    Option<"lanes", "lanes", "int64_t", "16", "elements in one vector">,
    Option<"vectors", "vectors", "int64_t", "2", "vectors in a tile">,
    Option<"rows", "rows", "int64_t", "8", "rows in a tile">
  ];
  let statistics = [
    Statistic<"emitted", "kernels", "contractions written as kernels">
  ];
  let dependentDialects = [
    "::mlir::affine::AffineDialect", "::mlir::arith::ArithDialect",
    "::mlir::func::FuncDialect", "::mlir::memref::MemRefDialect",
    "::mlir::scf::SCFDialect",
    "::mlir::vector::VectorDialect"
  ];
}

def PlanMemoryPass : Pass<"tenon-plan-memory", "::mlir::ModuleOp"> {
  let summary = "Place every temporary in the workspace";
  let description = [{
    Replaces allocations by views of the workspace. Temporaries whose lives do
    not overlap share memory: constant sizes by first fit, largest first;
    sizes made of symbols in slots that are as large as their largest member.
    Adds a function `NAME_workspace` that computes the bytes needed from the
    symbols. A size that the data decides counts as large as its limit. What is
    allocated in a loop has one place for all iterations.
  }];
  let statistics = [
    Statistic<"planned", "temporaries", "allocations placed">
  ];
  let dependentDialects = [
    "::mlir::arith::ArithDialect", "::mlir::memref::MemRefDialect"
  ];
}

def LowerFaultsPass : Pass<"tenon-lower-faults", "::mlir::ModuleOp"> {
  let summary = "Let models stop at data they cannot take";
  let description = [{
    A model's function returns 0, or the number of the first assertion that did
    not hold, counted from 1. The attribute `tenon.faults` of the function lists
    their codes and messages.
  }];
  let dependentDialects = ["::mlir::arith::ArithDialect",
                           "::mlir::cf::ControlFlowDialect"];
}

def OutlineLoopsPass : Pass<"tenon-outline-loops", "::mlir::ModuleOp"> {
  let summary = "Give the loops of large models functions of their own";
  let description = [{
    LLVM's time grows faster than the size of a function. Each loop nest of a
    model that has many becomes a function; equal ones share one.
  }];
  let options = [
    Option<"least", "least", "unsigned", "48",
           "loop nests from which a model is large">
  ];
  let statistics = [
    Statistic<"outlined", "functions", "functions made of loop nests">
  ];
  let dependentDialects = ["::mlir::func::FuncDialect"];
}

def FuseElementwisePass : Pass<"tenon-fuse-elementwise", "::mlir::func::FuncOp"> {
  let summary = "Make one loop of a chain of elementwise operations";
  let description = [{
    Fuses elementwise operations with one use into elementwise consumers, never
    into reductions or contractions.
  }];
  let dependentDialects = ["::mlir::affine::AffineDialect",
                           "::mlir::linalg::LinalgDialect"];
}

def ApproximateMathPass : Pass<"tenon-approximate-math", "::mlir::func::FuncOp"> {
  let summary = "Compute exp, log, tanh and erf of f32 by polynomials";
  let description = [{
    Within 5 units in the last place, with infinities and NaN right; results of
    exp below 1e-38 may be zero. Without calls the loops around them vectorise.
    Other element types and functions keep their calls.
  }];
  let dependentDialects = ["::mlir::arith::ArithDialect",
                           "::mlir::math::MathDialect",
                           "::mlir::vector::VectorDialect"];
}

def LowerReshapesPass : Pass<"tenon-lower-reshapes", "::mlir::func::FuncOp"> {
  let summary = "Split axes into several whose sizes the data decides";
  let description = [{
    Upstream computes one dynamic size of each split from the others. Where
    several are dynamic their sizes are given, and the contiguous buffer is
    read with strides made of them.
  }];
  let dependentDialects = ["::mlir::arith::ArithDialect",
                           "::mlir::memref::MemRefDialect"];
}

def LowerCopiesPass : Pass<"tenon-lower-copies", "::mlir::func::FuncOp"> {
  let summary = "Turn buffer copies into loops";
  let description = [{
    LLVM lowering of `memref.copy` would call a library when a side is not
    contiguous; compiled models call none.
  }];
  let dependentDialects = ["::mlir::linalg::LinalgDialect"];
}

#endif // TENON_CODEGEN_PASSES
