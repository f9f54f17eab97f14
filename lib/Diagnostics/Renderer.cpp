//===- Renderer.cpp - Diagnostics as text for people ----------------------===//

#include "tenon/Diagnostics/Renderer.h"
#include "tenon/Diagnostics/Location.h"
#include "llvm/Support/Unicode.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir;

namespace tenon {
namespace {

/// Lines longer than this are data, not something to quote.
constexpr size_t longestQuotedLine = 400;

StringRef getSeverityName(Severity severity) {
  switch (severity) {
  case Severity::Error:
    return "error";
  case Severity::Warning:
    return "warning";
  case Severity::Note:
    return "note";
  }
  return "error";
}

/// Columns that a piece of a line takes on a terminal.
unsigned getDisplayWidth(StringRef text) {
  int width = llvm::sys::unicode::columnWidthUTF8(text);
  return width < 0 ? text.size() : width;
}

/// `file:line:col-endcol`, or `file: Conv node 'conv1' (node 3)`.
std::string describePlace(const ResolvedLocation &at) {
  std::string text = at.file;
  if (!at.node.empty())
    return text + ": " + at.node + ", node " + std::to_string(at.nodeIndex);
  if (!at.line)
    return text;
  text += ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
  if (at.endLine > at.line)
    text += "-" + std::to_string(at.endLine) + ":" +
            std::to_string(at.endColumn);
  else if (at.endColumn > at.column)
    text += "-" + std::to_string(at.endColumn);
  else if (at.column == 1 && at.endColumn == 1)
    // Only the line is known.
    text.resize(text.rfind(':'));
  return text;
}

/// Quotes the line of a place with the span underlined and labelled.
void quote(const ResolvedLocation &at, char mark, StringRef label,
           SourceTexts &sources, raw_ostream &os) {
  std::optional<StringRef> line =
      at.line ? sources.getLine(at.file, at.line) : std::nullopt;
  if (!line || line->size() > longestQuotedLine) {
    if (!label.empty())
      os << "   | " << label << "\n";
    return;
  }
  std::string shown;
  for (char c : *line)
    shown += c == '\t' ? ' ' : c;
  std::string number = std::to_string(at.line);
  std::string margin(number.size(), ' ');
  size_t start = std::min<size_t>(at.column ? at.column - 1 : 0, line->size());
  size_t end = at.endLine > at.line ? line->size()
                                    : std::min<size_t>(at.endColumn ? at.endColumn - 1 : 0,
                                                       line->size());
  unsigned width = end > start
                       ? getDisplayWidth(StringRef(shown).slice(start, end))
                       : 1;
  os << " " << number << " | " << shown << "\n";
  os << " " << margin << " | "
     << std::string(getDisplayWidth(StringRef(shown).take_front(start)), ' ')
     << std::string(std::max(width, 1u), mark);
  if (!label.empty())
    os << " " << label;
  os << "\n";
}

void renderSpan(const Span &span, StringRef arrow, char mark,
                SourceTexts &sources, raw_ostream &os) {
  ResolvedLocation at = resolveLocation(span.location);
  if (!at.isKnown()) {
    if (!span.text.empty())
      os << "   = " << span.text << "\n";
    return;
  }
  os << arrow << describePlace(at) << "\n";
  quote(at, mark, span.text, sources, os);
  if (!at.trace)
    return;
  ResolvedLocation origin = resolveLocation(*at.trace);
  if (!origin.isKnown())
    return;
  os << "   = exported from " << describePlace(origin) << "\n";
  quote(origin, mark, "", sources, os);
}

} // namespace

void SourceTexts::add(StringRef name, StringRef text) {
  Entry &entry = entries[name];
  entry.buffer = llvm::MemoryBuffer::getMemBufferCopy(text, name);
  entry.lines.clear();
  entry.buffer->getBuffer().split(entry.lines, '\n');
}

SourceTexts::Entry *SourceTexts::find(StringRef name) {
  auto [it, inserted] = entries.try_emplace(name);
  Entry &entry = it->second;
  if (inserted) {
    auto buffer = llvm::MemoryBuffer::getFile(name, /*IsText=*/true,
                                              /*RequiresNullTerminator=*/false);
    // Binary files have no lines to quote.
    if (buffer && !(*buffer)->getBuffer().take_front(4096).contains('\0')) {
      entry.buffer = std::move(*buffer);
      entry.buffer->getBuffer().split(entry.lines, '\n');
    }
  }
  return &entry;
}

std::optional<StringRef> SourceTexts::getLine(StringRef name, unsigned line) {
  Entry *entry = find(name);
  if (line == 0 || line > entry->lines.size())
    return std::nullopt;
  return entry->lines[line - 1].rtrim('\r');
}

void renderText(const CollectedDiagnostic &diagnostic, SourceTexts &sources,
                raw_ostream &os) {
  os << getSeverityName(diagnostic.severity) << "[" << diagnostic.info->code
     << "]: " << diagnostic.message << "\n";
  renderSpan(diagnostic.primary, "  --> ", '^', sources, os);
  for (const Span &label : diagnostic.labels)
    renderSpan(label, "  ::: ", '-', sources, os);
  for (const std::string &note : diagnostic.notes)
    os << "   = note: " << note << "\n";
  if (!diagnostic.help.empty())
    os << "   = help: " << diagnostic.help << "\n";
}

void renderAll(DiagnosticCollector &collector, SourceTexts &sources,
               raw_ostream &os) {
  unsigned errors = 0, warnings = 0;
  for (const CollectedDiagnostic &diagnostic : collector.getSorted()) {
    renderText(diagnostic, sources, os);
    os << "\n";
    errors += diagnostic.severity == Severity::Error;
    warnings += diagnostic.severity == Severity::Warning;
  }
  if (errors)
    os << errors << (errors == 1 ? " error" : " errors") << "\n";
  if (warnings)
    os << warnings << (warnings == 1 ? " warning" : " warnings") << "\n";
}

} // namespace tenon
