//===- Pass.cpp - Lower checked models to linalg on tensors ---------------===//

#include "tenon/Conversion/TenonToLinalg/Passes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Bufferization/IR/Bufferization.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "tenon/Conversion/TenonToLinalg/Lowering.h"
#include "tenon/Dialect/IR/Model.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;

namespace tenon {
#define GEN_PASS_DEF_TENONTOLINALGPASS
#include "tenon/Conversion/TenonToLinalg/Passes.h.inc"

namespace {

/// Lowers one model to a function; everything that cannot be lowered is
/// reported at once.
class ModelLowering {
public:
  ModelLowering(ModelOp model, const LoweringRegistry &registry)
      : model(model), registry(registry),
        module(model->getParentOfType<ModuleOp>()), builder(model) {}

  LogicalResult run() {
    if (failed(requireLowerable()))
      return failure();
    collectParameters();
    createFunction();
    bindSymbols();
    SizeEmitter sizes(function, symbolValues);
    LoweringContext context(builder, sizes);
    mapArguments(context);
    context.lowerOperation = [&](Operation *op) { return lower(op, context); };
    collectDataConstraints();
    for (Operation &op : model.getBlock())
      if (failed(lower(&op, context)))
        return failure();
    describeDataSizes(sizes);
    model.erase();
    return success();
  }

private:
  LogicalResult requireLowerable() {
    bool ok = true;
    model.getBody().walk([&](Operation *op) {
      for (Value result : op->getResults()) {
        auto type = dyn_cast<TensorType>(result.getType());
        if (type && type.isComplete() && !type.getError())
          continue;
        emitDiagnostic(op->getLoc(), diag::notInferred)
            .fact("op", describeOperation(op))
            .fact("shape", type ? type.getText() : "no tensor")
            .help("run the check first");
        ok = false;
      }
      if (op->hasTrait<OpTrait::IsTerminator>() || isa<GetParameterOp>(op) ||
          registry.lookup(op->getName().getStringRef()))
        return;
      emitDiagnostic(op->getLoc(), diag::operatorUnsupported)
          .fact("node", describeOperation(op));
      ok = false;
    });
    return success(ok);
  }

  /// The parameters that the model reads, in the module's order.
  void collectParameters() {
    llvm::StringMap<SmallVector<GetParameterOp>> reads;
    model.getBody().walk([&](GetParameterOp read) {
      reads[read.getParameter()].push_back(read);
    });
    for (auto parameter : module.getOps<ParameterOp>())
      if (auto it = reads.find(parameter.getSymName()); it != reads.end())
        parameters.emplace_back(parameter, it->second);
  }

  void createFunction() {
    MLIRContext *context = model.getContext();
    SmallVector<Type> inputs, outputs;
    SmallVector<Location> locations;
    for (BlockArgument input : model.getBlock().getArguments()) {
      inputs.push_back(LoweringContext::convertType(
          LoweringContext::getType(input)));
      locations.push_back(input.getLoc());
    }
    for (unsigned i = 0; i < model.getSymbols().size(); ++i) {
      inputs.push_back(IndexType::get(context));
      locations.push_back(model.getLoc());
    }
    for (auto &[parameter, reads] : parameters) {
      inputs.push_back(LoweringContext::convertType(
          cast<TensorType>(parameter.getType())));
      locations.push_back(parameter.getLoc());
    }
    for (Value output : model.getOutput().getValues())
      outputs.push_back(LoweringContext::convertType(
          LoweringContext::getType(output)));
    function = func::FuncOp::create(
        builder, model.getLoc(), model.getSymName(),
        FunctionType::get(context, inputs, outputs));
    Block *entry = &function.getBody().emplaceBlock();
    entry->addArguments(inputs, locations);
    annotate();
    builder.setInsertionPointToEnd(entry);
  }

  /// What later stages need to know of the model: names, sizes, constraints.
  void annotate() {
    Builder attributes(model.getContext());
    auto describe = [&](ValueRange values) {
      SmallVector<Attribute> types;
      for (Value value : values)
        types.push_back(TypeAttr::get(value.getType()));
      return attributes.getArrayAttr(types);
    };
    OutputOp output = model.getOutput();
    function->setAttr("tenon.inputs",
                      describe(model.getBlock().getArguments()));
    function->setAttr("tenon.input_names", model.getInputNames());
    function->setAttr("tenon.outputs", describe(output.getValues()));
    function->setAttr("tenon.output_names", output.getNames());
    function->setAttr("tenon.symbols", model.getSymbols());
    SmallVector<Attribute> constraints;
    for (auto constraint : model.getConstraints().getAsRange<ConstraintAttr>())
      if (!dependsOnData(constraint))
        constraints.push_back(constraint);
    function->setAttr("tenon.constraints", attributes.getArrayAttr(constraints));
    SmallVector<Attribute> names;
    for (auto &[parameter, reads] : parameters)
      names.push_back(FlatSymbolRefAttr::get(parameter.getSymNameAttr()));
    function->setAttr("tenon.parameters", attributes.getArrayAttr(names));
  }

  void mapArguments(LoweringContext &context) {
    Block &entry = function.getBody().front();
    unsigned index = model.getBlock().getNumArguments();
    for (unsigned i = 0; i < index; ++i)
      context.map(model.getBlock().getArgument(i), entry.getArgument(i));
    index += model.getSymbols().size();
    for (auto &[parameter, reads] : parameters) {
      for (GetParameterOp read : reads)
        context.map(read.getResult(), entry.getArgument(index));
      ++index;
    }
  }

  LogicalResult lower(Operation *op, LoweringContext &context) {
    if (isa<GetParameterOp>(op))
      return success();
    if (auto output = dyn_cast<OutputOp>(op)) {
      SmallVector<Value> results;
      for (Value value : output.getValues())
        results.push_back(context.get(value));
      // Sizes that the data decides are results, too.
      for (const DataSize &size : context.getSizeEmitter().getDataSizes())
        results.push_back(size.value);
      func::ReturnOp::create(builder, op->getLoc(), results);
      function.setFunctionType(
          FunctionType::get(op->getContext(), function.getArgumentTypes(),
                            ValueRange(results).getTypes()));
      return success();
    }
    SmallVector<Value> results =
        (*registry.lookup(op->getName().getStringRef()))(op, context);
    for (auto [from, to] : llvm::zip_equal(op->getResults(), results)) {
      if (!to) {
        emitDiagnostic(op->getLoc(), diag::operatorUnsupported)
            .fact("node", describeOperation(op));
        return failure();
      }
      RankedTensorType wanted =
          LoweringContext::convertType(LoweringContext::getType(from));
      if (to.getType() != wanted)
        to = tensor::CastOp::create(builder, op->getLoc(), wanted, to);
      context.map(from, to);
    }
    checkDataConstraints(op->getLoc(), context);
    return success();
  }

  static llvm::SetVector<StringAttr> getSymbols(ConstraintAttr constraint) {
    llvm::SetVector<StringAttr> used;
    constraint.getLhs().collectSymbols(used);
    constraint.getRhs().collectSymbols(used);
    return used;
  }

  bool dependsOnData(ConstraintAttr constraint) {
    return !llvm::all_of(getSymbols(constraint), [&](StringAttr name) {
      return llvm::any_of(
          model.getSymbols().getAsRange<SymbolAttr>(),
          [&](SymbolAttr symbol) { return symbol.getName() == name; });
    });
  }

  /// Constraints on sizes that operations define cannot be checked at the
  /// entry.
  void collectDataConstraints() {
    for (auto constraint : model.getConstraints().getAsRange<ConstraintAttr>())
      if (dependsOnData(constraint))
        open.push_back(constraint);
  }

  /// They are checked as soon as all of their sizes are known.
  void checkDataConstraints(Location location, LoweringContext &context) {
    auto isReady = [&](ConstraintAttr constraint) {
      return llvm::all_of(getSymbols(constraint), [&](StringAttr name) {
        return context.getSizeEmitter().isDefined(name);
      });
    };
    for (ConstraintAttr constraint : open) {
      if (!isReady(constraint))
        continue;
      Value lhs = context.getIndex(constraint.getLhs());
      Value rhs = context.getIndex(constraint.getRhs());
      arith::CmpIPredicate relation = arith::CmpIPredicate::eq;
      if (constraint.getRelation() == Relation::AtLeast) {
        relation = arith::CmpIPredicate::sge;
      } else if (constraint.getRelation() == Relation::Divides) {
        Value one = context.createIndex(location, 1);
        rhs = arith::MaxSIOp::create(builder, location, rhs, one);
        lhs = arith::RemSIOp::create(builder, location, lhs, rhs);
        rhs = context.createIndex(location, 0);
      }
      context.createCheck(
          location,
          arith::CmpIOp::create(builder, location, relation, lhs, rhs),
          diag::constraintViolated, constraint.getMessage().getValue());
    }
    llvm::erase_if(open, isReady);
  }

  void describeDataSizes(const SizeEmitter &sizes) {
    SmallVector<Attribute> described;
    for (const DataSize &size : sizes.getDataSizes())
      described.push_back(
          ArrayAttr::get(model.getContext(), {size.symbol, size.limit}));
    function->setAttr("tenon.data_sizes",
                      ArrayAttr::get(model.getContext(), described));
  }

  /// The symbols' indices follow the inputs.
  void bindSymbols() {
    unsigned index = model.getBlock().getNumArguments();
    for (auto symbol : model.getSymbols().getAsRange<SymbolAttr>())
      symbolValues[symbol.getName()] =
          function.getBody().front().getArgument(index++);
  }

  ModelOp model;
  const LoweringRegistry &registry;
  ModuleOp module;
  OpBuilder builder;
  func::FuncOp function;
  DenseMap<StringAttr, Value> symbolValues;
  SmallVector<ConstraintAttr> open;
  SmallVector<std::pair<ParameterOp, SmallVector<GetParameterOp>>> parameters;
};

struct TenonToLinalgPass : impl::TenonToLinalgPassBase<TenonToLinalgPass> {
  using TenonToLinalgPassBase::TenonToLinalgPassBase;

  void runOnOperation() override {
    LoweringRegistry registry;
#define TENON_FAMILY(FAMILY) register##FAMILY##Lowerings(registry);
#include "tenon/Dialect/IR/Families.def"
    bool ok = true;
    for (auto model :
         llvm::make_early_inc_range(getOperation().getOps<ModelOp>()))
      ok &= succeeded(ModelLowering(model, registry).run());
    if (!ok)
      signalPassFailure();
  }
};

} // namespace
} // namespace tenon
