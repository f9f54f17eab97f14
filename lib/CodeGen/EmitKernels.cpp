//===- EmitKernels.cpp - Contractions as register-tiled vector loops ------===//

#include "ContractionShape.h"
#include "tenon/CodeGen/Passes.h"
#include "mlir/Dialect/Affine/IR/AffineOps.h"
#include "mlir/Dialect/Affine/Utils.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "llvm/ADT/StringMap.h"

using namespace mlir;

namespace tenon {
#define GEN_PASS_DEF_EMITKERNELSPASS
#include "tenon/CodeGen/Passes.h.inc"

namespace {

/// Inputs larger than this do not stay in the second-level cache while all
/// rows pass over them, so the loop over their panels goes outermost.
constexpr int64_t panelOutermostBytes = 256 * 1024;

struct TileSizes {
  int64_t lanes, vectors, rows;
};

/// Rows for an extent: a divisor near the preferred number leaves no remainder.
int64_t chooseRows(int64_t extent, int64_t preferred) {
  if (ShapedType::isDynamic(extent))
    return preferred;
  if (extent <= preferred + preferred / 2)
    return std::max<int64_t>(extent, 1);
  for (int64_t rows = preferred + preferred / 2; rows > preferred / 2; --rows)
    if (extent % rows == 0)
      return rows;
  return preferred;
}

class KernelEmitter {
public:
  KernelEmitter(const ContractionShape &shape, TileSizes sizes)
      : shape(shape), op(shape.op), builder(op), at(op.getLoc()),
        maps(op.getIndexingMapsArray()), ivs(shape.extents.size()) {
    elementType = cast<MemRefType>(op->getOperand(2).getType()).getElementType();
    lanes = sizes.lanes * 32 / elementType.getIntOrFloatBitWidth();
    vectors = sizes.vectors;
    vectorType = VectorType::get({lanes}, elementType);
    rows = shape.rowAxis
               ? chooseRows(shape.extents[*shape.rowAxis], sizes.rows)
               : 1;
    // A single row has as many accumulators in one direction.
    if (rows < 3)
      vectors = std::max<int64_t>(sizes.rows * sizes.vectors / 2 / rows, 1);
    wideVectors = std::max<int64_t>(sizes.rows * sizes.vectors / 2, 1);
  }

  void emit() {
    computeExtents();
    zero = index(0);
    if (!shape.rowAxis) {
      emitNest({}, {}, 1, wideVectors);
      return;
    }
    int64_t extent = shape.extents[*shape.rowAxis];
    if (!ShapedType::isDynamic(extent)) {
      int64_t whole = extent / rows * rows;
      if (whole)
        emitNest(zero, index(whole), rows, vectors);
      if (extent != whole)
        emitNest(index(whole), index(extent), extent - whole, vectors);
      return;
    }
    Value upper = extents[*shape.rowAxis];
    Value step = index(rows);
    Value whole = arith::MulIOp::create(
        builder, at, arith::DivUIOp::create(builder, at, upper, step), step);
    emitNest(zero, whole, rows, vectors);
    emitNest(whole, upper, 1, wideVectors);
  }

private:
  Value index(int64_t value) {
    return arith::ConstantIndexOp::create(builder, at, value);
  }

  Value add(Value base, int64_t offset) {
    return offset == 0 ? base
                       : arith::AddIOp::create(builder, at, base, index(offset))
                             .getResult();
  }

  /// The extent of each axis, read from an operand that has it alone.
  void computeExtents() {
    extents.resize(shape.extents.size());
    for (auto [axis, extent] : llvm::enumerate(shape.extents)) {
      if (!ShapedType::isDynamic(extent)) {
        extents[axis] = index(extent);
        continue;
      }
      for (unsigned operand = 0; operand < 3 && !extents[axis]; ++operand)
        for (auto [position, expression] :
             llvm::enumerate(maps[operand].getResults()))
          if (expression == builder.getAffineDimExpr(axis)) {
            extents[axis] = memref::DimOp::create(
                builder, at, op->getOperand(operand), position);
            break;
          }
    }
  }

  /// All loops over the output for rows in [rowLower, rowUpper).
  void emitNest(Value rowLower, Value rowUpper, int64_t tileRows,
                int64_t tileVectors) {
    bool panelOutermost =
        llvm::any_of(ArrayRef<unsigned>{0, 1}, [&](unsigned operand) {
          return shape.usesAxis(operand, shape.vectorAxis) &&
                 shape.getBytes(operand).value_or(0) > panelOutermostBytes;
        });
    auto rowLoop = [&](int64_t count, Value mask) {
      if (!shape.rowAxis) {
        emitTile(1, count, mask);
        return;
      }
      loop(*shape.rowAxis, rowLower, rowUpper, tileRows,
           [&] { emitTile(tileRows, count, mask); });
    };
    if (panelOutermost)
      emitPanels(tileVectors, [&](int64_t count, Value mask) {
        emitOuter(0, [&] { rowLoop(count, mask); });
      });
    else
      emitOuter(0, [&] { emitPanels(tileVectors, rowLoop); });
  }

  void emitOuter(unsigned depth, llvm::function_ref<void()> body) {
    if (depth == shape.outerAxes.size())
      return body();
    unsigned axis = shape.outerAxes[depth];
    loop(axis, zero, extents[axis], 1, [&] { emitOuter(depth + 1, body); });
  }

  /// Walks the vector axis; the body gets the number of vectors and, if the
  /// last is not full, its mask.
  void emitPanels(int64_t count,
                  llvm::function_ref<void(int64_t, Value)> body) {
    unsigned axis = shape.vectorAxis;
    int64_t extent = shape.extents[axis], width = count * lanes;
    if (ShapedType::isDynamic(extent)) {
      Value step = index(width);
      Value whole = arith::MulIOp::create(
          builder, at,
          arith::DivUIOp::create(builder, at, extents[axis], step), step);
      loop(axis, zero, whole, width, [&] { body(count, Value()); });
      loop(axis, whole, extents[axis], lanes, [&] {
        Value left =
            arith::SubIOp::create(builder, at, extents[axis], ivs[axis]);
        body(1, makeMask(left));
      });
      return;
    }
    int64_t whole = extent / width * width, rest = extent - whole;
    if (whole)
      loop(axis, zero, index(whole), width, [&] { body(count, Value()); });
    if (!rest)
      return;
    ivs[axis] = index(whole);
    Value mask = rest % lanes ? makeMask(index(rest % lanes)) : Value();
    body(llvm::divideCeil(rest, lanes), mask);
  }

  Value makeMask(Value count) {
    return vector::CreateMaskOp::create(
        builder, at, VectorType::get({lanes}, builder.getI1Type()), count);
  }

  void loop(unsigned axis, Value lower, Value upper, int64_t step,
            llvm::function_ref<void()> body) {
    auto loop = scf::ForOp::create(builder, at, lower, upper, index(step));
    OpBuilder::InsertionGuard guard(builder);
    builder.setInsertionPointToStart(loop.getBody());
    ivs[axis] = loop.getInductionVar();
    body();
  }

  SmallVector<Value> getPosition(unsigned operand, int64_t row,
                                 int64_t vector) {
    SmallVector<Value> dims(ivs);
    if (shape.rowAxis)
      dims[*shape.rowAxis] = add(dims[*shape.rowAxis], row);
    dims[shape.vectorAxis] = add(dims[shape.vectorAxis], vector * lanes);
    SmallVector<Value> position;
    for (AffineExpr expression : maps[operand].getResults())
      position.push_back(
          affine::expandAffineExpr(builder, at, expression, dims, {}));
    return position;
  }

  Value loadVector(unsigned operand, int64_t row, int64_t vector, Value mask) {
    Value buffer = op->getOperand(operand);
    SmallVector<Value> position = getPosition(operand, row, vector);
    if (!mask)
      return vector::LoadOp::create(builder, at, vectorType, buffer, position);
    Value nothing = arith::ConstantOp::create(
        builder, at, builder.getZeroAttr(vectorType));
    return vector::MaskedLoadOp::create(builder, at, vectorType, buffer,
                                        position, mask, nothing);
  }

  Value loadScalar(unsigned operand, int64_t row) {
    Value scalar = memref::LoadOp::create(
        builder, at, op->getOperand(operand), getPosition(operand, row, 0));
    return vector::BroadcastOp::create(builder, at, vectorType, scalar);
  }

  /// One register tile: load accumulators, reduce, store.
  void emitTile(int64_t tileRows, int64_t count, Value mask) {
    auto maskOf = [&](int64_t vector) {
      return vector == count - 1 ? mask : Value();
    };
    SmallVector<Value> accumulators;
    for (int64_t row = 0; row < tileRows; ++row)
      for (int64_t vector = 0; vector < count; ++vector)
        accumulators.push_back(loadVector(2, row, vector, maskOf(vector)));
    accumulators = reduce(0, accumulators, tileRows, count, maskOf);
    for (int64_t row = 0; row < tileRows; ++row)
      for (int64_t vector = 0; vector < count; ++vector) {
        SmallVector<Value> position = getPosition(2, row, vector);
        Value value = accumulators[row * count + vector];
        if (Value partial = maskOf(vector))
          vector::MaskedStoreOp::create(builder, at, op->getOperand(2),
                                        position, partial, value);
        else
          vector::StoreOp::create(builder, at, value, op->getOperand(2),
                                  position);
      }
  }

  SmallVector<Value> reduce(unsigned depth, ValueRange accumulators,
                            int64_t tileRows, int64_t count,
                            llvm::function_ref<Value(int64_t)> maskOf) {
    if (depth == shape.reducedAxes.size())
      return multiplyAdd(accumulators, tileRows, count, maskOf);
    unsigned axis = shape.reducedAxes[depth];
    auto loop = scf::ForOp::create(builder, at, zero, extents[axis], index(1),
                                   accumulators);
    OpBuilder::InsertionGuard guard(builder);
    builder.setInsertionPointToStart(loop.getBody());
    ivs[axis] = loop.getInductionVar();
    SmallVector<Value> results = reduce(depth + 1, loop.getRegionIterArgs(),
                                        tileRows, count, maskOf);
    scf::YieldOp::create(builder, at, results);
    return loop.getResults();
  }

  /// One step: what does not vary along rows or vectors is loaded once.
  SmallVector<Value> multiplyAdd(ValueRange accumulators, int64_t tileRows,
                                 int64_t count,
                                 llvm::function_ref<Value(int64_t)> maskOf) {
    DenseMap<std::tuple<unsigned, int64_t, int64_t>, Value> loaded;
    auto load = [&](unsigned operand, int64_t row, int64_t vector) {
      bool alongVectors = shape.usesAxis(operand, shape.vectorAxis);
      bool alongRows =
          shape.rowAxis && shape.usesAxis(operand, *shape.rowAxis);
      int64_t usedRow = alongRows ? row : 0, used = alongVectors ? vector : 0;
      Value &value = loaded[{operand, usedRow, used}];
      if (!value)
        value = alongVectors
                    ? loadVector(operand, usedRow, used, maskOf(vector))
                    : loadScalar(operand, usedRow);
      return value;
    };
    SmallVector<Value> results;
    for (int64_t row = 0; row < tileRows; ++row)
      for (int64_t vector = 0; vector < count; ++vector) {
        Value a = load(0, row, vector), b = load(1, row, vector);
        results.push_back(vector::FMAOp::create(
            builder, at, a, b, accumulators[row * count + vector]));
      }
    return results;
  }

  const ContractionShape &shape;
  linalg::GenericOp op;
  OpBuilder builder;
  Location at;
  SmallVector<AffineMap> maps;
  /// The current position on each axis.
  SmallVector<Value> ivs;
  SmallVector<Value> extents;
  Type elementType;
  VectorType vectorType;
  int64_t lanes, vectors, rows, wideVectors;
  Value zero;
};

/// Gives each contraction a function of its own. Equal ones, by shapes and
/// maps, share one: they are compiled once.
class KernelOutliner {
public:
  explicit KernelOutliner(func::FuncOp model)
      : model(model), builder(model), prefix(model.getName().str()) {}

  /// The new function, or null if an equal one is called instead.
  func::FuncOp outline(linalg::GenericOp op) {
    SmallVector<Value> operands(op->getOperands());
    builder.setInsertionPoint(model);
    std::string name = prefix + ".kernel" + std::to_string(known.size());
    auto function = func::FuncOp::create(
        builder, op.getLoc(), name,
        builder.getFunctionType(ValueRange(operands).getTypes(), {}));
    function.setPrivate();
    Block *body = function.addEntryBlock();
    builder.setInsertionPointToEnd(body);
    Operation *moved = builder.clone(*op);
    moved->setOperands(body->getArguments());
    func::ReturnOp::create(builder, op.getLoc());

    std::string text;
    llvm::raw_string_ostream os(text);
    moved->print(os, OpPrintingFlags().useLocalScope().printGenericOpForm());
    auto [it, isNew] = known.try_emplace(text, name);
    builder.setInsertionPoint(op);
    func::CallOp::create(builder, op.getLoc(), it->second, TypeRange(),
                         operands);
    op.erase();
    if (isNew)
      return function;
    function.erase();
    return {};
  }

private:
  func::FuncOp model;
  OpBuilder builder;
  std::string prefix;
  llvm::StringMap<std::string> known;
};

struct EmitKernelsPass : impl::EmitKernelsPassBase<EmitKernelsPass> {
  using EmitKernelsPassBase::EmitKernelsPassBase;

  void runOnOperation() override {
    SmallVector<func::FuncOp> functions(getOperation().getOps<func::FuncOp>());
    for (func::FuncOp function : functions) {
      KernelOutliner outliner(function);
      SmallVector<linalg::GenericOp> generics;
      function.walk([&](linalg::GenericOp op) {
        if (succeeded(ContractionShape::match(op)))
          generics.push_back(op);
      });
      for (linalg::GenericOp op : generics)
        if (func::FuncOp kernel = outliner.outline(op))
          emitKernel(*kernel.getOps<linalg::GenericOp>().begin());
    }
  }

private:
  void emitKernel(linalg::GenericOp op) {
    FailureOr<ContractionShape> shape = ContractionShape::match(op);
    KernelEmitter(*shape, {lanes, vectors, rows}).emit();
    op.erase();
    ++emitted;
  }
};

} // namespace
} // namespace tenon
