//===- OutputTest.cpp - what comes out of a run ---------------------------===//
//
// Files that are written whole or not at all, and the errors E0509 to E0511.
//
//===----------------------------------------------------------------------===//
#include "ByteFixtures.h"
#include "FakeModel.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <sys/resource.h>

using namespace tenon::test;

namespace {

class Output : public testing::Test {
protected:
  Outcome runSmall(const std::string &output) {
    return run(smallModel(), {"--input", input, "--output", output});
  }

  TemporaryFolder folder;
  std::string input = folder.write("x.npy", f32Npy({3, 2}));
  std::string doubled = npyBytes(dictionary("<f4", "(3, 2)"),
                                 bytesOf<float>({0, 2, 4, 6, 8, 10}));
};

TEST_F(Output, asNpy) {
  Outcome outcome = runSmall(folder.path("y.npy"));
  EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(readFile(folder.path("y.npy")), doubled);
  EXPECT_EQ(folder.list(), (std::vector<std::string>{"x.npy", "y.npy"}));
}

TEST_F(Output, asNpz) {
  Outcome outcome = runSmall(folder.path("y.npz"));
  EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
  std::string bytes = readFile(folder.path("y.npz"));
  EXPECT_EQ(bytes.substr(30, 5), "y.npy");
  EXPECT_EQ(bytes.substr(35, doubled.size()), doubled);
  EXPECT_EQ(folder.list(), (std::vector<std::string>{"x.npy", "y.npz"}));
}

TEST_F(Output, mayReplaceTheInput) {
  EXPECT_EQ(runSmall(input).exitCode, 0);
  EXPECT_EQ(readFile(input), doubled);
}

TEST_F(Output, keepsSymbolicLinks) {
  std::filesystem::create_symlink(input, folder.path("link.npy"));
  EXPECT_EQ(runSmall(folder.path("link.npy")).exitCode, 0);
  EXPECT_TRUE(std::filesystem::is_symlink(folder.path("link.npy")));
  EXPECT_EQ(readFile(input), doubled);
}

TEST_F(Output, E0510NoSuchFolder) {
  std::string path = folder.path("none/y.npz");
  Outcome outcome = runSmall(path);
  EXPECT_EQ(outcome.exitCode, 1);
  EXPECT_EQ(outcome.err, "error[E0510]: cannot write '" + path +
                             "': No such file or directory\n");
}

TEST_F(Output, E0510FullDevice) {
  std::filesystem::create_symlink("/dev/full", folder.path("full.npz"));
  Outcome outcome = runSmall(folder.path("full.npz"));
  EXPECT_EQ(outcome.exitCode, 1);
  EXPECT_NE(outcome.err.find("error[E0510]: cannot write"), std::string::npos);
  EXPECT_NE(outcome.err.find("No space left on device"), std::string::npos);
  EXPECT_TRUE(std::filesystem::is_character_file("/dev/full"));
}

TEST_F(Output, E0510LeavesNothingBehind) {
  std::string big = folder.write("big.npy", f32Npy({4000, 2}));
  std::string kept = folder.write("y.npz", "kept");
  rlimit before;
  getrlimit(RLIMIT_FSIZE, &before);
  rlimit small = {16384, before.rlim_max};
  setrlimit(RLIMIT_FSIZE, &small);
  Outcome outcome = run(smallModel(), {"--input", big, "--output", kept});
  setrlimit(RLIMIT_FSIZE, &before);
  EXPECT_EQ(outcome.exitCode, 1);
  EXPECT_EQ(outcome.err,
            "error[E0510]: cannot write '" + kept + "': File too large\n");
  EXPECT_EQ(readFile(kept), "kept");
  EXPECT_EQ(folder.list(),
            (std::vector<std::string>{"big.npy", "x.npy", "y.npz"}));
}

TEST_F(Output, E0509NotEnoughMemory) {
  tenon_model_info model = smallModel();
  model.workspace_size = [](const int64_t *) { return INT64_C(1) << 60; };
  Outcome outcome = run(model, {"--random"});
  EXPECT_EQ(outcome.exitCode, 1);
  EXPECT_NE(
      outcome.err.find("error[E0509]: not enough memory: the workspace needs "
                       "1152921504606846976 bytes (1.0 EiB)\n"),
      std::string::npos)
      << outcome.err;
  model.workspace_size = [](const int64_t *) { return INT64_C(-1); };
  EXPECT_NE(run(model, {"--random"})
                .err.find("the workspace needs more bytes than 63 bits"),
            std::string::npos);
}

TEST_F(Output, E0509InputsBeyondAnyMemory) {
  Outcome outcome =
      run(smallModel(), {"--random", "--dim", "n=4611686018427387904"});
  EXPECT_EQ(outcome.exitCode, 1);
  EXPECT_EQ(outcome.err,
            "error[E0509]: not enough memory: the input 'x' "
            "[4611686018427387904, 2] needs more bytes than 63 bits can "
            "count\n");
}

TEST_F(Output, E0511Fault) {
  tenon_model_info model = smallModel();
  model.run = [](const void *const *, void *const *, const void *, void *,
                 int64_t *) { return 7; };
  for (const char *how : {"--random", "--bench=2"}) {
    Outcome outcome = run(model, {how});
    EXPECT_EQ(outcome.exitCode, 1);
    EXPECT_EQ(outcome.out, "");
    EXPECT_EQ(outcome.err,
              "error[E0511]: the model 'twice' stopped with the unknown "
              "fault 7\n");
  }
  Outcome outcome = run(model, {"--random", "--output", folder.path("y.npz")});
  EXPECT_EQ(outcome.exitCode, 1);
  EXPECT_EQ(folder.list(), std::vector<std::string>{"x.npy"});
}

} // namespace
