//===- Renderer.h - Diagnostics as text for people ------------------------===//
#ifndef TENON_DIAGNOSTICS_RENDERER_H
#define TENON_DIAGNOSTICS_RENDERER_H

#include "tenon/Diagnostics/Collector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/MemoryBuffer.h"

namespace tenon {

/// Gives the text of a source by the name its locations carry, so that lines
/// can be quoted; sources that were read from a pipe are handed in.
class SourceTexts {
public:
  void add(llvm::StringRef name, llvm::StringRef text);
  /// The line (from 1) without its end, or none when the source is not text
  /// or not there.
  std::optional<llvm::StringRef> getLine(llvm::StringRef name, unsigned line);

private:
  struct Entry {
    std::unique_ptr<llvm::MemoryBuffer> buffer;
    llvm::SmallVector<llvm::StringRef> lines;
  };
  Entry *find(llvm::StringRef name);
  llvm::StringMap<Entry> entries;
};

/// Prints one diagnostic: header, quoted source with the span underlined,
/// labelled places, notes, help.
void renderText(const CollectedDiagnostic &diagnostic, SourceTexts &sources,
                llvm::raw_ostream &os);

/// Prints all of them and a closing count.
void renderAll(DiagnosticCollector &collector, SourceTexts &sources,
               llvm::raw_ostream &os);

} // namespace tenon

#endif // TENON_DIAGNOSTICS_RENDERER_H
