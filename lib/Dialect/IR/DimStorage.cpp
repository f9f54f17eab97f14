//===- DimStorage.cpp - Uniquing of sizes ---------------------------------===//
//
// The storage of `DimAttr` in the context, and what can be read off it.
//
//===----------------------------------------------------------------------===//
#include "DimDetail.h"
#include "mlir/IR/MLIRContext.h"
#include "llvm/ADT/Hashing.h"

using namespace mlir;
using namespace tenon;
using namespace tenon::detail;
using llvm::ArrayRef;

MLIR_DEFINE_EXPLICIT_TYPE_ID(tenon::DimAttr)

bool DimStorage::operator==(const KeyTy &key) const {
  if (form != key.form)
    return false;
  if (form == DimForm::Sum)
    return terms == key.terms;
  return symbol == key.symbol && operands == key.operands;
}

llvm::hash_code DimStorage::hashKey(const KeyTy &key) {
  llvm::hash_code hash = llvm::hash_combine(
      key.form, key.symbol,
      llvm::hash_combine_range(key.operands.begin(), key.operands.end()));
  for (const DimTerm &term : key.terms) {
    hash = llvm::hash_combine(hash, term.coefficient);
    for (const DimFactor &factor : term.factors)
      hash = llvm::hash_combine(hash, factor.atom, factor.power);
  }
  return hash;
}

DimStorage *DimStorage::construct(AttributeStorageAllocator &allocator,
                                  const KeyTy &key) {
  auto *storage = new (allocator.allocate<DimStorage>()) DimStorage(key.form);
  storage->symbol = key.symbol;
  storage->operands = allocator.copyInto(key.operands);
  for (DimAttr operand : key.operands) {
    storage->depth = std::max(storage->depth, 1 + DimAccess::getDepth(operand));
    storage->size += DimAccess::getSize(operand);
  }

  if (key.form == DimForm::Sum) {
    llvm::SmallVector<DimTerm> terms;
    for (const DimTerm &term : key.terms) {
      terms.push_back({term.coefficient, allocator.copyInto(term.factors)});
      ++storage->size;
      for (const DimFactor &factor : term.factors) {
        storage->depth =
            std::max(storage->depth, DimAccess::getDepth(factor.atom));
        storage->size += factor.power * DimAccess::getSize(factor.atom);
      }
    }
    storage->terms = allocator.copyInto(ArrayRef<DimTerm>(terms));
  } else if (key.form != DimForm::Unknown) {
    DimFactor itself{DimAttr(storage), 1};
    DimTerm term{1, allocator.copyInto(ArrayRef<DimFactor>(itself))};
    storage->terms = allocator.copyInto(ArrayRef<DimTerm>(term));
  }
  return storage;
}

DimAttr DimAccess::get(MLIRContext *context, const DimKey &key) {
  return DimAttr::Base::get(context, key.form, key.symbol, key.operands,
                            key.terms);
}

unsigned DimAccess::getDepth(DimAttr dim) {
  return static_cast<const DimStorage *>(dim.getAsOpaquePointer())->depth;
}

unsigned DimAccess::getSize(DimAttr dim) {
  return static_cast<const DimStorage *>(dim.getAsOpaquePointer())->size;
}

DimAttr DimAttr::getSymbol(MLIRContext *context, llvm::StringRef name) {
  return DimAccess::get(
      context, {DimForm::Symbol, StringAttr::get(context, name), {}, {}});
}

DimAttr DimAttr::getUnknown(MLIRContext *context) {
  return DimAccess::get(context, {DimForm::Unknown, {}, {}, {}});
}

DimAttr tenon::detail::getAtom(DimForm form, ArrayRef<DimAttr> operands) {
  MLIRContext *context = operands.front().getContext();
  unsigned depth = 0, size = 1;
  if (operands.size() > maxTerms)
    return DimAttr::getUnknown(context);
  for (DimAttr operand : operands) {
    if (operand.isUnknown())
      return operand;
    depth = std::max(depth, 1 + DimAccess::getDepth(operand));
    size += DimAccess::getSize(operand);
    if (depth > maxDepth || size > maxSize)
      return DimAttr::getUnknown(context);
  }
  return DimAccess::get(context, {form, {}, operands, {}});
}

bool DimAttr::isUnknown() const { return getImpl()->form == DimForm::Unknown; }

std::optional<int64_t> DimAttr::getConstant() const {
  if (getImpl()->form != DimForm::Sum)
    return std::nullopt;
  ArrayRef<DimTerm> terms = getTerms();
  if (terms.empty())
    return 0;
  if (!terms.front().factors.empty())
    return std::nullopt;
  return terms.front().coefficient;
}

StringAttr DimAttr::getSymbol() const { return getImpl()->symbol; }

ArrayRef<DimTerm> DimAttr::getTerms() const { return getImpl()->terms; }

std::optional<DimAtomKind> DimAttr::getAtomKind() const {
  switch (getImpl()->form) {
  case DimForm::Unknown:
  case DimForm::Sum:
    return std::nullopt;
  case DimForm::Symbol:
    return DimAtomKind::Symbol;
  case DimForm::FloorDiv:
    return DimAtomKind::FloorDiv;
  case DimForm::Max:
    return DimAtomKind::Max;
  }
  llvm_unreachable("every form is handled");
}

ArrayRef<DimAttr> DimAttr::getOperands() const { return getImpl()->operands; }
