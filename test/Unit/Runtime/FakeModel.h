//===- FakeModel.h - a hand-written model for tenon_main ------------------===//
//
// A model of plain C functions, and what running its command line gives.
//
//===----------------------------------------------------------------------===//
#ifndef TENON_UNIT_RUNTIME_FAKEMODEL_H
#define TENON_UNIT_RUNTIME_FAKEMODEL_H

#include "RuntimeHeaders.h"

#include <string>
#include <vector>

namespace tenon::test {

/// What a command line did.
struct Outcome {
  int exitCode;
  std::string out;
  std::string err;
};

/// The model `net`:
///   image: f32 [batch, 3, 4], mask: i64 [batch, seq], tail: f32 [2*seq + 1]
///   -> sum: f32 [batch] (of the image's rows), steps: i32 [steps]
/// with 1 <= batch <= 8, 0 <= seq, 2 <= steps <= 5 and seq % batch == 0.
const tenon_model_info &fullModel();

/// The model `twice`: x: f32 [n, 2] -> y: f32 [n, 2] with y = 2*x.
const tenon_model_info &smallModel();

/// Runs tenon_main, its output captured; the program's name is added.
Outcome run(const tenon_model_info &model, std::vector<std::string> arguments);

} // namespace tenon::test

#endif
