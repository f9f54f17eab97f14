//===- Recurrent.cpp - Layers that walk along a sequence ------------------===//

#include "tenon/Dialect/IR/Recurrent.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;
using namespace tenon;

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Recurrent.cpp.inc"

namespace tenon {
namespace {

/// An operand with the name that messages call it by, or null.
struct Named {
  Value value;
  StringRef name;
  /// For vectors, how many numbers there are for each unit.
  int64_t count = 1;
};

/// The operands that all layers have, in one form.
struct Layer {
  Value input, weights, recurrentWeights, mask;
  int64_t gates;
  SmallVector<Named, 2> vectors;
  SmallVector<Named, 2> states;
};

/// The sizes that all operands together give.
struct Sizes {
  DimAttr steps, batch, features, units;
};

class RecurrentRule {
public:
  RecurrentRule(const Layer &layer, RuleContext &context)
      : layer(layer), context(context) {
    sizes.steps = sizes.batch = sizes.features = sizes.units =
        context.unknownDim();
  }

  void run() {
    Type elementType = requireElementTypes();
    bool input = context.requireRank(layer.input, "its input", 3);
    if (input) {
      TensorType type = context.getType(layer.input);
      sizes.steps = type.getDim(0);
      sizes.batch = type.getDim(1);
      sizes.features = type.getDim(2);
    }
    bool recurrent = context.requireRank(layer.recurrentWeights,
                                         "its recurrent weights", 2);
    if (recurrent)
      sizes.units = context.getType(layer.recurrentWeights).getDim(0);
    if (context.requireRank(layer.weights, "its weights", 2)) {
      requireSize({layer.weights, "its weights"}, 0, sizes.features,
                  "the features of its input");
      requireColumns({layer.weights, "its weights"}, 1, layer.gates);
    }
    if (recurrent)
      requireColumns({layer.recurrentWeights, "its recurrent weights"}, 1,
                     layer.gates);
    for (const Named &vector : layer.vectors)
      if (vector.value && context.requireRank(vector.value, vector.name, 1))
        requireColumns(vector, 0, vector.count);
    if (layer.mask && context.requireRank(layer.mask, "its mask", 2)) {
      requireSize({layer.mask, "its mask"}, 0, sizes.steps,
                  "the steps of its input");
      requireSize({layer.mask, "its mask"}, 1, sizes.batch,
                  "the batch of its input");
    }
    for (const Named &state : layer.states)
      if (state.value && context.requireRank(state.value, state.name, 2)) {
        requireSize(state, 0, sizes.batch, "the batch of its input");
        requireSize(state, 1, sizes.units,
                    "the units of its recurrent weights");
      }
    setResults(elementType);
  }

private:
  /// Floating-point numbers of one type; the first that are not are reported.
  Type requireElementTypes() {
    SmallVector<Named> operands = {{layer.input, "its input"},
                                   {layer.weights, "its weights"},
                                   {layer.recurrentWeights,
                                    "its recurrent weights"}};
    llvm::append_range(operands, layer.vectors);
    llvm::append_range(operands, layer.states);
    SmallVector<Value> floats;
    bool reported = false;
    for (const Named &operand : operands) {
      if (!operand.value)
        continue;
      TensorType type = context.getType(operand.value);
      if (!type.hasElementType() || isa<FloatType>(type.getElementType()))
        floats.push_back(operand.value);
      else if (!std::exchange(reported, true))
        context.requireElementType(operand.value, operand.name,
                                   "floating-point numbers",
                                   [](Type) { return false; });
    }
    if (layer.mask)
      context.requireElementType(layer.mask, "its mask", "truth values",
                                 [](Type type) { return type.isInteger(1); });
    return context.requireSameElementType(floats);
  }

  /// The size of an operand's axis must be the one that `source` describes;
  /// that becomes the more informative of both.
  void requireSize(const Named &operand, int64_t axis, DimAttr &wanted,
                   StringRef source) {
    DimAttr size = context.getType(operand.value).getDim(axis);
    std::string message = getMessage(operand, axis) + " as there are in " +
                          source.str();
    if (context.requireEqual(size, wanted, diag::valueLength, message)) {
      wanted = context.merge(wanted, size);
      return;
    }
    report(operand, axis, size, wanted, source);
  }

  /// An axis has `count` numbers for each unit.
  void requireColumns(const Named &operand, int64_t axis, int64_t count) {
    DimAttr size = context.getType(operand.value).getDim(axis);
    DimAttr wanted = sizes.units * context.constantDim(count);
    std::string message = getMessage(operand, axis) + " as " +
                          std::to_string(count) +
                          " for each unit of its recurrent weights";
    if (!context.requireEqual(size, wanted, diag::valueLength, message))
      report(operand, axis, size, wanted,
             sizes.units.str() + " units with " + std::to_string(count) +
                 " each");
    // Constants tell the units where the recurrent weights do not.
    std::optional<int64_t> constant = size.getConstant();
    if (sizes.units.isUnknown() && constant && *constant % count == 0)
      sizes.units = context.constantDim(*constant / count);
  }

  std::string getMessage(const Named &operand, int64_t axis) const {
    return context.getOpText() + " needs as many entries on axis " +
           std::to_string(axis) + " of " + operand.name.str();
  }

  void report(const Named &operand, int64_t axis, DimAttr size, DimAttr wanted,
              StringRef source) {
    std::string what = "entries on axis " + std::to_string(axis) + " of " +
                       operand.name.str() + " " +
                       context.getType(operand.value).getShapeText();
    context.error(operand.value, diag::valueLength)
        .fact("count", size.str())
        .fact("what", what)
        .fact("wanted", wanted.str())
        .fact("shape", source);
  }

  void setResults(Type elementType) {
    auto make = [&](ArrayRef<DimAttr> dims) {
      return TensorType::get(dims, elementType);
    };
    context.setResult(0, make({sizes.steps, sizes.batch, sizes.units}));
    for (unsigned i = 1; i < context.getOp()->getNumResults(); ++i)
      context.setResult(i, make({sizes.batch, sizes.units}));
  }

  const Layer &layer;
  RuleContext &context;
  Sizes sizes;
};

void requireClip(const std::optional<APFloat> &clip, RuleContext &context) {
  if (!clip || (!clip->isNaN() && (!clip->isNegative() || clip->isZero())))
    return;
  SmallString<16> text;
  clip->toString(text);
  context.error("clip", diag::attributeRange)
      .fact("what", "a limit of")
      .fact("value", text.str())
      .fact("wanted", "a number that is not negative");
}

} // namespace

void TenonDialect::registerRecurrentOps() {
  addOperations<
#define GET_OP_LIST
#include "tenon/Dialect/IR/Recurrent.cpp.inc"
      >();
}

void LstmOp::infer(RuleContext &context) {
  requireClip(getClip(), context);
  Layer layer{getInput(), getWeights(), getRecurrentWeights(), getMask(), 4};
  layer.vectors = {{getBias(), "its bias", 4},
                   {getPeepholes(), "its peepholes", 3}};
  layer.states = {{getInitialHidden(), "its initial hidden state"},
                  {getInitialCell(), "its initial cell state"}};
  RecurrentRule(layer, context).run();
}

void GruOp::infer(RuleContext &context) {
  requireClip(getClip(), context);
  Layer layer{getInput(), getWeights(), getRecurrentWeights(), getMask(), 3};
  layer.vectors = {{getBias(), "its bias", 3},
                   {getRecurrentBias(), "its recurrent bias", 3}};
  layer.states = {{getInitialHidden(), "its initial hidden state"}};
  RecurrentRule(layer, context).run();
}

void RnnOp::infer(RuleContext &context) {
  requireClip(getClip(), context);
  Layer layer{getInput(), getWeights(), getRecurrentWeights(), getMask(), 1};
  layer.vectors = {{getBias(), "its bias", 1}};
  layer.states = {{getInitialHidden(), "its initial hidden state"}};
  RecurrentRule(layer, context).run();
}

} // namespace tenon
