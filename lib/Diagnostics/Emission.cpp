//===- Emission.cpp - Diagnostics as metadata of MLIR's engine ------------===//

#include "tenon/Diagnostics/Emission.h"
#include "tenon/Diagnostics/Collector.h"
#include "mlir/IR/Builders.h"

using namespace mlir;

namespace tenon {
namespace {

/// Replaces each `{name}` by its fact. An unknown name is kept as it stands,
/// which the catalogue's tests would notice.
std::string fillPattern(StringRef pattern,
                 ArrayRef<std::pair<std::string, std::string>> facts) {
  std::string result;
  while (!pattern.empty()) {
    auto [before, rest] = pattern.split('{');
    result += before;
    if (before.size() == pattern.size())
      break;
    auto [name, after] = rest.split('}');
    const auto *fact = llvm::find_if(
        facts, [name = name](const auto &entry) { return entry.first == name; });
    result += fact == facts.end() ? ("{" + name + "}").str() : fact->second;
    pattern = after;
  }
  return result;
}

} // namespace

ArrayRef<const DiagnosticInfo *> getCatalogue() {
  static const DiagnosticInfo *const entries[] = {
#define TENON_DIAGNOSTIC(NAME, ...) &diag::NAME,
#include "tenon/Diagnostics/Catalogue.def"
  };
  return entries;
}

const DiagnosticInfo *lookupDiagnostic(StringRef code) {
  for (const DiagnosticInfo *info : getCatalogue())
    if (info->code == code)
      return info;
  return nullptr;
}

DiagnosticBuilder::DiagnosticBuilder(Location primary,
                                     const DiagnosticInfo &info)
    : pending(new Pending{primary, &info, {}, {}, {}, {}, {}, {}}) {}

DiagnosticBuilder &DiagnosticBuilder::fact(StringRef name, const Twine &value) {
  if (pending)
    pending->facts.emplace_back(name.str(), value.str());
  return *this;
}

DiagnosticBuilder &DiagnosticBuilder::fact(StringRef name, int64_t value) {
  return fact(name, Twine(value));
}

DiagnosticBuilder &DiagnosticBuilder::label(const Twine &text) {
  if (pending)
    pending->primaryLabel = text.str();
  return *this;
}

DiagnosticBuilder &DiagnosticBuilder::label(Location at, const Twine &text) {
  if (pending)
    pending->labels.emplace_back(at, text.str());
  return *this;
}

DiagnosticBuilder &DiagnosticBuilder::note(const Twine &text) {
  if (pending)
    pending->notes.push_back(text.str());
  return *this;
}

DiagnosticBuilder &DiagnosticBuilder::help(const Twine &text) {
  if (pending)
    pending->help = text.str();
  return *this;
}

DiagnosticBuilder &DiagnosticBuilder::edit(Location at,
                                           const Twine &replacement) {
  if (pending)
    pending->edits.emplace_back(at, replacement.str());
  return *this;
}

DiagnosticBuilder::~DiagnosticBuilder() {
  if (!pending)
    return;
  MLIRContext *context = pending->primary.getContext();
  const DiagnosticInfo &info = *pending->info;
  DiagnosticSeverity severity =
      info.severity == Severity::Error     ? DiagnosticSeverity::Error
      : info.severity == Severity::Warning ? DiagnosticSeverity::Warning
                                           : DiagnosticSeverity::Remark;
  InFlightDiagnostic report =
      context->getDiagEngine().emit(pending->primary, severity);
  report << fillPattern(info.message, pending->facts);

  Builder builder(context);
  NamedAttrList metadata, facts;
  for (auto &[name, value] : pending->facts)
    facts.set(name, builder.getStringAttr(value));
  metadata.set(metadata::code, builder.getStringAttr(info.code));
  metadata.set(metadata::facts, facts.getDictionary(context));
  metadata.set(metadata::label, builder.getStringAttr(pending->primaryLabel));
  StringRef help = info.help;
  if (!pending->help.empty())
    help = pending->help;
  std::string filledHelp = fillPattern(help, pending->facts);
  metadata.set(metadata::help, builder.getStringAttr(filledHelp));
  SmallVector<Attribute> edits;
  for (auto &[at, text] : pending->edits) {
    edits.push_back(LocationAttr(at));
    edits.push_back(builder.getStringAttr(text));
  }
  metadata.set(metadata::edits, builder.getArrayAttr(edits));
  report.getUnderlyingDiagnostic()->getMetadata().push_back(
      DiagnosticArgument(Attribute(metadata.getDictionary(context))));

  for (auto &[at, text] : pending->labels) {
    Diagnostic &note = report.attachNote(at);
    note << text;
    note.getMetadata().push_back(
        DiagnosticArgument(Attribute(builder.getStringAttr(metadata::label))));
  }
  for (const std::string &text : pending->notes)
    report.attachNote() << text;
}

DiagnosticBuilder emitDiagnostic(Location primary, const DiagnosticInfo &info) {
  return DiagnosticBuilder(primary, info);
}

} // namespace tenon
