# RUN: %python %s %t.onnx && model-opt %t.onnx --emit=tenon | FileCheck %s
"""Split into parts whose sizes are symbols."""

import sys

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save

FLOAT = TensorProto.FLOAT
graph = helper.make_graph(
    [
        helper.make_node("Shape", ["x"], ["length"], start=1, end=2),
        helper.make_node("Sub", ["length", "one"], ["rest"]),
        helper.make_node("Concat", ["one", "rest"], ["sizes"], axis=0),
        # CHECK: tenon.dynamic_slice {{.*}} -> !tenon.tensor<[batch, min(seq, 1), 4], f32>
        # CHECK: tenon.dynamic_slice {{.*}} -> !tenon.tensor<[batch, max(seq, 1) - 1, 4], f32>
        helper.make_node("Split", ["x", "sizes"], ["first", "others"], axis=1),
    ],
    "net",
    [helper.make_tensor_value_info("x", FLOAT, ["batch", "seq", 4])],
    [helper.make_tensor_value_info(name, FLOAT, None) for name in ("first", "others")],
    [numpy_helper.from_array(np.array([1], np.int64), "one")],
)
save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 15)]), sys.argv[1])
