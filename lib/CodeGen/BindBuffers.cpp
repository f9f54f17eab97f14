//===- BindBuffers.cpp - The calling convention of compiled models --------===//

#include "tenon/CodeGen/Passes.h"
#include "tenon/CodeGen/Weights.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Bufferization/IR/Bufferization.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "tenon/Conversion/TenonToLinalg/Lowering.h"
#include "tenon/Dialect/IR/Model.h"

using namespace mlir;

namespace tenon {
#define GEN_PASS_DEF_BINDBUFFERSPASS
#include "tenon/CodeGen/Passes.h.inc"

namespace {

MemRefType getBytesType(MLIRContext *context) {
  return MemRefType::get({ShapedType::kDynamic}, IntegerType::get(context, 8));
}

ArrayAttr getDataSizes(func::FuncOp function) {
  auto sizes = function->getAttrOfType<ArrayAttr>("tenon.data_sizes");
  return sizes ? sizes : ArrayAttr::get(function.getContext(), {});
}

/// Rewrites one function that was a model.
class FunctionBinder {
public:
  explicit FunctionBinder(func::FuncOp function)
      : function(function), entry(&function.getBody().front()),
        builder(function.getContext()),
        inputs(function->getAttrOfType<ArrayAttr>("tenon.inputs")),
        outputs(function->getAttrOfType<ArrayAttr>("tenon.outputs")),
        symbols(function->getAttrOfType<ArrayAttr>("tenon.symbols")),
        dataSizes(getDataSizes(function)),
        parameters(function->getAttrOfType<ArrayAttr>("tenon.parameters")) {}

  void run() {
    addArguments();
    // Sizes go to the start of the function, views before what uses them.
    builder.setInsertionPoint(&entry->front());
    SizeEmitter emitter(function, symbolValues);
    LoweringContext context(builder, emitter);
    for (auto [index, type] :
         llvm::enumerate(inputs.getAsValueRange<TypeAttr>())) {
      Value zero = arith::ConstantIndexOp::create(builder, at(), 0);
      replace(index, view(inputBuffers[index], zero, cast<TensorType>(type),
                          context, /*writable=*/false));
    }
    bindParameters(context);
    writeResults(context);
    dropTensorArguments();
  }

private:
  Location at() { return function.getLoc(); }

  /// The new arguments follow the old ones, which are erased at the end.
  void addArguments() {
    Type bytes = getBytesType(function.getContext());
    oldCount = entry->getNumArguments();
    for (unsigned i = 0; i < inputs.size(); ++i)
      inputBuffers.push_back(entry->addArgument(bytes, at()));
    for (unsigned i = 0; i < outputs.size(); ++i)
      outputBuffers.push_back(entry->addArgument(bytes, at()));
    weights = entry->addArgument(bytes, at());
    sizes = entry->addArgument(
        MemRefType::get({ShapedType::kDynamic}, builder.getI64Type()), at());
    workspace = entry->addArgument(bytes, at());
    for (auto [index, symbol] :
         llvm::enumerate(symbols.getAsRange<SymbolAttr>())) {
      Value value = entry->addArgument(builder.getIndexType(), at());
      entry->getArgument(inputs.size() + index).replaceAllUsesWith(value);
      symbolValues[symbol.getName()] = value;
    }
  }

  Value view(Value bytes, Value offset, TensorType type,
             LoweringContext &context, bool writable) {
    RankedTensorType tensor = LoweringContext::convertType(type);
    auto memref = MemRefType::get(tensor.getShape(), tensor.getElementType());
    SmallVector<Value> dynamic;
    for (DimAttr dim : type.getDims())
      if (!dim.getConstant())
        dynamic.push_back(context.getIndex(dim));
    Value buffer =
        memref::ViewOp::create(builder, at(), memref, bytes, offset, dynamic);
    if (writable)
      return buffer;
    return bufferization::ToTensorOp::create(builder, at(), tensor, buffer,
                                             /*restrict=*/true,
                                             /*writable=*/false);
  }

  void replace(unsigned argument, Value value) {
    entry->getArgument(argument).replaceAllUsesWith(value);
  }

  void bindParameters(LoweringContext &context) {
    auto module = function->getParentOfType<ModuleOp>();
    WeightLayout layout(module, parameters);
    unsigned first = inputs.size() + symbols.size();
    for (auto [index, entry] : llvm::enumerate(layout.entries)) {
      Value offset =
          arith::ConstantIndexOp::create(builder, at(), entry.offset);
      replace(first + index,
              view(weights, offset, cast<TensorType>(entry.parameter.getType()),
                   context, /*writable=*/false));
    }
  }

  void writeResults(LoweringContext &context) {
    auto terminator = cast<func::ReturnOp>(entry->getTerminator());
    // Outputs with such sizes can be viewed only where these are known.
    if (!dataSizes.empty()) {
      builder.setInsertionPoint(terminator);
      storeSizes(terminator, context);
    }
    Value zero = arith::ConstantIndexOp::create(builder, at(), 0);
    SmallVector<Value> buffers;
    for (auto [index, type] :
         llvm::enumerate(outputs.getAsValueRange<TypeAttr>()))
      buffers.push_back(view(outputBuffers[index], zero, cast<TensorType>(type),
                             context, /*writable=*/true));
    builder.setInsertionPoint(terminator);
    for (auto [result, buffer] :
         llvm::zip_equal(terminator.getOperands().take_front(outputs.size()),
                         buffers))
      bufferization::MaterializeInDestinationOp::create(
          builder, at(), Type(), result, buffer, /*restrict=*/true,
          /*writable=*/true);
    func::ReturnOp::create(builder, at());
    terminator.erase();
  }

  /// The caller learns the sizes that the data has decided; they follow the
  /// outputs among the function's results.
  void storeSizes(func::ReturnOp terminator, LoweringContext &context) {
    OperandRange values = terminator.getOperands().drop_front(outputs.size());
    for (auto [index, entry] :
         llvm::enumerate(dataSizes.getAsRange<ArrayAttr>())) {
      Value value = values[index];
      context.getSizeEmitter().define(
          {cast<StringAttr>(entry[0]), value, cast<DimAttr>(entry[1])});
      Value position =
          arith::ConstantIndexOp::create(builder, at(), symbols.size() + index);
      Value stored = arith::IndexCastOp::create(builder, at(),
                                                builder.getI64Type(), value);
      memref::StoreOp::create(builder, at(), stored, sizes, position);
    }
  }

  void dropTensorArguments() {
    entry->eraseArguments(0, oldCount);
    function.setFunctionType(FunctionType::get(
        function.getContext(), entry->getArgumentTypes(), TypeRange()));
    function.setResAttrsAttr(nullptr);
    function.setArgAttrsAttr(nullptr);
  }

  func::FuncOp function;
  Block *entry;
  OpBuilder builder;
  ArrayAttr inputs, outputs, symbols, dataSizes, parameters;
  unsigned oldCount = 0;
  SmallVector<Value> inputBuffers, outputBuffers;
  Value weights, sizes, workspace;
  DenseMap<StringAttr, Value> symbolValues;
};

struct BindBuffersPass : impl::BindBuffersPassBase<BindBuffersPass> {
  using BindBuffersPassBase::BindBuffersPassBase;

  void runOnOperation() override {
    for (auto function : getOperation().getOps<func::FuncOp>()) {
      if (!function->hasAttr("tenon.inputs"))
        continue;
      FunctionBinder(function).run();
    }
  }
};

} // namespace
} // namespace tenon
