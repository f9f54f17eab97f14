//===- Collector.h - Diagnostics gathered, ordered and counted ------------===//
//
// Listens to a context's diagnostic engine and keeps everything in structured
// form until it is rendered. Diagnostics of MLIR itself (syntax errors,
// malformed operations) get a code of ours on the way in.
//
//===----------------------------------------------------------------------===//
#ifndef TENON_DIAGNOSTICS_COLLECTOR_H
#define TENON_DIAGNOSTICS_COLLECTOR_H

#include "tenon/Diagnostics/Emission.h"

namespace tenon {

/// Keys of the metadata dictionary that emission attaches.
namespace metadata {
inline constexpr llvm::StringLiteral code = "code", facts = "facts",
                                     label = "label", help = "help",
                                     edits = "edits";
} // namespace metadata

/// A text at a place of some source.
struct Span {
  mlir::Location location;
  std::string text;
};

/// One reported diagnostic with all its parts.
struct CollectedDiagnostic {
  const DiagnosticInfo *info;
  Severity severity;
  std::string message;
  Span primary;
  llvm::SmallVector<std::pair<std::string, std::string>> facts;
  llvm::SmallVector<Span> labels, edits;
  llvm::SmallVector<std::string> notes;
  std::string help;
};

class DiagnosticCollector {
public:
  /// Diagnostics without a code get `fallback` (a syntax error while parsing,
  /// a malformed operation afterwards).
  explicit DiagnosticCollector(mlir::MLIRContext &context);
  void setFallback(const DiagnosticInfo &info) { fallback = &info; }

  /// What was reported so far, in source order, each once.
  llvm::ArrayRef<CollectedDiagnostic> getSorted();
  bool hasErrors() const;
  /// The exit code these diagnostics ask for: 0 none, 1 the model is wrong,
  /// 2 wrong usage, 3 only limits of Tenon.
  int getExitCode() const;

private:
  void add(mlir::Diagnostic &diagnostic);

  const DiagnosticInfo *fallback = &diag::invalidOperation;
  std::vector<CollectedDiagnostic> diagnostics;
  mlir::ScopedDiagnosticHandler handler;
};

} // namespace tenon

#endif // TENON_DIAGNOSTICS_COLLECTOR_H
