//===- Text.cpp - Textual IR with exact source spans ----------------------===//
//
// MLIR's parser gives each operation one point. Its state object, made for
// editors, knows the range of every name and use; from these the operations
// get locations with spans.
//
//===----------------------------------------------------------------------===//

#include "tenon/Import/Text/Text.h"
#include "tenon/Diagnostics/Emission.h"
#include "tenon/Diagnostics/Location.h"
#include "mlir/AsmParser/AsmParser.h"
#include "mlir/AsmParser/AsmParserState.h"
#include "mlir/Bytecode/BytecodeReader.h"
#include "mlir/Parser/Parser.h"

using namespace mlir;

namespace tenon {
namespace {

class SpanWriter {
public:
  SpanWriter(MLIRContext *context, const llvm::SourceMgr &sources,
             AsmParserState &state)
      : context(context), sources(sources), state(state),
        name(sources.getMemoryBuffer(sources.getMainFileID())
                 ->getBufferIdentifier()) {}

  void run() {
    collectUses();
    for (AsmParserState::BlockDefinition &block : state.getBlockDefs())
      for (auto [argument, definition] :
           llvm::zip(block.block->getArguments(), block.arguments))
        if (definition.loc.isValid())
          argument.setLoc(getRange(definition.loc));
    for (AsmParserState::OperationDefinition &definition : state.getOpDefs())
      if (hasPlainLocation(definition))
        setSpans(definition);
  }

private:
  void collectUses() {
    auto add = [&](const AsmParserState::SMDefinition &definition) {
      for (llvm::SMRange use : definition.uses)
        uses.push_back(use);
    };
    for (AsmParserState::BlockDefinition &block : state.getBlockDefs())
      for (auto &argument : block.arguments)
        add(argument);
    for (AsmParserState::OperationDefinition &op : state.getOpDefs())
      for (auto &group : op.resultGroups)
        add(group.definition);
    llvm::sort(uses, [](llvm::SMRange a, llvm::SMRange b) {
      return a.Start.getPointer() < b.Start.getPointer();
    });
  }

  LocationAttr getRange(llvm::SMRange range) {
    auto [line, column] = sources.getLineAndColumn(range.Start);
    auto [endLine, endColumn] = sources.getLineAndColumn(range.End);
    return FileLineColRange::get(StringAttr::get(context, name), line, column,
                                 endLine, endColumn);
  }

  /// The text gave no location of its own.
  bool hasPlainLocation(const AsmParserState::OperationDefinition &definition) {
    auto at = dyn_cast<FileLineColLoc>(definition.op->getLoc());
    return at && at.getFilename() == name &&
           at.getLine() ==
               sources.getLineAndColumn(definition.scopeLoc.Start).first;
  }

  void setSpans(const AsmParserState::OperationDefinition &definition) {
    Operation *op = definition.op;
    LocationAttr whole = getRange(definition.loc);
    const char *begin = definition.scopeLoc.Start.getPointer();
    const char *end = definition.scopeLoc.End.getPointer();
    auto first = llvm::lower_bound(uses, begin,
                                   [](llvm::SMRange use, const char *at) {
                                     return use.Start.getPointer() < at;
                                   });
    // Operands and attributes stand before the first region.
    if (op->getNumRegions())
      end = begin + std::min(StringRef(begin, end - begin).find('{'),
                             size_t(end - begin));
    SmallVector<LocationAttr> operands;
    for (auto it = first; it != uses.end() && it->Start.getPointer() < end;
         ++it)
      operands.push_back(getRange(*it));
    // Formats list operands in order; anything else has no certain spans.
    if (operands.size() != op->getNumOperands())
      operands.clear();
    SmallVector<NamedAttribute> attributes =
        findAttributes(op, StringRef(begin, end - begin));
    op->setLoc(operands.empty() && attributes.empty()
                   ? Location(whole)
                   : makeSpannedLocation(whole, operands, attributes));
  }

  /// The values of the op's attributes where its text has `name = value`; the
  /// parser keeps no ranges of them.
  SmallVector<NamedAttribute> findAttributes(Operation *op, StringRef text) {
    SmallVector<NamedAttribute> spans;
    for (NamedAttribute attribute : op->getAttrs()) {
      StringRef name = attribute.getName();
      for (size_t at = text.find(name); at != StringRef::npos;
           at = text.find(name, at + 1)) {
        StringRef rest = text.drop_front(at + name.size());
        bool isWord = (at == 0 || !isWordCharacter(text[at - 1]));
        if (!isWord || !rest.ltrim().starts_with("="))
          continue;
        StringRef value = takeValue(rest.ltrim().drop_front().ltrim());
        llvm::SMRange range(llvm::SMLoc::getFromPointer(value.begin()),
                            llvm::SMLoc::getFromPointer(value.end()));
        spans.emplace_back(attribute.getName(), Attribute(getRange(range)));
        break;
      }
    }
    return spans;
  }

  static bool isWordCharacter(char c) {
    return llvm::isAlnum(c) || c == '_' || c == '.' || c == '$';
  }

  /// The value at the start of the text: up to a separator outside of all
  /// brackets and strings.
  static StringRef takeValue(StringRef text) {
    int depth = 0;
    bool quoted = false;
    for (size_t i = 0; i < text.size(); ++i) {
      char c = text[i];
      if (c == '"' && (i == 0 || text[i - 1] != '\\'))
        quoted = !quoted;
      if (quoted)
        continue;
      if (StringRef("[<({").contains(c))
        ++depth;
      else if (StringRef("]>)}").contains(c) && --depth < 0)
        return text.take_front(i).rtrim();
      else if (depth == 0 && (c == ',' || c == ':' || isspace(c)))
        return text.take_front(i);
    }
    return text;
  }

  MLIRContext *context;
  const llvm::SourceMgr &sources;
  AsmParserState &state;
  StringRef name;
  std::vector<llvm::SMRange> uses;
};

/// The parser descends into brackets and signs by calling itself; this is far
/// beyond what models need, and far below what the stack holds.
constexpr int maxDepth = 400;
/// The parser's time grows with the square of a number's digits.
constexpr int maxDigits = 1000;

/// A place of the text that the parser should not be given.
struct Excess {
  const char *at;
  std::string problem;
};

std::optional<Excess> findExcess(StringRef text) {
  int depth = 0, signs = 0, digits = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '"') {
      for (++i; i < text.size() && text[i] != '"' && text[i] != '\n'; ++i)
        i += text[i] == '\\';
      continue;
    }
    if (c == '/' && text.substr(i).starts_with("//")) {
      i = std::min(text.find('\n', i), text.size());
      continue;
    }
    bool isArrow = c == '>' && i > 0 && text[i - 1] == '-';
    if (StringRef("[<({").contains(c))
      ++depth;
    else if (StringRef("]>)}").contains(c) && !isArrow)
      depth = std::max(depth - 1, 0);
    signs = c == '-' ? signs + 1 : isspace(c) ? signs : 0;
    digits = llvm::isDigit(c) ? digits + 1 : 0;
    if (depth + signs > maxDepth)
      return Excess{text.data() + i, "the text is nested more than " +
                                         std::to_string(maxDepth) + " deep"};
    if (digits > maxDigits)
      return Excess{text.data() + i, "a number has more than " +
                                         std::to_string(maxDigits) + " digits"};
  }
  return std::nullopt;
}

} // namespace

OwningOpRef<ModuleOp>
parseText(MLIRContext *context,
          const std::shared_ptr<llvm::SourceMgr> &sources) {
  ParserConfig config(context, /*verifyAfterParse=*/false);
  const llvm::MemoryBuffer *buffer =
      sources->getMemoryBuffer(sources->getMainFileID());
  if (isBytecode(*buffer))
    return parseSourceFile<ModuleOp>(sources, config);
  if (std::optional<Excess> excess = findExcess(buffer->getBuffer())) {
    auto [line, column] =
        sources->getLineAndColumn(llvm::SMLoc::getFromPointer(excess->at));
    emitDiagnostic(FileLineColLoc::get(context, buffer->getBufferIdentifier(),
                                       line, column),
                   diag::syntaxError)
        .fact("problem", excess->problem);
    return {};
  }
  AsmParserState state;
  Block block;
  if (failed(parseAsmSourceFile(*sources, &block, config, &state)))
    return {};
  SpanWriter(context, *sources, state).run();
  Location at = FileLineColLoc::get(context, buffer->getBufferIdentifier(), 1, 1);
  return mlir::detail::constructContainerOpForParserIfNecessary<ModuleOp>(
      &block, context, at);
}

} // namespace tenon
