//===- Collector.cpp - Diagnostics gathered, ordered and counted ----------===//

#include "tenon/Diagnostics/Collector.h"
#include "tenon/Diagnostics/Location.h"
#include "llvm/ADT/STLExtras.h"

using namespace mlir;

namespace tenon {

DiagnosticCollector::DiagnosticCollector(MLIRContext &context)
    : handler(&context, [this](Diagnostic &diagnostic) { add(diagnostic); }) {
  // The text says where; attributes that share parts print without end.
  context.printOpOnDiagnostic(false);
}

void DiagnosticCollector::add(Diagnostic &diagnostic) {
  CollectedDiagnostic entry{fallback,
                            Severity::Error,
                            diagnostic.str(),
                            {diagnostic.getLocation(), ""},
                            {},
                            {},
                            {},
                            {},
                            ""};
  if (diagnostic.getSeverity() == DiagnosticSeverity::Warning)
    entry.severity = Severity::Warning;
  else if (diagnostic.getSeverity() != DiagnosticSeverity::Error)
    entry.severity = Severity::Note;

  for (DiagnosticArgument &argument : diagnostic.getMetadata()) {
    if (argument.getKind() !=
        DiagnosticArgument::DiagnosticArgumentKind::Attribute)
      continue;
    auto parts = dyn_cast<DictionaryAttr>(argument.getAsAttribute());
    if (!parts)
      continue;
    if (auto code = parts.getAs<StringAttr>(metadata::code))
      if (const DiagnosticInfo *info = lookupDiagnostic(code))
        entry.info = info;
    if (auto label = parts.getAs<StringAttr>(metadata::label))
      entry.primary.text = label.str();
    if (auto help = parts.getAs<StringAttr>(metadata::help))
      entry.help = help.str();
    if (auto facts = parts.getAs<DictionaryAttr>(metadata::facts))
      for (NamedAttribute fact : facts)
        entry.facts.emplace_back(fact.getName().str(),
                                 cast<StringAttr>(fact.getValue()).str());
    if (auto edits = parts.getAs<ArrayAttr>(metadata::edits))
      for (unsigned i = 0; i + 1 < edits.size(); i += 2)
        entry.edits.push_back({cast<LocationAttr>(edits[i]),
                               cast<StringAttr>(edits[i + 1]).str()});
  }
  for (Diagnostic &note : diagnostic.getNotes()) {
    if (note.getMetadata().empty())
      entry.notes.push_back(note.str());
    else
      entry.labels.push_back({note.getLocation(), note.str()});
  }
  diagnostics.push_back(std::move(entry));
}

ArrayRef<CollectedDiagnostic> DiagnosticCollector::getSorted() {
  auto key = [](const CollectedDiagnostic &entry) {
    ResolvedLocation at = resolveLocation(entry.primary.location);
    return std::tuple(at.file, at.line, at.column, at.nodeIndex,
                      entry.info->code.str(), entry.message);
  };
  std::vector<std::pair<decltype(key(diagnostics[0])), size_t>> order;
  for (auto [index, entry] : llvm::enumerate(diagnostics))
    order.emplace_back(key(entry), index);
  llvm::sort(order);
  order.erase(llvm::unique(order, [](const auto &a, const auto &b) {
                return a.first == b.first;
              }),
              order.end());
  std::vector<CollectedDiagnostic> sorted;
  for (auto &[ignored, index] : order)
    sorted.push_back(std::move(diagnostics[index]));
  diagnostics = std::move(sorted);
  return diagnostics;
}

bool DiagnosticCollector::hasErrors() const {
  return llvm::any_of(diagnostics, [](const CollectedDiagnostic &entry) {
    return entry.severity == Severity::Error;
  });
}

int DiagnosticCollector::getExitCode() const {
  bool usage = false, limit = false;
  for (const CollectedDiagnostic &entry : diagnostics) {
    if (entry.severity != Severity::Error)
      continue;
    if (entry.info->category == Category::Usage)
      usage = true;
    else if (entry.info->category == Category::Limit)
      limit = true;
    else
      return 1;
  }
  return usage ? 2 : limit ? 3 : 0;
}

} // namespace tenon
