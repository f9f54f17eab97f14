//===- DimTestSupport.h - Fixture of the tests of sizes -------------------===//
//
// A context that knows `DimAttr`, and sizes from text.
//
//===----------------------------------------------------------------------===//
#ifndef TENON_TEST_UNIT_DIALECT_DIMTESTSUPPORT_H
#define TENON_TEST_UNIT_DIALECT_DIMTESTSUPPORT_H

#include "../../../lib/Dialect/IR/DimDetail.h"
#include "mlir/AsmParser/AsmParser.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/Dialect.h"
#include "mlir/IR/DialectImplementation.h"
#include "mlir/IR/MLIRContext.h"
#include "tenon/Dialect/IR/Dim.h"
#include "gtest/gtest.h"

namespace tenon::test {

/// Registers `DimAttr` as `#tenon.dim<...>`.
class DimDialect : public mlir::Dialect {
public:
  static constexpr llvm::StringLiteral getDialectNamespace() { return "tenon"; }

  explicit DimDialect(mlir::MLIRContext *context)
      : Dialect("tenon", context, mlir::TypeID::get<DimDialect>()) {
    addAttributes<DimAttr>();
  }

  mlir::Attribute parseAttribute(mlir::DialectAsmParser &parser,
                                 mlir::Type) const override {
    if (parser.parseKeyword("dim") || parser.parseLess())
      return {};
    mlir::FailureOr<DimAttr> dim = DimAttr::parse(parser);
    if (failed(dim) || parser.parseGreater())
      return {};
    return *dim;
  }

  void printAttribute(mlir::Attribute attribute,
                      mlir::DialectAsmPrinter &printer) const override {
    printer << "dim<" << llvm::cast<DimAttr>(attribute).str() << ">";
  }
};

using TestedDialect = DimDialect;

class DimFixture : public testing::Test {
protected:
  DimFixture() { context.loadDialect<TestedDialect>(); }

  DimAttr constant(int64_t value) { return DimAttr::get(&context, value); }
  DimAttr symbol(llvm::StringRef name) {
    return DimAttr::getSymbol(&context, name);
  }
  mlir::StringAttr name(llvm::StringRef name) {
    return mlir::StringAttr::get(&context, name);
  }
  DimAttr unknown() { return DimAttr::getUnknown(&context); }

  /// The size written so, which must be one.
  DimAttr dim(llvm::StringRef text) {
    mlir::Attribute attribute =
        mlir::parseAttribute(("#tenon.dim<" + text + ">").str(), &context);
    EXPECT_TRUE(attribute) << text.str();
    return attribute ? llvm::cast<DimAttr>(attribute) : unknown();
  }

  /// The message, with its column counted in `text`, of a size that is none.
  std::string error(llvm::StringRef text) {
    std::string message;
    mlir::ScopedDiagnosticHandler handler(
        &context, [&](mlir::Diagnostic &diagnostic) {
          constexpr int prefix = sizeof("#tenon.dim<") - 1;
          auto location =
              llvm::dyn_cast<mlir::FileLineColLoc>(diagnostic.getLocation());
          if (location)
            message += std::to_string(int(location.getColumn()) - prefix);
          message += ": " + diagnostic.str();
        });
    EXPECT_FALSE(
        mlir::parseAttribute(("#tenon.dim<" + text + ">").str(), &context));
    return message;
  }

  mlir::MLIRContext context;
};

} // namespace tenon::test

#endif // TENON_TEST_UNIT_DIALECT_DIMTESTSUPPORT_H
