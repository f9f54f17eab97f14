//===- CommandLineTest.cpp - the command line of an executable ------------===//
//
// What --info, --bench, --random and the like print, and wrong usage.
//
//===----------------------------------------------------------------------===//
#include "ByteFixtures.h"
#include "FakeModel.h"

#include <gtest/gtest.h>

#include <cmath>

using namespace tenon::test;

namespace {

TEST(CommandLine, info) {
  Outcome outcome = run(fullModel(), {"--info"});
  EXPECT_EQ(outcome.exitCode, 0);
  EXPECT_EQ(outcome.out,
            "model: net\n"
            "producer: tenon 0.1.0\n"
            "inputs:\n"
            "  image: f32 [batch, 3, 4]\n"
            "  mask: i64 [batch, seq]\n"
            "  tail: f32 [2*seq + 1]\n"
            "outputs:\n"
            "  sum: f32 [batch]\n"
            "  steps: i32 [steps]\n"
            "symbols:\n"
            "  batch: between 1 and 8\n"
            "  seq: 0 or more\n"
            "  steps: between 2 and 5\n"
            "constraints:\n"
            "  requires seq % batch == 0, because the layer 'split' cuts the "
            "sequence in 'batch' equal parts [E0102]\n"
            "weights: 20480 bytes (20.0 KiB)\n");
}

TEST(CommandLine, help) {
  Outcome outcome = run(smallModel(), {"--help"});
  EXPECT_EQ(outcome.exitCode, 0);
  EXPECT_NE(outcome.out.find("usage: net [options]"), std::string::npos);
  EXPECT_EQ(run(smallModel(), {"-h"}).out, outcome.out);
}

TEST(CommandLine, printsOutputsInShort) {
  TemporaryFolder folder;
  std::string file = folder.write("x.npy", f32Npy({3, 2}));
  Outcome outcome = run(smallModel(), {"--input", file});
  EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "y: f32 [3, 2]\n"
                         "  0, 2, 4, 6, 8, 10\n"
                         "  min 0, max 10, mean 5\n");
  EXPECT_EQ(run(smallModel(), {"--input=x=" + file}).out, outcome.out);
}

TEST(CommandLine, printsNotNumbersAndEmptyArrays) {
  TemporaryFolder folder;
  std::string file = folder.write(
      "x.npy",
      npyBytes(dictionary("<f4", "(5, 2)"),
               bytesOf<float>({NAN, 1, 2, 3, 4, 5, 6, 7, 8, INFINITY})));
  EXPECT_EQ(run(smallModel(), {"--input", file}).out,
            "y: f32 [5, 2]\n"
            "  nan, 2, 4, 6, 8, 10, 12, 14, ... (10 values)\n"
            "  min 2, max inf, mean inf, 1 nan\n");
  file = folder.write("empty.npy", f32Npy({0, 2}));
  EXPECT_EQ(run(smallModel(), {"--input", file}).out,
            "y: f32 [0, 2]\n  no values\n");
}

TEST(CommandLine, randomIsTheSameForTheSameSeed) {
  Outcome a = run(smallModel(), {"--random", "--seed", "7", "--dim", "n=3"});
  Outcome b = run(smallModel(), {"--random", "--seed=7", "--dim=n=3"});
  Outcome c = run(smallModel(), {"--random", "--seed", "8", "--dim", "n=3"});
  EXPECT_EQ(a.exitCode, 0) << a.err;
  EXPECT_EQ(a.out.substr(0, 14), "y: f32 [3, 2]\n");
  EXPECT_EQ(a.out, b.out);
  EXPECT_NE(a.out, c.out);
}

TEST(CommandLine, randomSizesAreOneOrTheLowerBound) {
  Outcome outcome = run(fullModel(), {"--random"});
  EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("sum: f32 [1]\n"), std::string::npos);
  EXPECT_NE(outcome.out.find("steps: i32 [2]\n  0, 1\n"), std::string::npos);
}

TEST(CommandLine, randomFillsWhatIsNotGiven) {
  TemporaryFolder folder;
  std::string image = folder.write("image.npy", f32Npy({2, 3, 4}));
  Outcome outcome = run(fullModel(), {"--random", "--input", "image=" + image,
                                      "--dim", "seq=4", "--dim", "steps=3"});
  EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("sum: f32 [2]\n  66, 210\n"), std::string::npos)
      << outcome.out;
}

TEST(CommandLine, benchPrintsMilliseconds) {
  for (const char *runs : {"1", "4"}) {
    Outcome outcome = run(smallModel(), {"--bench", runs});
    EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
    double median, least, most;
    int count;
    EXPECT_EQ(std::sscanf(outcome.out.c_str(),
                          "median %lf ms, min %lf ms, max %lf ms, %d run",
                          &median, &least, &most, &count),
              4)
        << outcome.out;
    EXPECT_EQ(std::to_string(count), runs);
    EXPECT_LE(least, median);
    EXPECT_LE(median, most);
  }
}

TEST(CommandLine, wrongUsage) {
  const std::vector<std::pair<std::vector<std::string>, std::string>> cases = {
      {{"--otput", "x"},
       "error: there is no option '--otput'\n  help: did you mean "
       "'--output'?\n"},
      {{"--frobnicate"},
       "error: there is no option '--frobnicate'\n"
       "  help: net --help lists the options\n"},
      {{"x.npy"}, "help: arrays are given with --input: --input x.npy"},
      {{"--input"}, "--input takes a value, but none is given"},
      {{"--input", "--info"}, "--input takes a value, but none is given"},
      {{"--info=1"}, "--info takes no value, but '1' is given"},
      {{"--output", "x.txt"}, "'x.txt' ends neither in .npz nor in .npy"},
      {{"--output", "x.npy"}, "help: write an .npz file: --output x.npz"},
      {{"--output", "x.npz", "--output", "y.npz"}, "--output is given twice"},
      {{"--bench", "0"}, "takes a number of runs from 1 on, not '0'"},
      {{"--bench", "1x"}, "takes a number of runs from 1 on, not '1x'"},
      {{"--seed", "-1"}, "--seed takes a number from 0 on, not '-1'"},
      {{"--dim", "batch"}, "--dim takes NAME=VALUE, not 'batch'"},
      {{"--dim", "bach=1"},
       "no dimension named 'bach'\n  help: did you mean 'batch'?"},
      {{"--dim", "width=1"}, "its dimensions are 'batch', 'seq', 'steps'"},
      {{"--dim", "seq=two"}, "--dim seq takes a whole number, not 'two'"},
      {{"--dim", "seq=99999999999999999999"}, "takes a whole number"},
  };
  for (const auto &[arguments, message] : cases) {
    Outcome outcome = run(fullModel(), arguments);
    EXPECT_EQ(outcome.exitCode, 2) << message;
    EXPECT_EQ(outcome.out, "");
    EXPECT_NE(outcome.err.find(message), std::string::npos)
        << outcome.err << "lacks: " << message;
  }
}

TEST(CommandLine, allWrongUsageAtOnce) {
  Outcome outcome = run(fullModel(), {"--bench", "x", "--sed", "1"});
  EXPECT_NE(outcome.err.find("--bench takes"), std::string::npos);
  EXPECT_NE(outcome.err.find("'--sed'"), std::string::npos);
}

TEST(CommandLine, anotherVersionOfTheModelIsRefused) {
  tenon_model_info model = smallModel();
  model.abi_version = 9;
  Outcome outcome = run(model, {"--info"});
  EXPECT_EQ(outcome.exitCode, 2);
  EXPECT_EQ(outcome.err, "error: the model was compiled for version 9 of the "
                         "runtime, but this is version 2\n");
}

} // namespace
