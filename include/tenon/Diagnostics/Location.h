//===- Location.h - Where things stand in a user's source -----------------===//
//
// Front ends describe places with upstream location attributes, by these
// conventions, so that every stage keeps them without knowing of them:
//   a range of text        FileLineColRange
//   an operation with      FusedLoc over its own range, with a dictionary as
//     spans of its parts   metadata: `operands`, an array of locations, and
//                          `attributes`, a dictionary of them
//   a node of a file       NameLoc("name") over FileLineColRange(file, index),
//     without lines        in a FusedLoc with `node`, its description
//
//===----------------------------------------------------------------------===//
#ifndef TENON_DIAGNOSTICS_LOCATION_H
#define TENON_DIAGNOSTICS_LOCATION_H

#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/Location.h"

namespace mlir {
class Operation;
}

namespace tenon {

/// A location with the spans of an operation's parts. Missing spans are null.
mlir::Location
makeSpannedLocation(mlir::Location whole,
                    llvm::ArrayRef<mlir::LocationAttr> operands,
                    llvm::ArrayRef<mlir::NamedAttribute> attributes = {});

/// The span of the op's `index`-th operand where the front end knows it, else
/// that of the op.
mlir::Location getOperandSpan(mlir::Operation *op, unsigned index);
/// The same for a named attribute.
mlir::Location getAttributeSpan(mlir::Operation *op, llvm::StringRef name);

/// A node of a model file that has no lines. `description` is shown to the
/// user ("Conv node 'conv1'"); `trace`, where known, is the place in the
/// program that the node was exported from.
mlir::Location makeNodeLocation(mlir::MLIRContext *context,
                                llvm::StringRef file, unsigned index,
                                llvm::StringRef name,
                                llvm::StringRef description,
                                std::optional<mlir::Location> trace);

/// A place as renderers show it. Lines and columns count from 1 (columns in
/// bytes), ends are exclusive; zero where there is none.
struct ResolvedLocation {
  std::string file;
  unsigned line = 0, column = 0, endLine = 0, endColumn = 0;
  /// For places in files without lines: the node, and its index.
  std::string node;
  unsigned nodeIndex = 0;
  /// The place in a program that this was exported from.
  std::optional<mlir::Location> trace;

  bool isKnown() const { return !file.empty(); }
};
ResolvedLocation resolveLocation(mlir::Location location);

} // namespace tenon

#endif // TENON_DIAGNOSTICS_LOCATION_H
