# RUN: %python %s %t && model-opt %t.onnx --emit=tenon | FileCheck %s
# RUN: model-opt %t-old.onnx --emit=tenon | FileCheck %s --check-prefix=OLD
# RUN: not model-opt %t-bad.onnx --check 2>&1 | FileCheck %s --check-prefix=BAD
"""Operators that pick and place by index: new and old operator sets, and mistakes."""

import sys

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save

FLOAT, INT64 = TensorProto.FLOAT, TensorProto.INT64


def write(path, opset, nodes, outputs):
    graph = helper.make_graph(
        nodes,
        "indexing",
        [
            helper.make_tensor_value_info("x", FLOAT, ["n", 5]),
            helper.make_tensor_value_info("i", INT64, ["n", 3]),
            helper.make_tensor_value_info("t", INT64, ["k", 1]),
            helper.make_tensor_value_info("u", FLOAT, ["n", 3]),
            helper.make_tensor_value_info("w", FLOAT, ["k", 5]),
        ],
        [helper.make_tensor_value_info(name, FLOAT, None) for name in outputs],
        [
            numpy_helper.from_array(np.array(value, dtype), name)
            for name, value, dtype in (
                ("depth", 7, np.int64),
                ("depth1", [7.0], np.float32),
                ("values", [0, 1], np.float32),
            )
        ],
    )
    save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)]), path)


def node(kind, inputs, outputs, **attributes):
    return helper.make_node(kind, inputs, outputs, name=outputs[0], **attributes)


# CHECK-LABEL: tenon.model
write(
    sys.argv[1] + ".onnx",
    18,
    [
        # CHECK: tenon.gather {{.*}} axis = 0 {{.*}} -> !tenon.tensor<[n, 3, 5], f32>
        node("Gather", ["x", "i"], ["a"]),
        # CHECK: tenon.gather_elements {{.*}} axis = -1 {{.*}} -> !tenon.tensor<[n, 3], f32>
        node("GatherElements", ["x", "i"], ["b"], axis=-1),
        # CHECK: tenon.gather_nd {{.*}} batch_dims = 0 {{.*}} -> !tenon.tensor<[k, 5], f32>
        node("GatherND", ["x", "t"], ["c"]),
        # CHECK: tenon.scatter_elements {{.*}} axis = 1 reduction = "max" {{.*}} -> !tenon.tensor<[n, 5], f32>
        node("ScatterElements", ["x", "i", "u"], ["d"], axis=1, reduction="max"),
        # CHECK: tenon.scatter_nd {{.*}} reduction = "add" {{.*}} -> !tenon.tensor<[n, 5], f32>
        node("ScatterND", ["x", "t", "w"], ["e"], reduction="add"),
        # CHECK: tenon.one_hot {{.*}} axis = -1 {{.*}} -> !tenon.tensor<[n, 3, 7], f32>
        node("OneHot", ["i", "depth", "values"], ["f"]),
        # Indices and depth are cut to integers.
        # CHECK: tenon.cast {{.*}} to i64
        # CHECK: tenon.cast {{.*}} to i64
        # CHECK: tenon.one_hot {{.*}} axis = 0 {{.*}} -> !tenon.tensor<[7, n, 5], f32>
        node("OneHot", ["x", "depth1", "values"], ["g"], axis=0),
    ],
    "abcdefg",
)

# OLD-LABEL: tenon.model
write(
    sys.argv[1] + "-old.onnx",
    9,
    [
        # OLD: tenon.scatter_elements {{.*}} axis = 1 reduction = "none" {{.*}} -> !tenon.tensor<[n, 5], f32>
        node("Scatter", ["x", "i", "u"], ["a"], axis=1),
        # OLD: tenon.one_hot {{.*}} axis = 1 {{.*}} -> !tenon.tensor<[n, 7, 3], f32>
        node("OneHot", ["i", "depth", "values"], ["b"], axis=1),
    ],
    "ab",
)

write(
    sys.argv[1] + "-bad.onnx",
    18,
    [
        # BAD: error[E0304]: ScatterND node 'sum' has a wrong attribute 'reduction': 'sum' is none of none, add, mul, max and min
        node("ScatterND", ["x", "t", "w"], ["sum"], reduction="sum"),
        # BAD: error[E0305]: OneHot node 'two' has 2 inputs, but takes 3
        node("OneHot", ["i", "depth"], ["two"]),
        # BAD: error[E0112]: GatherND node 'float' needs its indices of length 1 to 2 (axis 1 of [n, 3]), but it has 3
        # BAD: error[E0202]: GatherND node 'float' takes integers, but its indices is float32
        node("GatherND", ["x", "u"], ["float"]),
        # BAD: 4 errors
    ],
    ["sum"],
)
