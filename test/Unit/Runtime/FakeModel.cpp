//===- FakeModel.cpp - a hand-written model for tenon_main ----------------===//
//
// A model of plain C functions, and what running its command line gives.
//
//===----------------------------------------------------------------------===//
#include "FakeModel.h"

#include <gtest/gtest.h>

/// Lets a test ask for more memory than there is under AddressSanitizer.
extern "C" const char *__asan_default_options();
extern "C" const char *__asan_default_options() {
  return "allocator_may_return_null=1";
}

namespace tenon::test {

namespace {

enum Symbol { BATCH, SEQ, STEPS };

constexpr tenon_dim constant(int64_t value) {
  return {TENON_DIM_CONSTANT, 0, value, "constant"};
}

constexpr tenon_dim symbol(uint32_t index, const char *text) {
  return {TENON_DIM_SYMBOL, index, 0, text};
}

const tenon_dim imageDims[] = {symbol(BATCH, "batch"), constant(3),
                               constant(4)};
const tenon_dim maskDims[] = {symbol(BATCH, "batch"), symbol(SEQ, "seq")};
const tenon_dim tailDims[] = {{TENON_DIM_EXPRESSION, 0, 0, "2*seq + 1"}};
const tenon_dim sumDims[] = {symbol(BATCH, "batch")};
const tenon_dim stepsDims[] = {symbol(STEPS, "steps")};

const tenon_tensor_info fullInputs[] = {{"image", TENON_F32, 3, imageDims},
                                        {"mask", TENON_I64, 2, maskDims},
                                        {"tail", TENON_F32, 1, tailDims}};
const tenon_tensor_info fullOutputs[] = {{"sum", TENON_F32, 1, sumDims},
                                         {"steps", TENON_I32, 1, stepsDims}};
const tenon_symbol_info fullSymbols[] = {
    {"batch", 1, 8}, {"seq", 0, INT64_MAX}, {"steps", 2, 5}};
const tenon_constraint_info fullConstraints[] = {
    {TENON_DIVIDES, 1, 2, 0, "E0102",
     "the layer 'split' cuts the sequence in 'batch' equal parts", "seq",
     "batch"}};

void evaluateFull(const int64_t *symbols, int64_t *expressions) {
  expressions[0] = 2 * symbols[SEQ] + 1;
  expressions[1] = symbols[SEQ];
  expressions[2] = symbols[BATCH];
}

int64_t fullWorkspace(const int64_t *symbols) { return symbols[BATCH] * 8; }

int32_t runFull(const void *const *inputs, void *const *outputs, const void *,
                void *workspace, int64_t *symbols) {
  auto *image = static_cast<const float *>(inputs[0]);
  auto *sums = static_cast<double *>(workspace);
  for (int64_t b = 0; b < symbols[BATCH]; ++b) {
    sums[b] = 0;
    for (int64_t i = 0; i < 12; ++i)
      sums[b] += image[b * 12 + i];
    static_cast<float *>(outputs[0])[b] = static_cast<float>(sums[b]);
  }
  for (int64_t i = 0; i < symbols[STEPS]; ++i)
    static_cast<int32_t *>(outputs[1])[i] = static_cast<int32_t>(i);
  return 0;
}

const tenon_dim smallDims[] = {symbol(0, "n"), constant(2)};
const tenon_tensor_info smallInputs[] = {{"x", TENON_F32, 2, smallDims}};
const tenon_tensor_info smallOutputs[] = {{"y", TENON_F32, 2, smallDims}};
const tenon_symbol_info smallSymbols[] = {{"n", 0, INT64_MAX}};

int64_t smallWorkspace(const int64_t *) { return 0; }

int32_t runSmall(const void *const *inputs, void *const *outputs, const void *,
                 void *, int64_t *symbols) {
  for (int64_t i = 0; i < symbols[0] * 2; ++i)
    static_cast<float *>(outputs[0])[i] =
        2 * static_cast<const float *>(inputs[0])[i];
  return 0;
}

} // namespace

const tenon_model_info &fullModel() {
  static const tenon_model_info model = {TENON_ABI_VERSION,
                                         3,
                                         2,
                                         3,
                                         3,
                                         1,
                                         "net",
                                         "tenon 0.1.0",
                                         fullInputs,
                                         fullOutputs,
                                         fullSymbols,
                                         fullConstraints,
                                         nullptr,
                                         20480,
                                         evaluateFull,
                                         fullWorkspace,
                                         runFull};
  return model;
}

const tenon_model_info &smallModel() {
  static const tenon_model_info model = {TENON_ABI_VERSION,
                                         1,
                                         1,
                                         1,
                                         0,
                                         0,
                                         "twice",
                                         "tenon 0.1.0",
                                         smallInputs,
                                         smallOutputs,
                                         smallSymbols,
                                         nullptr,
                                         nullptr,
                                         0,
                                         nullptr,
                                         smallWorkspace,
                                         runSmall};
  return model;
}

Outcome run(const tenon_model_info &model, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "net");
  std::vector<char *> argv;
  for (std::string &argument : arguments)
    argv.push_back(argument.data());
  argv.push_back(nullptr);
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  int code =
      tenon_main(static_cast<int>(arguments.size()), argv.data(), &model);
  return {code, testing::internal::GetCapturedStdout(),
          testing::internal::GetCapturedStderr()};
}

} // namespace tenon::test
