//===- Emission.h - The one way to report something to a user -------------===//
//
// Every error, warning and note of Tenon is made here, from an entry of the
// catalogue and the facts that fill its patterns. It travels through MLIR's
// diagnostic engine, so any handler (the verifier of `-verify-diagnostics`, an
// editor, the collector of the driver) sees it; code, facts, labels, help and
// edits go along as metadata for handlers that know them.
//
//===----------------------------------------------------------------------===//
#ifndef TENON_DIAGNOSTICS_EMISSION_H
#define TENON_DIAGNOSTICS_EMISSION_H

#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/Location.h"

namespace tenon {

enum class Severity { Error, Warning, Note };

/// Whose affair a diagnostic is; the driver's exit code follows from it.
enum class Category {
  Model,   ///< the model is wrong: exit code 1
  Usage,   ///< the tool was called wrongly: exit code 2
  Limit,   ///< Tenon cannot do this: exit code 3
  Runtime, ///< said by compiled models
};

/// One entry of the catalogue.
struct DiagnosticInfo {
  llvm::StringLiteral name;
  llvm::StringLiteral code;
  Severity severity;
  Category category;
  llvm::StringLiteral title;
  llvm::StringLiteral message;
  llvm::StringLiteral help;
};

namespace diag {
#define TENON_DIAGNOSTIC(NAME, CODE, SEVERITY, CATEGORY, TITLE, MESSAGE, HELP) \
  inline constexpr DiagnosticInfo NAME{                                        \
      #NAME, CODE, Severity::SEVERITY, Category::CATEGORY, TITLE, MESSAGE,     \
      HELP};
#include "tenon/Diagnostics/Catalogue.def"
} // namespace diag

/// All entries, in the order of the catalogue.
llvm::ArrayRef<const DiagnosticInfo *> getCatalogue();
/// The entry with this code ("E0102"), or null.
const DiagnosticInfo *lookupDiagnostic(llvm::StringRef code);

/// A diagnostic being put together; it is reported when this object dies.
/// An empty one (default-constructed) swallows everything.
class DiagnosticBuilder {
public:
  DiagnosticBuilder() = default;
  DiagnosticBuilder(mlir::Location primary, const DiagnosticInfo &info);
  DiagnosticBuilder(DiagnosticBuilder &&) = default;
  DiagnosticBuilder &operator=(DiagnosticBuilder &&) = delete;
  ~DiagnosticBuilder();

  /// Fills the placeholder `{name}` of the entry's message and help.
  DiagnosticBuilder &fact(llvm::StringRef name, const llvm::Twine &value);
  DiagnosticBuilder &fact(llvm::StringRef name, int64_t value);
  /// What to say at the primary span itself.
  DiagnosticBuilder &label(const llvm::Twine &text);
  /// A secondary span: the other operand, the declaration, an origin.
  DiagnosticBuilder &label(mlir::Location at, const llvm::Twine &text);
  DiagnosticBuilder &note(const llvm::Twine &text);
  /// What to do; replaces the catalogue's pattern. May use facts.
  DiagnosticBuilder &help(const llvm::Twine &text);
  /// A replacement for the text at `at` that mends the mistake.
  DiagnosticBuilder &edit(mlir::Location at, const llvm::Twine &replacement);

private:
  struct Pending {
    mlir::Location primary;
    const DiagnosticInfo *info;
    llvm::SmallVector<std::pair<std::string, std::string>> facts;
    std::string primaryLabel, help;
    llvm::SmallVector<std::pair<mlir::Location, std::string>> labels, edits;
    llvm::SmallVector<std::string> notes;
  };
  std::unique_ptr<Pending> pending;
};

/// Reports at `primary` what the catalogue's entry says.
DiagnosticBuilder emitDiagnostic(mlir::Location primary,
                                 const DiagnosticInfo &info);

} // namespace tenon

#endif // TENON_DIAGNOSTICS_EMISSION_H
