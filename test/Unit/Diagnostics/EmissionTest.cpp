//===- EmissionTest.cpp - What is emitted arrives whole -------------------===//

#include "tenon/Diagnostics/Collector.h"
#include "tenon/Diagnostics/Location.h"
#include "tenon/Diagnostics/Renderer.h"
#include "mlir/IR/MLIRContext.h"
#include "gtest/gtest.h"

using namespace mlir;
using namespace tenon;

namespace {

Location at(MLIRContext &context, unsigned line, unsigned from, unsigned to) {
  return FileLineColRange::get(StringAttr::get(&context, "net.mlir"), line,
                               from, line, to);
}

} // namespace

TEST(Emission, carriesEverythingToTheCollector) {
  MLIRContext context;
  DiagnosticCollector collector(context);
  emitDiagnostic(at(context, 2, 3, 6), diag::operatorUnsupported)
      .fact("node", "the `add`")
      .label("here")
      .label(at(context, 1, 1, 2), "declared here")
      .note("a note")
      .help("write {node} otherwise")
      .edit(at(context, 2, 3, 6), "sub");
  ArrayRef<CollectedDiagnostic> all = collector.getSorted();
  ASSERT_EQ(all.size(), 1u);
  const CollectedDiagnostic &one = all[0];
  EXPECT_EQ(one.info->code, "E0803");
  EXPECT_EQ(one.message,
            "the `add` is an operator that Tenon does not support yet");
  EXPECT_EQ(one.primary.text, "here");
  ASSERT_EQ(one.labels.size(), 1u);
  EXPECT_EQ(one.labels[0].text, "declared here");
  ASSERT_EQ(one.notes.size(), 1u);
  EXPECT_EQ(one.help, "write the `add` otherwise");
  ASSERT_EQ(one.edits.size(), 1u);
  EXPECT_EQ(one.edits[0].text, "sub");
  EXPECT_EQ(collector.getExitCode(), 3);
}

TEST(Emission, sortsBySourceAndDropsRepetitions) {
  MLIRContext context;
  DiagnosticCollector collector(context);
  for (unsigned line : {5u, 2u, 5u})
    emitDiagnostic(at(context, line, 1, 2), diag::syntaxError)
        .fact("problem", "line " + Twine(line));
  ArrayRef<CollectedDiagnostic> all = collector.getSorted();
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].message, "line 2");
  EXPECT_EQ(all[1].message, "line 5");
  EXPECT_EQ(collector.getExitCode(), 1);
}

TEST(Emission, exitCodeOfTheWorst) {
  MLIRContext context;
  DiagnosticCollector collector(context);
  EXPECT_EQ(collector.getExitCode(), 0);
  emitDiagnostic(at(context, 1, 1, 2), diag::operatorUnsupported)
      .fact("node", "x");
  EXPECT_EQ(collector.getExitCode(), 3);
  emitDiagnostic(at(context, 1, 1, 2), diag::usage).fact("problem", "x");
  EXPECT_EQ(collector.getExitCode(), 2);
  emitDiagnostic(at(context, 1, 1, 2), diag::syntaxError).fact("problem", "x");
  EXPECT_EQ(collector.getExitCode(), 1);
}

TEST(Renderer, underlinesTheSpanAndCountsColumns) {
  MLIRContext context;
  DiagnosticCollector collector(context);
  SourceTexts sources;
  sources.add("net.mlir", "first\n\tsecond \xc3\xa4 line\n");
  emitDiagnostic(at(context, 2, 2, 8), diag::syntaxError)
      .fact("problem", "no such word")
      .label("this");
  std::string text;
  llvm::raw_string_ostream os(text);
  renderAll(collector, sources, os);
  EXPECT_EQ(text, "error[E0810]: no such word\n"
                  "  --> net.mlir:2:2-8\n"
                  " 2 |  second \xc3\xa4 line\n"
                  "   |  ^^^^^^ this\n"
                  "\n1 error\n");
}

TEST(Location, spansOfOperandsSurvive) {
  MLIRContext context;
  Location node = makeNodeLocation(&context, "net.onnx", 7, "conv1",
                                   "Conv node 'conv1'",
                                   at(context, 12, 1, 1));
  ResolvedLocation resolved = resolveLocation(node);
  EXPECT_EQ(resolved.file, "net.onnx");
  EXPECT_EQ(resolved.nodeIndex, 7u);
  EXPECT_EQ(resolved.node, "Conv node 'conv1'");
  ASSERT_TRUE(resolved.trace.has_value());
  EXPECT_EQ(resolveLocation(*resolved.trace).line, 12u);
}
