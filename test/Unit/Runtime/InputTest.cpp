//===- InputTest.cpp - inputs that do not fit the model -------------------===//
//
// One test per error code from E0501 to E0508, several mistakes at once, and
// how arrays find their inputs.
//
//===----------------------------------------------------------------------===//
#include "ByteFixtures.h"
#include "FakeModel.h"

#include <gtest/gtest.h>

#include <utility>

using namespace tenon::test;

namespace {

class Input : public testing::Test {
protected:
  std::string f32(const std::string &name, const std::vector<int64_t> &shape) {
    return folder.write(name, f32Npy(shape));
  }

  std::string mask(const std::string &shape, int64_t count) {
    return folder.write("mask.npy", npyBytes(dictionary("<i8", shape),
                                             std::string(count * 8, '\0')));
  }

  /// Runs the full model; empty paths are left out.
  Outcome runFull(const std::string &image, const std::string &mask,
                  const std::string &tail, std::vector<std::string> more = {}) {
    for (auto [name, path] :
         {std::pair<const char *, std::string>{"image", image},
          {"mask", mask},
          {"tail", tail}})
      if (!path.empty()) {
        more.push_back("--input");
        more.push_back(std::string(name) + "=" + path);
      }
    return run(fullModel(), more);
  }

  void expectError(const Outcome &outcome, const std::string &message) {
    EXPECT_EQ(outcome.exitCode, 1);
    EXPECT_EQ(outcome.out, "");
    EXPECT_EQ(outcome.err, message);
  }

  TemporaryFolder folder;
};

TEST_F(Input, thatFits) {
  Outcome outcome =
      runFull(f32("i", {2, 3, 4}), mask("(2, 4)", 8), f32("t", {9}));
  EXPECT_EQ(outcome.exitCode, 0);
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(outcome.out, "sum: f32 [2]\n  66, 210\n"
                         "  min 66, max 210, mean 138\n"
                         "steps: i32 [2]\n  0, 1\n"
                         "  min 0, max 1, mean 0.5\n");
}

TEST_F(Input, E0501RankDiffers) {
  expectError(run(smallModel(), {"--input", f32("x", {2, 1, 2})}),
              "error[E0501]: the input 'x' has rank 3 ([2, 1, 2]), but the "
              "model takes rank 2 ([n, 2])\n");
}

TEST_F(Input, E0501MissingAxis) {
  expectError(run(smallModel(), {"--input", f32("x", {2})}),
              "error[E0501]: the input 'x' has rank 1 ([2]), but the model "
              "takes rank 2 ([n, 2])\n"
              "  help: add the missing axis: x = x[None]\n");
}

TEST_F(Input, E0501SpareAxes) {
  expectError(run(smallModel(), {"--input", f32("x", {1, 1, 5, 2})}),
              "error[E0501]: the input 'x' has rank 4 ([1, 1, 5, 2]), but the "
              "model takes rank 2 ([n, 2])\n"
              "  help: drop the first axes: x = x[0, 0]\n");
}

TEST_F(Input, E0502DimensionDiffers) {
  expectError(run(smallModel(), {"--input", f32("x", {4, 3})}),
              "error[E0502]: the input 'x' has 3 on axis 1 ([4, 3]), but the "
              "model takes 2 there ([n, 2])\n");
}

TEST_F(Input, E0502AxesInAnotherOrder) {
  expectError(run(smallModel(), {"--input", f32("x", {2, 3})}),
              "error[E0502]: the input 'x' has 3 on axis 1 ([2, 3]), but the "
              "model takes 2 there ([n, 2])\n"
              "  help: swap its axes: x = x.T\n");
  expectError(runFull(f32("i", {2, 4, 3}), mask("(2, 4)", 8), f32("t", {9})),
              "error[E0502]: the input 'image' has 4 on axis 1 ([2, 4, 3]), "
              "but the model takes 3 there ([batch, 3, 4])\n"
              "  help: put its channels first: x = numpy.moveaxis(x, -1, 1)\n"
              "error[E0502]: the input 'image' has 3 on axis 2 ([2, 4, 3]), "
              "but the model takes 4 there ([batch, 3, 4])\n");
}

TEST_F(Input, E0502TwoInputsBindOneSymbol) {
  expectError(runFull(f32("i", {2, 3, 4}), mask("(3, 6)", 18), f32("t", {13})),
              "error[E0502]: 'batch' is 2 by axis 0 of the input 'image' "
              "([2, 3, 4]), but 3 by axis 0 of the input 'mask' ([3, 6])\n");
}

TEST_F(Input, E0502DimDiffersFromTheOption) {
  expectError(run(smallModel(), {"--input", f32("x", {4, 2}), "--dim", "n=5"}),
              "error[E0502]: 'n' is 4 by axis 0 of the input 'x', but 5 by "
              "--dim\n");
}

TEST_F(Input, E0502ExpressionDiffers) {
  expectError(runFull(f32("i", {2, 3, 4}), mask("(2, 4)", 8), f32("t", {8})),
              "error[E0502]: the input 'tail' has 8 on axis 0 ([8]), but the "
              "model takes 2*seq + 1 = 9 for batch = 2, seq = 4, steps = 2 "
              "there ([2*seq + 1])\n");
}

TEST_F(Input, E0503ElementTypeDiffers) {
  std::string file = folder.write(
      "x.npy", npyBytes(dictionary("<f8", "(1, 2)"), std::string(16, '\0')));
  expectError(run(smallModel(), {"--input", file}),
              "error[E0503]: the input 'x' has element type f64, but the model "
              "takes f32\n"
              "  help: convert it: x = x.astype(numpy.float32)\n");
}

TEST_F(Input, bf16MayBeStoredAsIntegers) {
  tenon_tensor_info input = smallModel().inputs[0];
  input.dtype = TENON_BF16;
  tenon_model_info model = smallModel();
  model.inputs = &input;
  model.run = [](const void *const *, void *const *, const void *, void *,
                 int64_t *) { return 0; };
  for (const char *descr : {"<u2", "|V2", "<V2"}) {
    std::string file =
        folder.write("x.npy", npyBytes(dictionary(descr, "(0, 2)"), ""));
    EXPECT_EQ(run(model, {"--input", file}).exitCode, 0) << descr;
  }
}

TEST_F(Input, E0504ConstraintIsTheCompilersOwn) {
  Outcome outcome =
      runFull(f32("i", {2, 3, 4}), mask("(2, 3)", 6), f32("t", {7}));
  expectError(outcome,
              "error[E0102]: the layer 'split' cuts the sequence in 'batch' "
              "equal parts; the model requires seq % batch == 0, but seq is 3 "
              "and batch is 2 for batch = 2, seq = 3, steps = 2\n");
}

TEST_F(Input, E0505Missing) {
  expectError(runFull(f32("i", {2, 3, 4}), "", f32("t", {9})),
              "error[E0505]: the input 'mask' (i64 [batch, seq]) is missing\n"
              "  help: give it with --input mask=FILE.npy, or use --random\n");
}

TEST_F(Input, E0506NoSuchInput) {
  expectError(
      run(smallModel(),
          {"--input",
           folder.write("in.npz", zipBytes({{"x.npy", f32Npy({1, 2})},
                                            {"weird\x1b[1m.npy", ""}}))}),
      "error[E0506]: the array 'weird?[1m' of '" + folder.path("in.npz") +
          "' is no input of the model 'twice'\n"
          "  help: its input is 'x'\n");
}

TEST_F(Input, E0506DidYouMeanIsNotAlsoMissing) {
  std::string image = f32("i", {2, 3, 4});
  expectError(run(fullModel(), {"--input", "imge=" + image, "--input",
                                "mask=" + mask("(2, 4)", 8), "--input",
                                "tail=" + f32("t", {9})}),
              "error[E0506]: 'imge' is no input of the model 'net'\n"
              "  help: did you mean 'image'?\n");
}

TEST_F(Input, E0507OutsideItsBounds) {
  expectError(runFull(f32("i", {9, 3, 4}), mask("(9, 0)", 0), f32("t", {1}),
                      {"--dim", "steps=1"}),
              "error[E0507]: 'batch' is 9 by axis 0 of the input 'image', but "
              "the model takes between 1 and 8\n"
              "error[E0507]: 'steps' is 1 by --dim, but the model takes "
              "between 2 and 5\n");
}

TEST_F(Input, E0508CannotBeRead) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {folder.path("none.npy"), "No such file or directory"},
      {folder.path(""), "it is a directory"},
      {"/dev/null", "it is not a regular file"},
      {folder.write("empty.npy", ""), "it is empty"},
      {folder.write("text.npy", "text"), "it is no .npy file"},
      {folder.write("cut.npy", f32Npy({4, 2}).substr(0, 140)),
       "it is truncated: its shape [4, 2] of f32 takes 32 bytes, but 12 follow "
       "its header"},
      {folder.path("none.npz"), "No such file or directory"},
      {folder.write("text.npz", "text"), "it is no zip archive"},
      {folder.write("cut.npz",
                    zipBytes({{"x.npy", f32Npy({4, 2})}}).substr(0, 200)),
       "it is truncated: the zip archive has no end record"},
  };
  for (const auto &[path, reason] : cases)
    expectError(run(smallModel(), {"--input", path}),
                "error[E0508]: cannot read '" + path + "': " + reason + "\n");
}

TEST_F(Input, E0508MemberCannotBeRead) {
  std::string path = folder.write("in.npz", zipBytes({{"x.npy", "text"}}));
  expectError(run(smallModel(), {"--input", path}),
              "error[E0508]: cannot read the array 'x' of '" + path +
                  "': it is no .npy file\n");
}

TEST_F(Input, E0508ArchiveForOneInput) {
  std::string path =
      folder.write("in.npz", zipBytes({{"x.npy", f32Npy({4, 2})}}));
  expectError(run(smallModel(), {"--input", "x=" + path}),
              "error[E0508]: cannot read '" + path +
                  "': it is an archive of named arrays, but is given for one "
                  "input\n  help: leave out the name: --input " +
                  path + "\n");
}

TEST_F(Input, allMistakesAtOnce) {
  Outcome outcome = runFull(f32("i", {3, 4}), "", folder.path("none.npy"),
                            {"--input", "color=x.npy"});
  EXPECT_EQ(outcome.exitCode, 1);
  for (const char *code : {"E0501", "E0505", "E0506", "E0508"})
    EXPECT_NE(outcome.err.find(code), std::string::npos) << code;
  EXPECT_NE(outcome.err.find("x = x[None]"), std::string::npos);
}

TEST_F(Input, fromAnArchive) {
  std::string path = folder.write(
      "in.npz", zipBytes({{"tail.npy", f32Npy({9})},
                          {"image.npy", f32Npy({1, 3, 4})},
                          {"mask.npy", npyBytes(dictionary("<i8", "(1, 4)"),
                                                std::string(32, '\0'))}}));
  Outcome outcome = run(fullModel(), {"--input", path});
  EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("sum: f32 [1]\n  66\n"), std::string::npos);
}

TEST_F(Input, namesMayHoldEqualsAndColons) {
  tenon_tensor_info inputs[] = {smallModel().inputs[0], smallModel().inputs[0]};
  inputs[0].name = "a";
  inputs[1].name = "a=b:0";
  tenon_model_info model = smallModel();
  model.inputs = inputs;
  model.input_count = 2;
  std::string one = f32("one.npy", {1, 2});
  EXPECT_EQ(
      run(model, {"--input", "a=b:0=" + one, "--input", "a=" + one}).exitCode,
      0);
}

TEST_F(Input, wrongUsage) {
  std::string x = f32("x.npy", {1, 2});
  Outcome unnamed = run(fullModel(), {"--input", x});
  EXPECT_EQ(unnamed.exitCode, 2);
  EXPECT_EQ(unnamed.err.substr(unnamed.err.find("' is given")),
            "' is given without a name, but the model has 3 inputs\n"
            "  help: write --input NAME=" +
                x + ", where NAME is one of 'image', 'mask', 'tail'\n");
  Outcome twice = run(smallModel(), {"--input", x, "--input", "x=" + x});
  EXPECT_EQ(twice.exitCode, 2);
  EXPECT_NE(twice.err.find("the input 'x' is given twice"), std::string::npos);
}

} // namespace
