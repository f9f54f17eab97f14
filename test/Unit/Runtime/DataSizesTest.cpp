//===- DataSizesTest.cpp - sizes that a run decides, and faults -----------===//
//
// Outputs have room for the most there can be, and are as large as a run says.
//
//===----------------------------------------------------------------------===//
#include "ByteFixtures.h"
#include "FakeModel.h"

#include <gtest/gtest.h>

using namespace tenon::test;

namespace {

enum Symbol { N, KEPT };

const tenon_dim inputDims[] = {{TENON_DIM_SYMBOL, N, 0, "n"}};
const tenon_dim keptDims[] = {{TENON_DIM_SYMBOL, KEPT, 0, "kept"}};
const tenon_dim pairDims[] = {{TENON_DIM_EXPRESSION, 1, 2, "2*kept"}};
const tenon_tensor_info inputs[] = {{"x", TENON_F32, 1, inputDims}};
const tenon_tensor_info outputs[] = {{"positive", TENON_F32, 1, keptDims},
                                     {"pairs", TENON_F32, 1, pairDims}};
const tenon_symbol_info symbols[] = {
    {"n", 0, INT64_MAX, TENON_SYMBOL_INPUT, 0},
    {"kept", 0, INT64_MAX, TENON_SYMBOL_DATA, 0}};
const tenon_fault_info faults[] = {
    {"E0512", "the layer 'pick' takes no entry 100"},
    {"E0515", "the layer 'keep' keeps too much"}};

/// What `kept` was where room for the outputs was asked for.
int64_t workspaceKept = -1;

void evaluate(const int64_t *values, int64_t *expressions) {
  expressions[0] = values[N];
  expressions[1] = 2 * values[KEPT];
  expressions[2] = 2 * values[N];
}

int64_t workspaceSize(const int64_t *values) {
  workspaceKept = values[KEPT];
  return 0;
}

/// Keeps what is positive; 100 and more are faults.
int32_t runPositive(const void *const *in, void *const *out, const void *,
                    void *, int64_t *values) {
  auto *x = static_cast<const float *>(in[0]);
  auto *positive = static_cast<float *>(out[0]);
  auto *pairs = static_cast<float *>(out[1]);
  int64_t kept = 0;
  for (int64_t i = 0; i < values[N]; ++i) {
    if (x[i] >= 100)
      return static_cast<int32_t>(x[i]) - 99;
    if (x[i] <= 0)
      continue;
    positive[kept] = x[i];
    pairs[2 * kept] = pairs[2 * kept + 1] = x[i];
    ++kept;
  }
  values[KEPT] = kept;
  return 0;
}

const tenon_model_info model = {TENON_ABI_VERSION,
                                1,
                                2,
                                2,
                                3,
                                0,
                                "positive",
                                "tenon 0.1.0",
                                inputs,
                                outputs,
                                symbols,
                                nullptr,
                                nullptr,
                                0,
                                evaluate,
                                workspaceSize,
                                runPositive,
                                faults,
                                2};

std::string vectorNpy(std::initializer_list<float> values) {
  return npyBytes(dictionary("<f4", "(" + std::to_string(values.size()) + ",)"),
                  bytesOf<float>(values));
}

class DataSizes : public testing::Test {
protected:
  Outcome runOn(std::initializer_list<float> values,
                std::vector<std::string> more = {}) {
    std::vector<std::string> arguments = {
        "--input", folder.write("x.npy", vectorNpy(values))};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run(model, arguments);
  }

  TemporaryFolder folder;
};

TEST_F(DataSizes, outputsAreAsLargeAsTheRunSays) {
  std::string path = folder.path("y.npz");
  Outcome outcome = runOn({1, -2, 3, 0}, {"--output", path});
  EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
  EXPECT_EQ(workspaceKept, 4);
  std::string bytes = readFile(path);
  EXPECT_NE(bytes.find(vectorNpy({1, 3})), std::string::npos);
  EXPECT_NE(bytes.find(vectorNpy({1, 1, 3, 3})), std::string::npos);
}

TEST_F(DataSizes, outputsMayBeEmpty) {
  std::string path = folder.path("y.npz");
  EXPECT_EQ(runOn({-1}, {"--output", path}).exitCode, 0);
  EXPECT_NE(readFile(path).find(vectorNpy({})), std::string::npos);
  EXPECT_EQ(runOn({}, {"--output", path}).exitCode, 0);
}

TEST_F(DataSizes, arePrinted) {
  Outcome outcome = runOn({5, -2, 7});
  EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("positive: f32 [2]\n"), std::string::npos)
      << outcome.out;
  EXPECT_NE(outcome.out.find("pairs: f32 [4]\n"), std::string::npos);
}

TEST_F(DataSizes, benchRunsMoreThanOnce) {
  Outcome outcome = runOn({5, -2, 7}, {"--bench", "3"});
  EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("3 runs"), std::string::npos) << outcome.out;
}

TEST_F(DataSizes, info) {
  Outcome outcome = run(model, {"--info"});
  EXPECT_EQ(outcome.exitCode, 0);
  EXPECT_NE(outcome.out.find("positive: f32 [kept]\n"), std::string::npos);
  EXPECT_NE(outcome.out.find("pairs: f32 [2*kept]\n"), std::string::npos);
  EXPECT_NE(outcome.out.find("kept: decided by the data\n"), std::string::npos);
}

TEST_F(DataSizes, faultsAreToldByTheirCode) {
  std::string path = folder.path("y.npz");
  Outcome outcome = runOn({1, 100}, {"--output", path});
  EXPECT_EQ(outcome.exitCode, 1);
  EXPECT_EQ(outcome.err, "error[E0512]: the layer 'pick' takes no entry 100\n");
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(folder.list(), std::vector<std::string>{"x.npy"});
  EXPECT_EQ(runOn({101}).err,
            "error[E0515]: the layer 'keep' keeps too much\n");
}

TEST_F(DataSizes, E0511UnknownFault) {
  Outcome outcome = runOn({102});
  EXPECT_EQ(outcome.exitCode, 1);
  EXPECT_EQ(outcome.err, "error[E0511]: the model 'positive' stopped with the "
                         "unknown fault 3\n");
}

TEST_F(DataSizes, benchStopsAtFaults) {
  Outcome outcome = runOn({101}, {"--bench", "3"});
  EXPECT_EQ(outcome.exitCode, 1);
  EXPECT_EQ(outcome.err, "error[E0515]: the layer 'keep' keeps too much\n");
}

} // namespace
