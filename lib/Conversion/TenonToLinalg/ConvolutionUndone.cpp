//===- ConvolutionUndone.cpp - Windows added to an image as linalg --------===//
//
// Each element of the image sums the taps that fall on it. Sizes of the window
// may be known only when the model runs, so the loops over taps have bounds
// that are read.
//
//===----------------------------------------------------------------------===//

#include "ElementwiseScalars.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "tenon/Conversion/TenonToLinalg/Lowering.h"
#include "tenon/Dialect/IR/Convolution.h"

using namespace mlir;

namespace tenon {

void registerUndoneLowerings(LoweringRegistry &registry);

namespace {

/// One axis of the image.
struct ImageAxis {
  int64_t stride, dilation, low;
  /// How many taps the window has, and how many places.
  Value taps, places;
};

class Col2ImLowering {
public:
  Col2ImLowering(Col2ImOp op, LoweringContext &context)
      : op(op), context(context), builder(context.builder), at(op.getLoc()),
        input(context.get(op.getInput())),
        resultType(LoweringContext::getType(op.getResult())) {
    for (int64_t i = 0; i < resultType.getRank() - 2; ++i)
      axes.push_back(describe(i));
  }

  Value lower();

private:
  Value index(int64_t value) {
    return arith::ConstantIndexOp::create(*inner, at, value);
  }
  template <typename Op> Value make(Value lhs, Value rhs) {
    return Op::create(*inner, at, lhs, rhs);
  }
  Value compare(arith::CmpIPredicate predicate, Value lhs, Value rhs) {
    return arith::CmpIOp::create(*inner, at, predicate, lhs, rhs);
  }
  ImageAxis describe(int64_t i);
  Value sumTaps(size_t axis, Value tap, Value place, Value isInside,
                Value current);
  Value addTap(Value tap, Value place, Value isInside, Value current);

  Col2ImOp op;
  LoweringContext &context;
  OpBuilder &builder;
  Location at;
  Value input;
  TensorType resultType;
  SmallVector<ImageAxis> axes;
  /// While the body of an element is built.
  OpBuilder *inner = &builder;
  SmallVector<Value> loops;
};

ImageAxis Col2ImLowering::describe(int64_t i) {
  auto entry = [](ArrayRef<int64_t> entries, int64_t at, int64_t otherwise) {
    return entries.empty() ? otherwise : entries[at];
  };
  int64_t rank = resultType.getRank() - 2;
  ImageAxis axis;
  axis.stride = entry(op.getStrides(), i, 1);
  axis.dilation = entry(op.getDilations(), i, 1);
  axis.low = entry(op.getPads(), i, 0);
  int64_t high = entry(op.getPads(), i + rank, 0);
  Value taps = tensor::ExtractOp::create(
      builder, at, context.get(op.getKernel()), index(i));
  axis.taps = arith::IndexCastOp::create(builder, at, builder.getIndexType(),
                                         taps);
  // (size + low + high - span) / stride + 1, rounded down.
  Value span = make<arith::MulIOp>(
      make<arith::SubIOp>(axis.taps, index(1)), index(axis.dilation));
  Value padded = context.getIndex(resultType.getDim(2 + i) + axis.low + high - 1);
  Value distance = make<arith::SubIOp>(padded, span);
  Value steps = make<arith::FloorDivSIOp>(distance, index(axis.stride));
  axis.places = make<arith::AddIOp>(steps, index(1));
  return axis;
}

/// Loops over the taps of `axis` and those after it. `tap` and `place` count
/// what those before have chosen.
Value Col2ImLowering::sumTaps(size_t axis, Value tap, Value place,
                              Value isInside, Value current) {
  if (axis == axes.size())
    return addTap(tap, place, isInside, current);
  const ImageAxis &along = axes[axis];
  auto loop = scf::ForOp::create(*inner, at, index(0), along.taps, index(1),
                                 current);
  OpBuilder::InsertionGuard guard(*inner);
  inner->setInsertionPointToStart(loop.getBody());
  Value chosen = loop.getInductionVar();
  Value moved = make<arith::SubIOp>(
      make<arith::AddIOp>(loops[2 + axis], index(along.low)),
      make<arith::MulIOp>(chosen, index(along.dilation)));
  Value here = make<arith::FloorDivSIOp>(moved, index(along.stride));
  Value rest = make<arith::SubIOp>(
      moved, make<arith::MulIOp>(here, index(along.stride)));
  Value isPlace = compare(arith::CmpIPredicate::eq, rest, index(0));
  // What lies before the beginning is a large unsigned number.
  Value exists = compare(arith::CmpIPredicate::ult, here, along.places);
  isInside = make<arith::AndIOp>(isInside,
                                 make<arith::AndIOp>(isPlace, exists));
  tap = make<arith::AddIOp>(make<arith::MulIOp>(tap, along.taps), chosen);
  place = make<arith::AddIOp>(make<arith::MulIOp>(place, along.places), here);
  scf::YieldOp::create(*inner, at,
                       sumTaps(axis + 1, tap, place, isInside,
                               loop.getRegionIterArg(0)));
  return loop.getResult(0);
}

Value Col2ImLowering::addTap(Value tap, Value place, Value isInside,
                             Value current) {
  ScalarBuilder scalar(*inner, at, resultType.getElementType());
  Value taps = axes.front().taps;
  for (const ImageAxis &axis : ArrayRef(axes).drop_front())
    taps = make<arith::MulIOp>(taps, axis.taps);
  Value channel =
      make<arith::AddIOp>(make<arith::MulIOp>(loops[1], taps), tap);
  Value safe = arith::SelectOp::create(*inner, at, isInside, place, index(0));
  Value element = scalar.widen(tensor::ExtractOp::create(
      *inner, at, input, ValueRange{loops[0], channel, safe}));
  Value sum = scalar.isFloat() ? scalar.make<arith::AddFOp>(current, element)
                               : scalar.make<arith::AddIOp>(current, element);
  return scalar.select(isInside, sum, current);
}

Value Col2ImLowering::lower() {
  TensorType inputType = LoweringContext::getType(op.getInput());
  // Nothing could be read, not even in vain.
  if (inputType.getCount().isConstant(0))
    return context.createFilled(at, resultType, 0.0);
  return context.createElementwise(
      at, resultType, {}, {}, [&](OpBuilder &body, Location, ValueRange) {
        inner = &body;
        for (int64_t axis = 0; axis < resultType.getRank(); ++axis)
          loops.push_back(linalg::IndexOp::create(body, at, axis));
        ScalarBuilder scalar(body, at, resultType.getElementType());
        Value yes =
            arith::ConstantOp::create(body, at, body.getBoolAttr(true));
        Value sum =
            sumTaps(0, index(0), index(0), yes, scalar.constant(0));
        return scalar.narrow(sum);
      });
}

} // namespace

void registerUndoneLowerings(LoweringRegistry &registry) {
  registry.add<Col2ImOp>([](Col2ImOp op, LoweringContext &context) {
    return Col2ImLowering(op, context).lower();
  });
}

} // namespace tenon
