//===- RecurrentActivations.cpp - Activations that nodes name -------------===//

#include "RecurrentActivations.h"

using namespace mlir;

namespace tenon::onnx_import {
namespace {

/// What a name means, and which numbers it takes with which values if the node
/// gives none.
struct Activation {
  StringRef name;
  ActivationKind kind;
  std::optional<double> alpha, beta;
};

constexpr Activation activations[] = {
    {"Affine", ActivationKind::Affine, 1.0, 0.0},
    {"Elu", ActivationKind::Elu, 1.0, std::nullopt},
    {"HardSigmoid", ActivationKind::HardSigmoid, 0.2, 0.5},
    {"LeakyRelu", ActivationKind::LeakyRelu, 0.01, std::nullopt},
    {"Relu", ActivationKind::Relu, std::nullopt, std::nullopt},
    {"ScaledTanh", ActivationKind::ScaledTanh, 1.0, 1.0},
    {"Sigmoid", ActivationKind::Sigmoid, std::nullopt, std::nullopt},
    {"Softplus", ActivationKind::Softplus, std::nullopt, std::nullopt},
    {"Softsign", ActivationKind::Softsign, std::nullopt, std::nullopt},
    {"Tanh", ActivationKind::Tanh, std::nullopt, std::nullopt},
    {"ThresholdedRelu", ActivationKind::ThresholdedRelu, 1.0, std::nullopt}};

const Activation *findActivation(StringRef name) {
  const Activation *it = llvm::find_if(
      activations, [&](const Activation &activation) {
        return activation.name.equals_insensitive(name);
      });
  return it == std::end(activations) ? nullptr : it;
}

} // namespace

std::optional<SmallVector<ActivationAttr>>
readActivations(Node &node, ArrayRef<StringRef> defaults, int64_t directions) {
  SmallVector<std::string> names;
  for (int64_t i = 0; i < directions; ++i)
    for (StringRef name : defaults)
      names.push_back(name.str());
  if (auto given = node.getStrings("activations"); given && !given->empty()) {
    if (given->size() != names.size())
      node.reportAttribute("activations",
                           "it names " + Twine(given->size()) +
                               " functions instead of " + Twine(names.size()));
    names = *given;
  }
  auto alphas = node.getFloats("activation_alpha");
  auto betas = node.getFloats("activation_beta");
  if (node.hasFailed())
    return std::nullopt;

  // Each function takes the next number, if it takes one at all.
  size_t nextAlpha = 0, nextBeta = 0;
  auto take = [](const std::optional<SmallVector<double>> &numbers,
                 size_t &next, double otherwise) {
    return numbers && next < numbers->size() ? (*numbers)[next++] : otherwise;
  };
  SmallVector<ActivationAttr> result;
  for (StringRef name : names) {
    const Activation *activation = findActivation(name);
    if (!activation) {
      node.reportAttribute("activations",
                           "'" + name + "' is no activation function");
      return std::nullopt;
    }
    double alpha = 1, beta = 0;
    if (activation->alpha)
      alpha = take(alphas, nextAlpha, *activation->alpha);
    if (activation->beta)
      beta = take(betas, nextBeta, *activation->beta);
    result.push_back(ActivationAttr::get(node.builder.getContext(),
                                         activation->kind, alpha, beta));
  }
  return result;
}

} // namespace tenon::onnx_import
