# RUN: %python %s %t && model-opt %t.onnx --emit=tenon | FileCheck %s
# RUN: not model-opt %t-bad.onnx --check 2>&1 | FileCheck %s --check-prefix=BAD
"""Losses are made of other operations."""

import sys

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save

FLOAT, INT64 = TensorProto.FLOAT, TensorProto.INT64


def write(path, opset, nodes, inputs, outputs, initializers=()):
    graph = helper.make_graph(
        nodes,
        "net",
        [helper.make_tensor_value_info(name, kind, dims) for name, kind, dims in inputs],
        [helper.make_tensor_value_info(name, kind, None) for name, kind in outputs],
        [numpy_helper.from_array(value, name) for name, value in initializers],
    )
    save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)]), path)


def node(kind, inputs, outputs, **attributes):
    return helper.make_node(kind, inputs, outputs, name=outputs[0], **attributes)


out = sys.argv[1]
# CHECK-LABEL: tenon.model
write(
    out + ".onnx",
    13,
    [
        # CHECK: %[[AT:.*]] = tenon.unsqueeze %{{.*}} axes = [1]
        # CHECK: %[[PICKED:.*]] = tenon.gather_elements %{{.*}}, %[[AT]] axis = 1
        # CHECK: tenon.squeeze %[[PICKED]] axes = [1] {{.*}} -> !tenon.tensor<[n, d], f32>
        # CHECK: tenon.neg {{.*}} -> !tenon.tensor<[n, d], f32>
        node("NegativeLogLikelihoodLoss", ["x", "t"], ["each"], reduction="none"),
        # CHECK: tenon.reduce_mean {{.*}} -> !tenon.tensor<[], f32>
        node("NegativeLogLikelihoodLoss", ["x", "t"], ["mean"]),
        # What is ignored counts as nothing in both sums.
        # CHECK: %[[IGNORED:.*]] = tenon.equal
        # CHECK: %[[SAFE:.*]] = tenon.select %[[IGNORED]]
        # CHECK: tenon.gather %{{.*}}, %[[SAFE]] axis = 0
        # CHECK: %[[SHARE:.*]] = tenon.select %[[IGNORED]]
        # CHECK: %[[LOSS:.*]] = tenon.mul {{.*}}, %[[SHARE]]
        # CHECK: tenon.reduce_sum
        # CHECK: tenon.reduce_sum
        # CHECK: tenon.div {{.*}} -> !tenon.tensor<[], f32>
        node("NegativeLogLikelihoodLoss", ["x", "t", "w"], ["weighted"], ignore_index=-7),
        # CHECK: %[[LOG:.*]] = tenon.log_softmax {{.*}} {axis = 1 : i64}
        # CHECK: tenon.gather_elements %[[LOG]]
        # CHECK: tenon.reduce_sum
        node("SoftmaxCrossEntropyLoss", ["x", "t"], ["cross", "log"], reduction="sum"),
    ],
    [("x", FLOAT, ["n", 5, "d"]), ("t", INT64, ["n", "d"])],
    [(name, FLOAT) for name in ("each", "mean", "weighted", "cross", "log")],
    [("w", np.ones([5], np.float32))],
)
write(
    out + "-bad.onnx",
    13,
    [
        # BAD: error[E0304]: NegativeLogLikelihoodLoss node 'kind' has a wrong attribute 'reduction': 'max' is none of none, mean and sum
        node("NegativeLogLikelihoodLoss", ["x", "t"], ["kind"], reduction="max"),
    ],
    [("x", FLOAT, ["n", 5]), ("t", INT64, ["n"])],
    [("kind", FLOAT)],
)
